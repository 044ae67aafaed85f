/** Compares two states of a record field by field. */
import { canonicalJson } from '../model/canonical-json.ts';

export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
}

/** The fields whose values differ, sorted by name; an absent field is null. Empty where the two are equal. */
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
