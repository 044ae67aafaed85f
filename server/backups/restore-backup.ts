/** Restores a backup into an empty database: the file is read and compared whole before anything is written. */
import { mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../domain/model/errors.ts';
import type { KeptRedaction } from '../domain/redacting/marks.ts';
import type { Database } from '../store/connect.ts';
import { writeCopy } from '../store/copying/write-copy.ts';
import { checkBackup, recordsOf, type BackupEnd, type BackupHead } from './backup-file.ts';
import { redactBackup, undoneBy } from './redact-backup.ts';

/** What becomes of persons who were redacted and whom the backup still names. */
export type Returning = 'refuse' | 'redact' | 'let';

/**
 * @param o with `redactions` those of the data folder: a backup that still names one of the persons is refused, redacted first, or let, as `returning` says
 * @throws AppError `refused` for a file that is torn, changed or of a newer version, for a database that holds something, and for a backup that names who was redacted
 */
export async function restoreBackup(
  db: Database,
  path: string,
  {
    redactions = [],
    returning = 'refuse',
    ...o
  }: { onProgress?: (done: number, total: number) => void; redactions?: readonly KeptRedaction[]; returning?: Returning } = {},
): Promise<{ head: BackupHead; end: BackupEnd }> {
  const { head, end } = await checkBackup(path);
  const named = returning === 'let' ? [] : await undoneBy(path, redactions);
  if (named.length > 0) {
    if (returning === 'refuse') throw wouldReturn(named.length);
    return restoreRedacted(db, path, named, o);
  }
  await writeCopy(db, head, end.digest, recordsOf(path), { onProgress: (done) => o.onProgress?.(done, end.nodes + end.ties) });
  return { head, end };
}

function wouldReturn(persons: number): AppError {
  return new AppError(
    'refused',
    `This backup still names ${persons === 1 ? 'a person who was' : `${persons} persons who were`} redacted since. Nothing was written.`,
    {
      remedy: 'restore it with --redact to take them out again, or with --let-return to have them back',
    },
  );
}

/** The file given stays as it is: what is restored is a copy of it, which is deleted again. */
async function restoreRedacted(
  db: Database,
  path: string,
  named: Awaited<ReturnType<typeof undoneBy>>,
  o: { onProgress?: (done: number, total: number) => void },
) {
  const folder = await mkdtemp(join(dirname(path), '.redacting-'));
  try {
    let from = path;
    for (const [i, { redaction, entity }] of named.entries()) {
      const to = join(folder, `${i}.jsonl.gz`);
      if (await redactBackup(from, { entity }, redaction, to)) from = to;
    }
    return await restoreBackup(db, from, o);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
