/** Where something can stand on the page without covering what is pressed. Pure. */

/** In px of the window; `right` and `bottom` are outside. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
export interface Wish {
  width: number;
  height: number;
  /** Where it may stand, whole. */
  within: Box;
  /** What it must not cover. */
  avoid: readonly Box[];
  /** The middle it should have; the nearest free place is taken. */
  near: { x: number; y: number };
}

/** Distance of two places tried, in px. */
const STEP = 8;

export function shared(a: Box, b: Box): number {
  const [width, height] = [Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)];
  return width > 0 && height > 0 ? width * height : 0;
}

function* steps(from: number, to: number, also: number): Generator<number> {
  if (also >= from && also <= to) yield also;
  for (let at = from; at <= to; at += STEP) yield at;
  if (to > from) yield to;
}

/** The top left corner: of the places that cover least, the one nearest to the wish. In less room than it needs it stands at the start, whatever it covers. */
export function freePlace({ width, height, within, avoid, near }: Wish): { left: number; top: number } {
  const [lastLeft, lastTop] = [Math.max(within.left, within.right - width), Math.max(within.top, within.bottom - height)];
  let best = { left: within.left, top: within.top, covers: Infinity, away: Infinity };
  for (const top of steps(within.top, lastTop, Math.round(near.y - height / 2)))
    for (const left of steps(within.left, lastLeft, Math.round(near.x - width / 2))) {
      // Sideways counts double: what comes and goes stays in one column as long as it can.
      const away = 2 * Math.abs(left + width / 2 - near.x) + Math.abs(top + height / 2 - near.y);
      if (best.covers === 0 && away >= best.away) continue;
      const box = { left, top, right: left + width, bottom: top + height };
      const covers = avoid.reduce((sum, one) => sum + shared(box, one), 0);
      if (covers < best.covers || (covers === best.covers && away < best.away)) best = { left, top, covers, away };
    }
  return { left: best.left, top: best.top };
}
