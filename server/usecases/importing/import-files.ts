/** Imports files, curated or of another program, all or nothing: read, check, plan, write. A dry run does all but the write. */
import { randomUUID } from 'node:crypto';
import { API_LIMITS } from '../../contract/parts.ts';
import type { ImportReport } from '../../contract/routes/imports.ts';
import type { TableMappings } from '../../contract/table-mapping.ts';
import { datasetFault } from '../../domain/importing/assign-datasets.ts';
import { deltaSize, type ChangePlan } from '../../domain/importing/change-plan.ts';
import { AppError, type Problem } from '../../domain/model/errors.ts';
import { isPurelyNew } from '../../domain/importing/plan-import.ts';
import { commitChanges } from '../../store/commit-changes.ts';
import type { Database } from '../../store/connect.ts';
import { needsStaging, stageChanges } from '../../store/staging/stage-changes.ts';
import { stageImport } from '../../store/staging/stage-import.ts';
import { effectsOf, planReport, refusedReport, type ReportBasis } from './import-report.ts';
import { planAgainstDatabase, type Planned } from './plan-against-database.ts';
import { planLeavingOut, unknownPlaces, type LeaveOut } from './partial/plan-leaving-out.ts';
import { rowsOf } from './partial/plan-rows.ts';
import { recomputeStale } from './recompute-stale.ts';
import type { InputFile, ReadFile } from './files/read-curated-file.ts';
import { filesInArchive } from '../../exchange/importers/archive.ts';
import { CsvSets } from './files/read-csv-sets.ts';
import { ForeignTables } from './files/read-tables.ts';
import { readImportFile, type ReadForeign, type ReadImport } from './files/read-import-file.ts';

/** The named limits of one import. */
export const IMPORT_LIMITS = {
  /** Records that one transaction writes (claims and citations each count). A larger import is staged. */
  importRecords: 20_000,
  uploadFiles: API_LIMITS.uploadFiles,
  uploadBytes: API_LIMITS.uploadBytes,
} as const;

export interface ImportProgress {
  phase: 'read' | 'plan' | 'write';
  done: number;
  /** 0 as long as it is not known. */
  total: number;
}
export interface ImportInput {
  files: AsyncIterable<InputFile> | Iterable<InputFile>;
  dryRun: boolean;
  prune: boolean;
  /** Records that the prune is said to remove: needed where these are more than a tenth of a dataset. */
  pruneExactly?: number;
  overwrite: boolean;
  /** Records that are left out; without it none is. */
  leaveOut?: LeaveOut;
  /** The revision at which the caller planned it; at another nothing is written. */
  revision?: number;
  /** Whether the report of a dry run lists the records as rows. */
  rows?: boolean;
  /** Dataset of files without a header in a folder without one. */
  dataset?: string;
  /** What the columns of tables of other programs mean. */
  mappings?: TableMappings;
  who: string;
  /** Why; the datasets are named where it is left out. */
  why?: string;
  onProgress?: (progress: ImportProgress) => void;
  /** Called once the import is planned, so that a report can be made if the write fails. */
  onPlanned?: (planned: Pick<ReportBasis, 'datasets' | 'files' | 'revision'>) => void;
  /** Stops the import before anything is written. A write that has begun is finished. */
  signal?: AbortSignal;
  /** For tests. */
  limits?: Partial<Record<keyof typeof IMPORT_LIMITS, number>>;
}
const NOTHING_LEFT_OUT: LeaveOut = { places: [], refused: false };
/** Tries to plan and write; another writer in between makes a new plan necessary. */
const TRIES = 3;
/** Milliseconds without an answer after which a connection is taken as dead. Statements of a large import may take long. */
const IDLE_MS = 60_000;

/**
 * Outcomes: `done`, `unchanged` (nothing to write), `planned` (dry run), `refused` (every problem listed, nothing written).
 * @throws AppError `invalid` for a `dataset` that is no id; `database-unavailable`, `timeout`, `outcome-unknown`; `conflict` where others kept writing, the case is at another revision than the caller planned at, or others stage
 * an import; `refused` or `limit` where this shows only at the write
 */
export async function importFiles(db: Database, input: ImportInput): Promise<ImportReport> {
  const startedAt = performance.now();
  const limits = { ...IMPORT_LIMITS, ...input.limits };
  const fault = input.dataset === undefined ? undefined : datasetFault(input.dataset);
  if (fault) throw new AppError('invalid', fault.message, { problems: [fault] });
  const { files, given, problems, foreign } = await readFiles(input, limits);
  const { leaveOut = NOTHING_LEFT_OUT } = input;
  problems.push(...unknownPlaces(files, leaveOut.places));
  for (let attempt = 1; ; attempt += 1) {
    input.signal?.throwIfAborted();
    input.onProgress?.({ phase: 'plan', done: 0, total: 0 });
    const plan = (kept: readonly ReadFile[]) =>
      db.read(
        (tx) =>
          planAgainstDatabase(tx, kept, {
            prune: input.prune,
            dryRun: input.dryRun,
            ...(input.pruneExactly === undefined ? {} : { pruneExactly: input.pruneExactly }),
            overwrite: input.overwrite,
            today: new Date().toISOString().slice(0, 10),
            importRecords: limits.importRecords,
            ...(input.dataset === undefined ? {} : { dataset: input.dataset }),
          }),
        {
          idleMs: IDLE_MS,
          ...(input.signal ? { signal: input.signal } : {}),
        },
      );
    const { planned, leftOut } = await planLeavingOut(plan, files, leaveOut);
    if (input.revision !== undefined && planned.revision !== input.revision) throw movedOn(input.revision, planned.revision);
    input.onPlanned?.({ datasets: planned.datasets, files: given, revision: planned.revision });
    const basis: ReportBasis = {
      dryRun: input.dryRun,
      datasets: planned.datasets,
      files: given,
      revision: planned.revision,
      warnings: planned.warnings,
      leftOut,
      foreign,
      startedAt,
    };
    if (!planned.work || problems.length > 0) return refusedReport(basis, [...problems, ...planned.problems]);
    try {
      const report = await carryOut(db, input, basis, planned.work);
      if (input.dryRun && input.rows) return { ...report, rows: rowsOf(planned) };
      // A change that affects very many claims leaves their figures stale; they are derived before the import ends.
      if (report.outcome === 'done' && planned.work.derived.stale.length > 0) await recomputeStale(db);
      return report;
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'conflict') || attempt >= TRIES) throw error;
    }
  }
}

