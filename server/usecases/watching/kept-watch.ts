/** The shape of a stored watch, and the instants up to which an answer can have been seen. */
import type { z } from 'zod';
import type { watch } from '../../contract/routes/watches.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Tx } from '../../store/connect.ts';
import { currentRevision } from '../../store/statements/recording/change-sets.ts';
import { changeSetsBelow } from '../../store/statements/recording/history.ts';

export type Watch = z.infer<typeof watch>;
/** What is stored as JSON. */
export type WatchContent = Pick<Watch, 'title' | 'who' | 'question'>;

export function watchOfRow({ id, json, seen, version }: { id: string; json: string; seen: string; version: number }): Watch {
  const { title, who, question }: WatchContent = JSON.parse(json);
  return { id, title, who, question, seen, version };
}

/** When the newest change set was recorded, up to a revision; the beginning of time where there is none. */
export async function newestInstant(tx: Tx, revision?: number): Promise<string> {
  const [newest] = await changeSetsBelow.run(tx, { rev: revision ?? (await currentRevision(tx)), offset: 0, limit: 1 });
  return newest?.at ?? new Date(0).toISOString();
}

/** @throws AppError `invalid` for what is no instant, `refused` for one of which nobody can have seen an answer yet */
export function seenUpTo(asked: string, newest: string, pointer: string): string {
  const at = new Date(asked);
  if (Number.isNaN(at.getTime())) throw new AppError('invalid', `${pointer}: "${asked}" is no instant. Give one of the calendar, in UTC.`);
  const instant = at.toISOString();
  if (instant > newest)
    throw new AppError('refused', `${pointer}: nothing was recorded after ${newest}, so nobody has seen an answer of ${instant}. Give an earlier instant.`);
  return instant;
}
