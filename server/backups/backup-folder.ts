/** The folder of backups: makes them, lists them, and keeps the newest. */
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../domain/model/errors.ts';
import { requireSpace, type DiskSpace } from '../domain/model/disk-space.ts';
import type { Database } from '../store/connect.ts';
import { pendingMigrations } from '../store/migrate.ts';
import type { KeptRedaction } from '../domain/redacting/marks.ts';
import type { WordChoice } from '../domain/redacting/name-words.ts';
import { forgetRedaction, keepRedaction, readKeptRedactions } from './kept-redactions.ts';
import { redactBackup, undoneBy } from './redact-backup.ts';
import { writeBackup } from './backup-file.ts';

export const BACKUP_LIMITS = {
  /** Backups kept; older ones are removed when a new one is made. */
  keptBackups: 14,
} as const;

/** Milliseconds after which a request is told to ask again: less than its deadline. */
const ANSWER_MS = 6_000;
/** Milliseconds that a backup asked for is kept for whoever asks again. */
const KEPT_MS = 30_000;

export type BackupReason = 'asked' | 'daily' | 'migration';
export interface Backup {
  name: string;
  /** ISO 8601, UTC */
  at: string;
  revision: number;
  bytes: number;
  why: BackupReason;
}
export interface Backups {
  readonly folder: string;
  /** How many are kept. */
  readonly kept: number;
  /** Newest first. */
  list(): Promise<Backup[]>;
  /** @throws AppError `disk-full`; `refused` where there is nothing to keep; `conflict` while an import or change is being staged */
  make(why: BackupReason, signal?: AbortSignal): Promise<Backup>;
  /**
   * Makes one because somebody asks, or goes on waiting for that.
   * @throws AppError `timeout` where it takes longer than a request may
   */
  ask(): Promise<Backup>;
  /** Makes one where today none was made yet, and there is something to keep. */
  makeDaily(): Promise<Backup | undefined>;
  /** Makes one where the schema of the database is about to be changed. */
  makeBeforeMigration(): Promise<Backup | undefined>;
  /** @throws AppError `not-found` */
  pathOf(name: string): string;
  /** As `KeptBackups` of a redaction says. */
  redact(kept: KeptRedaction, choice?: WordChoice): Promise<{ rewritten: number; unreadable: string[] }>;
  redactLeft(redactions: readonly KeptRedaction[]): Promise<void>;
  forgetRedaction(id: string): Promise<void>;
}

const NAME = /^attest-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z-r(\d+)-(asked|daily|migration)\.jsonl\.gz$/;

export function createBackups({ db, folder, version, disk }: { db: Database; folder: string; version: string; disk?: DiskSpace }): Backups {
  let making: Promise<unknown> = Promise.resolve();

  const describe = async (name: string): Promise<Backup | undefined> => {
    const [, day, hour, minute, second, revision, why] = NAME.exec(name) ?? [];
    if (day === undefined) return undefined;
    const { size } = await stat(join(folder, name));
    return { name, at: `${day}T${hour}:${minute}:${second}Z`, revision: Number(revision), bytes: size, why: why as BackupReason };
  };
  const list = async (): Promise<Backup[]> => {
    if (!existsSync(folder)) return [];
    const found = await Promise.all((await readdir(folder)).map(describe));
    return found.filter((one) => one !== undefined).sort((a, b) => (a.name < b.name ? 1 : -1));
  };
  const makeNow = async (why: BackupReason, signal?: AbortSignal): Promise<Backup> => {
    requireSpace(disk);
    const { revision } = await db.ready();
    if (revision === 0) throw new AppError('refused', 'There is nothing to keep: this database was never written.');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // It may be there from before, open to others: a backup holds private texts.
    await chmod(folder, 0o700);
    const at = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
    const name = `attest-${at.replaceAll(':', '-')}-r${revision}-${why}.jsonl.gz`;
    await writeBackup(db, join(folder, name), { at, version }, signal);
    for (const { name: old } of (await list()).slice(BACKUP_LIMITS.keptBackups)) await rm(join(folder, old), { force: true });
    const made = await describe(name);
    if (!made) throw new AppError('internal', `The backup ${name} was made and is not there.`);
    return made;
  };
  /** One at a time: two would read and write the same at once. */
  const make: Backups['make'] = (why, signal) => {
    const made = making.then(() => makeNow(why, signal));
    making = made.catch(() => undefined);
    return made;
  };

  const redact: Backups['redact'] = (kept, choice = {}) => {
    const redacted = making.then(async () => {
      const done: Awaited<ReturnType<Backups['redact']>> = { rewritten: 0, unreadable: [] };
      for (const { name } of await list()) {
        const path = join(folder, name);
        try {
          for (const { entity } of await undoneBy(path, [kept])) {
            await redactBackup(path, { entity, ...choice }, kept);
            done.rewritten += 1;
          }
        } catch (error) {
          // A file that nobody can restore gives nobody back; whoever redacts is told of it.
          if (!(error instanceof AppError && error.code === 'refused')) throw error;
          done.unreadable.push(name);
        }
      }
      await keepRedaction(folder, kept);
      return done;
    });
    making = redacted.catch(() => undefined);
    return redacted;
  };

  let asked: Promise<Backup> | undefined;
  const ask = async (): Promise<Backup> => {
    const mine = (asked ??= make('asked'));
    const isOver = () => {
      if (asked === mine) setTimeout(() => asked === mine && (asked = undefined), KEPT_MS).unref();
    };
    mine.then(isOver, () => (asked = undefined));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const told = 'The backup is still being made. Send the same again to hear when it is there.';
      timer = setTimeout(() => reject(new AppError('timeout', told, { retryAfter: 1, remedy: 'send the same again' })), ANSWER_MS);
    });
    const made = await Promise.race([mine, late]).finally(() => clearTimeout(timer));
    asked = undefined;
    return made;
  };

  return {
    folder,
    kept: BACKUP_LIMITS.keptBackups,
    list,
    make,
    ask,
    async makeDaily() {
      const today = new Date().toISOString().slice(0, 10);
      if ((await list()).some(({ at }) => at.startsWith(today))) return undefined;
      if ((await db.ready()).revision === 0) return undefined;
      return make('daily').catch((error: unknown) => {
        // While an import is being staged none can be made; it may be the one that is now resumed.
        if (error instanceof AppError && (error.code === 'conflict' || error.code === 'not-ready')) return undefined;
        throw error;
      });
    },
    async makeBeforeMigration() {
      if ((await db.ready()).revision === 0) return undefined;
      return (await pendingMigrations(db)).length === 0 ? undefined : make('migration');
    },
    redact,
    async redactLeft(redactions) {
      const known = new Set((await readKeptRedactions(folder)).map(({ id }) => id));
      for (const one of redactions) if (!known.has(one.id)) await redact(one);
    },
    forgetRedaction: (id) => forgetRedaction(folder, id),
    pathOf(name) {
      const path = join(folder, name);
      if (!NAME.test(name) || !existsSync(path))
        throw new AppError('not-found', `There is no backup ${JSON.stringify(name)}.`, { remedy: 'GET /api/backups lists all' });
      return path;
    },
  };
}
