/** The program of the thread that searches a backup for persons who were redacted, or takes one out of it. */
import { answerOfThread } from '../work/in-thread.ts';
import { personsStillIn, rewriteBackup, type BackupToRedact, type BackupToSearch } from './rewrite-backup.ts';

export type RedactingTask = { find: BackupToSearch } | { rewrite: BackupToRedact };

answerOfThread((task: RedactingTask): Promise<unknown> => ('find' in task ? personsStillIn(task.find) : rewriteBackup(task.rewrite)));
