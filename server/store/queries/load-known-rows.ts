/** The statements an import is checked and planned with. */
import { z } from 'zod';
import { defineQuery } from '../query.ts';

const rev = z.int();
const ids = z.array(z.string());
const keyed = z.object({ kind: z.string(), id: z.string() });

export const knownRecordRows = defineQuery({
  file: 'read/load-known-records.cypher',
  mode: 'READ',
  params: z.strictObject({ rev, ids: z.record(z.string(), ids) }),
  row: z.object({ kind: z.string(), json: z.string(), since: rev }),
});
export const editsAmong = defineQuery({
  file: 'read/list-edits-among.cypher',
  mode: 'READ',
  params: z.strictObject({ revisions: z.array(rev) }),
  row: z.object({ revision: rev }),
});
export const lastImportedRows = defineQuery({
  file: 'read/load-last-imported.cypher',
  mode: 'READ',
  params: z.strictObject({ rows: z.array(z.strictObject({ key: z.string(), since: rev })) }),
  row: z.object({ key: z.string(), json: z.string() }),
});
export const knownClaimRows = defineQuery({
  file: 'read/load-known-claims.cypher',
  mode: 'READ',
  params: z.strictObject({ rev, ids, keys: ids }),
  row: z.object({ id: z.string(), aliases: ids, citations: ids }),
});
export const knownAliasRows = defineQuery({
  file: 'read/load-known-aliases.cypher',
  mode: 'READ',
  params: z.strictObject({ rev, ids }),
  row: z.object({ id: z.string(), aliases: ids }),
});
export const lineageIdRows = defineQuery({
  file: 'read/load-known-lineage.cypher',
  mode: 'READ',
  params: z.strictObject({ rev, ids }),
  row: z.object({ id: z.string() }),
});
export const identityIdRows = defineQuery({
  file: 'read/list-identity-ids.cypher',
  mode: 'READ',
  params: z.strictObject({ rev }),
  row: z.object({ id: z.string() }),
});
export const datasetCountRows = defineQuery({
  file: 'read/count-dataset-records.cypher',
  mode: 'READ',
  params: z.strictObject({ rev, datasets: ids }),
  row: z.object({ kind: z.string(), dataset: z.string(), n: z.int() }),
});
export const datasetRecordRows = defineQuery({
  file: 'read/list-dataset-records.cypher',
  mode: 'READ',
  params: z.strictObject({ rev, datasets: ids }),
  row: keyed,
});
export const knownIdRows = defineQuery({ file: 'read/list-known-ids.cypher', mode: 'READ', params: z.strictObject({ rev, most: z.int() }), row: keyed });
