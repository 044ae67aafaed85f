/** The claims of each two entities: they can be drawn as one line, which never looks of higher standing than its best claim. */
import type { DrawnClaim } from './drawn-claim.ts';

export interface Bundle<T extends DrawnClaim = DrawnClaim> {
  /** The two entity ids, sorted, with a space between. */
  pair: string;
  /** The claims, best first. */
  claims: T[];
  best: T;
}

/** The pair key of the two ends of an edge, whatever its direction. */
export function pairOf({ from, to }: { from: string; to: string }): string {
  return from < to ? `${from} ${to}` : `${to} ${from}`;
}

/** The order of claims in a hop of a trace (model.md): rank, uninvolved origins, origins, id. */
function byStanding(a: DrawnClaim, b: DrawnClaim): number {
  return b.rank - a.rank || b.uninvolvedOrigins - a.uninvolvedOrigins || b.origins - a.origins || (a.id < b.id ? -1 : 1);
}

/** The pairs to draw as one edge, in order. A pair with one claim needs no bundle. */
export function bundlesAmong<T extends DrawnClaim>(claims: readonly T[], isBundled: (pair: string) => boolean): Bundle<T>[] {
  const of = new Map<string, Set<T>>();
  for (const claim of claims)
    for (const segment of claim.segments) {
      const pair = pairOf(segment);
      if (isBundled(pair)) of.set(pair, (of.get(pair) ?? new Set()).add(claim));
    }
  return [...of]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([pair, set]) => {
      const sorted = [...set].toSorted(byStanding);
      const [best] = sorted;
      return best && sorted.length > 1 ? [{ pair, claims: sorted, best }] : [];
    });
}
