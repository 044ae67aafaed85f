/**
 * The program of the import process: carries out the imports that the server orders, one at a time, with a connection of its own. It ends with the server, and
 * leaves stopping to it, since Ctrl-C in a terminal reaches both.
 */
import { readFile } from 'node:fs/promises';
import { AppError } from '../domain/model/errors.ts';
import { diskSpaceOf } from '../local-neo4j/disk-space-of.ts';
import { connectDatabase, type ConnectConfig, type Database } from '../store/connect.ts';
import { carryOutChange } from '../usecases/editing/undo/carry-out-change.ts';
import { importFiles } from '../usecases/importing/import-files.ts';
import type { InputFile } from '../usecases/importing/read-curated-file.ts';
import type { ImportOrder, Order, Word } from './messages.ts';

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

async function carryOut(order: Exclude<Order, { say: 'stop' }>): Promise<void> {
  stopping = new AbortController();
  try {
    const db = databaseAt(order.connect, order.diskFolder);
    say({ say: 'done', report: order.say === 'import' ? await carryOutImport(db, order.input) : await carryOutChange(db, order.change, stopping.signal) });
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
  if (order.say === 'stop') stopping.abort(new AppError('conflict', 'Attest is stopping.'));
  else void carryOut(order);
});
// Without the server nobody hears of the import; a transaction under way is undone by the database.
process.on('disconnect', () => process.exit(0));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
