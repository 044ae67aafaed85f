/** Takes a person out of a backup, in a thread of its own: every line of the file is read three times, and a request must not wait for that. */
import { rm } from 'node:fs/promises';
import type { KeptRedaction } from '../domain/redacting/marks.ts';
import { inThread } from '../work/in-thread.ts';
import type { RedactingTask } from './redacting-thread.ts';
import type { BackupToRedact, StillNamed } from './rewrite-backup.ts';

export const REDACTING_LIMITS = {
  /** Milliseconds that one backup may take. */
  redactingBackupMs: 1_800_000,
  /** Megabytes of memory that one backup may need. */
  redactingBackupMemory: 4_096,
} as const;

/**
 * @param into where the redacted backup is written; left out, it takes the place of the file
 * @param kept the redaction that the backup is to remember, as the database does
 * @returns false where the backup does not have the person
 * @throws AppError `refused` for a file that is no whole backup; `disk-full`; `limit` where it needs more time or memory than it may
 */
export async function redactBackup(path: string, request: BackupToRedact['request'], kept: KeptRedaction, into: string = path): Promise<boolean> {
  const part = `${into}.redacted`;
  // A thread that is ended for its limits cannot remove what it had written.
  return redacting<boolean>({ rewrite: { path, request, kept, into, part } }, path).finally(() => rm(part, { force: true }));
}

/** The redactions, among some, of persons whom a backup still names; each with the id of the person there. */
export async function undoneBy(path: string, redactions: readonly KeptRedaction[]): Promise<StillNamed[]> {
  return redactions.length === 0 ? [] : redacting<StillNamed[]>({ find: { path, redactions } }, path);
}

function redacting<T>(task: RedactingTask, path: string): Promise<T> {
  return inThread<T>(new URL('redacting-thread.ts', import.meta.url), task, {
    time: { name: 'redactingBackupMs', value: REDACTING_LIMITS.redactingBackupMs },
    memory: { name: 'redactingBackupMemory', value: REDACTING_LIMITS.redactingBackupMemory },
    work: `take persons out of the backup ${path}`,
    instead: 'It stays as it was. Move that file out of the folder of the backups, or remove it.',
    failed: `The thread that takes persons out of a backup failed. The backup ${path} stays as it was.`,
  });
}
