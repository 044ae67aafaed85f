/** Cached query of the backups, and the making of one. */
import { queryOptions } from '@tanstack/react-query';
import { fetchBackup, listBackups, makeBackup, type BackupView } from '../../server/contract/routes/keeping/backups.ts';
import { call } from './call.ts';
import { untilAnswered } from './until-answered.ts';

export const backupsQuery = () => queryOptions({ queryKey: ['backups'], queryFn: ({ signal }) => call(listBackups, { signal }) });

export const backUpNow = (): Promise<BackupView> => untilAnswered(() => call(makeBackup, { body: {} }));

/** Where a backup is fetched as a file; the browser writes it to the disk as it comes. */
export const backupAddress = (name: string): string => fetchBackup.path.replace(':name', encodeURIComponent(name));
