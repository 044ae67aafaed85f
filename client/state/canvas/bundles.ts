/** Which parallel claims between two entities are bundled into one edge. */
import type { EdgeView } from '../../../server/contract/views.ts';
import { type Bundle, bundlesAmong } from '../../../server/domain/picturing/drawn/pairs.ts';
import type { Bundles } from '../view.ts';

export function isBundled(bundles: Bundles, pair: string): boolean {
  return bundles.all !== bundles.except.includes(pair);
}

/** Toggles whether the claims of one pair are bundled. */
export function toggledBundle(bundles: Bundles, pair: string): Bundles {
  const except = bundles.except.includes(pair) ? bundles.except.filter((one) => one !== pair) : [...bundles.except, pair].toSorted();
  return { ...bundles, except };
}

/** The pairs to draw as one edge, in order. */
export function bundlesOf(edges: readonly EdgeView[], bundles: Bundles): Bundle<EdgeView>[] {
  return bundlesAmong(edges, (pair) => isBundled(bundles, pair));
}
