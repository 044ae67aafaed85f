/** Moves nodes apart that a fast layout put on top of each other: a few rounds over near nodes only, with the same result each time. */
import type { Positions, Point } from '../../state/view.ts';

const ROOM = { x: 116, y: 88 };
const ROUNDS = 60;

export function spread(positions: Positions, fixed: Positions): Map<string, Point> {
  const ids = [...positions.keys()].toSorted();
  const at = new Map(ids.map((id, i) => [id, { x: positions.get(id)!.x + (i % 7) / 10, y: positions.get(id)!.y + (i % 11) / 10 }]));
  for (let round = 0, moved = true; moved && round < ROUNDS; round += 1) {
    moved = false;
    const cells = new Map<string, string[]>();
    const key = (x: number, y: number): string => `${x} ${y}`;
    const cellOf = (p: Point): [number, number] => [Math.floor(p.x / ROOM.x), Math.floor(p.y / ROOM.y)];
    for (const id of ids) {
      const name = key(...cellOf(at.get(id)!));
      cells.set(name, [...(cells.get(name) ?? []), id]);
    }
    for (const a of ids) {
      const pa = at.get(a)!;
      const [cx, cy] = cellOf(pa);
      for (let x = cx - 1; x <= cx + 1; x += 1)
        for (let y = cy - 1; y <= cy + 1; y += 1)
          for (const b of cells.get(key(x, y)) ?? []) {
            if (a >= b || (fixed.has(a) && fixed.has(b))) continue;
            const pb = at.get(b)!;
            const by = { x: ROOM.x - Math.abs(pa.x - pb.x), y: ROOM.y - Math.abs(pa.y - pb.y) };
            if (by.x <= 1 || by.y <= 1) continue;
            const axis = by.x / ROOM.x < by.y / ROOM.y ? 'x' : 'y';
            const way = pa[axis] <= pb[axis] ? -1 : 1;
            const share = fixed.has(a) ? 0 : fixed.has(b) ? 1 : 0.5;
            pa[axis] += way * by[axis] * share;
            pb[axis] -= way * by[axis] * (1 - share);
            moved = true;
          }
    }
  }
  return new Map(ids.map((id) => [id, fixed.get(id) ?? { x: Math.round(at.get(id)!.x), y: Math.round(at.get(id)!.y) }]));
}
