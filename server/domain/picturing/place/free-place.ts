/** Finds the nearest free place for a rectangle among others. */
import { overlaps } from '../plan/boxes.ts';
import type { Rectangle } from '../picture.ts';

const STEP = 14;
/** Between what is placed and its neighbours. */
const CLEAR = 11;
const RINGS = 160;

/**
 * The free rectangle nearest to where one is wanted, on a grid of 14 units; of equally near ones that to the right, then below.
 * @param wanted its left upper corner is where it should be
 * @param within where it should be in addition, if there is a free place there
 */
export function freePlace(wanted: Rectangle, taken: readonly Rectangle[], within?: (x: number, y: number) => boolean): { x: number; y: number } {
  const best = within && nearest(wanted, taken, within);
  // Beyond all rings it goes below everything.
  return best ?? nearest(wanted, taken, () => true) ?? { x: wanted.x, y: Math.max(...taken.map((one) => one.y + one.height)) + CLEAR };
}

function nearest(wanted: Rectangle, taken: readonly Rectangle[], within: (x: number, y: number) => boolean): { x: number; y: number } | undefined {
  const isFree = (x: number, y: number): boolean =>
    within(x, y) && !taken.some((one) => overlaps({ x, y, width: wanted.width, height: wanted.height }, one, CLEAR));
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
  return undefined;
}
