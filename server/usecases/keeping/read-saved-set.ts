/** Reads the entities of a saved set: those it names and that are there, or those its query finds. */
import type { readSavedSet as contract } from '../../contract/routes/saved-sets.ts';
import type { Database } from '../../store/connect.ts';
import { clocksOf, hasClocks, loadViewState } from '../../graph/resident/load-view-state.ts';
import { nodesById } from '../../graph/resident/view-state.ts';
import { nodesOf } from '../../graph/in-database/flat-context.ts';
import { readFlat } from '../../graph/in-database/read-flat.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { selectedEntities } from '../tracing/resolve-selector.ts';
import { selectorsInDatabase, selectorsInState } from '../tracing/selector-sources.ts';

type Route = typeof contract;

/** @throws AppError `not-found` for a set nobody has saved */
export async function readSavedSet(
  db: Database,
  { params: { id }, query }: Pick<InputOf<Route>, 'params' | 'query'>,
  o?: CallOptions,
): Promise<AnswerOf<Route>> {
  const page = (ids: readonly string[]) => ids.slice(query.offset, query.offset + query.limit);
  const clocks = clocksOf(query);
  if (hasClocks(clocks)) {
    const state = await loadViewState(db, clocks, o);
    const { ids } = await selectedEntities({ savedSet: id }, selectorsInState(state, db), '');
    return { nodes: nodesById(page(ids), state), total: ids.length, revision: state.revision };
  }
  return readFlat(
    db,
    async (reader) => {
      const { ids } = await selectedEntities({ savedSet: id }, selectorsInDatabase(reader), '');
      const nodes = await nodesOf(reader, page(ids));
      return { nodes: page(ids).flatMap((one) => nodes.get(one) ?? []), total: ids.length, revision: reader.revision };
    },
    o,
  );
}
