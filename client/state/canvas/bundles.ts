/** Bundles parallel claims between two entities into one edge. A bundle never looks of higher standing than its best claim. */
import type { EdgeView } from '../../../server/contract/views.ts';
import type { Bundles } from '../view.ts';

export interface Bundle {
  /** The two entity ids, sorted, with a space between. */
  pair: string;
  /** The claims, best first. */
  claims: EdgeView[];
  best: EdgeView;
}

/** The pair key of the two ends of an edge, whatever its direction. */
export function pairOf({ from, to }: { from: string; to: string }): string {
  return from < to ? `${from} ${to}` : `${to} ${from}`;
}

export function isBundled(bundles: Bundles, pair: string): boolean {
  return bundles.all !== bundles.except.includes(pair);
}

/** Toggles whether the claims of one pair are bundled. */
export function toggledBundle(bundles: Bundles, pair: string): Bundles {
  const except = bundles.except.includes(pair) ? bundles.except.filter((one) => one !== pair) : [...bundles.except, pair].toSorted();
  return { ...bundles, except };
}

/** The order of claims in a hop of a trace (model.md): rank, uninvolved origins, origins, id. */
function byStanding(a: EdgeView, b: EdgeView): number {
  return b.rank - a.rank || b.uninvolvedOrigins - a.uninvolvedOrigins || b.origins - a.origins || (a.id < b.id ? -1 : 1);
}

/** The pairs to draw as one edge, in order. A pair with one claim needs no bundle. */
export function bundlesOf(edges: readonly EdgeView[], bundles: Bundles): Bundle[] {
  const of = new Map<string, Set<EdgeView>>();
  for (const edge of edges)
    for (const segment of edge.segments) {
      const pair = pairOf(segment);
      if (isBundled(bundles, pair)) of.set(pair, (of.get(pair) ?? new Set()).add(edge));
    }
  return [...of]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([pair, set]) => {
      const claims = [...set].toSorted(byStanding);
      const [best] = claims;
      return best && claims.length > 1 ? [{ pair, claims, best }] : [];
    });
}
