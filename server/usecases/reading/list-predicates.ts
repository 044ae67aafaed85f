/** Lists every predicate with its forms, its roles and the number of its claims. */
import type { listPredicates as contract } from '../../contract/routes/vocabulary.ts';
import { readGraph } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';
import type { AnswerOf, CallOptions } from '../route-types.ts';

export async function listPredicates(db: Database, _input?: unknown, o?: CallOptions): Promise<AnswerOf<typeof contract>> {
  const counted = await readGraph(db, undefined, (graph) => graph.predicates(), o);
  return { predicates: counted.map(({ predicate, claims }) => ({ ...predicate, claims })) };
}
