/** Places entities on the canvas, with the claims that join them to those already drawn. */
import { call } from '../api/call.ts';
import { knownNames } from '../api/names.ts';
import { clockBodyOf } from '../api/queries.ts';
import { listClaims } from '../../server/contract/routes/claims.ts';
import { readSubgraph } from '../../server/contract/routes/subgraph.ts';
import { API_LIMITS } from '../../server/contract/parts.ts';
import { activeFilters } from '../state/filters/filters.ts';
import { leftOutBy } from '../state/drawn/drawn.ts';
import { drawnOf } from '../state/drawn/use-drawn.ts';
import { words } from '../i18n/messages.ts';
import { explainError, wasStopped } from '../api/explain-error.ts';
import type { Deps } from './deps.ts';
import { setFilters } from './set-filters.ts';

/**
 * Places one entity with its claims to drawn entities, and opens its panel. Claims whose ends are all drawn are read as a subgraph. Claims that also name a
 * place or a legal case that is not drawn are read as a list.
 */
export async function placeEntity(deps: Deps, id: string, name: string): Promise<boolean> {
  const { store, latest, tell } = deps;
  const run = latest.begin(`place ${id}`, words.doing.place(name));
  const { canvas, clocks } = store.get().history.present;
  try {
    const ids = [...new Set([id, ...canvas.entities, ...canvas.also])].slice(0, API_LIMITS.subgraphEntities);
    const body = { clocks: clockBodyOf(clocks) };
    const [graph, listed] = await Promise.all([
      call(readSubgraph, { body: { ids, ...body }, signal: run.signal }),
      call(listClaims, { body: { filter: { entities: [id] }, limit: API_LIMITS.listResults, ...body }, signal: run.signal }),
    ]);
    if (!run.isNewest()) return false;
    const touching = graph.edges.filter((edge) => edge.segments.some((s) => s.from === id || s.to === id) || edge.openEnds.length > 0);
    const joining = new Map([...touching, ...listed.claims].map((edge) => [edge.id, edge]));
    store.dispatch({
      type: 'place',
      words: words.acts.place(name),
      nodes: [...graph.nodes, ...listed.nodes],
      edges: canvas.entities.length === 0 ? [] : [...joining.values()],
      entities: [id],
      clocks,
    });
    store.dispatch({
      type: 'select',
      selection: { entities: [id], claims: [] },
      panel: { kind: 'entity', id },
    });
    tellIfHidden(deps, id, name);
    return true;
  } catch (error) {
    if (!wasStopped(error)) tell(`${words.errors.notPlaced(name)} ${explainError(error)}`, true);
    return false;
  } finally {
    run.end();
  }
}

/** An entity that the filters hide although it was placed: says so, names them, and offers to drop them. */
function tellIfHidden(deps: Deps, id: string, name: string): void {
  const { store, tell } = deps;
  const { history, cache } = store.get();
  const { filters } = history.present;
  const view = drawnOf(store.get());
  if (view.nodes.some((node) => node.id === id)) return;
  const all = activeFilters(filters, knownNames(deps.queries));
  const hiding = all.filter((filter) => leftOutBy(history.present, cache, view, filter).entities.includes(id));
  // Several that hide it each by itself: dropping one of them shows nothing.
  const dropped = hiding.length > 0 ? hiding : all;
  tell(
    words.filters.hidesPlaced(
      name,
      dropped.map(({ line }) => line),
    ),
    false,
    { label: words.filters.showPlaced, run: () => setFilters(deps, Object.assign({}, ...dropped.map(({ without }) => without))) },
  );
}
