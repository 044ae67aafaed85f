/** Reports of changes for tests: what is left out does nothing. */
import type { ChangeReport, PlannedReport } from '../../server/contract/routes/changes.ts';

type Given<T extends { records: object }> = Partial<Omit<T, 'records'>> & { records?: Partial<T['records']> };

/** At revision 7; counts that are left out are 0. */
export function changeReport({ records, ...more }: Given<ChangeReport> = {}): ChangeReport {
  return {
    outcome: 'planned',
    records: { new: 0, changed: 0, unchanged: 0, removed: 0, kept: 0, refused: 0, byKind: {}, ...records },
    created: [],
    changed: [],
    removed: [],
    claims: { summary: [], standingChanges: [], originChanges: [] },
    problems: [],
    warnings: [],
    revision: { before: 7, after: 7 },
    message: '',
    ...more,
  };
}

export const plannedReport = ({ told = [], ...more }: Given<PlannedReport> = {}): PlannedReport => ({ ...changeReport(more), told });
