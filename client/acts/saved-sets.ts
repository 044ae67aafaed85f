/** Acts on saved sets: save, place, delete, and restore. */
import { call } from '../api/call.ts';
import { ApiError } from '../api/api-error.ts';
import { clockBodyOf } from '../api/queries.ts';
import { SAVED_SETS, type SavedSet, setEntitiesQuery } from '../api/queries-find.ts';
import { API_LIMITS } from '../../server/contract/parts.ts';
import { deleteSavedSet, saveSet as route } from '../../server/contract/routes/saved-sets.ts';
import { readSubgraph } from '../../server/contract/routes/subgraph.ts';
import type { Selector } from '../../server/domain/model/questions.ts';
import { words } from '../i18n/messages.ts';
import type { Deps } from './deps.ts';
import { explainError, wasStopped } from '../api/explain-error.ts';
import { fetchSteadily } from './loading/fetch-steadily.ts';

const t = words.sets;
/** Entities of a set that are placed at once; the others can be placed from its panel. */
export const PLACED_AT_ONCE = 200;
/** Other ids tried where the id made from the name is taken. */
const TRIES = 20;
export type SetContent = { ids: string[] } | { query: Selector };

/** An id made from a name: its Latin letters and digits, or `set` where there are none. */
export function idOfName(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return (
    plain
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60)
      .replace(/-$/, '') || 'set'
  );
}

/** Saves under a free id. Returns the set as stored, or undefined where it was not saved. */
export async function saveSet(deps: Deps, name: string, content: SetContent): Promise<SavedSet | undefined> {
  const wanted = idOfName(name);
  for (let n = 1; n <= TRIES; n += 1) {
    try {
      // Revision 0: save only where no set has this id.
      const saved = await call(route, { params: { id: n === 1 ? wanted : `${wanted}-${n}` }, body: { name, ...content, revision: 0 } });
      await deps.queries.invalidateQueries({ queryKey: SAVED_SETS });
      deps.tell(t.saved(name));
      return saved;
    } catch (error) {
      if (error instanceof ApiError && error.code === 'conflict') continue;
      deps.tell(`${t.notSaved} ${explainError(error)}`, true);
      return undefined;
    }
  }
  deps.tell(t.changed, true);
  return undefined;
}

export async function deleteSet(deps: Deps, set: SavedSet): Promise<boolean> {
  try {
    await call(deleteSavedSet, { params: { id: set.id } });
    await deps.queries.invalidateQueries({ queryKey: SAVED_SETS });
    return true;
  } catch (error) {
    deps.tell(`${t.notRemoved} ${explainError(error)}`, true);
    return false;
  }
}

/** Saves a deleted set again as it was. */
export async function putBack(deps: Deps, { id, name, ids, query }: SavedSet): Promise<boolean> {
  try {
    await call(route, { params: { id }, body: { name, ...(ids ? { ids } : { query }), revision: 0 } });
    await deps.queries.invalidateQueries({ queryKey: SAVED_SETS });
    return true;
  } catch (error) {
    deps.tell(`${t.notSaved} ${explainError(error)}`, true);
    return false;
  }
}

/** Places the entities of a set with the claims among them and to those drawn. Says so where there are too many. */
export async function placeSet(deps: Deps, set: Pick<SavedSet, 'id' | 'name'>): Promise<void> {
  const { store, latest, tell } = deps;
  const run = latest.begin('place set', t.doing(set.name));
  const { canvas, clocks } = store.get().history.present;
  try {
    const { nodes, total } = await fetchSteadily(deps, run, setEntitiesQuery(set.id, clocks));
    const ids = nodes.slice(0, PLACED_AT_ONCE).map((node) => node.id);
    if (ids.length === 0) return tell(t.empty);
    const all = [...new Set([...ids, ...canvas.entities, ...canvas.also])].slice(0, API_LIMITS.subgraphEntities);
    const graph = await call(readSubgraph, { body: { ids: all, clocks: clockBodyOf(clocks) }, signal: run.signal });
    if (!run.isNewest()) return;
    const placed = new Set(ids);
    const edges = graph.edges.filter((edge) => edge.segments.some((s) => placed.has(s.from) || placed.has(s.to)));
    store.dispatch({ type: 'place', words: t.act(set.name), nodes: graph.nodes, edges, entities: ids, clocks });
    if (ids.length < total) tell(t.placed(set.name, ids.length, total));
  } catch (error) {
    if (!wasStopped(error)) tell(`${t.notPlaced(set.name)} ${explainError(error)}`, true);
  } finally {
    run.end();
  }
}
