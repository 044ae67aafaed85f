/** Plans the undo of change sets: the states before them are put back, unless later work rests on what they did. */
import { invertChanges, restoreTo, stateAt, type Inverse, type RecordHistory } from '../../../domain/editing/invert-changes.ts';
import { applyDelta } from '../../../domain/importing/apply-delta.ts';
import {
  LIST_OF_KIND,
  recordsByKind,
  deltaSize,
  emptyPut,
  putKeys,
  recordKey,
  type ChangeKind,
  type ClaimPut,
  type Delta,
  type RecordKey,
} from '../../../domain/importing/change-plan.ts';
import { compareRecords } from '../../../domain/importing/compare-records.ts';
import { emptyBatch, type ImportBatch } from '../../../domain/importing/import-batch.ts';
import type { ImportPlan } from '../../../domain/importing/plan-import.ts';
import { emptyRecords } from '../../../domain/model/empty-records.ts';
import { AppError, type Problem } from '../../../domain/model/errors.ts';
import type { Figures } from '../../../domain/model/figures.ts';
import type { Citation, Claim, Records } from '../../../domain/model/records.ts';
import type { Tx } from '../../../store/connect.ts';
import { addClaimsById, completeReferences } from '../../../store/load-records.ts';
import { currentRevision } from '../../../store/statements/recording/change-sets.ts';
import { readFigures } from '../../../store/statements/claims.ts';
import { listRedactionRows } from '../../../store/statements/redactions.ts';
import { changedAt, type ChangeSetRow } from '../../../store/statements/recording/history.ts';
import { checkRedefined } from '../../importing/check-redefined.ts';
import { deriveAround } from '../../importing/derive-changes.ts';
import { CHANGE_LIMITS } from '../../importing/plan-against-database.ts';
import { refuseBeyond, refuseChangedSince } from '../changes-since.ts';
import { citationKeysOf, keysChangedBy, loadHistories, partsOf } from './load-histories.ts';
import type { PlannedChange } from '../report-change.ts';
import { doubleObstacles, laterObstacles, missingObstacles, referrerObstacles, useObstacles, type Obstacle } from './undo-obstacles.ts';

type Histories = ReadonlyMap<RecordKey, RecordHistory>;

/**
 * @param at the revision at which the undo was asked for
 * @param o with `keepNeeded` what later work rests on is left as it is, and told as a warning
 * @throws AppError `limit` where the undo writes more records than one change set may; `conflict` where one of these was changed after `at`
 */
export async function planUndo(tx: Tx, sets: readonly ChangeSetRow[], at: number, { keepNeeded = false } = {}): Promise<PlannedChange> {
  const revision = await currentRevision(tx);
  const revisions = sets.map((set) => set.revision);
  await refuseBeforeRedaction(tx, sets);
  const histories = await loadHistories(tx, revision, await keysChangedBy(tx, revision, sets), Math.min(...revisions));
  const left = new Set<RecordKey>();
  const kept: Problem[] = [];
  for (;;) {
    const open = new Map([...histories].filter(([key]) => !left.has(key)));
    const inverse = invertChanges(open, revisions);
    const later = await laterObstacles(tx, inverse.later);
    const nothing = { plan: { revision, problems: [], warnings: [] }, obstacles: later };
    const { plan, obstacles } = later.length > 0 ? nothing : await planDelta(tx, { revision, at }, await deltaOf(tx, revision, inverse, open), open);
    if (obstacles.length === 0) return { ...plan, warnings: [...plan.warnings, ...kept] };
    const leave = obstacles.flatMap((obstacle) => obstacle.leave).filter((key) => open.has(key));
    if (!keepNeeded || leave.length === 0) return { revision, problems: obstacles.map(({ problem }) => problem), warnings: [] };
    for (const key of leave) for (const one of withCitations(key, open)) left.add(one);
    kept.push(...obstacles.map(({ problem }) => keptBecause(problem)));
  }
}

/** What was redacted is gone from the states before it, which would not be those that were. */
async function refuseBeforeRedaction(tx: Tx, sets: readonly ChangeSetRow[]): Promise<void> {
  const last = (await listRedactionRows.run(tx, {})).at(-1);
  if (last === undefined || sets.every(({ revision }) => revision > last.revision)) return;
  throw new AppError(
    'refused',
    `A person was redacted on ${last.at.slice(0, 10)}. That cannot be undone, nor can a change set before it. Nothing was written.`,
    {
      remedy: 'change the records themselves, or bring a record back to how it was, which leaves the person out',
    },
  );
}

