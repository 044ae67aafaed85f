/** The revision readers see. */
import { z } from 'zod';
import type { Tx } from '../connect.ts';
import { defineQuery } from '../query.ts';

export const readRevision = defineQuery({
  file: 'read/read-revision.cypher',
  mode: 'READ',
  params: z.strictObject({}),
  row: z.object({ revision: z.int() }),
});

/** The current revision; 0 in a database nobody has written to. Every other read is asked at it (`$rev`). */
export async function currentRevision(tx: Tx): Promise<number> {
  const [state] = await readRevision.run(tx, {});
  return state?.revision ?? 0;
}
