/** Which stored properties differ from what they should be. */
import { canonicalJson } from '../../domain/model/canonical-json.ts';

/** Names of the expected properties that are stored otherwise; null and absent are one, for the database keeps no null. */
export function differingFields(expected: Record<string, unknown>, stored: Record<string, unknown>): string[] {
  return Object.keys(expected).filter((field) => canonicalJson(expected[field] ?? null) !== canonicalJson(stored[field] ?? null));
}
