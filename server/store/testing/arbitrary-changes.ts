/** Random sequences of valid changes to random records: no put or removal leaves a reference to a missing record. */
import fc from 'fast-check';
import { applyDelta } from '../../domain/importing/apply-delta.ts';
import { emptyPut, type Delta } from '../../domain/importing/change-plan.ts';
import type { Records } from '../../domain/model/records.ts';
import { propositionKey } from '../../domain/model/proposition-key.ts';
import { arbitraryRecords } from '../../domain/testing/arbitrary-records.ts';

export interface ChangeCase {
  start: Records;
  /** Each change is made from other random records with the same ids, so that it changes lineage, stakes, types, ends, rivals… */
  changes: { other: Records; picks: number[] }[];
}

export function arbitraryChanges(length: number): fc.Arbitrary<ChangeCase> {
  const records = arbitraryRecords({ claims: 9, entities: 7, sources: 6, voices: 4, citationsPerClaim: 3 });
  const picks = fc.array(fc.nat({ max: 11 }), { minLength: 1, maxLength: 4 });
  return fc.record({ start: records, changes: fc.array(fc.record({ other: records, picks }), { minLength: length, maxLength: length }) });
}

/** A small valid delta that brings `now` nearer to `other`. Each pick chooses a kind of change, and its record by index. */
export function deltaTowards(now: Records, { other, picks }: ChangeCase['changes'][number]): Delta {
  const delta: Delta = { put: emptyPut(), remove: [] };
  picks.forEach((pick, i) => {
    const after = applyDelta(now, delta);
    const nth = <T>(items: readonly T[]): T | undefined => items[(pick + i * 5) % Math.max(1, items.length)];
    const add = <T extends { id: string }>(list: T[], record: T | undefined) => record && !list.some(({ id }) => id === record.id) && list.push(record);
    switch (pick % 8) {
      case 0:
        return void add(delta.put.voices, nth([...other.voices.values()]));
      case 1:
        return void add(delta.put.sources, nth([...other.sources.values()]));
      case 2:
        return void add(delta.put.entities, nth([...other.entities.values()].filter(({ id }) => after.entities.get(id)?.type !== 'Case')));
      case 3:
      case 4:
        return putClaim(after, other, nth([...other.claims.keys()]), delta);
      case 5:
        return removeClaim(after, nth([...after.claims.keys()]), delta);
      case 6:
        return removeCitation(after, nth([...after.claims.keys()]), delta);
      default:
        return void add(delta.put.rivals, nth(other.rivals.filter((set) => set.claims.every((id) => after.claims.has(id)))));
    }
  });
  return delta;
}

function touches(delta: Delta, claim: string): boolean {
  return (
    delta.put.claims.some((put) => put.claim.id === claim) ||
    delta.put.rivals.some((set) => set.claims.includes(claim)) ||
    delta.remove.some(({ kind, id }) => kind === 'claim' && id === claim) ||
    delta.put.citations.some((c) => c.claim === claim)
  );
}

/** Replaces a claim, with its citations, by that of the other records. */
function putClaim(now: Records, other: Records, id: string | undefined, delta: Delta): void {
  const claim = id === undefined ? undefined : other.claims.get(id);
  if (!claim || touches(delta, claim.id)) return;
  if ([...now.claims.values()].some((c) => c.id !== claim.id && propositionKey(c) === propositionKey(claim))) return;
  delta.put.claims.push({ claim, datasets: [claim.dataset], aliases: [] });
  const put = other.citations.get(claim.id) ?? [];
  delta.put.citations.push(...put);
  for (const old of now.citations.get(claim.id) ?? []) if (!put.some((c) => c.id === old.id)) delta.remove.push({ kind: 'citation', id: old.id });
}

function removeClaim(now: Records, id: string | undefined, delta: Delta): void {
  if (id === undefined || touches(delta, id) || now.claims.size < 3) return;
  delta.remove.push({ kind: 'claim', id });
  for (const citation of now.citations.get(id) ?? []) delta.remove.push({ kind: 'citation', id: citation.id });
  for (const set of now.rivals) if (set.claims.includes(id)) delta.remove.push({ kind: 'rivals', id: set.id });
}

function removeCitation(now: Records, id: string | undefined, delta: Delta): void {
  const citations = id === undefined ? [] : (now.citations.get(id) ?? []);
  const [first] = citations;
  if (id === undefined || !first || citations.length < 2 || touches(delta, id)) return;
  delta.remove.push({ kind: 'citation', id: first.id });
}
