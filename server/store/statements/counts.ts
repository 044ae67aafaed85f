/** Statements that count records, in all and by kind. */
import { z } from 'zod';
import { ENTITY_TYPES, GROUPS, SUPPORT_LEVELS } from '../../domain/model/lists.ts';
import type { Tx } from '../connect.ts';
import { defineQuery } from '../query.ts';
import { atRevision, ids, noParams } from './shapes.ts';
import { readStaging } from './recording/staging.ts';

const caseCounts = z.object({ claims: z.int(), entities: z.int() });
const countAll = defineQuery({ name: 'count-case', params: noParams, row: caseCounts });
const countVisible = defineQuery({ name: 'count-visible', params: atRevision, row: caseCounts });

/** Read at once from the count store. While an import is being staged the records are counted one by one, so that staged ones are not included. */
export async function countCase(tx: Tx, rev: number): Promise<z.infer<typeof caseCounts>> {
  const isStaging = (await readStaging.run(tx, {})).length > 0;
  const [counted] = await (isStaging ? countVisible.run(tx, { rev }) : countAll.run(tx, {}));
  return counted ?? { claims: 0, entities: 0 };
}

export const countEntities = defineQuery({
  name: 'count-entities',
  params: atRevision,
  row: z.object({ type: z.enum(ENTITY_TYPES), dataset: z.string(), entities: z.int() }),
});
export const countSources = defineQuery({ name: 'count-sources', params: atRevision, row: z.object({ sources: z.int() }) });
export const tallyClaims = defineQuery({
  name: 'tally-claims',
  params: atRevision,
  row: z.object({
    predicate: z.string(),
    group: z.enum(GROUPS),
    level: z.enum([...SUPPORT_LEVELS, 'disputed-only']),
    contested: z.boolean(),
    stale: z.boolean(),
    datasets: ids,
    claims: z.int(),
    citations: z.int(),
  }),
});
export const tallyVoices = defineQuery({
  name: 'tally-voices',
  params: atRevision,
  row: z.object({
    voice: z.string(),
    claims: z.int(),
    /** Number of claims of which it is the only origin. */
    alone: z.int(),
  }),
});
