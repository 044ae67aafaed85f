/** Builds the report of an import: what it did or would do, counted exactly and listed up to a limit. */
import type { ImportReport } from '../../contract/routes/imports.ts';
import { CHANGE_KINDS, LIST_OF_KIND, type ChangeKind } from '../../domain/importing/change-plan.ts';
import { describePlan, type ClaimEffects } from '../../domain/importing/describe-plan.ts';
import { ProblemList, STOPPED } from '../../domain/importing/problem-list.ts';
import { placeKey, recordsOf } from '../../domain/importing/partial/leave-out.ts';
import { AppError, REMEDY_OF_CODE, type ErrorCode, type Problem, type ProblemPlace } from '../../domain/model/errors.ts';
import type { Figures } from '../../domain/model/figures.ts';
import type { ImportPlan } from '../../domain/importing/plan-import.ts';
import { convertedFiles } from './files/converted-files.ts';
import type { ReadForeign } from './files/read-import-file.ts';

/** Most items of each list in a report; the counts are exact. */
const LISTED = 1_000;

export interface ReportBasis {
  dryRun: boolean;
  datasets: readonly string[];
  files: number;
  revision: number;
  warnings?: readonly Problem[];
  /** Why records were left out. */
  leftOut?: readonly Problem[];
  /** Files of other programs, as they were read. */
  foreign?: readonly ReadForeign[];
  startedAt: number;
}
type Counts = ImportReport['records']['byKind'][ChangeKind];

const none = (): NonNullable<Counts> => ({ new: 0, changed: 0, unchanged: 0, removed: 0, kept: 0, refused: 0 });

function empty(basis: ReportBasis): ImportReport {
  return {
    outcome: 'unchanged',
    dryRun: basis.dryRun,
    datasets: [...basis.datasets].sort(),
    files: basis.files,
    records: { ...none(), byKind: {} },
    created: [],
    changed: [],
    removed: [],
    claims: { summary: [], standingChanges: [], originChanges: [] },
    problems: [],
    warnings: [...(basis.warnings ?? [])],
    conflicts: [],
    leftOut: (basis.leftOut ?? []).toSorted(byPlace).slice(0, LISTED),
    revision: { before: basis.revision, after: basis.revision },
    ...convertedFiles(basis.foreign ?? [], basis.leftOut ?? []),
    staged: false,
    elapsedMs: Math.round(performance.now() - basis.startedAt),
    message: '',
  };
}

/** The report of a refused import: the problems, ordered by file and line, those without a place last; nothing was written. */
export function refusedReport(basis: ReportBasis, problems: readonly Problem[]): ImportReport {
  const report = empty(basis);
  const all = new ProblemList();
  const isStopped = problems.some(({ code }) => code === STOPPED);
  all.addAll(problems.filter(({ code }) => code !== STOPPED));
  if (isStopped) all.stop();
  const sorted = all.list().sort((a, b) => byPlace(a, b));
  for (const { key, records } of recordsAtFault(problems)) {
    const kind = kindAt(key);
    if (kind) (report.records.byKind[kind] ??= none()).refused += records;
  }
  report.records.refused = Object.values(report.records.byKind).reduce((sum, counts) => sum + counts.refused, 0);
  const files = new Set(sorted.flatMap((problem) => problem.file ?? [])).size;
  const isPart = all.total > sorted.length;
  return {
    ...report,
    outcome: 'refused',
    problems: sorted.slice(0, LISTED),
    message: `Refused: ${isStopped ? 'at least ' : ''}${amount(all.total, 'problem')}${files > 1 ? ` in ${files} files` : ''}. Nothing was written.${isPart ? ' Some of each kind are listed.' : ''}`,
  };
}

