/** Puts the members of each group beside each other and moves the groups' frames off each other and off the rest. */
import type { Point } from "../../state/view.ts";

/** Room of an entity with its label, and of a frame around its members. */
const CELL = { x: 176, y: 108 };
const FRAME = { side: 40, top: 56, bottom: 40 };
const ROUNDS = 400;

interface Box {
  /** Members in it: several for a group, one for what stands alone. */
  ids: string[];
  group: boolean;
  fixed: boolean;
  at: Point;
  half: Point;
}
type Places = Record<string, Point>;

const middle = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, p) => sum + p.x, 0) / points.length,
  y: points.reduce((sum, p) => sum + p.y, 0) / points.length,
});

/** Members in rows, in the order they were laid out: from left to right, then down. */
function gathered(ids: readonly string[], places: Places): { own: Places; half: Point } {
  const columns = Math.max(1, Math.round(Math.sqrt(ids.length * 0.8)));
  const order = ids.toSorted((a, b) => places[a]!.x - places[b]!.x || places[a]!.y - places[b]!.y || (a < b ? -1 : 1));
  const rows = Math.ceil(order.length / columns);
  const own: Places = {};
  for (let column = 0; column < columns; column += 1) {
    // Columns first, so that what stood left stays left.
    const inColumn = order.slice(column * rows, (column + 1) * rows).toSorted((a, b) => places[a]!.y - places[b]!.y || (a < b ? -1 : 1));
    inColumn.forEach((id, row) => {
      own[id] = { x: (column - (columns - 1) / 2) * CELL.x, y: (row - (rows - 1) / 2) * CELL.y };
    });
  }
  return { own, half: { x: (columns * CELL.x) / 2, y: (rows * CELL.y) / 2 } };
}

/** Half of the overlap on either axis; undefined where there is none. */
function overlap(a: Box, b: Box): Point | undefined {
  const x = a.half.x + b.half.x - Math.abs(a.at.x - b.at.x);
  const y = a.half.y + b.half.y - Math.abs(a.at.y - b.at.y);
  return x > 0.5 && y > 0.5 ? { x, y } : undefined;
}

function push(a: Box, b: Box, by: Point): void {
  const axis = by.x < by.y ? "x" : "y";
  const way = a.at[axis] < b.at[axis] || (a.at[axis] === b.at[axis] && a.ids[0]! < b.ids[0]!) ? -1 : 1;
  const share = a.fixed ? 0 : b.fixed ? 1 : 0.5;
  a.at[axis] += way * by[axis] * share;
  b.at[axis] -= way * by[axis] * (1 - share);
}

/**
 * @param parents group by entity; what has none stands alone
 * @param fixed places by hand: a group with such a member is left as it is laid out
 */
export function apart(positions: Readonly<Record<string, Point>>, parents: ReadonlyMap<string, string>, fixed: Readonly<Record<string, Point>>): Places {
  const places: Places = { ...positions };
  const members = new Map<string, string[]>();
  const boxes: Box[] = [];
  for (const id of Object.keys(places).toSorted()) {
    const parent = parents.get(id);
    if (parent === undefined) boxes.push({ ids: [id], group: false, fixed: fixed[id] !== undefined, at: { ...places[id]! }, half: { x: CELL.x / 2, y: CELL.y / 2 } });
    else members.set(parent, [...(members.get(parent) ?? []), id]);
  }
  const inner = new Map<Box, Places>();
  for (const [, ids] of [...members].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const held = ids.some((id) => fixed[id] !== undefined);
    const spots = ids.map((id) => places[id]!);
    const { own, half } = gathered(ids, places);
    const [xs, ys] = [spots.map((p) => p.x), spots.map((p) => p.y)];
    const extent = { x: (Math.max(...xs) - Math.min(...xs) + CELL.x) / 2, y: (Math.max(...ys) - Math.min(...ys) + CELL.y) / 2 };
    const at = held ? { x: (Math.max(...xs) + Math.min(...xs)) / 2, y: (Math.max(...ys) + Math.min(...ys)) / 2 } : middle(spots);
    const size = held ? extent : half;
    const box: Box = { ids, group: true, fixed: held, at: { x: at.x, y: at.y - (FRAME.top - FRAME.bottom) / 2 }, half: { x: size.x + FRAME.side, y: size.y + (FRAME.top + FRAME.bottom) / 2 } };
    boxes.push(box);
    if (!held) inner.set(box, own);
  }
  const groups = boxes.filter((box) => box.group);
  for (let round = 0, moved = true; moved && round < ROUNDS; round += 1) {
    moved = false;
    for (const a of groups)
      for (const b of boxes) {
        if (a === b || (a.fixed && b.fixed)) continue;
        const by = overlap(a, b);
        if (!by) continue;
        // What stands alone gives way to a frame, which would wander otherwise. (`at` is shared by the copy.)
        push(b.group || b.fixed ? a : { ...a, fixed: true }, b, by);
        moved = true;
      }
  }
  for (const box of boxes) {
    const own = inner.get(box);
    if (!own) {
      if (!box.fixed && !box.group) places[box.ids[0]!] = { x: Math.round(box.at.x), y: Math.round(box.at.y) };
      continue;
    }
    const at = { x: box.at.x, y: box.at.y + (FRAME.top - FRAME.bottom) / 2 };
    for (const id of box.ids) places[id] = { x: Math.round(at.x + own[id]!.x), y: Math.round(at.y + own[id]!.y) };
  }
  return { ...places, ...fixed };
}
