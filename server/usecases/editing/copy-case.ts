/** Copies a case: a case of its own, by one change set. */
import type { copyCase as contract } from '../../contract/routes/cases.ts';
import { copyCase as copied } from '../../domain/editing/copy-case.ts';
import type { CuratedFile } from '../../domain/importing/curated-file.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Database } from '../../store/connect.ts';
import { datasetsById } from '../../store/statements/datasets-and-predicates.ts';
import { currentRevision } from '../../store/statements/recording/change-sets.ts';
import { IMPORT_LIMITS } from '../importing/import-files.ts';
import { planAgainstDatabase } from '../importing/plan-against-database.ts';
import { writeExport } from '../publishing/write-export.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { writePlanned } from './write-planned.ts';

type Route = typeof contract;

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
        today: new Date().toISOString().slice(0, 10),
        dataset: body.dataset,
        importRecords: IMPORT_LIMITS.importRecords,
      });
    },
    o,
  );
}

/** The case as a curated file. It stays within this Attest, so nothing stops at the publication gate. */
async function contentOf(db: Database, id: string, o?: CallOptions): Promise<CuratedFile> {
  const { chunks } = await writeExport(
    db,
    { body: { format: 'own-json', entities: [], datasets: [id], paths: [], filters: [], gate: { override: 'copied within one Attest' } } },
    o,
  );
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as CuratedFile;
}
