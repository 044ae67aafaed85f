/** The page of the bench of the table: shows the claims of a generated graph in the table of the workbench. */
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import '@mantine/core/styles.css';
import '../../../ui/tokens.css';
import '../../../ui/base.css';
import '../../../ui/views.css';
import { DepsContext } from '../../../acts/deps.ts';
import { receive } from '../../../state/canvas/graph-cache.ts';
import { createLatest } from '../../../state/latest.ts';
import { initialState } from '../../../state/reduce.ts';
import { createStore, StoreContext } from '../../../state/store.ts';
import { EMPTY_CANVAS, EMPTY_DOCUMENT } from '../../../state/view.ts';
import { generateGraph } from '../../../testing/generate-graph.ts';
import { TableView } from '../table-view.tsx';

declare global {
  interface Window {
    /** Shows so many claims. Returns milliseconds from the first line of code to the rendered table. */
    showRows?: (claims: number) => number;
  }
}

window.showRows = (claims) => {
  const { nodes, edges } = generateGraph(Math.ceil(claims / 2.5), claims);
  const canvas = { ...EMPTY_CANVAS, entities: nodes.map((node) => node.id), claims: edges.map((edge) => edge.id) };
  const empty = initialState({ ...EMPTY_DOCUMENT, canvas });
  const store = createStore({ ...empty, cache: receive(empty.cache, {}, nodes, edges) });
  // What names sources is not asked of a server here.
  const queries = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
  const deps = { store, queries, latest: createLatest(), tell: () => undefined };
  const started = performance.now();
  flushSync(() =>
    createRoot(document.querySelector('#root')!).render(
      <MantineProvider>
        <QueryClientProvider client={queries}>
          <StoreContext.Provider value={store}>
            <DepsContext.Provider value={deps}>
              <TableView />
            </DepsContext.Provider>
          </StoreContext.Provider>
        </QueryClientProvider>
      </MantineProvider>,
    ),
  );
  return performance.now() - started;
};
