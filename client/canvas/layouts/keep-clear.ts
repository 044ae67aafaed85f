/** Moves entities that a layout put on top of those placed by hand; entities placed by hand are neither covered nor moved. */
import type { Positions, Point } from '../../state/view.ts';

const ROOM = { x: 112, y: 84 };
const RINGS = 40;

/** Positions in a grid of cells, so that only near ones are compared. */
function nearby(room: Point): { add: (at: Point) => void; isFree: (at: Point) => boolean } {
  const cells = new Map<string, Point[]>();
  const cell = (n: number, of: number): number => Math.floor(n / of);
  return {
    add(at) {
      const key = `${cell(at.x, room.x)} ${cell(at.y, room.y)}`;
      const there = cells.get(key);
      if (there) there.push(at);
      else cells.set(key, [at]);
    },
    isFree(at) {
      const [cx, cy] = [cell(at.x, room.x), cell(at.y, room.y)];
      for (let x = cx - 1; x <= cx + 1; x += 1)
        for (let y = cy - 1; y <= cy + 1; y += 1)
          if (cells.get(`${x} ${y}`)?.some((p) => Math.abs(p.x - at.x) < room.x && Math.abs(p.y - at.y) < room.y)) return false;
      return true;
    },
  };
}

export function keepClear(positions: Positions, fixed: Positions): Map<string, Point> {
  const held = nearby(ROOM);
  if (fixed.size === 0) return new Map(positions);
  for (const at of fixed.values()) held.add(at);
  const out = new Map([...positions, ...fixed]);
  const free = [...positions].filter(([id]) => !fixed.has(id)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const all = nearby(ROOM);
  for (const at of fixed.values()) all.add(at);
  const covering = free.filter(([, at]) => !held.isFree(at));
  for (const [, at] of free) if (held.isFree(at)) all.add(at);
  for (const [id, from] of covering) {
    const spot = spots(from).find((at) => all.isFree(at)) ?? from;
    out.set(id, spot);
    all.add(spot);
  }
  return out;
}

/** Candidate positions, nearest first. */
function spots(from: Point): Point[] {
  const found: Point[] = [];
  for (let ring = 1; ring <= RINGS; ring += 1)
    for (const dy of [ring, -ring]) {
      found.push({ x: from.x, y: from.y + (dy * ROOM.y) / 2 });
      for (const dx of [ring, -ring])
        found.push({ x: from.x + (dx * ROOM.x) / 2, y: from.y }, { x: from.x + (dx * ROOM.x) / 2, y: from.y + (dy * ROOM.y) / 2 });
    }
  return found.toSorted((a, b) => Math.hypot(a.x - from.x, a.y - from.y) - Math.hypot(b.x - from.x, b.y - from.y));
}
