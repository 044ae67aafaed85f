/** Reads one database by both graph adapters, the resident one and the in-database one. */
import type { CompactCase } from '../../graph/compact/compact-case.ts';
import { searchInMemory, setGraphMemory } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';

export const ADAPTERS = ['resident', 'in-database'] as const;

/** A separate connection to the database, whose graph questions are answered by the given adapter whatever the size of the case; its traces by `compact`. */
export function answeredBy(adapter: (typeof ADAPTERS)[number], db: Database, compact?: CompactCase): Database {
  const handle = { ...db };
  if (compact) searchInMemory(handle, compact);
  setGraphMemory(handle, adapter === 'resident' ? 100_000 : 0);
  return handle;
}
