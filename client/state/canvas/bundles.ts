/** Parallel claims between two entities as one line; a bundle never looks firmer than its firmest claim. */
import type { EdgeView } from '../../../server/contract/views.ts';
import type { Bundles } from '../view.ts';

export interface Bundle {
  /** "a b", sorted. */
  pair: string;
  /** Best first. */
  claims: EdgeView[];
  best: EdgeView;
}

/** The two ends of a line, whatever its direction. */
export function pairOf({ from, to }: { from: string; to: string }): string {
  return from < to ? `${from} ${to}` : `${to} ${from}`;
}

export function isBundled(bundles: Bundles, pair: string): boolean {
  return bundles.all !== bundles.except.includes(pair);
}

/** Bundles the claims of one pair, or draws them one by one again. */
export function turned(bundles: Bundles, pair: string): Bundles {
  const except = bundles.except.includes(pair) ? bundles.except.filter((one) => one !== pair) : [...bundles.except, pair].toSorted();
  return { ...bundles, except };
}

/** The order of a trace's hop (model.md): rank, uninvolved origins, origins, id. */
function byFirmness(a: EdgeView, b: EdgeView): number {
  return b.rank - a.rank || b.uninvolvedOrigins - a.uninvolvedOrigins || b.origins - a.origins || (a.id < b.id ? -1 : 1);
}

/** The pairs that are drawn as one line, in their order; a pair with one claim needs none. */
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
      const claims = [...set].toSorted(byFirmness);
      const [best] = claims;
      return best && claims.length > 1 ? [{ pair, claims, best }] : [];
    });
}
