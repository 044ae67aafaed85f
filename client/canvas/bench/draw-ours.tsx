/** Draws a generated graph with the canvas of the workbench, also beyond its limit. */
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { Core } from 'cytoscape';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { predicatesQuery } from '../../api/queries.ts';
import { type Deps, DepsContext } from '../../acts/deps.ts';
import { receive } from '../../state/canvas/graph-cache.ts';
import { createLatest } from '../../state/latest.ts';
import { initialState } from '../../state/reduce.ts';
import { createStore, StoreContext } from '../../state/store.ts';
import { EMPTY_CANVAS, EMPTY_DOCUMENT } from '../../state/view.ts';
import type { GeneratedGraph } from '../../testing/generate-graph.ts';
import { GraphCanvas } from '../stage/graph-canvas.tsx';
import { shown } from './measured.ts';

const nothing = (): void => undefined;
const NO_COUNTRIES: ReadonlyMap<string, string> = new Map();

export async function drawOurs(host: HTMLElement, { nodes, edges, positions }: GeneratedGraph): Promise<{ ms: number; end: () => void }> {
  const canvas = { ...EMPTY_CANVAS, entities: nodes.map((node) => node.id), claims: edges.map((edge) => edge.id), positions };
  const empty = initialState({ ...EMPTY_DOCUMENT, canvas });
  const store = createStore({ ...empty, cache: receive(empty.cache, {}, nodes, edges) });
  const queries = new QueryClient();
  queries.setQueryData(predicatesQuery().queryKey, { predicates: [] });
  const deps: Deps = { store, queries, latest: createLatest(), tell: nothing };
  const root = createRoot(host);
  const started = performance.now();
  const cy = await new Promise<Core>((resolve) => {
    flushSync(() =>
      root.render(
        <MantineProvider>
          <QueryClientProvider client={queries}>
            <StoreContext.Provider value={store}>
              <DepsContext.Provider value={deps}>
                <GraphCanvas
                  onMenu={nothing}
                  onExpand={nothing}
                  onPicture={() => undefined}
                  onLayout={nothing}
                  countryOf={NO_COUNTRIES}
                  waiting={false}
                  onHandle={(handle) => handle && resolve(handle.cy)}
                />
              </DepsContext.Provider>
            </StoreContext.Provider>
          </QueryClientProvider>
        </MantineProvider>,
      ),
    );
  });
  return { ms: await shown(cy, started), end: () => root.unmount() };
}
