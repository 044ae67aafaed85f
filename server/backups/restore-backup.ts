/** Restores a backup into an empty database: the file is read and compared whole before anything is written. */
import type { Database } from '../store/connect.ts';
import { writeCopy } from '../store/copying/write-copy.ts';
import { checkBackup, recordsOf, type BackupEnd, type BackupHead } from './backup-file.ts';

/** @throws AppError `refused` for a file that is torn, changed or of a newer version, and for a database that holds something */
export async function restoreBackup(
  db: Database,
  path: string,
  o: { onProgress?: (done: number, total: number) => void } = {},
): Promise<{ head: BackupHead; end: BackupEnd }> {
  const { head, end } = await checkBackup(path);
  await writeCopy(db, head, end.digest, recordsOf(path), { onProgress: (done) => o.onProgress?.(done, end.nodes + end.ties) });
  return { head, end };
}
