/** Opens the database that a command works on: the one in the settings, the one of a running Attest, or one started for this command. */
import type { Config } from '../../server/config.ts';
import type { DiskSpace } from '../../server/domain/model/disk-space.ts';
import { diskSpaceOf } from '../../server/local-neo4j/disk-space-of.ts';
import { findLocalNeo4j } from '../../server/local-neo4j/find-local-neo4j.ts';
import { startLocalNeo4j } from '../../server/local-neo4j/start-local-neo4j.ts';
import { probeDatabase } from '../../server/store/probe.ts';

export interface OpenTarget {
  target: { uri: string; user: string; password: string; database?: string; disk?: DiskSpace };
  /** Stops the database if it was started for this command. */
  stop: () => Promise<void>;
}

export async function openTarget(config: Config, say: (line: string) => void): Promise<OpenTarget> {
  if (config.neo4j) return { target: config.neo4j, stop: async () => undefined };
  const disk = diskSpaceOf(config.dataDir);
  const running = findLocalNeo4j(config.dataDir);
  if (running) return { target: { ...running, disk }, stop: async () => undefined };
  say('No Attest is running on this data: starting its Neo4j for this command.');
  const neo4j = await startLocalNeo4j({ dataDir: config.dataDir, probe: probeDatabase, log: say });
  return { target: { uri: neo4j.uri, user: neo4j.user, password: neo4j.password, disk }, stop: () => neo4j.stop() };
}
