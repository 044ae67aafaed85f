/** Prepares a database that answers: brings the schema up to date, and loads the curated case where the database is empty. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportReport } from './contract/routes/imports.ts';
import { AppError } from './domain/model/errors.ts';
import type { Database } from './store/connect.ts';
import { refuseHalfRestored } from './store/copying/write-copy.ts';
import { discardAbandoned } from './store/staging/discard-staged.ts';
import { migrate } from './store/migrate.ts';
import { finishStaged } from './store/staging/stage-changes.ts';
import { readStaging } from './store/statements/recording/staging.ts';
import { importFiles } from './usecases/importing/import-files.ts';
import { renewSaidForms, renewSearchForms } from './usecases/importing/renew-search-forms.ts';
import { renewFigures } from './usecases/importing/renew-figures.ts';

const VOCABULARY = 'fixtures/vocabulary';
const CURATED_CASE = 'fixtures/cases/iran-plots';

async function curatedFiles(root: string, folder: string): Promise<{ name: string; bytes: Uint8Array }[]> {
  const names = (await readdir(join(root, folder))).filter((n) => n.endsWith('.json')).toSorted();
  return Promise.all(names.map(async (n) => ({ name: `${folder}/${n}`, bytes: await readFile(join(root, folder, n)) })));
}

/**
 * Removes what an abandoned import staged, finishes a large change that was decided, applies the schema, derives figures anew that other rules derived (`onFigures` is called with the number done), and
 * loads the core vocabulary and, unless `leaveEmpty`, the curated case into a database that was never written. Without the vocabulary no first file could be
 * imported. `backUp` is called before the schema is changed; `onPart` is called as each part begins, with what it prepares as a noun phrase.
 * @returns the report of that load; undefined where the database holds something already, or an import is being staged
 * @throws AppError `refused` with all problems where the shipped case is refused, which is a fault of the product
 */
export async function prepareDatabase(
  db: Database,
  o: { root: string; leaveEmpty: boolean; onPart?: (what: string) => void; backUp?: () => Promise<unknown>; onFigures?: (done: number) => void },
): Promise<ImportReport | undefined> {
  await refuseHalfRestored(db);
  // Half of it can neither be kept nor moved to another schema.
  o.onPart?.('a large change that was cut short');
  await finishStaged(db);
  if (o.backUp) {
    o.onPart?.('a backup before the schema is changed');
    await o.backUp();
  }
  o.onPart?.('the schema of the database');
  await migrate(db);
  // A process stopped during an import may have left this.
  await discardAbandoned(db);
  // An import that may still run or be resumed blocks all other writers. The rest is done at the next start.
  if ((await db.read((tx) => readStaging.run(tx, {}))).length > 0) return undefined;
  o.onPart?.('the forms of names and texts that a search compares');
  await renewSearchForms(db);
  await renewSaidForms(db);
  o.onPart?.('the figures of claims');
  await renewFigures(db, { onProgress: o.onFigures });
  const { revision } = await db.ready();
  if (revision > 0) return undefined;
  o.onPart?.(o.leaveEmpty ? 'the core vocabulary' : 'the core vocabulary and the curated case');
  // In the order of loading: the case uses the vocabulary.
  const folders = o.leaveEmpty ? [VOCABULARY] : [VOCABULARY, CURATED_CASE];
  const files = (await Promise.all(folders.map((folder) => curatedFiles(o.root, folder)))).flat();
  const report = await importFiles(db, { files, dryRun: false, prune: false, overwrite: false, who: 'first start' });
  if (report.outcome !== 'done' && report.outcome !== 'unchanged') {
    throw new AppError('refused', `The curated case was refused: ${report.message}`, { problems: report.problems });
  }
  return report;
}
