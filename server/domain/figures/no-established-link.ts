/** Finds the claims "no link was found between A and B" to show beside a claim that joins them. They contest nothing (model.md, "Claims"). */
import { entityEnd } from '../model/claim-ends.ts';
import type { Claim, Records } from '../model/records.ts';
import { segmentsOf } from '../model/segments.ts';
import { reach, upwards, type WithinEdge } from './within.ts';

/** The id of the predicate in the core vocabulary; in another dataset it may have a prefix. */
export const NO_ESTABLISHED_LINK = 'no-established-link-to';
type Searched = Pick<Records, 'claims' | 'predicates' | 'entities'>;

/**
 * The `no-established-link-to` claims to show beside a claim, sorted by id. "No link between x and y" is shown beside every claim that joins x, or a body above
 * x, to y, or a body above y, in either direction. A claim joins its subject to its object, and the ends of each of its segments. For many claims build
 * `notEstablishedIndex` once.
 */
export function notEstablishedBeside(claim: Claim, records: Searched, edges: readonly WithinEdge[]): Claim[] {
  return notEstablishedIndex(records, edges)(claim);
}

/** The same for many claims: the `no-established-link-to` claims and the bodies above their ends are found once. */
export function notEstablishedIndex(records: Searched, edges: readonly WithinEdge[]): (claim: Claim) => Claim[] {
  const sides = sidesOf(records, edges);
  return (claim) => {
    if (sides.size === 0 || isNoLink(claim.predicate)) return [];
    const beside = new Map<string, Claim>();
    for (const [a, b] of pairsOf(claim, records)) {
      for (const { denial, others } of sides.get(a) ?? []) if (others.has(b)) beside.set(denial.id, denial);
    }
    return byId(beside);
  };
}

/** Those to show beside any claim that would join one of `from` to one of `to`, whether or not there is such a claim; sorted by id. */
export function noLinksBetween(from: Iterable<string>, to: Iterable<string>, records: Pick<Searched, 'claims'>, edges: readonly WithinEdge[]): Claim[] {
  const sides = sidesOf(records, edges);
  const found = new Map<string, Claim>();
  const far = [...to];
  for (const a of from) for (const { denial, others } of sides.get(a) ?? []) if (far.some((b) => others.has(b))) found.set(denial.id, denial);
  return byId(found);
}

function byId(claims: ReadonlyMap<string, Claim>): Claim[] {
  return [...claims.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** For each entity on one side of such a claim (an end or a body above it): the entities of the other side, and the claim. */
function sidesOf(records: Pick<Searched, 'claims'>, edges: readonly WithinEdge[]): Map<string, { denial: Claim; others: ReadonlySet<string> }[]> {
  const above = upwards(edges);
  const sides = new Map<string, { denial: Claim; others: ReadonlySet<string> }[]>();
  const addSide = (side: ReadonlySet<string>, others: ReadonlySet<string>, denial: Claim) => {
    for (const id of side) {
      const known = sides.get(id);
      if (known) known.push({ denial, others });
      else sides.set(id, [{ denial, others }]);
    }
  };
  for (const denial of records.claims.values()) {
    const x = entityEnd(denial.subject);
    const y = entityEnd(denial.object);
    if (!isNoLink(denial.predicate) || x === undefined || y === undefined) continue;
    const [ofX, ofY] = [reach([x], above), reach([y], above)];
    addSide(ofX, ofY, denial);
    addSide(ofY, ofX, denial);
  }
  return sides;
}

/** Whether a predicate says that no link was found. In another dataset it may have a prefix. */
export function isNoLink(predicate: string): boolean {
  return predicate === NO_ESTABLISHED_LINK || predicate.endsWith(`:${NO_ESTABLISHED_LINK}`);
}

function pairsOf(claim: Claim, records: Searched): [string, string][] {
  const pairs: [string, string][] = [];
  const subject = entityEnd(claim.subject);
  const object = entityEnd(claim.object);
  if (subject !== undefined && object !== undefined) pairs.push([subject, object]);
  const predicate = records.predicates.get(claim.predicate);
  if (predicate) {
    for (const { from, to } of segmentsOf(claim, predicate, (id) => records.entities.get(id)?.type)) pairs.push([from, to]);
  }
  return pairs;
}
