/** The mappings of tables that were agreed to, kept in this browser by the names in the heads. */
import { headsKey, MAPPING_LIMITS, tableMapping, type TableMapping } from '../../../../server/contract/table-mapping.ts';

const KEY = 'attest-mappings';

/** The newest first; none where the browser keeps nothing, or what it kept is of another version. */
export function keptMappings(): TableMapping[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.flatMap((one) => tableMapping.safeParse(one).data ?? []) : [];
  } catch {
    return [];
  }
}

export function keepMappings(agreed: readonly TableMapping[]): void {
  const own = new Set(agreed.map(({ heads }) => headsKey(heads)));
  const all = [...agreed, ...keptMappings().filter(({ heads }) => !own.has(headsKey(heads)))];
  try {
    localStorage.setItem(KEY, JSON.stringify(all.slice(0, MAPPING_LIMITS.tables)));
  } catch {
    // The import goes on; the columns are then mapped again another time.
  }
}
