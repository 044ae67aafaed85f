/** Compares stored properties with what they should be. */
import { canonicalJson } from '../../domain/model/canonical-json.ts';

/** Names of the properties that differ. null and absent are equal, because the database stores no null. */
export function differingFields(expected: Record<string, unknown>, stored: Record<string, unknown>): string[] {
  return Object.keys(expected).filter((field) => canonicalJson(expected[field] ?? null) !== canonicalJson(stored[field] ?? null));
}
