/** Whether the product can be asked: the disk has room, the database answers, and its schema and first data are there. */
import type { FastifyRequest } from 'fastify';
import type { RouteContract } from '../contract/route.ts';
import { requireSpace, type DiskSpace } from '../domain/model/disk-space.ts';
import { AppError } from '../domain/model/errors.ts';
import type { Database } from '../store/connect.ts';
import { readToEnd } from './plugins/progress-guard.ts';

/** Seconds after which to ask again. */
const RETRY_AFTER_S = 2;

export interface ReadinessOf {
  db: Database;
  disk?: DiskSpace;
  /** What is being prepared just now, as a noun phrase; undefined once schema and first data are there. */
  preparing: () => string | undefined;
}

/** @throws AppError `disk-full`, `database-unavailable`, `timeout`; `not-ready` while schema and first data are being prepared */
export async function readReadiness({ db, disk, preparing }: ReadinessOf): Promise<{ status: 'ready'; revision: number }> {
  // Reads may still be answered; whoever looks here has to hear of it before the first write is refused.
  requireSpace(disk);
  const { revision } = await db.ready();
  const what = preparing();
  if (what === undefined) return { status: 'ready', revision };
  throw new AppError('not-ready', `Not ready: Attest is being prepared, now ${what}. Nothing of this request was looked at or written.`, {
    retryAfter: RETRY_AFTER_S,
  });
}

/**
 * Lets a request wait outside until the first data is there: before that an import would be refused for an unknown vocabulary, and a read answered as if the
 * case were empty. Reads of a database that holds data already are let in at once, so that a start on a full disk still answers them. An upload is read to its
 * end all the same: a client that still sends would not hear the answer.
 * @throws what `readReadiness` throws
 */
export async function requirePrepared(
  of: ReadinessOf,
  request: FastifyRequest,
  { kind, stallMs }: { kind: RouteContract['kind']; stallMs: number },
): Promise<void> {
  if (of.preparing() === undefined) return;
  if (kind === 'read' && (await of.db.ready()).revision > 0) return;
  try {
    await readReadiness(of);
  } catch (error) {
    await readToEnd(request.raw, stallMs);
    throw error;
  }
}
