/** The page of the bench of the table and the timeline: shows the claims of a generated graph in either view of the workbench. */
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import '@mantine/core/styles.css';
import '../../../ui/tokens.css';
import '../../../ui/base.css';
import '../../../ui/views.css';
import '../../../ui/timeline.css';
import { rowsOfClaimsQuery } from '../../../api/queries.ts';
import type { EdgeView, TableRow } from '../../../../server/contract/views.ts';
import { DepsContext } from '../../../acts/deps.ts';
import { receive } from '../../../state/canvas/graph-cache.ts';
import { createLatest } from '../../../state/latest.ts';
import { initialState } from '../../../state/reduce.ts';
import { createStore, StoreContext } from '../../../state/store.ts';
import { EMPTY_CANVAS, EMPTY_DOCUMENT } from '../../../state/view.ts';
import { dated } from '../../../testing/build-views.ts';
import { generateGraph } from '../../../testing/generate-graph.ts';
import { TimelineView } from '../../timeline/timeline-view.tsx';
import { TableView } from '../table-view.tsx';

declare global {
  interface Window {
    /** Shows so many claims. Returns milliseconds from the first line of code to the rendered table. */
    showRows?: (claims: number, view: 'table' | 'timeline') => number;
  }
}

/** A date of each kind for most claims, over fifty years; steps for every third. */
function datedRow(claim: EdgeView, i: number): TableRow {
  const year = String(1975 + ((i * 7) % 50));
  const month = `${year}-${String(1 + (i % 12)).padStart(2, '0')}`;
  const forms = [`${month}-${String(1 + (i % 28)).padStart(2, '0')}`, month, year, `${year}/..`, `${year}~`];
  const happened = i % 9 === 0 ? [] : [dated(forms[i % forms.length]!)];
  const on = dated(String(Number(year) + 1));
  return {
    claim: { ...claim, happened },
    published: [on],
    steps: i % 3 === 0 ? [{ level: 'charged', rank: 3, on, citation: `citation ${i}`, counts: true }] : [],
  };
}

window.showRows = (claims, view) => {
  const { nodes, edges } = generateGraph(Math.ceil(claims / 2.5), claims);
  const rows = edges.map(datedRow);
  const canvas = { ...EMPTY_CANVAS, entities: nodes.map((node) => node.id), claims: edges.map((edge) => edge.id) };
  const empty = initialState({ ...EMPTY_DOCUMENT, canvas, middle: { show: view } });
  const store = createStore({
    ...empty,
    cache: receive(
      empty.cache,
      {},
      nodes,
      rows.map(({ claim }) => claim),
    ),
  });
  // What names sources is not asked of a server here.
  const queries = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
  queries.setQueryData(rowsOfClaimsQuery(canvas.claims, {}).queryKey, { rows, nodes, total: rows.length });
  const deps = { store, queries, latest: createLatest(), tell: () => undefined };
  const started = performance.now();
  flushSync(() =>
    createRoot(document.querySelector('#root')!).render(
      <MantineProvider>
        <QueryClientProvider client={queries}>
          <StoreContext.Provider value={store}>
            <DepsContext.Provider value={deps}>{view === 'table' ? <TableView /> : <TimelineView />}</DepsContext.Provider>
          </StoreContext.Provider>
        </QueryClientProvider>
      </MantineProvider>,
    ),
  );
  return performance.now() - started;
};
