/** Which claims can be drawn among given entities, and at which entity an open end is drawn. */
import type { EdgeView } from '../../../server/contract/views.ts';

/** The entity at which an open end is drawn: the nearest known entity of the claim, or none. */
export function anchorOf(edge: EdgeView, open: 'subject' | 'object'): string | undefined {
  const reserved = new Set(['unknown', 'none', 'value', 'text']);
  const chain = [edge.subject, ...edge.via, edge.object, ...edge.to].filter((id) => !reserved.has(id));
  return open === 'subject' ? chain[0] : (edge.via.at(-1) ?? (chain.includes(edge.subject) ? edge.subject : chain[0]));
}

/**
 * Entities that must be on the canvas for the claim to be drawn; empty where it has nothing to draw. Its segments to places in `at` are drawn only beside its
 * other segments.
 */
export function neededEntities(edge: EdgeView): string[] {
  const needed = new Set<string>();
  const own = edge.segments.filter((segment) => !segment.at);
  for (const segment of own.length > 0 || edge.openEnds.length > 0 ? own : edge.segments) needed.add(segment.from).add(segment.to);
  for (const open of edge.openEnds) {
    const anchor = anchorOf(edge, open);
    if (anchor !== undefined) needed.add(anchor);
  }
  return [...needed];
}

/** True where every segment of the claim can be drawn among `shown`. */
export function isDrawable(edge: EdgeView, shown: ReadonlySet<string>): boolean {
  const needed = neededEntities(edge);
  return needed.length > 0 && needed.every((id) => shown.has(id));
}

/** Every entity a claim names, drawn or not. */
export function entitiesOfEdge(edge: EdgeView): string[] {
  const reserved = new Set(['unknown', 'none', 'value', 'text']);
  const all = [edge.subject, edge.object, ...edge.via, ...edge.to, ...edge.at, ...edge.in, ...edge.instrument];
  return [...new Set(all.filter((id) => !reserved.has(id)))];
}
