/** Counts what an expansion of an entity would bring, by group, predicate and type. On a hub the count is bounded. */
import type { summarizeNeighbours as contract } from '../../contract/routes/entities.ts';
import type { Group } from '../../domain/model/lists.ts';
import { readGraph } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';
import { clocksOf, type AnswerOf, type CallOptions, type InputOf } from '../route-types.ts';

type Route = typeof contract;

/** Each list is ordered by number, highest first, then by name. */
export async function summarizeNeighbours(
  db: Database,
  { params, query }: Pick<InputOf<Route>, 'params' | 'query'>,
  o?: CallOptions,
): Promise<AnswerOf<Route>> {
  return readGraph(
    db,
    clocksOf(query),
    async (graph) => {
      const { claims, neighbours, atLeast, predicates, types, lineless } = await graph.neighbours(params.id);
      const groups = new Map<Group, number>();
      for (const { group, claims: n } of predicates) groups.set(group, (groups.get(group) ?? 0) + n);
      return {
        claims,
        neighbours,
        atLeast,
        groups: [...groups].map(([group, n]) => ({ group, claims: n })).sort((a, b) => b.claims - a.claims || compare(a.group, b.group)),
        predicates: predicates.toSorted((a, b) => b.claims - a.claims || compare(a.predicate, b.predicate)),
        types: types.toSorted((a, b) => b.neighbours - a.neighbours || compare(a.type, b.type)),
        lineless,
        revision: graph.revision,
      };
    },
    o,
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
