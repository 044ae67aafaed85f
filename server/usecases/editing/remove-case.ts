/** Removes a case with all its records by one change set. */
import type { removeCase as contract, sizeCase as sizeContract } from '../../contract/routes/cases.ts';
import type { RecordRef } from '../../domain/importing/plan-import.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Database, Tx } from '../../store/connect.ts';
import { datasetsById } from '../../store/statements/datasets-and-predicates.ts';
import { currentRevision } from '../../store/statements/recording/change-sets.ts';
import { datasetCountRows, datasetRecordRows } from '../../store/statements/records.ts';
import { listTextRows } from '../../store/statements/texts.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { LARGE_CASE, type LargeChanges, type RemovalInput } from './large-changes.ts';
import { planEdit } from './plan-edit.ts';
import { writePlanned } from './write-planned.ts';

/**
 * Its header is one of its records.
 * @throws AppError `not-found` for a case nobody has
 */
export async function sizeOf(tx: Tx, rev: number, dataset: string): Promise<number> {
  if ((await datasetsById.run(tx, { rev, ids: [dataset] })).length === 0) {
    throw new AppError('not-found', `There is no case "${dataset}".`, { remedy: 'look at the list of cases' });
  }
  const rows = await datasetCountRows.run(tx, { rev, datasets: [dataset] });
  return rows.reduce((sum, { n }) => sum + n, 1);
}

/** How many records a case has, and texts of its sources. */
export async function sizeCase(
  db: Database,
  { params: { id } }: Pick<InputOf<typeof sizeContract>, 'params'>,
  o?: CallOptions,
): Promise<AnswerOf<typeof sizeContract>> {
  return db.read(async (tx) => {
    const revision = await currentRevision(tx);
    const texts = (await listTextRows.run(tx, { rev: revision })).filter(({ json }) => (JSON.parse(json) as { dataset: string }).dataset === id);
    return { records: await sizeOf(tx, revision, id), texts: texts.length, revision };
  }, o);
}

/**
 * @param o with `large` a large case is removed there
 * @throws AppError `refused` where the number of records is another one, or another case refers to one of them; `not-found`
 */
export async function removeCase(
  db: Database,
  input: RemovalInput,
  { large, ...o }: CallOptions & { large?: LargeChanges } = {},
): Promise<AnswerOf<typeof contract>> {
  const { params, body } = input;
  const { id } = params;
  if (large && body.records > LARGE_CASE) return large.reportOf({ act: 'remove-case', input });
  return writePlanned(
    db,
    body,
    async (tx) => {
      const rev = await currentRevision(tx);
      const records = await sizeOf(tx, rev, id);
      if (records !== body.records) throw otherSize(id, records, body.records);
      const removes = (await datasetRecordRows.run(tx, { rev, datasets: [id] })) as RecordRef[];
      const planned = await planEdit(tx, rev, { dataset: id, removes: [...removes, { kind: 'dataset', id }] });
      // There is no file that a problem could stand in.
      return { ...planned, problems: planned.problems.map(({ file: _file, pointer: _pointer, ...problem }) => problem) };
    },
    o,
  );
}

function otherSize(id: string, records: number, given: number): AppError {
  const message = `The case "${id}" has ${records} records, not ${given}`;
  return new AppError('refused', `${message}. Nothing was removed.`, {
    problems: [{ code: 'other-size', message, remedy: `look at what it holds, then give ${records}`, pointer: '/records' }],
  });
}
