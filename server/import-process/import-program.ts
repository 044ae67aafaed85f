/**
 * The program of the import process: carries out the imports that the server orders, one at a time, with a connection of its own. It ends with the server, and
 * leaves stopping to it, since Ctrl-C in a terminal reaches both.
 */
import { createWriteStream } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { API_LIMITS } from '../contract/parts.ts';
import type { ChangeReport } from '../contract/routes/changes.ts';
import type { ImportReport } from '../contract/routes/imports.ts';
import { AppError } from '../domain/model/errors.ts';
import { setGraphMemory } from '../graph/open-graph.ts';
import { diskSpaceOf } from '../local-neo4j/disk-space-of.ts';
import { connectDatabase, type ConnectConfig, type Database } from '../store/connect.ts';
import { carryOutChange } from '../usecases/editing/carry-out-change.ts';
import { importFiles } from '../usecases/importing/import-files.ts';
import type { InputFile } from '../usecases/importing/files/read-curated-file.ts';
import { checkExport } from '../usecases/publishing/check-export.ts';
import type { LargeExport } from '../usecases/publishing/large-exports.ts';
import { writeExport } from '../usecases/publishing/write-export.ts';
import type { ExportOutcome, ImportOrder, Order, Word } from './messages.ts';

/** Milliseconds without an answered statement. */
const IDLE_MS = 60_000;
/** Megabytes in which the whole case is held to be exported or copied; it is dropped with the process. */
const GRAPH_MB = 1_024;

let database: { key: string; db: Database } | undefined;
let stopping = new AbortController();

function say(word: Word): void {
  process.send?.(word);
}

function databaseAt(connect: Omit<ConnectConfig, 'disk'>, diskFolder: string | undefined): Database {
  const key = JSON.stringify([connect, diskFolder]);
  if (database?.key !== key) {
    void database?.db.close();
    database = { key, db: connectDatabase({ ...connect, ...(diskFolder === undefined ? {} : { disk: diskSpaceOf(diskFolder) }) }) };
    setGraphMemory(database.db, GRAPH_MB);
  }
  return database.db;
}

async function* readEach(files: ImportOrder['files']): AsyncGenerator<InputFile> {
  for (const { name, path } of files) yield { name, bytes: await readFile(path) };
}

const carryOutImport = (db: Database, { files, ...input }: ImportOrder) =>
  importFiles(db, {
    ...input,
    files: readEach(files),
    signal: stopping.signal,
    onProgress: (progress) => say({ say: 'progress', progress }),
    onPlanned: (planned) => say({ say: 'planned', planned }),
  });

/** Written to the path beside the server, which reads it from there: it may be larger than a message. */
async function carryOutExport(db: Database, { act, input }: LargeExport, path: string): Promise<ExportOutcome> {
  const o = { idleMs: IDLE_MS, signal: stopping.signal, mostClaims: API_LIMITS.exportDatasetClaims };
  if (act === 'check') return checkExport(db, input, o);
  const { chunks, filename, contentType } = await writeExport(db, input, o);
  await pipeline(chunks, createWriteStream(path), { signal: stopping.signal }).catch(async (error: unknown) => {
    await rm(path, { force: true });
    throw diskFullOf(error) ?? error;
  });
  return { filename, contentType };
}

function diskFullOf(error: unknown): AppError | undefined {
  const isFull = error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
  return isFull ? new AppError('disk-full', 'The export was not written: the disk of the data folder is full.', {}, { cause: error }) : undefined;
}

async function reportOf(db: Database, order: Exclude<Order, { say: 'stop' }>): Promise<ImportReport | ChangeReport | ExportOutcome> {
  switch (order.say) {
    case 'import':
      return carryOutImport(db, order.input);
    case 'change':
      return carryOutChange(db, order.change, stopping.signal);
    case 'export':
      return carryOutExport(db, order.of, order.path);
  }
}

async function carryOut(order: Exclude<Order, { say: 'stop' }>): Promise<void> {
  stopping = new AbortController();
  try {
    const db = databaseAt(order.connect, order.diskFolder);
    say({ say: 'done', report: await reportOf(db, order) });
  } catch (error) {
    const known = error instanceof AppError ? error : undefined;
    if (!known) process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    say({
      say: 'failed',
      error: { code: known?.code ?? 'internal', message: known?.message ?? `The ${order.say} failed for a reason of ours.`, details: known?.details ?? {} },
    });
  }
}

process.on('message', (order: Order) => {
  if (order.say === 'stop') stopping.abort(new AppError('conflict', order.why));
  else void carryOut(order);
});
// Without the server nobody hears of the import; a transaction under way is undone by the database.
process.on('disconnect', () => process.exit(0));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
