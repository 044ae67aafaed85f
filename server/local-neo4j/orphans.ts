/** Finds and ends orphans: servers that outlived the process that supervised them and still hold the store. */
import { homeArgument } from './configure.ts';
import { endProcess } from './neo4j-process.ts';
import { identifyProcess, processesWithArgument } from './process-identity.ts';
import type { ProcessIdentity } from './process-identity.ts';

/** The record that a supervisor keeps of the server it started. */
export type RecordedServer = Pick<ProcessIdentity, 'pid' | 'started'>;

/** The server in the record that a dead supervisor left. */
export function recordedServer(left: Readonly<Record<string, unknown>> | undefined): RecordedServer | undefined {
  const server = left?.server;
  if (typeof server !== 'object' || server === null) return undefined;
  const { pid, started } = server as Record<string, unknown>;
  return typeof pid === 'number' && typeof started === 'string' ? { pid, started } : undefined;
}

/**
 * Servers of this home that still run: the recorded one where id, start time and command line agree, and any other whose command line names this home. (A
 * supervisor may be killed before it writes its record.)
 */
export function findOrphans(home: string, recorded: RecordedServer | undefined): ProcessIdentity[] {
  const argument = homeArgument(home);
  const known = recorded ? identifyProcess(recorded.pid) : undefined;
  const confirmed = known?.started === recorded?.started && known?.command.includes(argument) ? [known] : [];
  const others = processesWithArgument(argument).filter((found) => found.pid !== confirmed[0]?.pid);
  return [...confirmed, ...others].filter((found): found is ProcessIdentity => found !== undefined);
}

/**
 * Ends every orphan of this home in order, so that nothing it acknowledged is lost.
 * @returns the number of orphans
 */
export async function endOrphans(home: string, recorded: RecordedServer | undefined, log: (line: string) => void): Promise<number> {
  const orphans = findOrphans(home, recorded);
  for (const orphan of orphans) {
    log(`A Neo4j (process ${orphan.pid}) was left running by an Attest that was killed: stopping it first.`);
    const how = await endProcess(orphan);
    log(how === 'killed' ? '  it did not stop in 30 s and was killed' : '  stopped');
  }
  return orphans.length;
}
