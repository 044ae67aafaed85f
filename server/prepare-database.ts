/** Brings a reachable database to the state the product needs: schema current, and the curated case in an empty one. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportReport } from './contract/routes/imports.ts';
import { AppError } from './domain/model/errors.ts';
import type { Database } from './store/connect.ts';
import { discardAbandoned } from './store/discard-staged.ts';
import { migrate } from './store/migrate.ts';
import { readStaging } from './store/statements/staging.ts';
import { importFiles } from './usecases/importing/import-files.ts';
import { renewFigures } from './usecases/importing/renew-figures.ts';

/** Loaded in this order: the case uses the vocabulary. */
const CURATED_FOLDERS = ['fixtures/vocabulary', 'fixtures/cases/iran-plots'];

async function curatedFiles(root: string, folder: string): Promise<{ name: string; bytes: Uint8Array }[]> {
  const names = (await readdir(join(root, folder))).filter((n) => n.endsWith('.json')).toSorted();
  return Promise.all(names.map(async (n) => ({ name: `${folder}/${n}`, bytes: await readFile(join(root, folder, n)) })));
}

/**
 * Applies the schema and, into a database that has never been written, loads the curated case.
 * Figures that other rules derived are worked out anew; `onFigures` is told how many are done.
 * What an import that never ended has staged is taken away.
 * @returns the report of that load, or undefined where the database already holds something, or an import is being staged.
 * @throws AppError('refused') when the shipped case is refused: a fault of ours, told with its problems.
 */
export async function prepareDatabase(
  db: Database,
  o: { root: string; leaveEmpty: boolean; onFigures?: (done: number) => void },
): Promise<ImportReport | undefined> {
  await migrate(db);
  // What a stop amid an import may have left.
  await discardAbandoned(db);
  // One that may still be under way, or be resumed, lets nobody else write: the rest waits for the next start.
  if ((await db.read((tx) => readStaging.run(tx, {}))).length > 0) return undefined;
  await renewFigures(db, { onProgress: o.onFigures });
  const { revision } = await db.ready();
  if (o.leaveEmpty || revision > 0) return undefined;
  const files = (await Promise.all(CURATED_FOLDERS.map((folder) => curatedFiles(o.root, folder)))).flat();
  const report = await importFiles(db, { files, dryRun: false, prune: false, overwrite: false, who: 'first start' });
  if (report.outcome !== 'done' && report.outcome !== 'unchanged') {
    throw new AppError('refused', `The curated case was refused: ${report.message}`, { problems: report.problems });
  }
  return report;
}