function byPlace(a: Problem, b: Problem): number {
  const hasNone = (problem: Problem) => (problem.file === undefined ? 1 : 0);
  return hasNone(a) - hasNone(b) || order(a.file ?? '', b.file ?? '') || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

/** Each record with a problem once; of a problem listed once for many places, those beyond the places are taken for as many records of the first's kind. */
function recordsAtFault(problems: readonly Problem[]): { key: string; records: number }[] {
  const found = new Map<string, number>();
  for (const problem of problems) {
    const places = problem.places ?? [problem];
    for (const place of places) {
      const key = recordAt(place);
      if (key !== undefined && !found.has(key)) found.set(key, 1);
    }
    const first = recordAt(places[0] ?? {});
    if (first !== undefined && problem.count !== undefined) found.set(first, (found.get(first) ?? 1) + problem.count - places.length);
  }
  return [...found].map(([key, records]) => ({ key, records }));
}

/** Codes by which a write refuses its input. Any other code means that it failed for the moment. */
const REFUSING: ReadonlySet<ErrorCode> = new Set(['refused', 'invalid', 'limit', 'too-large']);
export const isRefusal = (error: unknown): error is AppError => error instanceof AppError && REFUSING.has(error.code);

/** The report of an import that failed after it was planned, without internals of an unexpected error. The revision is the newest known. */
export function failedReport(basis: ReportBasis, error: unknown): ImportReport {
  const expected = error instanceof AppError ? error : undefined;
  const now = expected?.details['revision'];
  const revision = typeof now === 'number' ? now : basis.revision;
  const remedyFor = ({ code, details }: AppError) =>
    code === 'conflict' ? 'import the same files again: they are planned anew' : (details.remedy ?? REMEDY_OF_CODE[code]);
  return {
    ...empty({ ...basis, revision }),
    outcome: isRefusal(error) ? 'refused' : 'failed',
    problems: expected
      ? [{ code: expected.code, message: expected.message, remedy: remedyFor(expected) }, ...(expected.details.problems ?? [])]
      : [{ code: 'internal', message: 'The import failed for a reason of ours.', remedy: REMEDY_OF_CODE.internal }],
    message: expected ? expected.message : 'The import failed for a reason of ours; nothing is known to have been written.',
  };
}

/** The header stands in a file by itself, and citations in their claims. */
const KIND_OF_LIST = new Map<string, ChangeKind>([...CHANGE_KINDS.map((kind) => [LIST_OF_KIND[kind], kind] as const), ['dataset', 'dataset']]);

/** File and pointer of the record that a problem belongs to. */
function recordAt({ file = '', pointer = '' }: ProblemPlace): string | undefined {
  const found = /^(?:\/dataset|\/claims\/\d+\/citations\/\d+|\/[a-z]+\/\d+)/.exec(pointer)?.[0];
  return found === undefined ? undefined : `${file}#${found}`;
}

function kindAt(key: string): ChangeKind | undefined {
  const pointer = key.slice(key.lastIndexOf('#') + 1);
  return pointer.includes('/citations/') ? 'citation' : KIND_OF_LIST.get(pointer.split('/')[1] ?? '');
}

/** The kind of each record that was left out, each record once. */
function kindsLeftOut(leftOut: readonly Problem[]): ChangeKind[] {
  const places = new Set(leftOut.flatMap((problem) => recordsOf(problem) ?? []).map(placeKey));
  return [...places].flatMap((key) => kindAt(key) ?? []);
}

export interface PlanEffects {
  /** Figures, before the import, of the claims that the plan affects. */
  before: readonly Figures[];
  after: readonly Figures[];
}

/** The plan as a report; `after` is the revision written, or the current one where nothing was written. */
export function planReport(
  basis: ReportBasis,
  plan: ImportPlan,
  effects: PlanEffects,
  outcome: 'planned' | 'done' | 'unchanged',
  written: { revision?: number; changeSet?: string; staged?: boolean } = {},
): ImportReport {
  const report = empty(basis);
  const counts = countRecords(plan);
  for (const kind of kindsLeftOut(basis.leftOut ?? [])) (counts[kind] ??= none()).refused += 1;
  const total = none();
  for (const kind of CHANGE_KINDS) for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += counts[kind]?.[key] ?? 0;
  const claims = described(effects);
  return {
    ...report,
    outcome,
    records: { ...total, byKind: counts },
    created: plan.created.slice(0, LISTED),
    changed: plan.changed.slice(0, LISTED),
    removed: plan.removed.slice(0, LISTED),
    conflicts: plan.conflicts.slice(0, LISTED),
    ...convertedFiles(basis.foreign ?? [], basis.leftOut ?? [], plan),
    claims: { summary: claims.summary, standingChanges: claims.standingChanges.slice(0, LISTED), originChanges: claims.originChanges.slice(0, LISTED) },
    revision: { before: basis.revision, after: written.revision ?? basis.revision },
    ...(written.changeSet === undefined ? {} : { changeSet: written.changeSet }),
    staged: written.staged ?? false,
    message: `${messageOf(outcome, total, plan.conflicts.length)}${total.refused === 0 ? '' : ` ${amount(total.refused, 'record')} left out, as listed.`}`,
  };
}

function described({ before, after }: PlanEffects): ClaimEffects {
  const byId = (figures: readonly Figures[]) => new Map(figures.map((one) => [one.claim, one]));
  return describePlan(byId(before), byId(after));
}

/** What a change does to claims, in words, to be kept with its change set. */
export const effectsOf = (effects: PlanEffects): string[] => described(effects).summary;

function countRecords(plan: ImportPlan): ImportReport['records']['byKind'] {
  const counts: ImportReport['records']['byKind'] = {};
  const add = (kind: ChangeKind, key: keyof NonNullable<Counts>, n = 1) => {
    (counts[kind] ??= none())[key] += n;
  };
  for (const { kind } of plan.created) add(kind, 'new');
  for (const { kind } of plan.changed) add(kind, 'changed');
  for (const { kind } of plan.removed) add(kind, 'removed');
  for (const { kind } of plan.conflicts) add(kind, 'kept');
  for (const kind of CHANGE_KINDS) {
    if (plan.unchanged[kind]) add(kind, 'unchanged', plan.unchanged[kind]);
    if (plan.kept[kind]) add(kind, 'kept', plan.kept[kind]);
  }
  return counts;
}

function messageOf(outcome: 'planned' | 'done' | 'unchanged', total: NonNullable<Counts>, conflicts: number): string {
  const all = total.new + total.changed + total.unchanged;
  const parts = [
    `${total.new} new`,
    `${total.changed} changed`,
    `${total.unchanged} unchanged`,
    ...(total.removed > 0 ? [`${total.removed} removed`] : []),
    ...(total.kept > 0 ? [`${total.kept} kept that the files do not have`] : []),
  ];
  const edited =
    conflicts === 0
      ? ''
      : ` ${amount(conflicts, 'record')} edited here since the last import ${conflicts === 1 ? 'was' : 'were'} left as ${conflicts === 1 ? 'it is' : 'they are'} (--overwrite takes the files' state).`;
  if (outcome === 'unchanged') return `Everything is unchanged: ${amount(all, 'record')}. Nothing was written.${edited}`;
  return `${outcome === 'planned' ? 'Would import' : 'Imported'}: ${parts.join(', ')}.${edited}`;
}

function amount(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
