/** The claims of an entity, counted by where they are: the only place where such a number is made. A function of the view, whatever was read before. */
import type { EdgeView, NodeView } from '../../../server/contract/views.ts';
import { entitiesOfEdge } from '../../../server/domain/picturing/drawn/drawable.ts';
import type { Drawn } from './drawn.ts';

/** `all` is the sum of the others. */
export interface ClaimCounts {
  /** Claims that name the entity, at the dates of the view. */
  all: number;
  drawn: number;
  /** On the canvas and not drawn: hidden by hand, or left out by the filters. */
  kept: number;
  /** Not on the canvas: what an expansion can bring. */
  more: number;
  /** Nothing to draw: read in the panel. */
  lineless: number;
}
type Counted = Pick<Drawn, 'edges' | 'placed'>;

/** Numbers of claims by entity they name. */
function named(edges: readonly EdgeView[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const edge of edges) for (const id of entitiesOfEdge(edge)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
const KEPT = new WeakMap<readonly EdgeView[], ReadonlyMap<string, number>>();
/** Counted once for a list, which does not change. */
function namedIn(edges: readonly EdgeView[]): ReadonlyMap<string, number> {
  const known = KEPT.get(edges) ?? named(edges);
  KEPT.set(edges, known);
  return known;
}

export function claimCounts({ edges, placed }: Counted, { id, degree, lineless }: Pick<NodeView, 'id' | 'degree' | 'lineless'>): ClaimCounts {
  const drawn = namedIn(edges).get(id) ?? 0;
  const here = namedIn(placed).get(id) ?? 0;
  // A lower bound of a hub may be less than what is here.
  const all = Math.max(degree, here + lineless);
  return { all, drawn, kept: here - drawn, more: all - here - lineless, lineless };
}
