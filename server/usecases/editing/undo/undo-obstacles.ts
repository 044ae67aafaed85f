/** What stands in the way of putting back states of the past: later work that rests on what would go, or that took its place. */
import type { ChangedLater } from '../../../domain/editing/invert-changes.ts';
import { putKeys, recordsByKind, recordKey, type ChangeKind, type Delta, type RecordKey } from '../../../domain/importing/change-plan.ts';
import { checkUses, newFaults } from '../../../domain/importing/checks/check-uses.ts';
import type { ImportPlan } from '../../../domain/importing/plan-import.ts';
import { referencesOf, type ReferringKind } from '../../../domain/importing/references-of.ts';
import { emptyRecords } from '../../../domain/model/empty-records.ts';
import type { Problem } from '../../../domain/model/errors.ts';
import { claimKey } from '../../../domain/model/proposition-key.ts';
import type { Citation, Records } from '../../../domain/model/records.ts';
import type { Tx } from '../../../store/connect.ts';
import { listReferrers } from '../../../store/list-referrers.ts';
import { addClaimsById } from '../../../store/load-records.ts';
import { hashOf } from '../../../store/shape-records.ts';
import { changeSetsAt } from '../../../store/statements/recording/history.ts';
import { knownClaimRows } from '../../../store/statements/records.ts';
import { loadHistories, partsOf } from './load-histories.ts';

export interface Obstacle {
  problem: Problem;
  /** The records that may be left as they are, so that it does not stand in the way. */
  leave: RecordKey[];
}

/** A problem for each change set that changed the same records later. */
export async function laterObstacles(tx: Tx, later: readonly ChangedLater[]): Promise<Obstacle[]> {
  const sets = await changeSetsAt.run(tx, { revisions: [...new Set(later.flatMap(({ revisions }) => revisions))] });
  return sets.map((set): Obstacle => {
    const keys = later.filter(({ revisions }) => revisions.includes(set.revision)).map(({ key }) => key);
    const [first] = keys;
    const { kind, id } = partsOf(first ?? 'entity/');
    const more = keys.length > 1 ? ` and ${keys.length - 1} more were` : ' was';
    const problem = {
      code: 'changed-later',
      message: `the ${kind} ${JSON.stringify(id)}${more} changed later by ${JSON.stringify(set.who)} at ${set.at}: ${JSON.stringify(set.why)}`,
      remedy: 'undo that change set with it, or leave this one',
      changeSet: set.id,
      about: [{ kind, id }],
    };
    return { problem, leave: keys };
  });
}

/** Records that refer to what would be taken away. */
export async function referrerObstacles(tx: Tx, rev: number, plan: ImportPlan): Promise<Obstacle[]> {
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
  return referrers.map(({ kind, id, to }): Obstacle => {
    const set = sets.find(({ revision }) => revision === since(kind, id));
    const by = set ? `, written by ${JSON.stringify(set.who)} at ${set.at}: ${JSON.stringify(set.why)}` : '';
    const problem = {
      code: 'referred-to',
      message: `the ${to.kind} ${JSON.stringify(to.id)} cannot be taken away: the ${kind} ${JSON.stringify(id)} refers to it${by}`,
      remedy: set ? 'undo that change set with it, or leave this one' : 'take the reference out first',
      ...(set ? { changeSet: set.id } : {}),
      about: [to, { kind, id }],
    };
    return { problem, leave: [recordKey(to.kind, to.id)] };
  });
}

/** Records that would be put back and refer to what is not there any more. */
export async function missingObstacles(tx: Tx, rev: number, delta: Delta): Promise<Obstacle[]> {
  const there = new Set<string>(putKeys(delta.put));
  const gone = new Set<string>(delta.remove.map(({ kind, id }) => recordKey(kind, id)));
  const wanted = new Map<RecordKey, { kind: ChangeKind; id: string }>();
  for (const [kind, records] of recordsByKind(delta)) {
    for (const record of records) {
      for (const to of referencesIn(kind, record)) {
        const key = recordKey(to.kind, to.id);
        if (!there.has(key) || gone.has(key)) wanted.set(key, { kind, id: record.id });
      }
    }
  }
  const stored = await loadHistories(tx, rev, [...wanted.keys()], rev + 1);
  return [...wanted].flatMap(([key, { kind, id }]): Obstacle[] => {
    if (stored.has(key) && !gone.has(key)) return [];
    const missing = partsOf(key);
    const problem = {
      code: 'unknown-id',
      message: `the ${kind} ${JSON.stringify(id)} cannot be put back: it refers to the ${missing.kind} ${JSON.stringify(missing.id)}, which was removed since`,
      remedy: 'undo the removal first, or with it',
      about: [{ kind, id }, missing],
    };
    return [{ problem, leave: [recordKey(kind, id)] }];
  });
}

function referencesIn(kind: ChangeKind, record: { id: string }): { kind: ChangeKind; id: string }[] {
  if (kind === 'dataset' || kind === 'predicate') return [];
  const own = referencesOf(kind as ReferringKind, record as never);
  return kind === 'citation' ? [...own, { kind: 'claim', id: (record as Citation).claim }] : own;
}

/** Claims that would be put back although what they say was claimed anew since, under another id. */
export async function doubleObstacles(tx: Tx, rev: number, { put, remove }: Delta): Promise<Obstacle[]> {
  if (put.claims.length === 0) return [];
  const gone = new Set(remove.filter(({ kind }) => kind === 'claim').map(({ id }) => id));
  const byKey = new Map(put.claims.map(({ claim }) => [hashOf(claimKey(claim)), claim.id]));
  const own = new Set(put.claims.map(({ claim }) => claim.id));
  const obstacles: Obstacle[] = [];
  const rows = await knownClaimRows.run(tx, { rev, ids: [], keys: [...byKey.keys()] });
  for (const { id } of rows.filter((row) => !own.has(row.id) && !gone.has(row.id))) {
    // The row does not tell by which of the propositions it was found.
    const found = emptyRecords();
    await addClaimsById(tx, rev, found, [id]);
    const claim = found.claims.get(id);
    const mine = claim && byKey.get(hashOf(claimKey(claim)));
    const problem = {
      code: 'claimed-anew',
      message: `a claim cannot be put back: the claim ${JSON.stringify(id)} says the same by now`,
      remedy: 'undo what made that claim with it, or leave this one',
      about: [{ kind: 'claim' as const, id }],
    };
    obstacles.push({ problem, leave: mine === undefined ? [] : [recordKey('claim', mine)] });
  }
  return obstacles;
}

/** Rules that claims break with the states put back, and do not break now: the claim is left, or where it is not changed, what it uses. */
export function useObstacles(before: Records, after: Records, named: ReadonlySet<string>): Obstacle[] {
  return newFaults(checkUses(before), checkUses(after)).map(({ claim: id, code, message }) => {
    const problem = {
      code,
      message: `the claim ${JSON.stringify(id)} does not fit what is there now: ${message}`,
      remedy: 'undo what changed that with it, or leave this one',
      about: [{ kind: 'claim' as const, id }],
    };
    const own = recordKey('claim', id);
    const claim = after.claims.get(id);
    const used = claim ? referencesOf('claim', claim).map((to) => recordKey(to.kind, to.id)) : [];
    const cited = (after.citations.get(id) ?? []).flatMap((citation) => [recordKey('citation', citation.id), recordKey('source', citation.source)]);
    return { problem, leave: named.has(own) ? [own] : [...used, ...cited].filter((key) => named.has(key)) };
  });
}
