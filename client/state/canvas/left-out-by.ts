/** What one filter leaves out by itself: the claims that would be in view without it. */
import type { EdgeView } from '../../../server/contract/views.ts';
import type { ActiveFilter } from '../filters/filters.ts';
import { type Drawn, drawn } from './drawn.ts';
import type { GraphCache } from './graph-cache.ts';
import type { ViewDocument } from '../view.ts';

export function leftOutBy(document: Pick<ViewDocument, 'canvas' | 'filters'>, cache: GraphCache, now: Pick<Drawn, 'edges'>, filter: ActiveFilter): EdgeView[] {
  const shown = new Set(now.edges.map((edge) => edge.id));
  const without = drawn({ canvas: document.canvas, filters: { ...document.filters, ...filter.without } }, cache);
  return without.edges.filter((edge) => !shown.has(edge.id));
}
