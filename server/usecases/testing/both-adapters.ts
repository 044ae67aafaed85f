/** One database read by both adapters of the graph: by the one in memory, and by the one in the database. */
import { setGraphMemory } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';

export const ADAPTERS = ['resident', 'in-database'] as const;

/** A handle of its own on the database, whose graph is answered by one adapter whatever the size of the case. */
export function answeredBy(adapter: (typeof ADAPTERS)[number], db: Database): Database {
  const handle = { ...db };
  setGraphMemory(handle, adapter === 'resident' ? 100_000 : 0);
  return handle;
}
