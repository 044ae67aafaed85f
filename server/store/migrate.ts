/** Brings the schema up to date: applies the files of `cypher/schema/` in order, each once, and verifies their checksums. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { AppError } from '../domain/model/errors.ts';
import type { Database } from './connect.ts';
import { listMigrations, recordMigration } from './statements/recording/migrations.ts';

const SCHEMA_FOLDER = new URL('../../cypher/schema/', import.meta.url);
const NAME = /^(V\d{3})__[a-z0-9-]+\.cypher$/;

export interface Migration {
  /** As in `V001`. */
  id: string;
  file: string;
  checksum: string;
  statements: string[];
}

/**
 * The migrations of a folder, in order.
 * @throws Error for a file whose name is not that of a migration
 */
export function readMigrations(folder: URL = SCHEMA_FOLDER): Migration[] {
  return readdirSync(folder)
    .sort()
    .map((file) => {
      const id = NAME.exec(file)?.[1];
      if (id === undefined) throw new Error(`cypher/schema/${file} is not named V000__words.cypher`);
      const text = readFileSync(new URL(file, folder), 'utf8');
      const statements = text
        .split('\n')
        .filter((line) => !line.startsWith('//'))
        .join('\n')
        .split(/;\s*(?:\n|$)/)
        .map((statement) => statement.trim())
        .filter((statement) => statement !== '');
      return { id, file, checksum: createHash('sha256').update(text).digest('hex'), statements };
    });
}

/** The files that have not been applied yet, in order. */
export async function pendingMigrations(db: Database, migrations: readonly Migration[] = readMigrations()): Promise<string[]> {
  const applied = new Set((await db.read((tx) => listMigrations.run(tx, {}))).map(({ id }) => id));
  return migrations.filter(({ id }) => !applied.has(id)).map(({ file }) => file);
}

/**
 * Applies the migrations that have not been applied. Their commands say IF NOT EXISTS, so an interrupted one can be run again.
 * @returns the files applied now
 * @throws AppError `refused` that names a migration which was changed or removed after it was applied
 */
export async function migrate(db: Database, migrations: readonly Migration[] = readMigrations()): Promise<string[]> {
  const applied = new Map((await db.read((tx) => listMigrations.run(tx, {}))).map((row) => [row.id, row]));
  const known = new Map(migrations.map((migration) => [migration.id, migration]));
  for (const { id, file, checksum } of applied.values()) {
    const now = known.get(id);
    if (!now) throw new AppError('refused', `The database has the migration ${file}, which this version does not know: it was written by a newer one.`);
    if (now.checksum !== checksum)
      throw new AppError('refused', `The migration ${now.file} was changed after it had been applied here; write a new one instead.`);
  }
  const done: string[] = [];
  for (const { id, file, checksum, statements } of migrations) {
    if (applied.has(id)) continue;
    for (const statement of statements) await db.runSchema(statement);
    await db.write(`migration/${id}`, (tx) => recordMigration.run(tx, { id, file, checksum, at: new Date().toISOString() }));
    done.push(file);
  }
  return done;
}
