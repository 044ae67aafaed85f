/** What can be seen from where among rectangles: the graph in which lines find their ways. */
import type { Corner, Rectangle } from '../picture.ts';

/** Lines bend this far from the rectangles that they pass. */
export const BUFFER = 4;
/** A line that touches the buffer from outside is free. */
const SLACK = 0.5;

/** Whether a segment enters the inside of a rectangle that is `grown` to each side. */
export function enters([ax, ay]: Corner, [bx, by]: Corner, { x, y, width, height }: Rectangle, grown: number): boolean {
  const [left, right, top, bottom] = [x - grown, x + width + grown, y - grown, y + height + grown];
  if (Math.max(ax, bx) <= left || Math.min(ax, bx) >= right || Math.max(ay, by) <= top || Math.min(ay, by) >= bottom) return false;
  // Liang–Barsky: the part of the segment that is inside.
  let from = 0;
  let to = 1;
  for (const [way, low, high] of [
    [bx - ax, left - ax, right - ax],
    [by - ay, top - ay, bottom - ay],
  ] as const) {
    if (way === 0) continue;
    const [a, b] = way > 0 ? [low / way, high / way] : [high / way, low / way];
    from = Math.max(from, a);
    to = Math.min(to, b);
    if (from >= to) return false;
  }
  return true;
}

/** Rectangles by cells of a grid, so that only those near a segment are tested. */
class Cells {
  private readonly size = 160;
  private readonly of = new Map<string, number[]>();
  readonly all: readonly Rectangle[];
  constructor(all: readonly Rectangle[]) {
    this.all = all;
    for (const [n, one] of all.entries())
      this.each(one.x - BUFFER, one.y - BUFFER, one.x + one.width + BUFFER, one.y + one.height + BUFFER, (key) => {
        const list = this.of.get(key);
        if (list) list.push(n);
        else this.of.set(key, [n]);
        return false;
      });
  }
  private each(left: number, top: number, right: number, bottom: number, visit: (key: string) => boolean): boolean {
    for (let cx = Math.floor(left / this.size); cx <= Math.floor(right / this.size); cx += 1)
      for (let cy = Math.floor(top / this.size); cy <= Math.floor(bottom / this.size); cy += 1) if (visit(`${cx} ${cy}`)) return true;
    return false;
  }
  /** Whether a segment enters any rectangle. */
  blocks(a: Corner, b: Corner, grown: number): boolean {
    // Pieces of the segment no longer than a cell, so that a long one across the picture visits few cells.
    const pieces = Math.max(1, Math.ceil(Math.max(Math.abs(b[0] - a[0]), Math.abs(b[1] - a[1])) / this.size));
    for (let n = 0; n < pieces; n += 1) {
      const [x, y] = [a[0] + ((b[0] - a[0]) * n) / pieces, a[1] + ((b[1] - a[1]) * n) / pieces];
      const [u, v] = [a[0] + ((b[0] - a[0]) * (n + 1)) / pieces, a[1] + ((b[1] - a[1]) * (n + 1)) / pieces];
      const hit = this.each(Math.min(x, u), Math.min(y, v), Math.max(x, u), Math.max(y, v), (key) =>
        (this.of.get(key) ?? []).some((i) => enters(a, b, this.all[i]!, grown)),
      );
      if (hit) return true;
    }
    return false;
  }
}

export interface Visibility {
  corners: readonly Corner[];
  /** Corner → those seen from it. */
  seen: readonly (readonly number[])[];
  /** Numbers of the corners that are seen from any point. */
  from: (point: Corner) => number[];
  /** Whether the way between two points is free. */
  free: (a: Corner, b: Corner, grown?: number) => boolean;
}

export function visibilityOf(solids: readonly Rectangle[]): Visibility {
  const cells = new Cells(solids);
  const grown = BUFFER - SLACK;
  const free = (a: Corner, b: Corner, by = grown): boolean => !cells.blocks(a, b, by);
  const corners = solids
    .flatMap(({ x, y, width, height }): Corner[] => [
      [x - BUFFER, y - BUFFER],
      [x + width + BUFFER, y - BUFFER],
      [x - BUFFER, y + height + BUFFER],
      [x + width + BUFFER, y + height + BUFFER],
    ])
    .filter(([x, y]) => !cells.blocks([x - 0.01, y - 0.01], [x + 0.01, y + 0.01], grown));
  const seen: number[][] = corners.map(() => []);
  for (let i = 0; i < corners.length; i += 1)
    for (let j = i + 1; j < corners.length; j += 1)
      if (free(corners[i]!, corners[j]!)) {
        seen[i]!.push(j);
        seen[j]!.push(i);
      }
  const from = (point: Corner): number[] => corners.flatMap((corner, n) => (free(point, corner) ? [n] : []));
  return { corners, seen, from, free };
}