/** What is left out of an undo, and why, as a warning. */
function keptBecause({ message, changeSet, about }: Problem): Problem {
  return {
    code: 'kept',
    message: `left as it is: ${message}`,
    remedy: 'undo that with it to take it back, too',
    ...(changeSet === undefined ? {} : { changeSet }),
    ...(about === undefined ? {} : { about }),
  };
}

/** A claim is left together with its citations: without them it would say nothing. */
function withCitations(key: RecordKey, histories: Histories): RecordKey[] {
  const { kind, id } = partsOf(key);
  if (kind !== 'claim') return [key];
  const isOf = (history: RecordHistory) => history.some(({ json }) => (JSON.parse(json) as { claim?: string }).claim === id);
  return [key, ...[...histories].filter(([other, history]) => other.startsWith('citation/') && isOf(history)).map(([other]) => other)];
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
  const { plan, obstacles } = await planDelta(
    tx,
    { revision, at },
    await deltaOf(tx, revision, { ...restoreTo(histories, to), later: [] }, histories),
    histories,
  );
  return obstacles.length === 0 ? plan : { revision, problems: obstacles.map(({ problem }) => problem), warnings: [] };
}

/** Checks and derives a delta that puts back states of the past. */
async function planDelta(
  tx: Tx,
  { revision, at }: { revision: number; at: number },
  { delta, stored }: { delta: Delta; stored: Records },
  histories: Histories,
): Promise<{ plan: PlannedChange; obstacles: Obstacle[] }> {
  await refuseChangedSince(tx, revision, [...putKeys(delta.put), ...delta.remove.map(({ kind, id }) => recordKey(kind, id))], at);
  const size = deltaSize(delta);
  const { changeSetRecords } = CHANGE_LIMITS;
  if (size > changeSetRecords) {
    throw new AppError('limit', `This writes ${size} records in one change set, above the limit changeSetRecords of ${changeSetRecords}.`, {
      limit: { name: 'changeSetRecords', value: changeSetRecords },
    });
  }
  const plan = asPlan(delta, histories);
  const batch = batchOf(delta);
  const named = new Set([...putKeys(delta.put), ...delta.remove.map(({ kind, id }) => recordKey(kind, id))]);
  const redefined = (await checkRedefined(tx, revision, plan, { batch, stored })).map(({ file: _file, pointer: _pointer, ...problem }) => problem);
  const obstacles: Obstacle[] = [
    ...(await referrerObstacles(tx, revision, plan)),
    ...(await missingObstacles(tx, revision, delta)),
    ...(await doubleObstacles(tx, revision, delta)),
    ...useObstacles(stored, applyDelta(stored, delta), named),
    ...redefined.map((problem) => ({ problem, leave: redefining(delta) })),
  ];
  if (obstacles.length > 0) return { plan: { revision, problems: [], warnings: [] }, obstacles };
  const lost = delta.remove.filter(({ kind }) => kind === 'claim').map(({ id }) => id);
  const figures = lost.length === 0 ? [] : await readFigures.run(tx, { rev: revision, ids: lost });
  const { derived, around } = await deriveAround(tx, delta);
  const work = { plan, derived, around, lost: figures.map((row): Figures => JSON.parse(row.figures)) };
  return { plan: { revision, problems: [], warnings: [], work }, obstacles: [] };
}

/** What other claims are read by: where putting it back does not fit one of them, none of it is put back. */
const redefining = ({ put }: Delta): RecordKey[] => putKeys({ ...emptyPut(), entities: put.entities, predicates: put.predicates, sources: put.sources });

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
  const written = new Set(delta.put.citations.map((citation) => citation.id));
  const putOf = new Map<string, Citation[]>();
  for (const citation of delta.put.citations) putOf.set(citation.claim, [...(putOf.get(citation.claim) ?? []), citation]);
  for (const id of affected) {
    const now = stored.citations.get(id) ?? [];
    const after = [...now.filter((citation) => !goneCitations.has(citation.id) && !written.has(citation.id)), ...(putOf.get(id) ?? [])];
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

function putRecord(put: Delta['put'], kind: Exclude<ChangeKind, 'claim'>, json: string): void {
  (put[LIST_OF_KIND[kind]] as unknown[]).push(JSON.parse(json));
}

/** What the delta does to each record, for the report. */
function asPlan(delta: Delta, histories: Histories): ImportPlan {
  const plan: ImportPlan = { ...delta, created: [], changed: [], removed: [...delta.remove], conflicts: [], unchanged: {}, kept: {} };
  for (const [kind, records] of recordsByKind(delta)) {
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
