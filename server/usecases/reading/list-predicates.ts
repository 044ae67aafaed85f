/** Lists every predicate with its forms, roles and the number of claims that have it. */
import type { listPredicates as contract } from '../../contract/routes/vocabulary.ts';
import type { Database } from '../../store/connect.ts';
import { claimTally } from '../../graph/in-database/claim-tally.ts';
import { predicatesOf } from '../../graph/in-database/flat-context.ts';
import { readFlat } from '../../graph/in-database/read-flat.ts';
import type { AnswerOf, CallOptions } from '../route-types.ts';

export async function listPredicates(db: Database, _input?: unknown, o?: CallOptions): Promise<AnswerOf<typeof contract>> {
  return readFlat(
    db,
    async (reader) => {
      const counts = new Map<string, number>();
      for (const { predicate, claims } of await claimTally(reader)) {
        counts.set(predicate, (counts.get(predicate) ?? 0) + claims);
      }
      const predicates = [...(await predicatesOf(reader)).values()];
      return { predicates: predicates.map((p) => ({ ...p, claims: counts.get(p.id) ?? 0 })) };
    },
    o,
  );
}
