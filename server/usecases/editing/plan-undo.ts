/** Plans the undo of change sets: the states before them are put back, unless later work rests on what they did. */
import { invertChanges, restoreTo, stateAt, type ChangedLater, type Inverse, type RecordHistory } from '../../domain/editing/invert-changes.ts';
import { applyDelta } from '../../domain/importing/apply-delta.ts';
import { deltaSize, emptyPut, putKeys, recordKey, type ChangeKind, type ClaimPut, type Delta, type RecordKey } from '../../domain/importing/change-plan.ts';
import { checkUses, newFaults } from '../../domain/importing/checks/check-uses.ts';
import { compareRecords } from '../../domain/importing/compare-records.ts';
import { emptyBatch, type ImportBatch } from '../../domain/importing/import-batch.ts';
import type { ImportPlan } from '../../domain/importing/plan-import.ts';
import { referencesOf, type ReferringKind } from '../../domain/importing/references-of.ts';
import { claimKey } from '../../domain/model/proposition-key.ts';
import { emptyRecords } from '../../domain/model/empty-records.ts';
import { AppError, type Problem } from '../../domain/model/errors.ts';
import type { Figures } from '../../domain/model/figures.ts';
import type { Citation, Claim, Records } from '../../domain/model/records.ts';
import type { Tx } from '../../store/connect.ts';
import { listReferrers } from '../../store/list-referrers.ts';
import { addClaimsById, completeReferences } from '../../store/load-records.ts';
import { hashOf } from '../../store/shape-records.ts';
import { currentRevision } from '../../store/statements/change-sets.ts';
import { readFigures } from '../../store/statements/claims.ts';
import { changedAt, changeSetsAt, type ChangeSetRow } from '../../store/statements/history.ts';
import { knownClaimRows } from '../../store/statements/records.ts';
import { checkRedefined } from '../importing/check-redefined.ts';
import { deriveChanges } from '../importing/derive-changes.ts';
import { IMPORT_LIMITS } from '../importing/import-files.ts';
import { refuseBeyond, refuseChangedSince } from './changes-since.ts';
import { citationKeysOf, keysChangedBy, loadHistories, partsOf } from './load-histories.ts';
import type { PlannedChange } from './report-change.ts';

type Histories = ReadonlyMap<RecordKey, RecordHistory>;

/**
 * @param at the revision at which the undo was asked for
 * @throws AppError `limit` where the undo writes more records than one transaction may; `conflict` where one of these was changed after `at`
 */
export async function planUndo(tx: Tx, sets: readonly ChangeSetRow[], at: number): Promise<PlannedChange> {
  const revision = await currentRevision(tx);
  const revisions = sets.map((set) => set.revision);
  const histories = await loadHistories(tx, revision, await keysChangedBy(tx, revision, sets), Math.min(...revisions));
  const inverse = invertChanges(histories, revisions);
  if (inverse.later.length > 0) return { revision, problems: await laterProblems(tx, inverse.later), warnings: [] };
  return planDelta(tx, { revision, at }, await deltaOf(tx, revision, inverse, histories), histories);
}

/**
 * Plans to bring a record, or all records of a dataset, back to how they were at a revision. A claim is brought back with its citations.
 * @throws AppError `limit` and `conflict` as above; `not-found` where the record was never there; `refused` for a revision that does not exist yet
 */
export async function planRestore(tx: Tx, { to, at }: { to: number; at: number }, what: { key: RecordKey } | { dataset: string }): Promise<PlannedChange> {
  const revision = await currentRevision(tx);
  refuseBeyond(revision, to, '/to');
  const since = Array.from({ length: Math.max(0, revision - to) }, (_, i) => to + 1 + i);
  const keys =
    'key' in what
      ? [what.key, ...(await citationKeysOf(tx, revision, what.key))]
      : ((await changedAt.run(tx, { rev: revision, revisions: since })).map(({ key }) => key) as RecordKey[]);
  const all = await loadHistories(tx, revision, keys, to + 1);
  if ('key' in what && !all.has(what.key)) throw new AppError('not-found', `There is no ${what.key.replace('/', ' ')}, and none was taken away since then.`);
  const of = (history: RecordHistory) =>
    [stateAt(history, to), history.at(-1)].map((state) => state && (JSON.parse(state.json) as { id: string; dataset?: string }));
  const histories =
    'key' in what
      ? all
      : new Map([...all].filter(([key, history]) => of(history).some((one) => one?.dataset === what.dataset || key === recordKey('dataset', what.dataset))));
  return planDelta(tx, { revision, at }, await deltaOf(tx, revision, { ...restoreTo(histories, to), later: [] }, histories), histories);
}

