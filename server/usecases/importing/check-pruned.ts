/** Refuses a prune of records that other records will still refer to. */
import type { Problem, ProblemPlace } from '../../domain/model/errors.ts';
import type { Records } from '../../domain/model/records.ts';
import { pruneProblems, type ImportPlan, type RecordRef } from '../../domain/importing/plan-import.ts';
import type { Tx } from '../../store/connect.ts';
import { listReferrers } from '../../store/list-referrers.ts';
import type { ReadFile } from './files/read-curated-file.ts';

/** A pruned record is in no file, so each problem is placed at the header of its dataset. */
export async function checkPruned(
  tx: Tx,
  rev: number,
  plan: ImportPlan,
  { stored, files }: { stored: Records; files: readonly ReadFile[] },
): Promise<Problem[]> {
  const referrers = await listReferrers(tx, rev, plan);
  const problems = pruneProblems(referrers);
  return problems.map((problem, i) => ({ ...placeOfHeader(ownerOf(referrers[i]?.to, stored), files), ...problem }));
}

function ownerOf(ref: RecordRef | undefined, { voices, sources, entities, predicates, claims }: Records): string | undefined {
  const maps: Partial<Record<string, ReadonlyMap<string, { dataset: string }>>> = {
    voice: voices,
    source: sources,
    entity: entities,
    predicate: predicates,
    claim: claims,
  };
  return ref && maps[ref.kind]?.get(ref.id)?.dataset;
}

/** The place of the header of a dataset; where no file has it, that of another header, or the beginning of a file. */
export function placeOfHeader(dataset: string | undefined, files: readonly ReadFile[]): ProblemPlace {
  const described = files.filter((file) => file.content?.dataset);
  const at = described.find((file) => file.content?.dataset?.id === dataset) ?? described[0] ?? files.find((file) => file.content);
  if (!at) return {};
  const [{ line, column, pointer } = {}] = at.locate([{ code: '', message: '', remedy: '', file: at.name, pointer: at.content?.dataset ? '/dataset' : '' }]);
  return { file: at.name, ...(pointer === undefined ? {} : { pointer }), ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
}
