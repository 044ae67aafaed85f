/** Plans an import: which records are new, changed field by field, unchanged, removed, kept, or in conflict with an edit made here. */
import { canonicalBatch } from './canonical-record.ts';
import { CHANGE_KINDS, emptyPut, type ChangeKind, type Delta } from './change-plan.ts';
import { compareRecords, type FieldChange } from './compare-records.ts';
import type { Problem } from '../model/errors.ts';
import type { ImportBatch } from './import-batch.ts';
import { leavingRecords, type Leaving } from './leaving-records.ts';
import type { Records } from '../model/records.ts';
import { shareClaims } from './share-claims.ts';

export interface RecordRef {
  kind: ChangeKind;
  id: string;
}
export interface RecordChange extends RecordRef {
  fields: FieldChange[];
}
/** What the database holds of the records that an import affects. */
export interface StoredState {
  records: Records;
  /** Id by which a dataset calls a claim that another dataset wrote first → id of the claim. */
  aliases: ReadonlyMap<string, string>;
  /** `kind/id` of records that were edited here since their last import. */
  edited: ReadonlySet<string>;
  /** Number of records of each kind that the datasets of the import have; used to count those that are kept. None for an edit, which keeps all it does not name. */
  counts: readonly { kind: string; dataset: string; n: number }[];
}
/** `records` must hold all records that leave: with `prune` all of the datasets. */
export interface PlanOptions extends Leaving {
  /** Also write records that were edited here. */
  overwrite: boolean;
}
export interface ImportPlan extends Delta {
  created: RecordRef[];
  changed: RecordChange[];
  removed: RecordRef[];
  conflicts: RecordChange[];
  unchanged: Partial<Record<ChangeKind, number>>;
  kept: Partial<Record<ChangeKind, number>>;
}

/** Collects the plan. Every list is sorted by kind, then id, so that the order of the files does not matter. */
class PlanBuilder {
  readonly plan: ImportPlan = {
    put: emptyPut(),
    remove: [],
    created: [],
    changed: [],
    removed: [],
    conflicts: [],
    unchanged: {},
    kept: {},
  };

  constructor(
    private readonly stored: StoredState,
    private readonly options: PlanOptions,
  ) {}

  /**
   * Plans one record by comparing it with its stored state.
   * @returns whether it is to be written
   */
  compare<T extends { id: string }>(kind: ChangeKind, before: T | undefined, after: T, more: FieldChange[] = []): boolean {
    const ref = { kind, id: after.id };
    if (!before) {
      this.plan.created.push(ref);
      return true;
    }
    const fields = [...compareRecords(before, after), ...more];
    if (fields.length === 0) {
      this.plan.unchanged[kind] = (this.plan.unchanged[kind] ?? 0) + 1;
      return false;
    }
    const conflicts = this.stored.edited.has(`${kind}/${before.id}`) && !this.options.overwrite;
    (conflicts ? this.plan.conflicts : this.plan.changed).push({ ...ref, fields });
    return !conflicts;
  }

  remove(kind: ChangeKind, id: string): void {
    this.plan.remove.push({ kind, id });
    this.plan.removed.push({ kind, id });
  }

  keep(kind: ChangeKind, n: number): void {
    if (n > 0) this.plan.kept[kind] = (this.plan.kept[kind] ?? 0) + n;
  }

