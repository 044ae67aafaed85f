/** While the server does not answer: says so and since when, tries again, and reads what failed once it answers. */
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { QueryClient } from '@tanstack/react-query';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { healthReady } from '../../server/contract/routes/health.ts';
import { call } from '../api/call.ts';
import { reach } from '../api/reach.ts';
import { useDeps } from '../acts/deps.ts';
import { words } from '../i18n/messages.ts';
import { clockTime } from '../ui/date-text.ts';

/** Seconds between two tries: the first, and the most. */
const FIRST = 2;
const AT_MOST = 30;

/** Reads again what failed: what is on the screen at once, the rest when it is shown again. */
function readAgain(queries: QueryClient): void {
  void queries.invalidateQueries({ predicate: (query) => query.state.status === 'error' || query.state.fetchFailureCount > 0 });
}

export function Connection() {
  const { queries } = useDeps();
  const { lost, since } = useSyncExternalStore(reach.subscribe, reach.get);
  const [left, setLeft] = useState(FIRST);
  const wait = useRef(FIRST);
  const asking = useRef(false);
  const ask = useCallback(async (): Promise<void> => {
    if (asking.current) return;
    asking.current = true;
    // The result reaches the page through `reach`, as for every call.
    await call(healthReady, {}).catch(() => undefined);
    asking.current = false;
    wait.current = Math.min(AT_MOST, wait.current * 2);
    setLeft(wait.current);
  }, []);
  useEffect(() => {
    const off = (): void => reach.lose('offline');
    const on = (): void => void ask();
    globalThis.addEventListener('offline', off);
    globalThis.addEventListener('online', on);
    return () => {
      globalThis.removeEventListener('offline', off);
      globalThis.removeEventListener('online', on);
    };
  }, [ask]);
  const wasLost = useRef(false);
  useEffect(() => {
    if (lost === undefined && wasLost.current) readAgain(queries);
    wasLost.current = lost !== undefined;
    wait.current = FIRST;
    setLeft(FIRST);
  }, [lost, queries]);
  useEffect(() => {
    if (lost === undefined) return;
    const timer = setTimeout(() => (left > 0 ? setLeft(left - 1) : void ask()), 1000);
    return () => clearTimeout(timer);
  }, [lost, left, ask]);
  return (
    <>
      {lost !== undefined && (
        <section className="connection" aria-label={words.connection.title}>
          <IconPlugConnectedX size={17} stroke={1.7} aria-hidden />
          <p>{words.connection[lost](clockTime(since))}</p>
          <span className="meta">{left > 0 ? words.errors.retryIn(left) : words.connection.asking}</span>
          <button type="button" className="btn small" onClick={() => void ask()}>
            {words.connection.now}
          </button>
        </section>
      )}
      <p className="visually-hidden" role="status">
        {lost === undefined ? '' : words.connection[lost](clockTime(since))}
      </p>
    </>
  );
}