/** Not tried again: what was seen and chosen was the plan at another revision. */
function movedOn(planned: number, now: number): AppError {
  return new AppError('conflict', `The case was at revision ${planned} when this import was planned, and is at ${now} now. Nothing was written.`, {
    revision: now,
  });
}

async function carryOut(
  db: Database,
  input: ImportInput,
  basis: ReportBasis,
  { plan, derived, lost, staged }: NonNullable<Planned['work']>,
): Promise<ImportReport> {
  const effects = { before: [...derived.before, ...lost], after: derived.figures };
  const size = deltaSize(plan);
  if (size === 0) return planReport(basis, plan, effects, 'unchanged');
  if (input.dryRun) return planReport(basis, plan, effects, 'planned', { staged });
  input.signal?.throwIfAborted();
  const changeSet = {
    id: randomUUID(),
    kind: 'import' as const,
    who: input.who,
    why: input.why ?? `import of ${basis.datasets.join(', ')}`,
    at: new Date().toISOString(),
    effects: effectsOf(effects),
  };
  const changes: ChangePlan = { put: plan.put, remove: plan.remove, ...derived, operationId: randomUUID(), expectedRevision: basis.revision, changeSet };
  input.onProgress?.({ phase: 'write', done: 0, total: size });
  const onProgress = (done: number, total: number) => input.onProgress?.({ phase: 'write', done, total });
  if (!staged) {
    try {
      const { revision } = await commitChanges(db, changes, { onProgress });
      return planReport(basis, plan, effects, 'done', { revision, changeSet: changeSet.id });
    } catch (error) {
      // Where an import is being staged already it may be this one, interrupted: it is then resumed.
      if (!needsStaging(error)) throw error;
    }
  }
  // New records can be read by nobody until the last batch; what changes stored ones is kept as a plan first.
  const stage = isPurelyNew(plan) ? stageImport : stageChanges;
  const { revision } = await stage(db, { ...changes, operationId: randomUUID() }, { onProgress, ...(input.signal ? { signal: input.signal } : {}) });
  return planReport(basis, plan, effects, 'done', { revision, changeSet: changeSet.id, staged: true });
}

/** Reads the files one at a time and keeps only their content. Too many files or bytes are refused with the name of the limit. */
async function readFiles(
  input: ImportInput,
  limits: Record<keyof typeof IMPORT_LIMITS, number>,
): Promise<{ files: ReadFile[]; given: number; problems: Problem[]; foreign: ReadForeign[] }> {
  const files: ReadFile[] = [];
  const foreign: ReadForeign[] = [];
  const options = { limits: { fileBytes: limits.uploadBytes }, ...(input.dataset === undefined ? {} : { dataset: input.dataset }) };
  const sets = new CsvSets(options);
  const tables = new ForeignTables(options, input.mappings);
  const keep = (read: ReadImport) => {
    files.push(...read.files);
    if (read.foreign) foreign.push(read.foreign);
  };
  let given = 0;
  const problems: Problem[] = [];
  const names = new Set<string>();
  const total = Array.isArray(input.files) ? input.files.length : 0;
  for await (const file of input.files) {
    input.signal?.throwIfAborted();
    if (given >= limits.uploadFiles) {
      problems.push({
        code: 'limit',
        message: `more files than the limit uploadFiles of ${limits.uploadFiles}`,
        remedy: 'import them in parts',
        file: file.name,
      });
      break;
    }
    if (names.has(file.name))
      problems.push({ code: 'duplicate-file', message: `two files are called ${JSON.stringify(file.name)}`, remedy: 'name each once', file: file.name });
    names.add(file.name);
    if (!sets.take(file)) {
      const archive = filesInArchive(file, { bytes: limits.uploadBytes, files: limits.uploadFiles });
      problems.push(...(archive?.problems ?? []));
      for (const one of archive?.files ?? [file]) if (!tables.take(one)) keep(readImportFile(one, options));
    }
    given += 1;
    input.onProgress?.({ phase: 'read', done: given, total });
  }
  for (const together of [...sets.read(), ...tables.read()]) keep(together);
  if (given === 0) problems.push({ code: 'no-files', message: 'there is no file to import', remedy: 'name a file, or a folder with .json files' });
  return { files, given, problems, foreign };
}
