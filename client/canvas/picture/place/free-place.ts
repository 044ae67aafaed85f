/** Finds the nearest free place for a rectangle among others. */
import { overlaps } from '../plan/boxes.ts';
import type { Rectangle } from '../picture.ts';

const STEP = 14;
/** Between what is placed and its neighbours. */
const CLEAR = 11;
const RINGS = 400;

/**
 * The free rectangle nearest to where one is wanted, on a grid of 14 units; of equally near ones that to the right, then below.
 * @param wanted its left upper corner is where it should be
 */
export function freePlace(wanted: Rectangle, taken: readonly Rectangle[]): { x: number; y: number } {
  const isFree = (x: number, y: number): boolean => !taken.some((one) => overlaps({ ...wanted, x, y }, one, CLEAR));
  if (isFree(wanted.x, wanted.y)) return { x: wanted.x, y: wanted.y };
  for (let ring = 1; ring <= RINGS; ring += 1) {
    let best: { x: number; y: number; far: number } | undefined;
    const reach = ring * STEP;
    for (let n = -ring; n <= ring; n += 1)
      for (const [dx, dy] of [
        [reach, n * STEP],
        [n * STEP, reach],
        [n * STEP, -reach],
        [-reach, n * STEP],
      ] as const) {
        const far = Math.hypot(dx, dy);
        if ((!best || far < best.far) && isFree(wanted.x + dx, wanted.y + dy)) best = { x: wanted.x + dx, y: wanted.y + dy, far };
      }
    if (best) return { x: best.x, y: best.y };
  }
  // Beyond all rings it goes below everything.
  return { x: wanted.x, y: Math.max(...taken.map((one) => one.y + one.height)) + CLEAR };
}
