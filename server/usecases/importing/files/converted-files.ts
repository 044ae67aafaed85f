/** What became of the records of files of other programs: read = created + matched + unchanged + rejected. */
import type { ImportReport } from '../../../contract/routes/imports.ts';
import { placeKey, recordsOf } from '../../../domain/importing/partial/leave-out.ts';
import type { ImportPlan } from '../../../domain/importing/plan-import.ts';
import type { Problem } from '../../../domain/model/errors.ts';
import type { ReadForeign } from './read-import-file.ts';

const LEFT_OUT = 'what it says was left out of the import, as listed';

/** @param plan absent where the import is refused: then nothing is known of what would become of the records */
export function convertedFiles(foreign: readonly ReadForeign[], leftOut: readonly Problem[], plan?: ImportPlan): Pick<ImportReport, 'converted'> {
  if (foreign.length === 0) return {};
  const out = new Set(leftOut.flatMap((problem) => recordsOf(problem) ?? []).map(placeKey));
  const keys = (records: readonly { kind: string; id: string }[]) => new Set(records.map(({ kind, id }) => `${kind} ${id}`));
  const created = plan && keys(plan.created);
  // A claim of which a passage changes, or to which one is added, is changed.
  const changed = plan && keys([...plan.changed, ...plan.conflicts, ...plan.put.citations.map(({ claim }) => ({ kind: 'claim', id: claim }))]);
  return {
    converted: foreign.map(({ file, format, read, taken, rejected, lost }) => {
      const told = { file, format, read, lost };
      if (!created || !changed) return { ...told, rejected };
      const counts = { created: 0, matched: 0, unchanged: 0 };
      let left = 0;
      for (const record of taken) {
        const key = `${record.kind} ${record.id}`;
        if (out.has(placeKey(record))) left += 1;
        else counts[created.has(key) ? 'created' : changed.has(key) ? 'matched' : 'unchanged'] += 1;
      }
      return { ...told, ...counts, rejected: left === 0 ? rejected : [...rejected, { reason: LEFT_OUT, count: left, places: [] }] };
    }),
  };
}
