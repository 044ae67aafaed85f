/** Entities that the curator decided to be the same, as one place of a trace: stepped through without a hop (model.md, "Identity"). */
import { canonOf } from '../figures/identities.ts';
import type { IdentityDecision } from '../model/records.ts';

/** A decision `same` and its reason. */
export type SameDecision = Pick<IdentityDecision, 'a' | 'b' | 'why'>;

export interface SamePlaces {
  /** The id that stands for the place of an entity: the smallest of those decided the same, its own where there are none. */
  of(entity: string): string;
  /** The decisions that lead from one entity of a place to another, in order; of several ways the shortest. Empty for an entity and itself. */
  between(a: string, b: string): SameDecision[];
  /** Every entity that a decision names, by place. */
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
      // A map visits what is added while it is walked: this is the whole search, breadth first.
      for (const [at] of cameBy) for (const { to, decision } of steps.get(at) ?? []) if (!cameBy.has(to)) cameBy.set(to, { from: at, decision });
      const way: SameDecision[] = [];
      for (let step = cameBy.get(b); step !== undefined; step = cameBy.get(step.from)) way.unshift(step.decision);
      return way;
    },
  };
}
