/** The entry point: reads the settings, opens the database, listens, and shuts down in order. */
import closeWithGrace from 'close-with-grace';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBackups, type Backups } from './backups/backup-folder.ts';
import { readConfig, type Config } from './config.ts';
import { AppError } from './domain/model/errors.ts';
import { buildApp } from './http/app.ts';
import { createImportProcess } from './import-process/import-process.ts';
import { checkDataFolder } from './local-neo4j/check-data-folder.ts';
import { diskSpaceOf, watchDisk } from './local-neo4j/disk-space-of.ts';
import { claimInstance, type Instance } from './local-neo4j/instance.ts';
import { startLocalNeo4j } from './local-neo4j/start-local-neo4j.ts';
import { prepareDatabase } from './prepare-database.ts';
import { finishRedactions } from './usecases/redacting/redact-person.ts';
import { step } from './progress.ts';
import { settingsFault } from './settings-fault.ts';
import { openCompactCase } from './graph/compact/compact-case.ts';
import { searchInMemory, setGraphMemory } from './graph/open-graph.ts';
import { connectDatabase } from './store/connect.ts';
import { probeDatabase } from './store/probe.ts';
import { createLargeChanges } from './usecases/editing/large-changes.ts';
import { finishLeftAlone } from './usecases/importing/finish-left-alone.ts';
import { createImportJobs } from './usecases/importing/import-jobs.ts';
import { createLargeExports } from './usecases/publishing/large-exports.ts';
import { expireViewsDaily } from './usecases/keeping/expire-views.ts';
import { warmUp } from './warm-up.ts';

const PORTS_TRIED = 20;
/** Milliseconds between two looks at the space of the disk. */
const LOOK_MS = 5_000;
const RETRY_MS = 2_000;
/** Longest time in milliseconds that the warm-up may take; on an idle machine it takes a few seconds after the first load, and less later. */
const WARM_MS = 6_000;

type App = Awaited<ReturnType<typeof buildApp>>;

/**
 * Listens on the configured port, or on the next free one.
 * @returns the port
 */
async function listen(app: App, config: Config): Promise<number> {
  for (let i = 0; ; i++) {
    const port = config.port === 0 ? 0 : config.port + i;
    try {
      await app.listen({ host: config.host, port });
      const address = app.addresses().find((a) => typeof a !== 'string');
      return typeof address === 'object' ? address.port : port;
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || port === 0 || i >= PORTS_TRIED) throw error;
    }
  }
}

/**
 * Tries until the database answers; meanwhile the API answers 503.
 * @throws AppError `invalid` where a setting is wrong
 */
