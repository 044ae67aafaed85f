/** Runs a trace, draws its best paths and opens its answer in words, with the first of them. */
import { traceQuery, type TraceAnswer } from '../api/queries.ts';
import type { EdgeView } from '../../server/contract/views.ts';
import type { Selector, TraceSwitches } from '../../server/domain/model/questions.ts';
import { neededEntities } from '../../server/domain/picturing/drawn/drawable.ts';
import { words } from '../i18n/messages.ts';
import { explainError, wasStopped } from '../api/explain-error.ts';
import type { Deps } from './deps.ts';
import { fetchSteadily } from './loading/fetch-steadily.ts';

/** Most entities that a trace draws at first; paths beyond are drawn when chosen. */
const DRAWN_AT_MOST = 40;

export interface TraceWish {
  from: Selector;
  to: Selector;
  switches: TraceSwitches;
  /** Start with an empty canvas. */
  fresh?: boolean;
  title?: string;
}

/** The best claim of every hop of a path, with all entities that its edges need. */
export function pieceOfPath(path: TraceAnswer['paths'][number], edges: ReadonlyMap<string, EdgeView>): { entities: string[]; edges: EdgeView[] } {
  const best = path.hops.map((hop) => edges.get(hop.best)).filter((edge) => edge !== undefined);
  return { entities: [...new Set([...path.entities, ...best.flatMap(neededEntities)])], edges: best };
}

export async function runTrace(deps: Deps, wish: TraceWish): Promise<void> {
  const { store, latest, tell } = deps;
  const run = latest.begin('trace', words.doing.trace);
  const { clocks } = store.get().history.present;
  const trace = { from: wish.from, to: wish.to, switches: wish.switches };
  // The ends are shown during the search; the drawing becomes part of the same step of the history.
  store.dispatch({ type: 'trace', words: wish.title ?? words.acts.trace, trace });
  const asked = store.get().history.present.trace;
  store.dispatch({ type: 'regions', regions: { tab: 'trace', leftOpen: true } });
  const { selection } = store.get();
  try {
    const answer = await fetchSteadily(deps, run, traceQuery(wish.from, wish.to, wish.switches, clocks));
    // An end removed during the search stays away, and the answer is not used.
    if (!run.isNewest() || store.get().history.present.trace !== asked) return;
    const edges = new Map(answer.edges.map((edge) => [edge.id, edge]));
    const entities = new Set<string>();
    const claims = new Map<string, EdgeView>();
    for (const path of answer.paths) {
      const piece = pieceOfPath(path, edges);
      if (entities.size > 0 && new Set([...entities, ...piece.entities]).size > DRAWN_AT_MOST) break;
      for (const id of piece.entities) entities.add(id);
      for (const edge of piece.edges) claims.set(edge.id, edge);
    }
    if (entities.size === 0) for (const end of [...answer.searched.from, ...answer.searched.to].slice(0, DRAWN_AT_MOST)) entities.add(end.id);
    const left = [...new Set(answer.paths.flatMap((path) => path.hops.map((hop) => hop.best)))].filter((id) => edges.has(id) && !claims.has(id));
    store.dispatch({ type: 'received', clocks, nodes: answer.nodes, edges: left.map((id) => edges.get(id)).filter((edge) => edge !== undefined), absent: [] });
    store.dispatch({
      type: 'place',
      words: wish.title ?? words.acts.trace,
      nodes: answer.nodes,
      edges: [...claims.values()],
      entities: [...entities],
      clocks,
      fresh: wish.fresh,
      trace,
      left,
    });
    const first = answer.paths[0];
    store.dispatch({ type: 'read', reading: first ? { path: first.id } : {} });
    // Where the user selected something during the search, that selection is kept.
    if (store.get().selection !== selection) return;
    store.dispatch({ type: 'select', selection: { entities: [], claims: [] } });
    store.dispatch({ type: 'open', panel: { kind: 'prose' } });
  } catch (error) {
    if (!wasStopped(error)) tell(`${words.errors.notTraced} ${explainError(error)}`, true);
  } finally {
    run.end();
  }
}

/** Chooses one path for reading: draws what is missing of it and emphasises it. */
export function choosePath(deps: Deps, answer: TraceAnswer, id: string): void {
  const { store } = deps;
  const path = answer.paths.find((p) => p.id === id);
  if (!path) return;
  const { clocks } = store.get().history.present;
  const piece = pieceOfPath(path, new Map(answer.edges.map((edge) => [edge.id, edge])));
  store.dispatch({ type: 'place', words: path.title, nodes: answer.nodes, edges: piece.edges, entities: piece.entities, clocks });
  store.dispatch({ type: 'read', reading: { path: id } });
  store.dispatch({ type: 'select', selection: { entities: [], claims: [] } });
  store.dispatch({ type: 'open', panel: { kind: 'prose' } });
}
