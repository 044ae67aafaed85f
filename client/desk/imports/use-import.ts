/** An import in the window from its files to its outcome: planned, chosen from, planned again where the case moves on, written. */
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { ImportJob, ImportReport, TableSample } from '../../../server/contract/routes/imports.ts';
import { ApiError } from '../../api/api-error.ts';
import { explainError } from '../../api/explain-error.ts';
import { type ImportWish, type NamedFile, planImport, type RecordPlace, sampleOf, stopImportJob, writeImport } from '../../api/queries-imports.ts';
import type { TableMapping } from '../../../server/contract/table-mapping.ts';
import { caseRevision } from '../../api/revision.ts';
import { keepMappings, keptMappings } from './mapping/kept-mappings.ts';
import { leftOutOf, refusedRows, type RefusedRow, restingOnChoice } from './import-choice.ts';

export interface Running {
  act: 'plan' | 'write';
  job?: ImportJob;
  stopping: boolean;
}
export interface ImportState {
  files: readonly NamedFile[];
  dataset: string;
  prune: boolean;
  /** The tables of other programs among the files, as they are mapped. */
  tables: readonly TableSample[];
  /** Whether their columns are being mapped: nothing is planned meanwhile. */
  mapping: boolean;
  /** Keys of the rows that are not to be written. */
  unticked: ReadonlySet<string>;
  report?: ImportReport | undefined;
  running?: Running | undefined;
  /** Records that would stay out because they refer to what is unticked: asked before it is written. */
  resting?: RefusedRow[] | undefined;
  failed?: string | undefined;
  /** Once it is written. */
  outcome?: ImportReport | undefined;
}
const EMPTY: ImportState = { files: [], dataset: '', prune: false, tables: [], mapping: false, unticked: new Set() };

export function useImport() {
  const [state, setState] = useState<ImportState>(EMPTY);
  const under = useRef<AbortController | undefined>(undefined);
  const now = useSyncExternalStore(caseRevision.subscribe, () => caseRevision.get()?.revision);
  const set = (change: Partial<ImportState>): void => setState((was) => ({ ...was, ...change }));

  /** Only the newest request may say what became of it. */
  const begin = (act: Running['act']): AbortController => {
    under.current?.abort();
    const controller = new AbortController();
    under.current = controller;
    setState((was) => ({ ...was, failed: undefined, resting: undefined, running: { act, stopping: false } }));
    return controller;
  };
  const follow = (controller: AbortController) => (job: ImportJob) =>
    setState((was) => (under.current === controller && was.running ? { ...was, running: { ...was.running, job } } : was));
  const end = (controller: AbortController, change: Partial<ImportState>): void => {
    if (under.current === controller) setState((was) => ({ ...was, running: undefined, ...change }));
  };
  const failure = (controller: AbortController, error: unknown): void => {
    if (!controller.signal.aborted) end(controller, { failed: explainError(error) });
  };

  const wishOf = ({ files, dataset, prune, tables }: ImportState, leaveOut: readonly RecordPlace[] = []): ImportWish => ({
    files,
    leaveOut,
    mappings: tables.map(({ mapping }) => mapping),
    ...(prune ? { prune: true } : {}),
    ...(dataset === '' ? {} : { dataset }),
  });
  const plan = async (of: ImportState): Promise<void> => {
    const controller = begin('plan');
    if (of.files.length === 0) return end(controller, { report: undefined, tables: [], mapping: false });
    try {
      const tables = await sampleOf(of.files, keptMappings(), controller.signal);
      setState((was) => (under.current === controller ? { ...was, tables } : was));
      // What a proposal says nobody has agreed to.
      if (tables.some(({ given, faults }) => !given || faults.length > 0)) return end(controller, { report: undefined, mapping: true });
      const { report } = await planImport(wishOf({ ...of, tables }), follow(controller), controller.signal);
      if (report) end(controller, report.outcome === 'failed' ? { failed: failureOf(report) } : { report });
    } catch (error) {
      failure(controller, error);
    }
  };
  const change = (what: Partial<ImportState>): void => {
    const next = { ...state, mapping: false, ...what };
    setState(next);
    void plan(next);
  };

  /** @param without what else stays out is known, and was agreed to */
  const apply = async (signed: { who: string; why: string }, without: boolean, removes?: number): Promise<void> => {
    const { report } = state;
    if (!report) return;
    const leaveOut = leftOutOf(report.rows ?? [], state.unticked);
    const controller = begin(leaveOut.length > 0 && !without ? 'plan' : 'write');
    try {
      if (leaveOut.length > 0 && !without) {
        const chosen = await planImport(wishOf(state, leaveOut), follow(controller), controller.signal);
        const resting = restingOnChoice(refusedRows(report.leftOut), chosen.report?.leftOut ?? []);
        if (chosen.report?.outcome === 'refused') return end(controller, { failed: failureOf(chosen.report) });
        if (resting.length > 0) return end(controller, { resting });
        setState((was) => ({ ...was, running: { act: 'write', stopping: false } }));
      }
      const wish = { ...wishOf(state, leaveOut), ...(state.prune ? { prune: removes ?? 0 } : {}) };
      const outcome = await caseRevision.whileWriting(async () => {
        const { report: done } = await writeImport(wish, { ...signed, revision: report.revision.before }, follow(controller), controller.signal);
        if (done?.outcome === 'done') caseRevision.own(done.revision.after);
        return done;
      });
      if (!outcome) return end(controller, {});
      if (outcome.outcome === 'failed' || outcome.outcome === 'refused') return end(controller, { failed: failureOf(outcome) });
      end(controller, { outcome });
      caseRevision.wrote(outcome.revision.after);
    } catch (error) {
      failure(controller, error);
      if (error instanceof ApiError && error.code === 'offline') caseRevision.doubt();
    }
  };
  const stop = async (): Promise<void> => {
    const id = state.running?.job?.id;
    setState((was) => (was.running ? { ...was, running: { ...was.running, stopping: true } } : was));
    if (id === undefined) return;
    await stopImportJob(id).catch(() => undefined);
  };
  const { report, running, outcome } = state;
  const hasMovedOn = report !== undefined && outcome === undefined && running === undefined && now !== undefined && now > report.revision.before;
  const latest = useRef(() => {});
  latest.current = () => void plan(state);
  useEffect(() => {
    if (hasMovedOn) latest.current();
  }, [hasMovedOn]);
  useEffect(() => () => under.current?.abort(), []);
  return {
    state,
    change,
    tick: (unticked: ReadonlySet<string>) => set({ unticked, resting: undefined }),
    again: () => void plan(state),
    /** The columns, to look at again. */
    map: () => set({ mapping: true }),
    mapped: (mappings: readonly TableMapping[]) => {
      keepMappings(mappings);
      change({ unticked: new Set() });
    },
    backToChoice: () => set({ resting: undefined }),
    apply,
    stop,
    reset: () => setState(EMPTY),
  };
}

/** What stands in the way, in words. */
function failureOf({ message, problems }: ImportReport): string {
  const [first] = problems;
  return first && !message.includes(first.message) ? `${message} ${first.message}` : message;
}
