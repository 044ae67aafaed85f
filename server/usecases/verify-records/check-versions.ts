/** Every record has one open version, and it says what the record says. */
import { canonicalJson } from '../../domain/canonical-json.ts';
import { recordKey } from '../../domain/change-plan.ts';
import type { Records } from '../../domain/model.ts';
import type { Tx } from '../../store/connect.ts';
import { auditVersions } from '../../store/queries/audit.ts';
import type { Fault } from './fault.ts';

export async function checkVersions(tx: Tx, rev: number, records: Records, report: (fault: Fault) => void): Promise<void> {
  const expected = new Map<string, unknown>();
  for (const [id, record] of records.datasets) expected.set(recordKey('dataset', id), record);
  for (const [id, record] of records.voices) expected.set(recordKey('voice', id), record);
  for (const [id, record] of records.sources) expected.set(recordKey('source', id), record);
  for (const [id, record] of records.entities) expected.set(recordKey('entity', id), record);
  for (const [id, record] of records.predicates) expected.set(recordKey('predicate', id), record);
  for (const [id, record] of records.claims) expected.set(recordKey('claim', id), record);
  for (const record of [...records.citations.values()].flat()) expected.set(recordKey('citation', record.id), record);
  for (const record of records.rivals) expected.set(recordKey('rivals', record.id), record);
  for (const record of records.identities) expected.set(recordKey('identity', record.id), record);
  for (const [id, record] of records.questions) expected.set(recordKey('question', id), record);
  const seen = new Set<string>();
  for (const { key, json } of await auditVersions.run(tx, { rev })) {
    const record = expected.get(key);
    if (seen.has(key)) report({ kind: 'versions', record: key, message: 'it has more than one open version' });
    else if (record === undefined) report({ kind: 'versions', record: key, message: 'an open version is left of a record that is not there' });
    else if (canonicalJson(record) !== json) report({ kind: 'versions', record: key, message: 'its open version says something else' });
    seen.add(key);
  }
  for (const key of expected.keys()) if (!seen.has(key)) report({ kind: 'versions', record: key, message: 'it has no open version' });
}
