/** Finds the bodies above other bodies, by the claims whose predicate is marked `within` (model.md, "Origins", b). */
import { entityEnd } from '../model/claim-ends.ts';
import type { Figures } from '../model/figures.ts';
import type { Records } from '../model/records.ts';

/** `lower` is part of, leads, works for… `upper`. The object of a `within` predicate is always the upper end. */
export interface WithinEdge {
  lower: string;
  upper: string;
  claim: string;
}
type StandsBy = ReadonlyMap<string, Pick<Figures, 'visible' | 'level'>> | ((claimId: string) => boolean);

/**
 * The edges of the visible `within` claims, sorted by claim. A claim that is disputed only gives none.
 * @param stands figures at the clocks of the view, or a function that says whether a claim is visible and has a supporting citation that counts
 */
export function withinEdges(records: Pick<Records, 'claims' | 'predicates'>, stands: StandsBy): WithinEdge[] {
  const standing =
    typeof stands === 'function'
      ? stands
      : (id: string) => {
          const figures = stands.get(id);
          return figures !== undefined && figures.visible && figures.level !== 'disputed-only';
        };
  const edges: WithinEdge[] = [];
  for (const claim of records.claims.values()) {
    if (!records.predicates.get(claim.predicate)?.within) continue;
    const lower = entityEnd(claim.subject);
    const upper = entityEnd(claim.object);
    if (lower !== undefined && upper !== undefined && lower !== upper && standing(claim.id)) edges.push({ lower, upper, claim: claim.id });
  }
  return edges.sort((a, b) => (a.claim < b.claim ? -1 : 1));
}

/** For each body the ids directly above it, or below it where built by `downwards`. */
export type Steps = ReadonlyMap<string, readonly string[]>;

/** Of edges in a list that never changes, as those of a state of the case are, worked out once. */
export function upwards(edges: readonly WithinEdge[]): Steps {
  const known = upwardsOf.get(edges);
  if (known) return known;
  const steps = stepsOf(edges, (edge) => [edge.lower, edge.upper]);
  upwardsOf.set(edges, steps);
  return steps;
}
const upwardsOf = new WeakMap<readonly WithinEdge[], Steps>();

export function downwards(edges: Iterable<WithinEdge>): Steps {
  return stepsOf(edges, (edge) => [edge.upper, edge.lower]);
}

function stepsOf(edges: Iterable<WithinEdge>, direction: (edge: WithinEdge) => [string, string]): Steps {
  const steps = new Map<string, string[]>();
  for (const edge of edges) {
    const [from, to] = direction(edge);
    const known = steps.get(from);
    if (known) known.push(to);
    else steps.set(from, [to]);
  }
  return steps;
}

/** The given ids and all that can be reached from them, transitively. Cycles do no harm. */
export function reach(ids: Iterable<string>, steps: Steps): Set<string> {
  const reached = new Set(ids);
  // A Set iterates over members that are added meanwhile, so this loop is the whole search.
  for (const id of reached) for (const next of steps.get(id) ?? []) reached.add(next);
  return reached;
}

/** The bodies above some entities, transitively, without the entities themselves. For many calls use `upwards` and `reach`. */
export function bodiesAbove(ids: Iterable<string>, edges: readonly WithinEdge[]): Set<string> {
  const from = [...ids];
  const above = reach(from, upwards(edges));
  for (const id of from) above.delete(id);
  return above;
}
