/** The program of the thread that searches a backup for persons who were redacted, or takes one out of it. */
import { workerData } from 'node:worker_threads';
import { answerOfThread } from '../work/in-thread.ts';
import { personsStillIn, rewriteBackup, type BackupToRedact, type BackupToSearch } from './rewrite-backup.ts';

export type RedactingTask = { find: BackupToSearch } | { rewrite: BackupToRedact };

const task = workerData as RedactingTask;
await answerOfThread<unknown>(() => ('find' in task ? personsStillIn(task.find) : rewriteBackup(task.rewrite)));
