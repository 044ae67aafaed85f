/** Cuts a claim into segments, the hop-sized pieces on which traversal runs (architecture.md, "In the database"). */
import { endsOf, entityEnd } from './claim-ends.ts';
import type { Claim, Predicate } from './records.ts';
import type { EntityType } from './lists.ts';
import type { Segment } from './figures.ts';

/** What of a claim its segments are cut from. */
type Cut = Pick<Claim, 'id' | 'subject' | 'object' | 'via' | 'to' | 'at' | 'in'>;

/**
 * Segments of a claim, numbered from 0 in this order: the chain subject → via… → object; (last via, else subject) → each `to`; then, for a claim of the group
 * `justice`, object → each `in` that is a Case, and for any other claim (its plot or event) → each `at`, as `geography` (the place of an arrest is not the
 * place of the plot). `instrument` and any other `in` give no segment, nor does an object that is a text or a value. An `unknown` end drops only the segments
 * that touch it. The object `none` drops all of them: it says that there is no such thing.
 * @param typeOf the type of an entity at an end or in the `in` of the claim
 */
export function segmentsOf(claim: Cut, predicate: Pick<Predicate, 'id' | 'group'>, typeOf: (id: string) => EntityType | undefined): Segment[] {
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

/**
 * Whether a drawing has something to show of a claim: a segment, or an unknown end beside an entity of its chain. A description, an amount, or "none" of
 * somebody alone has nothing: such a claim is read in the panels.
 */
export function hasLine(claim: Cut, predicate: Pick<Predicate, 'id' | 'group'>, typeOf: (id: string) => EntityType | undefined): boolean {
  // With an entity as object there is a segment from the subject, or the open end of an unknown one.
  if (entityEnd(claim.object) !== undefined || segmentsOf(claim, predicate, typeOf).length > 0) return true;
  return (claim.subject === 'unknown' || claim.object === 'unknown') && [...endsOf(claim), ...claim.via, ...claim.to].length > 0;
}

/** The plots and events a claim belongs to: those in its `in`; without any, those at its ends. */
function happeningsOf(claim: Cut, typeOf: (id: string) => EntityType | undefined): string[] {
  const isHappening = (id: string) => ['Plot', 'Event'].includes(typeOf(id) ?? '');
  const within = claim.in.filter(isHappening);
  return within.length > 0 ? within : [...new Set(endsOf(claim).filter(isHappening))];
}
