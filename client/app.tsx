/** The whole client: its providers around the workbench, and what is shown where it fails. */
import { Component, useMemo, type ReactNode } from 'react';
import { DirectionProvider, MantineProvider } from '@mantine/core';
import { randomId } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { createQueryClient } from './api/queries.ts';
import { type Deps, DepsContext } from './acts/deps.ts';
import { createLatest } from './state/latest.ts';
import { createStore, StoreContext } from './state/store.ts';
import { resolver, theme } from './ui/theme.ts';
import { direction } from './i18n/locale.ts';
import { words } from './i18n/messages.ts';
import { Notices } from './workbench/notices.tsx';
import { Workbench } from './workbench/workbench.tsx';

class Crash extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError() {
    return { broken: true };
  }
  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <div className="notice" role="alert">
        <p>{words.errors.crash}</p>
        <button type="button" className="btn" onClick={() => location.reload()}>
          {words.errors.reload}
        </button>
      </div>
    );
  }
}

/** Milliseconds that a message is shown; a message of a failure is shown longer. */
const STANDS = 5000;
const FAILED_STANDS = 12_000;

export function App() {
  const deps = useMemo<Deps>(
    () => ({
      store: createStore(),
      queries: createQueryClient(),
      latest: createLatest(),
      tell: (message, failed = false, next) => {
        const id = randomId();
        notifications.show({
          id,
          message: next ? (
            <>
              {message}{' '}
              <button
                type="button"
                className="btn small"
                onClick={() => {
                  notifications.hide(id);
                  next.run();
                }}
              >
                {next.label}
              </button>
            </>
          ) : (
            message
          ),
          color: failed ? 'red' : 'blue',
          autoClose: failed ? FAILED_STANDS : STANDS,
          role: failed ? 'alert' : 'status',
          withBorder: true,
          closeButtonProps: { 'aria-label': words.app.close },
        });
      },
    }),
    [],
  );
  return (
    <DirectionProvider initialDirection={direction} detectDirection={false}>
      <MantineProvider theme={theme} cssVariablesResolver={resolver} defaultColorScheme="auto">
        <Crash>
          <QueryClientProvider client={deps.queries}>
            <StoreContext.Provider value={deps.store}>
              <DepsContext.Provider value={deps}>
                <Notices />
                <Workbench />
              </DepsContext.Provider>
            </StoreContext.Provider>
          </QueryClientProvider>
        </Crash>
      </MantineProvider>
    </DirectionProvider>
  );
}