async function prepareWhenReachable(
  db: ReturnType<typeof connectDatabase>,
  config: Config,
  closing: AbortSignal,
  onPart: (what: string) => void,
  backups: Backups,
): Promise<void> {
  const done = step('Prepare the database');
  for (let told = false; !closing.aborted;) {
    try {
      const report = await prepareDatabase(db, {
        ...config,
        onPart,
        backUp: () => backups.makeBeforeMigration(),
        onFigures: (claims) => process.stdout.write(`  figures of ${claims} claims worked out anew\n`),
      });
      await finishRedactions(db, backups);
      done(report === undefined ? 'already loaded' : report.message);
      return;
    } catch (error) {
      const passing =
        error instanceof AppError && ['database-unavailable', 'timeout', 'disk-full', 'conflict', 'not-ready', 'outcome-unknown'].includes(error.code);
      if (!passing) throw error;
      const fault = settingsFault(error, config.neo4j);
      if (fault) throw fault;
      if (!told) process.stderr.write(`  The database cannot be prepared yet (${error.message}). Trying again every ${RETRY_MS / 1000} s.\n`);
      told = true;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

const say = (line: string): void => void process.stderr.write(`  ${line}\n`);

/** A log on the full disk cannot be written; that ends no server. */
function outliveOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/** Claims the data folder for this process. Undefined where another Attest has it; its address is then printed. */
function claimOrTell(dataDir: string): Instance | undefined {
  try {
    return claimInstance(dataDir, say);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
    const { url } = error.details;
    process.stdout.write(typeof url === 'string' ? `\n  Attest is already running on this data: ${url}\n\n` : `\n  ${error.message}\n\n`);
    return undefined;
  }
}

async function main(): Promise<void> {
  outliveOutput();
  const config = readConfig();
  const version = (JSON.parse(readFileSync(join(config.root, 'package.json'), 'utf8')) as { version: string }).version;
  checkDataFolder(config.dataDir);
  const instance = claimOrTell(config.dataDir);
  if (instance === undefined) return;
  const closing = new AbortController();
  const ends: (() => Promise<void> | void)[] = [() => instance.release()];
  const end = async () => {
    closing.abort();
    for (const close of ends.toReversed()) {
      try {
        await close();
      } catch (error) {
        // The others are closed all the same: Neo4j must not be left behind because a connection did not end.
        say(`${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };
  const disk = diskSpaceOf(config.dataDir);
  ends.push(watchDisk(disk, say, LOOK_MS));
  closeWithGrace({ delay: 45_000 }, async ({ err }) => {
    if (err) process.stderr.write(`${err.stack ?? String(err)}\n`);
    const stopped = step('Stop');
    await end();
    stopped();
  });

  try {
    let target = config.neo4j;
    // Of a database elsewhere the disk is not ours to look at.
    const ofDatabase = target === undefined ? { disk } : {};
    if (target === undefined) {
      const starting = startLocalNeo4j({
        dataDir: config.dataDir,
        probe: probeDatabase,
        step,
        signal: closing.signal,
        log: say,
      });
      // Stopped while it starts, it is waited for too: nothing is left running.
      ends.push(() =>
        starting.then(
          (started) => started.stop(),
          () => undefined,
        ),
      );
      const neo4j = await starting;
      target = { uri: neo4j.uri, user: neo4j.user, password: neo4j.password };
    }
    const db = connectDatabase({ ...target, ...ofDatabase, checkRows: config.checkAnswers });
    ends.push(() => db.close());
    const heldClaims = setGraphMemory(db, config.graphMemory);
    process.stdout.write(
      heldClaims === 0
        ? '  The database answers every question.\n'
        : `  Cases of up to ${heldClaims} claims are answered from memory (${config.graphMemory} MB), larger ones by the database.\n`,
    );
    const compact = openCompactCase({ connect: target, megabytes: config.traceMemory, log: (line) => process.stdout.write(`  ${line}\n`) });
    ends.push(() => compact.close());
    searchInMemory(db, compact);
    const processOptions = {
      connect: { ...target, checkRows: config.checkAnswers },
      ...(config.neo4j === undefined ? { diskFolder: config.dataDir } : {}),
      memory: config.importMemory,
      log: say,
    };
    const imports = createImportProcess(processOptions);
    ends.push(() => imports.close());
    // A process of its own: an undo does not wait for an import under way, which may read for minutes before it writes.
    const changes = createImportProcess(processOptions);
    ends.push(() => changes.close());
    // Another one, in which the whole case is held while it is exported.
    const exporting = createImportProcess({ ...processOptions, exportsDir: join(config.dataDir, 'exports') });
    ends.push(() => exporting.close());
    const backups = createBackups({ db, folder: config.backupsDir, version, disk });
    const jobs = createImportJobs(db, async (at, input) => {
      // An import is what a slip costs most in: before the first one of a day everything is kept.
      if (!input.dryRun) await backups.makeDaily();
      return imports.run(at, input);
    });
    ends.push(() => jobs.close());
    let preparing: string | undefined = 'the connection to the database';
    const app = await buildApp({
      db,
      jobs,
      largeChanges: createLargeChanges(changes.change),
      largeExports: createLargeExports(exporting.exports),
      backups,
      disk,
      clientDir: config.clientDir,
      uploadsDir: join(config.dataDir, 'uploads'),
      log: config.log,
      logTo: process.stdout,
      checkAnswers: config.checkAnswers,
      requestsPerMinute: config.requestsPerMinute,
      version,
      instance: instance.id,
      preparing: () => preparing,
    });
    ends.push(() => app.close());
    const port = await listen(app, config);
    const url = `http://localhost:${port}/`;
    instance.announce(url);
    await prepareWhenReachable(db, config, closing.signal, (what) => (preparing = what), backups);
    if (!closing.signal.aborted) preparing = undefined;
    if (preparing === undefined) ends.push(expireViewsDaily(db, say), finishLeftAlone(db, say));
    const warm = step('Ask the ready questions once');
    await warmUp(db, WARM_MS);
    warm();
    if (!closing.signal.aborted) process.stdout.write(`\n  Attest is ready: ${url}\n  Ctrl-C stops it.\n\n`);
  } catch (error) {
    // The user stopped the process during the start. That is no failure, and it is closing already.
    if (closing.signal.aborted) return;
    await end();
    throw error;
  }
}

main().catch((error: unknown) => {
  const message =
    error instanceof AppError
      ? [error.message, ...(error.details.problems ?? []).map((p) => `  ${p.file ?? ''}${p.pointer ?? ''} ${p.message}`)].join('\n')
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
  process.stderr.write(`\n  Attest could not start.\n  ${message}\n\n`);
  process.exit(1);
});
