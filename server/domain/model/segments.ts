/** The hop-sized pieces of a claim on which traversal runs (architecture.md, "In the database"); a total, pure function of the claim. */
import { endsOf, entityEnd } from './claim-ends.ts';
import type { Claim, Predicate } from './records.ts';
import type { EntityType } from './lists.ts';
import type { Segment } from './figures.ts';

/**
 * Segments of a claim, numbered from 0 in the order: the chain subject → via… → object, then (last via, else subject) → each `to`, then for a claim of the
 * group `justice` object → each `in` that is a Case, and for any other claim (its plot or event) → each `at`, as `geography`: an arrest is not where the plot
 * was. `instrument` and any other `in` give none; an object that is a text or a value gives none itself; an `unknown` end drops only the segments that touch
 * it. The object `none` says that there is no such thing: then nothing is joined at all.
 * @param typeOf the types of the claim's ends and of what it is `in`.
 */
export function segmentsOf(claim: Claim, predicate: Pick<Predicate, 'id' | 'group'>, typeOf: (id: string) => EntityType | undefined): Segment[] {
  if (claim.object === 'none') return [];
  const segments: Segment[] = [];
  const add = (from: string | undefined, to: string | undefined, at?: 'at') => {
    if (from === undefined || to === undefined) return;
    segments.push({
      claim: claim.id,
      n: segments.length,
      from,
      to,
      group: at ? 'geography' : predicate.group,
      predicate: predicate.id,
      ...(at ? { at: true } : {}),
    });
  };
  const subject = entityEnd(claim.subject);
  const object = entityEnd(claim.object);
  const chain = [subject, ...claim.via, object];
  for (let i = 1; i < chain.length; i += 1) add(chain[i - 1], chain[i]);
  const giver = claim.via.at(-1) ?? subject;
  for (const receiver of claim.to) add(giver, receiver);
  if (predicate.group === 'justice') {
    for (const within of claim.in) if (typeOf(within) === 'Case') add(object, within);
    return segments;
  }
  for (const happening of happeningsOf(claim, typeOf)) {
    for (const place of claim.at) if (place !== happening) add(happening, place, 'at');
  }
  return segments;
}

/** The plots and events a claim belongs to: those it is `in`, else those at its ends. */
function happeningsOf(claim: Claim, typeOf: (id: string) => EntityType | undefined): string[] {
  const isHappening = (id: string) => ['Plot', 'Event'].includes(typeOf(id) ?? '');
  const within = claim.in.filter(isHappening);
  return within.length > 0 ? within : [...new Set(endsOf(claim).filter(isHappening))];
}
