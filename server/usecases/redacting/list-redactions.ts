/** Lists the redactions, without the marks by which a person is known again. */
import type { listRedactions as contract } from '../../contract/routes/keeping/redactions.ts';
import type { Database } from '../../store/connect.ts';
import { listRedactionRows } from '../../store/statements/redactions.ts';
import type { AnswerOf, CallOptions } from '../route-types.ts';

export async function listRedactions(db: Database, o?: CallOptions): Promise<AnswerOf<typeof contract>> {
  const rows = await db.read((tx) => listRedactionRows.run(tx, {}), o);
  return { redactions: rows.map(({ marks: _marks, salt: _salt, ...shown }) => shown) };
}
