/** Copies all that a database holds, whatever its kind, at one revision. */
import { AppError } from '../../domain/model/errors.ts';
import { beingStaged } from '../commit-changes.ts';
import type { Database, Tx } from '../connect.ts';
import { discardAbandoned } from '../staging/discard-staged.ts';
import { beingWritten, revisionState } from '../statements/recording/change-sets.ts';
import { listMigrations, readState, streamNodes, streamTies } from '../statements/recording/migrations.ts';
import { readStaging } from '../statements/recording/staging.ts';
import { requirePlain, type CopyLine } from './copy-lines.ts';
import { inSlices } from './in-slices.ts';

export interface CopyHead {
  revision: number;
  /** What the one state node says, such as the versions of its forms. */
  state: Record<string, unknown>;
  /** The migrations applied, in order. */
  migrations: { id: string; file: string; checksum: string }[];
}

/** Copies made while others may write; a further one is made under their lock. */
const FREE_TRIES = 2;
const IDLE_MS = 60_000;

/**
 * @param consume gets the head and all lines, nodes first. It is called again, to begin anew, where somebody wrote meanwhile
 * @throws AppError `conflict` while an import or change is being staged; `not-ready` while one is being written
 */
export async function copyDatabase<R>(db: Database, consume: (head: CopyHead, lines: AsyncIterable<CopyLine>) => Promise<R>, signal?: AbortSignal): Promise<R> {
  await discardAbandoned(db);
  const once = async (tx: Tx): Promise<{ result: R } | undefined> => {
    const before = await markOf(tx);
    const head = await headOf(tx);
    const result = await consume(head, linesOf(tx, signal));
    return (await markOf(tx)) === before ? { result } : undefined;
  };
  const o = { idleMs: IDLE_MS, ...(signal ? { signal } : {}) };
  for (let tries = 0; tries < FREE_TRIES; tries += 1) {
    const copied = await db.read(once, o);
    if (copied) return copied.result;
  }
  const copied = await db.readLocked(once, o);
  if (!copied) throw new AppError('internal', 'Somebody wrote under the lock of writers.');
  return copied.result;
}

async function markOf(tx: Tx): Promise<string> {
  return (await readState.run(tx, {}))[0]?.lock ?? '';
}

async function headOf(tx: Tx): Promise<CopyHead> {
  const { revision, writing } = await revisionState(tx);
  if (writing) throw beingWritten();
  const [staging] = await readStaging.run(tx, {});
  if (staging) throw beingStaged(staging, revision);
  const [found] = await readState.run(tx, {});
  const { lock: _lock, ...state } = found?.state ?? {};
  return { revision, state, migrations: await listMigrations.run(tx, {}) };
}

async function* linesOf(tx: Tx, signal?: AbortSignal): AsyncGenerator<CopyLine> {
  for (const part of [streamNodes, streamTies]) {
    for await (const line of inSlices<CopyLine>(part.stream(tx, {}), signal)) {
      requirePlain(line);
      yield line;
    }
  }
}
