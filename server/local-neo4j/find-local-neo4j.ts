/** Finds the address of the embedded Neo4j of a data folder, for a command that uses the database of a running Attest. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { placesIn } from './configure.ts';
import { liveHolder } from './folder-lock.ts';
import { LOCAL_USER } from './prepare-home.ts';

/** @returns undefined where no Attest supervises a Neo4j in this folder now */
export function findLocalNeo4j(dataDir: string): { uri: string; user: string; password: string } | undefined {
  const places = placesIn(join(resolve(dataDir), 'neo4j'));
  const uri = liveHolder(places.lock)?.uri;
  return typeof uri === 'string' ? { uri, user: LOCAL_USER, password: readFileSync(places.password, 'utf8').trim() } : undefined;
}
