/** What differs between two states of a record, field by field. */
import { canonicalJson } from '../model/canonical-json.ts';

export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
}

/** Fields whose values differ, in the order of their names; an absent field is null. Empty where the two are one record. */
export function compareRecords(before: object, after: object): FieldChange[] {
  const old = new Map(Object.entries(before));
  const now = new Map(Object.entries(after));
  const changes: FieldChange[] = [];
  for (const field of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const [a = null, b = null] = [old.get(field), now.get(field)];
    if (canonicalJson(a) !== canonicalJson(b)) changes.push({ field, before: a, after: b });
  }
  return changes;
}
