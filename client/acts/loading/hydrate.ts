/** Reads entities and claims that a view names and the cache does not hold: after a link, a change of dates, or an undo to other dates. */
import { call } from '../../api/call.ts';
import { clockBodyOf } from '../../api/queries.ts';
import { API_LIMITS } from '../../../server/contract/parts.ts';
import { readSubgraph } from '../../../server/contract/routes/subgraph.ts';
import { drawnClocks } from '../../state/struck.ts';
import type { ViewState } from '../../state/reduce.ts';
import { words } from '../../i18n/messages.ts';
import { explainError, wasStopped } from '../../api/explain-error.ts';
import type { Deps } from '../deps.ts';

/** True where the canvas names an entity or claim that was neither received nor found absent. */
function isUnread(state: ViewState): boolean {
  const { canvas } = state.history.present;
  const { nodes, edges, absent } = state.cache;
  return canvas.entities.some((id) => !nodes.has(id) && !absent.has(id)) || canvas.claims.some((id) => !edges.has(id) && !absent.has(id));
}

/** True where the user stopped the reading of exactly what the canvas names. */
export function readingStopped(state: ViewState): boolean {
  const { canvas, clocks } = state.history.present;
  const { stopped } = state;
  return stopped !== undefined && stopped.entities === canvas.entities && stopped.claims === canvas.claims && stopped.clocks === clocks && isUnread(state);
}

/** True where something on the canvas must still be read. */
export function needsReading(state: ViewState): boolean {
  return isUnread(state) && !readingStopped(state);
}

/** Resolves to false where reading failed and may be tried again. */
export async function hydrate(deps: Deps): Promise<boolean> {
  const { store, latest, tell } = deps;
  const { canvas, clocks: asked, compare } = store.get().history.present;
  const clocks = drawnClocks(asked);
  const run = latest.begin('hydrate', words.doing.hydrate);
  try {
    const ids = [...new Set([...canvas.entities, ...canvas.also])].slice(0, API_LIMITS.subgraphEntities);
    if (ids.length === 0) return true;
    const answer = await call(readSubgraph, { body: { ids, clocks: clockBodyOf(clocks) }, signal: run.signal });
    if (!run.isNewest()) return true;
    const there = new Set([...answer.nodes.map((n) => n.id), ...answer.edges.map((e) => e.id)]);
    const absent = [...canvas.entities, ...canvas.claims].filter((id) => !there.has(id));
    const lost = canvas.entities.filter((id) => !there.has(id)).length;
    store.dispatch({ type: 'received', clocks, nodes: answer.nodes, edges: answer.edges, absent });
    // Who is in one of two states alone is marked so.
    if (lost > 0 && !compare) tell(words.errors.missing(lost));
    return true;
  } catch (error) {
    if (wasStopped(error)) {
      store.dispatch({ type: 'reading-stopped', stopped: true });
      return true;
    }
    tell(explainError(error), true);
    return false;
  } finally {
    run.end();
  }
}
