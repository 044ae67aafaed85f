/** Plans a change made in the window or over the API: the same checks and the same plan as an import, in one case. */
import type { planChanges as contract } from '../../contract/routes/changes.ts';
import type { CuratedFile } from '../../domain/importing/curated-file.ts';
import { datesWithoutForm } from '../../domain/editing/dates-without-form.ts';
import { recordKey, type RecordKey } from '../../domain/importing/change-plan.ts';
import { AppError, type Problem } from '../../domain/model/errors.ts';
import type { Tx } from '../../store/connect.ts';
import { currentRevision } from '../../store/statements/recording/change-sets.ts';
import type { Planned } from '../importing/plan-against-database.ts';
import type { InputOf } from '../route-types.ts';
import { refuseChangedSince } from './changes-since.ts';
import { joinStored } from './join-stored.ts';
import { planEdit } from './plan-edit.ts';
import { citationKeysOf } from './undo/load-histories.ts';

export type ChangeRequest = Pick<InputOf<typeof contract>['body'], 'dataset' | 'revision' | 'records' | 'remove'>;

/**
 * Plans a change at the current revision. Its problems point into the body of the request.
 * @throws AppError `invalid` for a date without the form of one; `conflict` where a record that the change writes or removes was changed after `revision`, naming what was changed and by whom
 */
export async function planChange(
  tx: Tx,
  { dataset, revision, records, remove }: ChangeRequest,
): Promise<Planned & { /** Id of a claim in the change → id of the claim that its citations join. */ joined: Map<string, string> }> {
  // The description of the body gives the form of a date.
  const dates = datesWithoutForm(records, '/records');
  if (dates.length > 0) throw new AppError('invalid', dates.map(({ message }) => message).join('; '), { problems: dates });
  const now = await currentRevision(tx);
  const written = writtenBy(records as unknown as CuratedFile);
  const meant = [...written, ...remove.map(({ kind, id }) => recordKey(kind, id))];
  await refuseChangedSince(tx, now, meant, revision);
  if (revision < now) await refuseChangedSince(tx, now, await citationsOf(tx, now, written), revision, { added: 'stands' });
  const { records: settled, joined } = await joinStored(tx, now, dataset, records as unknown as CuratedFile);
  const planned = await planEdit(tx, now, { dataset, content: settled, removes: remove, locate: inRecords });
  const problems = planned.problems.map(inBody);
  return { ...planned, problems, warnings: planned.warnings.map(inBody), joined };
}

/** The citations of the claims that are written: a passage that another put right meanwhile is not written over unseen. */
async function citationsOf(tx: Tx, now: number, written: readonly RecordKey[]): Promise<RecordKey[]> {
  const keys: RecordKey[] = [];
  for (const key of written) keys.push(...(await citationKeysOf(tx, now, key)));
  return keys;
}

/** There is no file; what stands in the way of a removal has no place in the body. */
function inBody({ file: _file, ...problem }: Problem): Problem {
  const { pointer: _pointer, ...unplaced } = problem;
  return problem.code === 'referred-to' ? unplaced : problem;
}

/** Problems of the records keep their pointer, which begins with the field of the body. */
const inRecords = (problems: readonly Problem[]): Problem[] =>
  problems.map((problem) => (problem.pointer === undefined ? problem : { ...problem, pointer: `/records${problem.pointer}` }));

/** Keys of the records that have ids of their own in a file. */
function writtenBy({ dataset, voices = [], sources = [], entities = [], predicates = [], claims = [], questions = [] }: CuratedFile): RecordKey[] {
  const keys = (kind: Parameters<typeof recordKey>[0], list: readonly { id: string }[]) => list.map(({ id }) => recordKey(kind, id));
  return [
    ...keys('dataset', dataset ? [dataset] : []),
    ...keys('voice', voices),
    ...keys('source', sources),
    ...keys('entity', entities),
    ...keys('predicate', predicates),
    ...keys('claim', claims),
    ...keys('question', questions),
  ];
}