/** Checks and derives a delta that puts back states of the past. */
async function planDelta(
  tx: Tx,
  { revision, at }: { revision: number; at: number },
  { delta, stored }: { delta: Delta; stored: Records },
  histories: Histories,
): Promise<PlannedChange> {
  await refuseChangedSince(tx, revision, [...putKeys(delta.put), ...delta.remove.map(({ kind, id }) => recordKey(kind, id))], at);
  const size = deltaSize(delta);
  const { importRecords } = IMPORT_LIMITS;
  if (size > importRecords) {
    throw new AppError('limit', `This writes ${size} records in one change set, above the limit importRecords of ${importRecords}.`, {
      limit: { name: 'importRecords', value: importRecords },
    });
  }
  const plan = asPlan(delta, histories);
  const batch = batchOf(delta);
  const problems = [
    ...(await referrerProblems(tx, revision, plan)),
    ...(await missingProblems(tx, revision, delta)),
    ...(await doubleProblems(tx, revision, delta)),
    ...useProblems(stored, applyDelta(stored, delta)),
    ...(await checkRedefined(tx, revision, plan, { batch, stored })).map(({ file: _file, pointer: _pointer, ...problem }) => problem),
  ];
  if (problems.length > 0) return { revision, problems, warnings: [] };
  const lost = delta.remove.filter(({ kind }) => kind === 'claim').map(({ id }) => id);
  const figures = lost.length === 0 ? [] : await readFigures.run(tx, { rev: revision, ids: lost });
  const derived = await deriveChanges(tx, delta);
  return { revision, problems: [], warnings: [], work: { plan, derived, lost: figures.map((row): Figures => JSON.parse(row.figures)) } };
}

/**
 * The inverse as a delta. A claim that is to go, but that others cite by now, passes to the first of them; a claim that keeps its words but gains or loses a
 * dataset that cites it is written anew.
 */
async function deltaOf(tx: Tx, rev: number, inverse: Inverse, histories: Histories): Promise<{ delta: Delta; stored: Records }> {
  const delta: Delta = { put: emptyPut(), remove: inverse.remove.map(partsOf) };
  const putClaims = new Map<string, { claim: Claim; aliases: readonly string[] }>();
  for (const [key, { json, aliases }] of inverse.put) {
    const { kind } = partsOf(key);
    if (kind === 'claim') {
      const claim: Claim = JSON.parse(json);
      putClaims.set(claim.id, { claim, aliases });
    } else putRecord(delta.put, kind, json);
  }
  const removed = (kind: ChangeKind) => new Set(delta.remove.filter((ref) => ref.kind === kind).map(({ id }) => id));
  const [goneClaims, goneCitations] = [removed('claim'), removed('citation')];
  const citationOf = (id: string): Citation | undefined => {
    const state = histories.get(recordKey('citation', id))?.at(-1);
    return state && (JSON.parse(state.json) as Citation);
  };
  const affected = new Set([...putClaims.keys(), ...goneClaims, ...delta.put.citations.map(({ claim }) => claim)]);
  for (const id of goneCitations) {
    const claim = citationOf(id)?.claim;
    if (claim !== undefined) affected.add(claim);
  }
  const stored = emptyRecords();
  await addClaimsById(tx, rev, stored, affected);
  await completeReferences(tx, rev, stored);
  const kept = new Set<string>();
  for (const id of affected) {
    const now = stored.citations.get(id) ?? [];
    const written = new Set(delta.put.citations.map((citation) => citation.id));
    const after = [
      ...now.filter((citation) => !goneCitations.has(citation.id) && !written.has(citation.id)),
      ...delta.put.citations.filter(({ claim }) => claim === id),
    ];
    const [first, ...others] = [...new Set(after.map(({ dataset }) => dataset))].sort();
    const claim = putClaims.get(id)?.claim ?? stored.claims.get(id);
    if (first === undefined || !claim) continue;
    const datasets = [first, ...others];
    const before = [...new Set(now.map(({ dataset }) => dataset))].sort();
    kept.add(id);
    if (!putClaims.has(id) && !goneClaims.has(id) && before.join(' ') === datasets.join(' ')) continue;
    const aliases = putClaims.get(id)?.aliases ?? histories.get(recordKey('claim', id))?.at(-1)?.aliases ?? [];
    const put: ClaimPut = { claim: datasets.includes(claim.dataset) ? claim : { ...claim, dataset: first }, datasets, aliases: [...aliases] };
    delta.put.claims.push(put);
  }
  delta.remove = delta.remove.filter(({ kind, id }) => kind !== 'claim' || !kept.has(id));
  delta.put.claims.sort((a, b) => (a.claim.id < b.claim.id ? -1 : 1));
  return { delta, stored };
}

