/** Says what an undo or a restore would do: the counts, the claims before and after, and what the records are called that come, change and go. */
import type { PastReport } from '../../../contract/routes/changes.ts';
import { recordKey } from '../../../domain/importing/change-plan.ts';
import type { Tx } from '../../../store/connect.ts';
import { tellClaims } from '../../importing/tell-claims.ts';
import { nameProblems, nameRecords } from '../name-records.ts';
import { type PlannedChange, reportChange } from '../report-change.ts';
import { loadHistories } from './load-histories.ts';

export async function reportPast(tx: Tx, planned: PlannedChange): Promise<PastReport> {
  const report = reportChange(planned);
  const [problems, warnings] = [await nameProblems(tx, planned.revision, report.problems), await nameProblems(tx, planned.revision, report.warnings)];
  if (report.outcome !== 'planned') return { ...report, problems, warnings };
  const listed = [...report.created, ...report.changed, ...report.removed].map(({ kind, id }) => recordKey(kind, id));
  const names = await nameRecords(tx, planned.revision, await loadHistories(tx, planned.revision, listed, 0));
  return { ...report, warnings, told: tellClaims(planned, new Map()), names };
}
