/** Writes a copy into an empty database, and holds what then stands there against it. */
import { randomUUID } from 'node:crypto';
import { AppError } from '../../domain/model/errors.ts';
import type { Database } from '../connect.ts';
import { migrate, readMigrations } from '../migrate.ts';
import {
  beginRestore,
  createNodes,
  createTies,
  deleteSome,
  endRestore,
  findAnyRecord,
  forgetNumbers,
  listMigrations,
  readState,
} from '../statements/recording/migrations.ts';
import { CopyDigest, isNode, type CopyLine, type NodeLine, type TieLine } from './copy-lines.ts';
import { copyDatabase, type CopyHead } from './read-copy.ts';

const ROWS_AT_ONCE = 2_000;
const IDLE_MS = 120_000;
const write = { idleMs: IDLE_MS };
const INTO_NEW = 'stop Attest, and restore into a new data folder: ATTEST_DATA=<new folder> npm run restore -- <file>';

export interface RestoreOptions {
  /** Called with the number of lines written so far. */
  onProgress?: (done: number) => void;
}

/**
 * The schema is brought to where it was when the copy was made, then the records are written, then what this version adds to the schema. A restore that was cut
 * short is begun anew: what it left is deleted.
 * @param digest of the copy
 * @throws AppError `refused` for a database that holds something, for a copy of a newer version, and where what was written differs from the copy
 */
export async function writeCopy(db: Database, head: CopyHead, digest: string, lines: AsyncIterable<CopyLine>, o: RestoreOptions = {}): Promise<void> {
  const known = new Map(readMigrations().map((migration) => [migration.id, migration]));
  const newer = head.migrations.find(({ id, checksum }) => known.get(id)?.checksum !== checksum);
  if (newer)
    throw new AppError(
      'refused',
      `This backup was made by a version of Attest that had the migration ${newer.file}, which this one does not have. Nothing was written.`,
      {
        remedy: 'restore it with the version that made it, or a later one',
      },
    );
  await requireEmpty(db);
  const then = new Set(head.migrations.map(({ id }) => id));
  const isHelper = (file: string) => file.includes('restore-by-number');
  const later = (await db.read((tx) => listMigrations.run(tx, {}))).find(({ id, file }) => !then.has(id) && !isHelper(file));
  if (later)
    throw new AppError('refused', `This database already has the migration ${later.file}, which came after the backup. Nothing was written.`, {
      remedy: INTO_NEW,
    });
  await migrate(
    db,
    // The numbers of nodes are found by the newest one, which does nothing to records.
    [...known.values()].filter(({ id, file }) => then.has(id) || isHelper(file)),
  );
  await db.write(randomUUID(), (tx) => beginRestore.run(tx, { digest }), write);
  let done = 0;
  for await (const batch of batchesOf(lines)) {
    const ties = batch.filter((line): line is TieLine => !isNode(line));
    const nodes = batch.filter((line): line is NodeLine => isNode(line));
    await db.write(
      randomUUID(),
      async (tx) => {
        if (nodes.length > 0) await createNodes.run(tx, { rows: nodes });
        if (ties.length > 0) await createTies.run(tx, { rows: ties });
      },
      write,
    );
    done += batch.length;
    o.onProgress?.(done);
  }
  await repeat(db, (tx) => forgetNumbers.run(tx, { limit: ROWS_AT_ONCE * 2 }));
  const restored = await digestOf(db);
  if (restored !== digest)
    throw new AppError('refused', `What was restored differs from the backup: its digest is ${restored}, that of the backup ${digest}.`, {
      remedy: 'restore it again; if it differs again, report it with the file',
    });
  await db.write(randomUUID(), (tx) => endRestore.run(tx, { state: head.state }), write);
  await migrate(db);
}

/** The digest of all that a database holds. */
export async function digestOf(db: Database): Promise<string> {
  return copyDatabase(db, async (_head, lines) => {
    const digest = new CopyDigest();
    for await (const line of lines) digest.add(line);
    return digest.value;
  });
}

/** @throws AppError `refused` where a restore was cut short and not begun anew: what is there is not all */
export async function refuseHalfRestored(db: Database): Promise<void> {
  const [found] = await db.read((tx) => readState.run(tx, {}));
  if (found?.state['restoring'] === undefined) return;
  throw new AppError('refused', 'A restore into this database was cut short, and what it holds is not all.', {
    remedy: 'stop Attest and run npm run restore with the same file again',
  });
}

async function requireEmpty(db: Database): Promise<void> {
  const [state] = await db.read((tx) => readState.run(tx, {}));
  if (state?.state['restoring'] !== undefined) return repeat(db, (tx) => deleteSome.run(tx, { limit: ROWS_AT_ONCE }));
  if ((await db.read((tx) => findAnyRecord.run(tx, {}))).length > 0)
    throw new AppError('refused', 'This database is not empty, and a restore writes over nothing. Nothing was written.', {
      remedy: INTO_NEW,
    });
}

async function repeat(db: Database, run: (tx: Parameters<typeof deleteSome.run>[0]) => Promise<{ n: number }[]>): Promise<void> {
  for (let left = 1; left > 0;) left = (await db.write(randomUUID(), run, write)).result?.[0]?.n ?? 0;
}

async function* batchesOf(lines: AsyncIterable<CopyLine>): AsyncGenerator<CopyLine[]> {
  let batch: CopyLine[] = [];
  for await (const line of lines) {
    batch.push(line);
    if (batch.length < ROWS_AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