const LISTS = {
  dataset: 'datasets',
  voice: 'voices',
  source: 'sources',
  entity: 'entities',
  predicate: 'predicates',
  citation: 'citations',
  rivals: 'rivals',
  identity: 'identities',
  question: 'questions',
} as const;

function putRecord(put: Delta['put'], kind: Exclude<ChangeKind, 'claim'>, json: string): void {
  (put[LISTS[kind]] as unknown[]).push(JSON.parse(json));
}

/** The records of a delta by kind, claims without their datasets. */
function recordsOf({ put }: Delta): [ChangeKind, readonly { id: string }[]][] {
  return [
    ...Object.entries(LISTS).map(([kind, list]): [ChangeKind, readonly { id: string }[]] => [kind as ChangeKind, put[list]]),
    ['claim', put.claims.map(({ claim }) => claim)],
  ];
}

/** What the delta does to each record, for the report. */
function asPlan(delta: Delta, histories: Histories): ImportPlan {
  const plan: ImportPlan = { ...delta, created: [], changed: [], removed: [...delta.remove], conflicts: [], unchanged: {}, kept: {} };
  for (const [kind, records] of recordsOf(delta)) {
    for (const record of records) {
      const now = histories.get(recordKey(kind, record.id))?.find(({ to }) => to === undefined);
      if (now) plan.changed.push({ kind, id: record.id, fields: compareRecords(JSON.parse(now.json) as object, record) });
      else if (histories.has(recordKey(kind, record.id))) plan.created.push({ kind, id: record.id });
      else plan.changed.push({ kind, id: record.id, fields: [] });
    }
  }
  return plan;
}

function batchOf({ put }: Delta): ImportBatch {
  const placed = <T>(list: readonly T[]) => list.map((record) => ({ record, file: '', pointer: '' }));
  return { ...emptyBatch(), entities: placed(put.entities), predicates: placed(put.predicates), sources: placed(put.sources) };
}

/** A problem for each change set that changed the same records later. */
async function laterProblems(tx: Tx, later: readonly ChangedLater[]): Promise<Problem[]> {
  const sets = await changeSetsAt.run(tx, { revisions: [...new Set(later.flatMap(({ revisions }) => revisions))] });
  return sets.map((set): Problem => {
    const keys = later.filter(({ revisions }) => revisions.includes(set.revision)).map(({ key }) => key);
    const [first] = keys;
    const { kind, id } = partsOf(first ?? 'entity/');
    const more = keys.length > 1 ? ` and ${keys.length - 1} more` : '';
    return {
      code: 'changed-later',
      message: `the ${kind} ${JSON.stringify(id)}${more} was changed later by ${JSON.stringify(set.who)} at ${set.at}: ${JSON.stringify(set.why)}`,
      remedy: 'undo that change set with it, or leave this one',
      changeSet: set.id,
    };
  });
}

