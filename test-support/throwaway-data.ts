/** Temporary data folders for tests: empty, in the system's temporary folder, sharing the jars of this working tree. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { provisionNeo4j } from '../server/local-neo4j/provision.ts';

const OWN_DATA = resolve(fileURLToPath(new URL('../.attest', import.meta.url)));

/** An empty data folder that links to the shared jars, which are downloaded first if they are missing. */
export async function throwawayDataDir(log: (line: string) => void = () => undefined): Promise<string> {
  const shared = join(OWN_DATA, 'neo4j-lib');
  mkdirSync(OWN_DATA, { recursive: true, mode: 0o700 });
  await provisionNeo4j(shared, log);
  const dataDir = mkdtempSync(join(tmpdir(), 'attest-test-'));
  symlinkSync(shared, join(dataDir, 'neo4j-lib'), 'dir');
  return dataDir;
}

/** Removes a temporary data folder; the shared jars behind the link stay. */
export function removeDataDir(dataDir: string): void {
  rmSync(dataDir, { recursive: true, force: true });
}
