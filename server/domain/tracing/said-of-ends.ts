/** Finds what else the records say of the two ends of a trace, whatever the trace found (model.md, "Trace", never silent). */
import { entityEnd } from '../model/claim-ends.ts';
import type { Figures } from '../model/figures.ts';
import type { TraceSwitches } from '../model/questions.ts';
import type { Claim, Records } from '../model/records.ts';
import { segmentsOf } from '../model/segments.ts';
import { holdersOf } from '../figures/filter-claims.ts';
import { isNoLink, noLinksBetween } from '../figures/no-established-link.ts';
import { reach, upwards, type WithinEdge } from '../figures/within.ts';
import { samePlaces, type SameDecision, type SamePlaces } from './same-places.ts';
import { isHop } from './trace-switches.ts';

export interface Ends {
  from: readonly string[];
  to: readonly string[];
}
/** What is searched: the claims visible at the clocks of their figures. It may hold claims that do not join the ends. */
export interface SearchedRecords {
  records: Pick<Records, 'claims' | 'citations' | 'predicates' | 'entities'>;
  figures: ReadonlyMap<string, Figures>;
  /** The standing `within` claims; at least those above the ends, and above the ends of every claim "no link was found". */
  within: readonly WithinEdge[];
  /** The curator's decisions `same`. */
  same: Iterable<SameDecision>;
}

/**
 * Ids of the claims that join an end, or a body above it, to one of the other side without being a hop of this trace, and of every claim "no link was found"
 * that is shown beside a claim joining the ends. These last come first; the others follow by rank, origins, id.
 */
export function saidOfEnds({ records, figures, within, same }: SearchedRecords, ends: Ends, switches: Required<TraceSwitches>): string[] {
  const edges = [...within];
  const places = samePlaces(same);
  const { from, to } = sidesOfEnds(ends, edges, places);
  const found = new Map<string, Claim>();
  for (const claim of records.claims.values()) {
    const shown = figures.get(claim.id);
    if (shown?.visible && joinsWithoutHop(claim, shown, records, from, to, switches)) found.set(claim.id, claim);
  }
  const asked = { from: new Set(ends.from.flatMap((id) => membersAt(id, places))), to: new Set(ends.to.flatMap((id) => membersAt(id, places))) };
  for (const claim of noLinksBetween(asked.from, asked.to, records, edges)) if (figures.get(claim.id)?.visible) found.set(claim.id, claim);
  const order = (claim: Claim) => ({
    first: isNoLink(claim.predicate) ? 0 : 1,
    rank: figures.get(claim.id)?.rank ?? -1,
    origins: figures.get(claim.id)?.origins ?? 0,
  });
  return [...found.values()]
    .map((claim) => ({ id: claim.id, ...order(claim) }))
    .sort((a, b) => a.first - b.first || b.rank - a.rank || b.origins - a.origins || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** The entities that stand for either side: its ends, those decided the same, and the bodies above them. A claim that joins the sides names one of each. */
export function sidesOfEnds({ from, to }: Ends, within: readonly WithinEdge[], places: SamePlaces): Record<keyof Ends, ReadonlySet<string>> {
  const above = upwards(within);
  const sideOf = (ids: readonly string[]) =>
    reach(
      ids.flatMap((id) => membersAt(id, places)),
      above,
    );
  return { from: sideOf(from), to: sideOf(to) };
}

/** Each pair of ends, one from either side, that the curator decided to be the same, with the decisions; sorted. */
export function sameEnds({ from, to }: Ends, same: Iterable<SameDecision>): { from: string; to: string; decisions: SameDecision[] }[] {
  const places = samePlaces(same);
  const pairs = new Map<string, { from: string; to: string; decisions: SameDecision[] }>();
  for (const a of [...from].sort()) {
    for (const b of to.filter((id) => id !== a && places.of(id) === places.of(a)).toSorted()) {
      const key = [a, b].sort().join(' ');
      if (!pairs.has(key)) pairs.set(key, { from: a, to: b, decisions: places.between(a, b) });
    }
  }
  return [...pairs.values()];
}

/** The entities at the place of an entity: itself, and those decided the same. */
export function membersAt(id: string, places: SamePlaces): readonly string[] {
  return places.members.get(places.of(id)) ?? [id];
}

function joinsWithoutHop(
  claim: Claim,
  shown: Figures,
  records: SearchedRecords['records'],
  from: ReadonlySet<string>,
  to: ReadonlySet<string>,
  switches: Required<TraceSwitches>,
): boolean {
  const predicate = records.predicates.get(claim.predicate);
  if (!predicate) return false;
  const isAcross = (a: string, b: string) => a !== b && ((from.has(a) && to.has(b)) || (from.has(b) && to.has(a)));
  const across = segmentsOf(claim, predicate, (id) => records.entities.get(id)?.type).filter((segment) => isAcross(segment.from, segment.to));
  const hoppable = {
    rank: shown.rank,
    origins: shown.origins,
    contested: shown.contested,
    uninvolvedOrigins: shown.uninvolvedOrigins,
    traversed: predicate.traversed,
    disputedOnly: shown.level === 'disputed-only',
    datasets: holdersOf({ claim, figures: shown, records }),
  };
  if (across.some(({ group }) => isHop({ ...hoppable, group }, switches))) return false;
  const [subject, object] = [entityEnd(claim.subject), entityEnd(claim.object)];
  // A claim with `via` also joins its ends, but its hops already show that.
  const joinsEnds = subject !== undefined && object !== undefined && isAcross(subject, object) && !isHop({ ...hoppable, group: predicate.group }, switches);
  return across.length > 0 || joinsEnds;
}
