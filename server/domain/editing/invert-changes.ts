/** Works out the opposite of change sets from the states that records had: what to put back, and what to take away. */
import type { RecordKey } from '../importing/change-plan.ts';

/** A state that a record had, from one revision on; `to` is the revision that replaced or removed it, absent for its present state. */
export interface RecordState {
  from: number;
  to?: number;
  /** Canonical JSON. */
  json: string;
  /** Of a claim: the other ids by which datasets called it. */
  aliases: readonly string[];
}
/** States of a record, oldest first. Between two of them the record may have been away. */
export type RecordHistory = readonly RecordState[];

/** A record that was changed again after a change set that is to be undone. */
export interface ChangedLater {
  key: RecordKey;
  /** The revisions that changed it since, of those not undone with it. */
  revisions: number[];
}
export interface Inverse {
  /** Records to put, with the state they had before. */
  put: Map<RecordKey, RecordState>;
  remove: RecordKey[];
  /** Records whose present state is not what the change sets left: they cannot be undone alone. */
  later: ChangedLater[];
}

/**
 * The opposite of the change sets that made some revisions. For each record they are undone newest first, each only from the very state it left: an undo that
 * was undone counts for nothing, and a later change of the same record stands in the way unless it is undone too.
 * @param histories of every record that one of the revisions changed
 */
export function invertChanges(histories: ReadonlyMap<RecordKey, RecordHistory>, revisions: Iterable<number>): Inverse {
  const undone = new Set(revisions);
  const inverse: Inverse = { put: new Map(), remove: [], later: [] };
  for (const [key, history] of [...histories].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const changed = changesOf(history);
    const now = stateAt(history, Number.POSITIVE_INFINITY);
    let state = now;
    let blocked = false;
    for (const revision of changed.toReversed().filter((one) => undone.has(one))) {
      blocked = !isSame(state, stateAt(history, revision));
      if (blocked) {
        inverse.later.push({ key, revisions: changed.filter((one) => one > revision && !undone.has(one)) });
        break;
      }
      state = stateAt(history, revision - 1);
    }
    if (blocked || isSame(state, now)) continue;
    if (state) inverse.put.set(key, state);
    else inverse.remove.push(key);
  }
  return inverse;
}

/** What brings records back to how they were at a revision, whatever was changed since. */
export function restoreTo(histories: ReadonlyMap<RecordKey, RecordHistory>, revision: number): Pick<Inverse, 'put' | 'remove'> {
  const restored: Pick<Inverse, 'put' | 'remove'> = { put: new Map(), remove: [] };
  for (const [key, history] of [...histories].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const state = stateAt(history, revision);
    if (isSame(state, stateAt(history, Number.POSITIVE_INFINITY))) continue;
    if (state) restored.put.set(key, state);
    else restored.remove.push(key);
  }
  return restored;
}

/** The state at a revision; undefined where the record was not there. */
export function stateAt(history: RecordHistory, revision: number): RecordState | undefined {
  return history.find(({ from, to }) => from <= revision && (to === undefined || to > revision));
}

/** The revisions that wrote or removed the record, oldest first. */
export function changesOf(history: RecordHistory): number[] {
  return [...new Set(history.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to])))].sort((a, b) => a - b);
}

function isSame(a: RecordState | undefined, b: RecordState | undefined): boolean {
  return a?.json === b?.json && (a?.aliases ?? []).join(' ') === (b?.aliases ?? []).join(' ');
}