  finish(): ImportPlan {
    const { plan } = this;
    const byKindAndId = (a: RecordRef, b: RecordRef) => CHANGE_KINDS.indexOf(a.kind) - CHANGE_KINDS.indexOf(b.kind) || order(a.id, b.id);
    for (const list of [plan.created, plan.changed, plan.removed, plan.remove, plan.conflicts]) list.sort(byKindAndId);
    const { claims, ...others } = plan.put;
    claims.sort((a, b) => order(a.claim.id, b.claim.id));
    for (const list of Object.values(others)) list.sort((a: { id: string }, b: { id: string }) => order(a.id, b.id));
    return plan;
  }
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The plan of a batch that has no problems. A claim that another dataset already has remains that dataset's, and the citations of this import join it. A
 * passage corrected in place (same claim, source and locator) is a changed citation. A record gone from the file stays unless `prune` is set. Pruning removes
 * only what is the dataset's own: a claim that other datasets cite passes to the first of them.
 */
export function planImport(written: ImportBatch, stored: StoredState, options: PlanOptions): ImportPlan {
  const batch = canonicalBatch(written);
  const builder = new PlanBuilder(stored, options);
  const { plan } = builder;
  const { records } = stored;
  const shared = shareClaims(batch, stored, options);
  const own = new Set(options.datasets);
  const leaves = leavingRecords(options);

  const plain = <T extends { id: string; dataset?: string }>(kind: ChangeKind, list: readonly T[], storedOnes: Iterable<T>, put: T[]) => {
    const before = new Map([...storedOnes].map((record) => [record.id, record]));
    const here = new Set<string>(batch.stubs.filter(({ record }) => record.kind === kind).map(({ record }) => record.id));
    for (const record of list) {
      if (here.has(record.id)) continue;
      here.add(record.id);
      if (builder.compare(kind, before.get(record.id), record)) put.push(record);
    }
    const gone = [...before.values()].filter((record) => !here.has(record.id));
    gone.filter((record) => leaves(kind, record)).forEach((record) => builder.remove(kind, record.id));
    if (kind === 'dataset') return;
    const had = stored.counts.filter((count) => count.kind === kind && own.has(count.dataset)).reduce((sum, count) => sum + count.n, 0);
    const met = [...here].filter((id) => own.has(before.get(id)?.dataset ?? '')).length;
    if (!options.prune) builder.keep(kind, had - met);
  };
  const recordsOf = <T>(list: readonly { record: T }[]) => list.map(({ record }) => record);
  const headers = new Map(recordsOf(batch.datasets).map((dataset) => [dataset.id, dataset]));
  for (const id of options.datasets) if (!headers.has(id) && !records.datasets.has(id)) headers.set(id, { id });
  plain('dataset', [...headers.values()], records.datasets.values(), plan.put.datasets);
  plain('voice', recordsOf(batch.voices), records.voices.values(), plan.put.voices);
  plain('source', recordsOf(batch.sources), records.sources.values(), plan.put.sources);
  plain('entity', recordsOf(batch.entities), records.entities.values(), plan.put.entities);
  plain('predicate', recordsOf(batch.predicates), records.predicates.values(), plan.put.predicates);
  plain('rivals', shared.rivals, records.rivals, plan.put.rivals);
  plain('identity', recordsOf(batch.identities), records.identities, plan.put.identities);
  plain('question', recordsOf(batch.questions), records.questions.values(), plan.put.questions);

  for (const { before, after, datasets, aliases, datasetsBefore } of shared.claims) {
    if (!after) {
      if (before) builder.remove('claim', before.id);
      continue;
    }
    const joined = before ? compareRecords({ datasets: datasetsBefore }, { datasets }) : [];
    if (builder.compare('claim', before, after, joined)) plan.put.claims.push({ claim: after, datasets, aliases });
  }
  for (const { before, after } of shared.citations) {
    if (!after) {
      if (before) builder.remove('citation', before.id);
    } else if (builder.compare('citation', before, after)) {
      plan.put.citations.push(after);
      // A passage corrected in place gets another id, so the old citation is removed.
      if (before && before.id !== after.id) plan.remove.push({ kind: 'citation', id: before.id });
    }
  }
  const had = (kind: string) => stored.counts.filter((count) => count.kind === kind && own.has(count.dataset)).reduce((sum, count) => sum + count.n, 0);
  if (!options.prune) {
    builder.keep('claim', had('claim') - shared.metClaims);
    builder.keep('citation', had('citation') - shared.metCitations);
  }
  return builder.finish();
}

/** A record, as it will be after the import, that refers to one the import would remove. */
export interface Referrer extends RecordRef {
  /** Its dataset after the import: a claim shared with others passes to one of them. */
  dataset: string;
  to: RecordRef;
}

/** Problems for removed records that other records refer to, one for each (model.md, "One proposition"). */
export function pruneProblems(referrers: readonly Referrer[]): Problem[] {
  return referrers.map(({ kind, id, dataset, to }) => ({
    code: 'referred-to',
    message: `the ${to.kind} ${JSON.stringify(to.id)} cannot be removed: the ${kind} ${JSON.stringify(id)} of the dataset ${JSON.stringify(dataset)} refers to it`,
    remedy: `keep it, or take the reference out of ${JSON.stringify(dataset)} first`,
    record: { kind, id },
    about: [to, { kind, id }],
  }));
}

/** Whether the plan has only new records, none joined to a claim, changed or removed. Only such a plan may be staged. */
export function isPurelyNew(plan: ImportPlan): boolean {
  return plan.changed.length === 0 && plan.remove.length === 0 && plan.conflicts.length === 0;
}
