/** Notes that a stored view was opened, once a day at most, so that it does not expire. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../../store/connect.ts';
import { openViewState } from '../../store/statements/questions-and-sets.ts';

const DAY_MS = 86_400_000;
/** Milliseconds that the note may take: it waits for whoever else writes, and the view is not to wait for long. */
const NOTE_MS = 2_000;

/**
 * Where it cannot be noted (the disk is full, others write), the next who opens the view notes it; nobody is refused a view for it.
 * @param view `lastOpened`: ISO 8601, UTC
 */
export async function noteOpened(db: Database, view: { digest: string; lastOpened: string }, now: Date = new Date()): Promise<void> {
  if (now.getTime() - Date.parse(view.lastOpened) < DAY_MS) return;
  const { digest } = view;
  await db.write(randomUUID(), (tx) => openViewState.run(tx, { digest, at: now.toISOString() }), { deadlineMs: NOTE_MS }).catch(() => undefined);
}
