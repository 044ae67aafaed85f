/** Which points lie within a drawn loop. */
import type { Point } from '../../state/view.ts';

/** True inside the polygon (even-odd: a loop within a loop leaves a hole). */
export function isInside(at: Point, polygon: readonly Point[]): boolean {
  let inside = false;
  for (const [i, a] of polygon.entries()) {
    const b = polygon[(i + polygon.length - 1) % polygon.length]!;
    if (a.y > at.y !== b.y > at.y && at.x < ((b.x - a.x) * (at.y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}
