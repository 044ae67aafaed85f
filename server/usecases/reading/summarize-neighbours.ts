/** Counts what an expansion of an entity would bring, by group, predicate and type; bounded on a hub. */
import type { summarizeNeighbours as contract } from '../../contract/routes/entities.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Group } from '../../domain/model/lists.ts';
import type { Database } from '../../store/connect.ts';
import { summarizeHub } from '../../store/queries/summarize-hub.ts';
import { summarizeNeighboursRow } from '../../store/queries/summarize-neighbours.ts';
import { clocksOf, hasClocks, loadViewState } from '../../graph/resident/load-view-state.ts';
import { summarizeNeighboursAsOf } from '../../graph/resident/neighbours.ts';
import { predicatesOf } from '../../graph/in-database/flat-context.ts';
import { degreeOf, HUB_DEGREE, HUB_SCAN } from '../../graph/in-database/hub.ts';
import { readFlat } from '../../graph/in-database/read-flat.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';

type Route = typeof contract;
/** Segments whose other entity is looked at on a hub: a look costs a node each. */
const TYPE_SCAN = 20_000;

export async function summarizeNeighbours(db: Database, input: Pick<InputOf<Route>, 'params' | 'query'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  const clocks = clocksOf(input.query);
  if (hasClocks(clocks)) return summarizeNeighboursAsOf(await loadViewState(db, clocks, o), input);
  const { id } = input.params;
  return readFlat(
    db,
    async (reader) => {
      const { tx, revision } = reader;
      const isHub = (await degreeOf(reader, id)).degree > HUB_DEGREE;
      const [row] = isHub
        ? await summarizeHub.run(tx, { rev: revision, id, scan: HUB_SCAN, typeScan: TYPE_SCAN })
        : await summarizeNeighboursRow.run(tx, { rev: revision, id });
      if (!row) throw new AppError('not-found', `There is no entity "${id}".`);
      const known = await predicatesOf(reader);
      const groups = new Map<Group, number>();
      for (const [, group, claims] of row.predicates) groups.set(group, (groups.get(group) ?? 0) + claims);
      const predicates = row.predicates.map(([predicate, group, claims]) => ({
        predicate,
        label: known.get(predicate)?.forms.finite ?? predicate,
        group,
        claims,
      }));
      const types = row.types.map(([type, neighbours]) => ({ type, neighbours }));
      return {
        claims: row.claims,
        neighbours: row.neighbours,
        atLeast: isHub,
        groups: [...groups].map(([group, claims]) => ({ group, claims })).sort((a, b) => b.claims - a.claims),
        predicates: predicates.sort((a, b) => b.claims - a.claims || (a.predicate < b.predicate ? -1 : 1)),
        types: types.sort((a, b) => b.neighbours - a.neighbours),
        revision,
      };
    },
    o,
  );
}