/** Records that refer to what would be taken away. */
async function referrerProblems(tx: Tx, rev: number, plan: ImportPlan): Promise<Problem[]> {
  const referrers = await listReferrers(tx, rev, plan);
  if (referrers.length === 0) return [];
  const histories = await loadHistories(
    tx,
    rev,
    referrers.map(({ kind, id }) => recordKey(kind, id)),
    rev + 1,
  );
  const since = (kind: ChangeKind, id: string) => histories.get(recordKey(kind, id))?.at(-1)?.from;
  const sets = await changeSetsAt.run(tx, { revisions: [...new Set(referrers.flatMap(({ kind, id }) => since(kind, id) ?? []))] });
  return referrers.map(({ kind, id, to }): Problem => {
    const set = sets.find(({ revision }) => revision === since(kind, id));
    const by = set ? `, written by ${JSON.stringify(set.who)} at ${set.at}: ${JSON.stringify(set.why)}` : '';
    return {
      code: 'referred-to',
      message: `the ${to.kind} ${JSON.stringify(to.id)} cannot be taken away: the ${kind} ${JSON.stringify(id)} refers to it${by}`,
      remedy: set ? 'undo that change set with it, or leave this one' : 'take the reference out first',
      ...(set ? { changeSet: set.id } : {}),
    };
  });
}

/** Records that would be put back and refer to what is not there any more. */
async function missingProblems(tx: Tx, rev: number, delta: Delta): Promise<Problem[]> {
  const there = new Set<string>(recordsOf(delta).flatMap(([kind, records]) => records.map(({ id }) => recordKey(kind, id))));
  const gone = new Set<string>(delta.remove.map(({ kind, id }) => recordKey(kind, id)));
  const wanted = new Map<RecordKey, { kind: ChangeKind; id: string }>();
  for (const [kind, records] of recordsOf(delta)) {
    for (const record of records) {
      for (const to of referencesIn(kind, record)) {
        const key = recordKey(to.kind, to.id);
        if (!there.has(key) || gone.has(key)) wanted.set(key, { kind, id: record.id });
      }
    }
  }
  const stored = await loadHistories(tx, rev, [...wanted.keys()], rev + 1);
  return [...wanted].flatMap(([key, { kind, id }]): Problem[] => {
    if (stored.has(key) && !gone.has(key)) return [];
    const missing = partsOf(key);
    return [
      {
        code: 'unknown-id',
        message: `the ${kind} ${JSON.stringify(id)} cannot be put back: it refers to the ${missing.kind} ${JSON.stringify(missing.id)}, which was removed since`,
        remedy: 'undo the removal first, or with it',
      },
    ];
  });
}

function referencesIn(kind: ChangeKind, record: { id: string }): { kind: ChangeKind; id: string }[] {
  if (kind === 'dataset' || kind === 'predicate') return [];
  const own = referencesOf(kind as ReferringKind, record as never);
  return kind === 'citation' ? [...own, { kind: 'claim', id: (record as Citation).claim }] : own;
}

/** Claims that would be put back although what they say was claimed anew since, under another id. */
async function doubleProblems(tx: Tx, rev: number, { put, remove }: Delta): Promise<Problem[]> {
  if (put.claims.length === 0) return [];
  const gone = new Set(remove.filter(({ kind }) => kind === 'claim').map(({ id }) => id));
  const byKey = new Map(put.claims.map(({ claim }) => [hashOf(claimKey(claim)), claim.id]));
  const own = new Set(put.claims.map(({ claim }) => claim.id));
  const rows = await knownClaimRows.run(tx, { rev, ids: [], keys: [...byKey.keys()] });
  return rows
    .filter(({ id }) => !own.has(id) && !gone.has(id))
    .map(({ id }) => ({
      code: 'claimed-anew',
      message: `a claim cannot be put back: the claim ${JSON.stringify(id)} says the same by now`,
      remedy: 'undo what made that claim with it, or leave this one',
    }));
}

/** Rules that claims break with the states put back, and do not break now. */
function useProblems(before: Records, after: Records): Problem[] {
  return newFaults(checkUses(before), checkUses(after)).map(({ claim, code, message }) => ({
    code,
    message: `the claim ${JSON.stringify(claim)} does not fit what is there now: ${message}`,
    remedy: 'undo what changed that with it, or leave this one',
  }));
}
