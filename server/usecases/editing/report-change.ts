/** The report of a change, made of the same parts as that of an import. */
import type { ChangeReport } from '../../contract/routes/changes.ts';
import type { Derived } from '../../domain/importing/change-plan.ts';
import type { ImportPlan } from '../../domain/importing/plan-import.ts';
import { AppError, type Problem } from '../../domain/model/errors.ts';
import type { Figures } from '../../domain/model/figures.ts';
import type { Records } from '../../domain/model/records.ts';
import { planReport, refusedReport, type ReportBasis } from '../importing/import-report.ts';

export interface ChangeWork {
  plan: ImportPlan;
  derived: Derived;
  /** Figures of the claims removed. */
  lost: readonly Figures[];
  /** The records around the claims, as the plan leaves them. */
  around: Records;
}
export interface PlannedChange {
  revision: number;
  problems: readonly Problem[];
  warnings: readonly Problem[];
  /** Absent where there are problems. */
  work?: ChangeWork;
}

const basisOf = ({ revision, warnings }: PlannedChange): ReportBasis => ({ dryRun: false, datasets: [], files: 0, revision, warnings, startedAt: 0 });

/** What a change does or would do. Refused with every problem where it has any. */
export function reportChange(planned: PlannedChange, written?: { revision: number; changeSet: string }): ChangeReport {
  const { work } = planned;
  const isNothing = work && work.plan.created.length + work.plan.changed.length + work.plan.removed.length === 0;
  const outcome = !work ? 'refused' : isNothing ? 'unchanged' : written ? 'done' : 'planned';
  const whole =
    work && outcome !== 'refused'
      ? planReport(basisOf(planned), work.plan, { before: [...work.derived.before, ...work.lost], after: work.derived.figures }, outcome, written ?? {})
      : refusedReport(basisOf(planned), planned.problems);
  const { records, created, changed, removed, claims, problems, warnings, revision, changeSet } = whole;
  const did = `${records.new} new, ${records.changed} changed, ${records.removed} removed.`;
  const message =
    outcome === 'refused' ? whole.message : outcome === 'unchanged' ? 'Nothing is changed by this.' : `${written ? 'Written' : 'Would be written'}: ${did}`;
  return { outcome, records, created, changed, removed, claims, problems, warnings, revision, message, ...(changeSet === undefined ? {} : { changeSet }) };
}

/** @throws AppError `refused` with every problem where the change has any */
export function workOf(planned: PlannedChange): ChangeWork {
  if (planned.work) return planned.work;
  const { problems, message } = refusedReport(basisOf(planned), planned.problems);
  throw new AppError('refused', message, { problems });
}

/** The report of a change that was written before: what it did is read under its id. */
export function emptyReport(revision: number, changeSet: string): ChangeReport {
  const { records, created, changed, removed, claims } = refusedReport(basisOf({ revision, problems: [], warnings: [] }), []);
  const message = `It was written before, as the change set ${changeSet}: GET /api/changes/${changeSet} says what it did.`;
  return {
    outcome: 'done',
    records,
    created,
    changed,
    removed,
    claims,
    problems: [],
    warnings: [],
    revision: { before: revision - 1, after: revision },
    message,
    changeSet,
  };
}
