/** Prepares a home for the start: a private folder, settings, and a random password that is set before the first start. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { firstPasswordArguments, javaArgumentFile, neo4jConf, placesIn } from './configure.ts';
import type { Neo4jSettings } from './configure.ts';

export const LOCAL_USER = 'neo4j';

/** The password in a file that only its owner can read; created where there is none. */
export function keepPassword(home: string): string {
  const { password: file, data } = placesIn(home);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  chmodSync(home, 0o700);
  if (!existsSync(file)) {
    if (existsSync(`${data}/databases/system`)) {
      throw new Error(
        `${file} is gone, and the database in ${data} only opens with the password it held. ` +
          `Put the file back from a backup, or remove ${home} to begin with an empty database.`,
      );
    }
    // Hex digits only: the command that sets the password would take one that begins with a dash for an option.
    writeFileSync(`${file}.new`, randomBytes(24).toString('hex'), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  chmodSync(file, 0o600);
  return readFileSync(file, 'utf8').trim();
}

/** Writes the settings, and sets the password before the first start (by an argument file, so that no process list shows it). */
export async function prepareHome(settings: Neo4jSettings, libDir: string, java: string): Promise<{ password: string; first: boolean }> {
  const { home } = settings;
  const places = placesIn(home);
  const password = keepPassword(home);
  for (const folder of [places.conf, places.data, places.logs, places.run, `${home}/import`]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(`${places.conf}/neo4j.conf`, neo4jConf(settings), { mode: 0o600 });
  const first = !existsSync(`${places.data}/databases/system`) && !existsSync(`${places.data}/dbms/auth.ini`);
  if (first) {
    const args = `${places.conf}/first-password.args`;
    writeFileSync(args, javaArgumentFile(firstPasswordArguments(libDir, password)), { mode: 0o600 });
    try {
      // Without these two variables the command writes beside the lib folder, where the server does not look.
      await promisify(execFile)(java, [`@${args}`], { env: { NEO4J_HOME: home, NEO4J_CONF: places.conf }, timeout: 60_000 });
    } catch (error) {
      throw new Error(`Neo4j did not take its first password: ${(error as Error).message}`, { cause: error });
    } finally {
      rmSync(args, { force: true });
    }
  }
  return { password, first };
}
