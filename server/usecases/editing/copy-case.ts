/** Copies a case: a case of its own, by one change set. */
import type { copyCase as contract } from '../../contract/routes/cases.ts';
import { copyCase as copied } from '../../domain/editing/copy-case.ts';
import type { CuratedFile } from '../../domain/importing/curated-file.ts';
import { AppError } from '../../domain/model/errors.ts';
import { runInSlices } from '../../graph/run-in-slices.ts';
import type { Database } from '../../store/connect.ts';
import { datasetsById } from '../../store/statements/datasets-and-predicates.ts';
import { currentRevision } from '../../store/statements/change-sets.ts';
import { IMPORT_LIMITS } from '../importing/import-files.ts';
import { planAgainstDatabase } from '../importing/plan-against-database.ts';
import { filesOfExport } from '../publishing/files-of-export.ts';
import { type ExportRequest, preparePiece } from '../publishing/prepare-piece.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { writePlanned } from './write-planned.ts';

type Route = typeof contract;
const today = (): string => new Date().toISOString().slice(0, 10);

/** @throws AppError `not-found` for a case nobody has, `conflict` where the new id is taken, `limit` where it is too large to be copied at once */
export async function copyCase(db: Database, { params: { id }, body }: Pick<InputOf<Route>, 'params' | 'body'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  const content = copied(await contentOf(db, id, o), { id: body.dataset, title: body.title });
  return writePlanned(
    db,
    body,
    async (tx) => {
      const taken = await datasetsById.run(tx, { rev: await currentRevision(tx), ids: [body.dataset] });
      if (taken.length > 0) throw new AppError('conflict', `There is a case "${body.dataset}" already; give the copy another id.`);
      return planAgainstDatabase(tx, [{ name: '', content, malformed: [], problems: [], rewritten: [], stopped: false, locate: (told) => [...told] }], {
        prune: false,
        dryRun: false,
        overwrite: true,
        today: today(),
        dataset: body.dataset,
        importRecords: IMPORT_LIMITS.importRecords,
      });
    },
    o,
  );
}

/** The case as a curated file. It stays within this Attest, so nothing stops at the publication gate. */
async function contentOf(db: Database, id: string, o?: CallOptions): Promise<CuratedFile> {
  const request: ExportRequest = { entities: [], datasets: [id], paths: [], filters: [], gate: { override: 'copied within one Attest' } };
  const prepared = await preparePiece(db, request, o);
  const { files } = await runInSlices(filesOfExport(prepared, { format: 'own-json', filters: [] }, today()));
  // Beside it stand the headers of cases that define what it names, and what is printed in every format.
  const contents = files.filter(({ name }) => name.endsWith('.json')).map(({ text }) => JSON.parse(text) as CuratedFile);
  const own = contents.find(({ dataset }) => dataset?.id === id);
  if (!own) throw new AppError('internal', `the export of "${id}" has no file of it`);
  return own;
}
