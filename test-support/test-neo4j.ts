/** The genuine, temporary Neo4j of the db project: one for the whole run with its own folder and port, removed afterwards. */
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { startLocalNeo4j } from '../server/local-neo4j/start-local-neo4j.ts';
import type { LocalNeo4j } from '../server/local-neo4j/start-local-neo4j.ts';
import { step } from '../server/progress.ts';
import { probeDatabase } from '../server/store/probe.ts';
import { removeDataDir, throwawayDataDir } from './throwaway-data.ts';

export interface TestNeo4j {
  uri: string;
  user: string;
  password: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    neo4j: TestNeo4j;
  }
}

/** The address of the suite's database. Test files use it one after the other; each empties it first. */
export function testNeo4j(): TestNeo4j {
  return inject('neo4j');
}

let running: { server: LocalNeo4j; dataDir: string } | undefined;

export async function setup(project: TestProject): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const done = step('Start a throwaway Neo4j', say);
  const dataDir = await throwawayDataDir(say);
  const server = await startLocalNeo4j({ dataDir, log: say, probe: probeDatabase });
  running = { server, dataDir };
  done(server.uri);
  project.provide('neo4j', { uri: server.uri, user: server.user, password: server.password });
}

export async function teardown(): Promise<void> {
  if (!running) return;
  await running.server.stop(0);
  removeDataDir(running.dataDir);
}
