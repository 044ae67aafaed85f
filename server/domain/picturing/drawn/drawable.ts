/** Which claims can be drawn among given entities, and at which entity an open end is drawn. */
import { entityEnd, entityObject } from '../../model/claim-ends.ts';
import type { DrawnClaim } from './drawn-claim.ts';

/** The entity at which an open end is drawn: the nearest known entity of the claim, or none. */
export function anchorOf(edge: DrawnClaim, open: 'subject' | 'object'): string | undefined {
  const subject = entityEnd(edge.subject);
  const chain = [subject, ...edge.via, entityObject(edge), ...edge.to].filter((id) => id !== undefined);
  return open === 'subject' ? chain[0] : (edge.via.at(-1) ?? subject ?? chain[0]);
}

/**
 * Entities that must be on the canvas for the claim to be drawn; empty where it has nothing to draw. Its segments to places in `at` are needed only where it
 * has nothing else to draw; beside others they are drawn where their ends are.
 */
export function neededEntities(edge: DrawnClaim): string[] {
  const own = edge.segments.filter((segment) => !segment.at);
  const anchors = edge.openEnds.flatMap((open) => anchorOf(edge, open) ?? []);
  const lines = own.length > 0 || anchors.length > 0 ? own : edge.segments;
  return [...new Set([...lines.flatMap(({ from, to }) => [from, to]), ...anchors])];
}

/** True where every segment of the claim can be drawn among `shown`. */
export function isDrawable(edge: DrawnClaim, shown: ReadonlySet<string>): boolean {
  const needed = neededEntities(edge);
  return needed.length > 0 && needed.every((id) => shown.has(id));
}

/** Every entity a claim names, drawn or not. */
export function entitiesOfEdge(edge: DrawnClaim): string[] {
  const all = [entityEnd(edge.subject), entityObject(edge), ...edge.via, ...edge.to, ...edge.at, ...edge.in, ...edge.instrument];
  return [...new Set(all.filter((id) => id !== undefined))];
}
