/** Reads everything again after the case has changed, and says what that changed of what is drawn. */
import { ApiError } from '../../api/api-error.ts';
import { call } from '../../api/call.ts';
import { clockBodyOf, clockQueryOf } from '../../api/queries.ts';
import { API_LIMITS } from '../../../server/contract/parts.ts';
import { readEvidence } from '../../../server/contract/routes/claims.ts';
import { readSubgraph } from '../../../server/contract/routes/subgraph.ts';
import type { EdgeView, NodeView } from '../../../server/contract/views.ts';
import type { Clocks } from '../../../server/domain/model/questions.ts';
import { drawnClocks } from '../../state/struck.ts';
import { type Change, compareRead, notFoundAgain, type ReadAgain } from '../../state/canvas/compare-read.ts';
import { neededEntities } from '../../../server/domain/picturing/drawn/drawable.ts';
import { words } from '../../i18n/messages.ts';
import type { Deps } from '../deps.ts';

/** Claims not found among their entities that are looked for one by one: a new end may have joined them. */
const LOOKED_FOR = 20;
const NOTHING: Change = { entitiesGone: [], claimsGone: [], renamed: [], claimsChanged: 0 };

/**
 * What is open is read again by its panel. Undefined where a newer refresh has begun.
 * @throws ApiError where the canvas could not be read again; it is then left as it was
 */
export async function refresh(deps: Deps): Promise<Change | undefined> {
  const { store, latest, queries } = deps;
  const run = latest.begin('refresh', words.doing.refresh);
  try {
    void queries.invalidateQueries();
    const { history, cache, leftOut } = store.get();
    const { canvas } = history.present;
    const clocks = drawnClocks(history.present.clocks);
    const left = (leftOut?.claims ?? []).map((id) => cache.edges.get(id)).filter((edge) => edge !== undefined);
    const ends = left.flatMap(neededEntities);
    const asked = [...new Set([...canvas.entities, ...canvas.also, ...ends])].slice(0, API_LIMITS.subgraphEntities);
    if (asked.length === 0) return NOTHING;
    const answer = await call(readSubgraph, { body: { ids: asked, clocks: clockBodyOf(clocks) }, signal: run.signal });
    const cut = answer.more > 0;
    const moved = await lookFor(notFoundAgain(cache, canvas, { asked, edges: answer.edges, cut }), clocks, run.signal);
    if (!run.isNewest()) return undefined;
    const read: ReadAgain = { clocks, asked, nodes: [...moved.nodes, ...answer.nodes], edges: [...answer.edges, ...moved.edges], cut };
    // Entities drawn while it was read are of the new revision already.
    const change = compareRead(store.get().cache, canvas, read);
    store.dispatch({ type: 'read-again', read });
    return change;
  } finally {
    run.end();
  }
}

async function lookFor(claims: readonly EdgeView[], clocks: Clocks, signal: AbortSignal): Promise<{ nodes: NodeView[]; edges: EdgeView[] }> {
  const found: { nodes: NodeView[]; edges: EdgeView[] } = { nodes: [], edges: [] };
  for (const { id } of claims.slice(0, LOOKED_FOR)) {
    try {
      const evidence = await call(readEvidence, { params: { id }, query: clockQueryOf(clocks), signal });
      found.nodes.push(...evidence.ends);
      found.edges.push(evidence.claim);
    } catch (error) {
      if (!(error instanceof ApiError && error.code === 'not-found')) throw error;
    }
  }
  return found;
}
