/** Copies a case: a case of its own, by one change set. */
import type { copyCase as contract } from '../../contract/routes/cases.ts';
import { copyCase as copied } from '../../domain/editing/copy-case.ts';
import type { CuratedFile } from '../../domain/importing/curated-file.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Database, Tx } from '../../store/connect.ts';
import { datasetsById } from '../../store/statements/datasets-and-predicates.ts';
import { currentRevision } from '../../store/statements/recording/change-sets.ts';
import { fileOfDataset } from '../../exchange/exporters/own-json.ts';
import { unpackedExport } from '../publishing/write-export.ts';
import type { AnswerOf, CallOptions } from '../route-types.ts';
import { LARGE_CASE, type CopyInput, type LargeChanges } from './large-changes.ts';
import { planEdit } from './plan-edit.ts';
import { sizeOf } from './remove-case.ts';
import { writePlanned } from './write-planned.ts';

interface CopyOptions extends CallOptions {
  large?: LargeChanges;
  /** Most claims, where these are not `API_LIMITS.exportClaims`. */
  mostClaims?: number;
}

/**
 * @param o with `large` a large case is copied there
 * @throws AppError `not-found` for a case nobody has, `conflict` where the new id is taken, `limit` where it is too large to be copied at once
 */
export async function copyCase(db: Database, input: CopyInput, { large, ...o }: CopyOptions = {}): Promise<AnswerOf<typeof contract>> {
  const { params, body } = input;
  const { id } = params;
  const isLarge = async (tx: Tx) => (await sizeOf(tx, await currentRevision(tx), id)) > LARGE_CASE;
  if (large && (await db.read(isLarge, o))) return large.reportOf({ act: 'copy-case', input });
  const content = copied(await contentOf(db, id, o), { id: body.dataset, title: body.title });
  return writePlanned(
    db,
    body,
    async (tx) => {
      const revision = await currentRevision(tx);
      const taken = await datasetsById.run(tx, { rev: revision, ids: [body.dataset] });
      if (taken.length > 0) throw new AppError('conflict', `There is a case "${body.dataset}" already; give the copy another id.`);
      return planEdit(tx, revision, { dataset: body.dataset, content });
    },
    o,
  );
}

/** The case as a curated file. It stays within this Attest, so nothing stops at the publication gate. */
async function contentOf(db: Database, id: string, o?: Omit<CopyOptions, 'large'>): Promise<CuratedFile> {
  const asked = { entities: [], datasets: [id], paths: [], filters: [], gate: { override: 'copied within one Attest' } };
  const { files } = await unpackedExport(db, { ...asked, format: 'own-json' }, o);
  const own = files.find(({ name }) => name === fileOfDataset(id));
  if (!own) throw new AppError('not-found', `There is no case "${id}".`);
  return JSON.parse(own.text) as CuratedFile;
}
