/** How many claims and entities readers see. */
import { z } from 'zod';
import type { Tx } from '../connect.ts';
import { defineQuery } from '../query.ts';
import { readStaging } from './read-staging.ts';

const row = z.object({ claims: z.int(), entities: z.int() });
const countAll = defineQuery({ file: 'read/count-case.cypher', mode: 'READ', params: z.strictObject({}), row });
const countVisible = defineQuery({ file: 'read/count-visible.cypher', mode: 'READ', params: z.strictObject({ rev: z.int() }), row });

/** At once out of the count store, but while an import is being staged: then record by record, for what is staged must bound nobody. */
export async function countCase(tx: Tx, rev: number): Promise<z.infer<typeof row>> {
  const isStaging = (await readStaging.run(tx, {})).length > 0;
  const [counted] = await (isStaging ? countVisible.run(tx, { rev }) : countAll.run(tx, {}));
  return counted ?? { claims: 0, entities: 0 };
}
