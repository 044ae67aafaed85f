/** Groups entities that the curator decided to be the same into one place of a trace, which is passed without a hop (model.md, "Identity"). */
import { canonOf } from '../figures/identities.ts';
import type { IdentityDecision } from '../model/records.ts';

/** A decision `same` and its reason. */
export type SameDecision = Pick<IdentityDecision, 'a' | 'b' | 'why'>;

export interface SamePlaces {
  /** The id of an entity's place: the smallest id of those decided the same, or its own. */
  of(entity: string): string;
  /** The decisions that lead from one entity of a place to another, in order, by the shortest way. Empty from an entity to itself. */
  between(a: string, b: string): SameDecision[];
  /** Place → its entities, for every entity that a decision names. */
  members: ReadonlyMap<string, readonly string[]>;
}

export function samePlaces(decisions: Iterable<SameDecision>): SamePlaces {
  const all = [...decisions];
  const canon = canonOf(all.map(({ a, b }) => ({ a, b, decision: 'same' as const })));
  const members = new Map<string, string[]>();
  for (const [id, place] of canon) members.set(place, [...(members.get(place) ?? []), id]);
  const steps = new Map<string, { to: string; decision: SameDecision }[]>();
  for (const decision of all) {
    for (const [from, to] of [
      [decision.a, decision.b],
      [decision.b, decision.a],
    ] as const)
      steps.set(from, [...(steps.get(from) ?? []), { to, decision }]);
  }
  for (const list of steps.values()) list.sort((x, y) => (x.to < y.to ? -1 : x.to > y.to ? 1 : 0));
  return {
    of: (entity) => canon.get(entity) ?? entity,
    members,
    between(a, b) {
      const cameBy = new Map<string, { from: string; decision: SameDecision } | undefined>([[a, undefined]]);
      // A Map iterates over entries that are added meanwhile, so this loop is a breadth-first search.
      for (const [at] of cameBy) for (const { to, decision } of steps.get(at) ?? []) if (!cameBy.has(to)) cameBy.set(to, { from: at, decision });
      const way: SameDecision[] = [];
      for (let step = cameBy.get(b); step !== undefined; step = cameBy.get(step.from)) way.unshift(step.decision);
      return way;
    },
  };
}
