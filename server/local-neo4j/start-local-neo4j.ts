/** Starts the embedded Neo4j of a data folder: downloads, configures and supervises it. */
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { DISK_LIMITS, spaceLine } from '../domain/model/disk-space.ts';
import { AppError } from '../domain/model/errors.ts';
import { placesIn, serverArguments } from './configure.ts';
import type { Neo4jSettings } from './configure.ts';
import { diskSpaceOf } from './disk-space-of.ts';
import { LockHeldError, takeLock } from './folder-lock.ts';
import type { FolderLock } from './folder-lock.ts';
import { readInstance } from './instance.ts';
import { lastLines } from './log-tail.ts';
import { NEO4J_VERSION } from './neo4j-version.ts';
import { spawnNeo4j } from './neo4j-process.ts';
import { endOrphans, recordedServer } from './orphans.ts';
import { LOCAL_USER, prepareHome } from './prepare-home.ts';
import { provisionNeo4j } from './provision.ts';
import { watchStart, type StartFault } from './start-fault.ts';
import { steadyLock } from './steady-lock.ts';
import { supervise } from './supervise.ts';
import type { SupervisedServer } from './supervise.ts';
import { findJava, howToGet } from './toolchain.mjs';

export interface LocalNeo4jOptions {
  /** The data folder (ATTEST_DATA) with the jars, the home and the password. */
  dataDir: string;
  log: (line: string) => void;
  /** Resolves when a real query was answered; the `probeDatabase` of the store. */
  probe: (uri: string, user: string, password: string) => Promise<void>;
  /** Largest heap in Java's notation. */
  heap?: string;
  /** Bolt port on 127.0.0.1; absent: a free one. */
  port?: number;
  /** Begins a progress line and returns the function that ends it. */
  step?: (name: string) => (detail?: string) => void;
  /** Milliseconds between two health checks of the running server. */
  checkEveryMs?: number;
  /** Aborted during the start: what was started is ended, and the promise rejects. */
  signal?: AbortSignal;
}

export interface LocalNeo4j extends SupervisedServer {
  /** bolt://127.0.0.1:port; the same after restarts. */
  uri: string;
  user: string;
  password: string;
}

/** A transaction of 20,000 records needs about 320 MB of it at COMMIT; a small case needs about 250. */
const DEFAULT_HEAP = '768m';
const LAST_LINES = 12;

function takeHome(dataDir: string, home: string): FolderLock {
  try {
    return takeLock(placesIn(home).lock);
  } catch (error) {
    if (!(error instanceof LockHeldError)) throw error;
    const url = readInstance(dataDir)?.url;
    const { pid, uri } = error.holder;
    const where = [...(url ? [`at ${url}`] : []), ...(typeof uri === 'string' ? [`its database at ${uri}`] : [])].join(', ');
    throw new AppError('conflict', `Attest is already running on this data (process ${pid}${where ? `, ${where}` : ''}).`, { pid, url, uri });
  }
}

/** The last lines of the server: those of Java first, then those of the server's log. */
function lastLogLines(home: string): string[] {
  const places = placesIn(home);
  const lines = [...lastLines(places.console, LAST_LINES), ...lastLines(join(places.logs, 'neo4j.log'), LAST_LINES)].slice(-LAST_LINES);
  const locked = lines.some((line) => /lock file has been locked|store_lock/i.test(line));
  const damaged = lines.some((line) =>
    /ZipException|NoClassDefFoundError|ClassNotFoundException|Could not find or load main class|Invalid or corrupt jarfile/.test(line),
  );
  return [
    ...lines,
    ...(locked ? [`Another program has this store open: ${places.data}`] : []),
    ...(damaged ? [`The files of Neo4j are damaged: remove the folder neo4j-lib beside ${home}, and the next start fetches them again.`] : []),
  ];
}

/**
 * Downloads, configures, starts and supervises a genuine Neo4j. Resolves when it has answered a real query.
 * @throws AppError `conflict` with {pid, url, uri} where another process already runs on this folder
 * @throws Error that says what is missing on this machine, or holds the last log lines of the server
 */
export async function startLocalNeo4j(options: LocalNeo4jOptions): Promise<LocalNeo4j> {
  const dataDir = resolve(options.dataDir);
  const home = join(dataDir, 'neo4j');
  const step = options.step ?? (() => () => undefined);
  const java = findJava();
  if (java.path === undefined) throw new Error(howToGet({ java: true, tooOld: java.tooOld }, NEO4J_VERSION));

  const disk = diskSpaceOf(dataDir);
  const lock = steadyLock(takeHome(dataDir, home), options.log);
  try {
    await endOrphans(home, recordedServer(lock.leftBehind), options.log);

    const brought = step(`Bring Neo4j ${NEO4J_VERSION}`);
    const { libDir, fetched } = await provisionNeo4j(join(dataDir, 'neo4j-lib'), options.log);
    brought(fetched ? 'fetched by Maven' : 'already here');

    const settings: Neo4jSettings = { home, port: options.port ?? (await freePort()), heap: options.heap ?? DEFAULT_HEAP };
    const started = step('Start Neo4j');
    const { password, first } = await prepareHome(settings, libDir, java.path);
    const uri = `bolt://127.0.0.1:${settings.port}`;
    lock.update({ uri });
    const javaPath = java.path;
    let faultOf: (() => StartFault | undefined) | undefined;
    const server = await supervise({
      spawn() {
        faultOf = watchStart(home);
        const process = spawnNeo4j(javaPath, serverArguments(libDir, settings), home, placesIn(home).console);
        lock.update({ server: { pid: process.identity.pid, started: process.identity.started } });
        return process;
      },
      probe: () => options.probe(uri, LOCAL_USER, password),
      fatal: () => faultOf?.()?.message,
      cannotStart() {
        const free = disk.free();
        return free !== undefined && free < DISK_LIMITS.startBytes
          ? `the disk is full: ${spaceLine(disk, DISK_LIMITS.startBytes)}. Make space on that disk.`
          : undefined;
      },
      lastLogLines: () => lastLogLines(home),
      log: options.log,
      checkEveryMs: options.checkEveryMs,
      signal: options.signal,
    });
    started(`answers at ${uri}${first ? ', new and empty' : ''}`);
    return {
      uri,
      user: LOCAL_USER,
      password,
      state: server.state,
      pid: server.pid,
      on: server.on,
      async stop(graceMs) {
        await server.stop(graceMs);
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** A free port, given by the system. Another program may take it before it is used, so the caller must handle a failed start. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((settle, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', settle);
  });
  const address = server.address();
  await new Promise<void>((settle) => server.close(() => settle()));
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}
