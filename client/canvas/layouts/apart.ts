/** Puts the members of each group side by side, and moves the frames of groups off each other and off single entities. */
import type { Positions, Point } from '../../state/view.ts';

/** Room of an entity with its label, and of a frame around its members, in drawing units. */
export const CELL = { x: 176, y: 108 };
export const FRAME = { side: 40, top: 56, bottom: 40 };
/** Boxes that overlap by less than this, in drawing units, count as not overlapping. */
const TOUCH = 0.5;

interface Box {
  /** Entities in the box: the members of a group, or one single entity. */
  ids: string[];
  group: boolean;
  fixed: boolean;
  at: Point;
  half: Point;
}

const middle = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, p) => sum + p.x, 0) / points.length,
  y: points.reduce((sum, p) => sum + p.y, 0) / points.length,
});

/** Members in rows, in the order of their positions: from left to right, then down. */
function gathered(ids: readonly string[], places: Positions): { own: Positions; half: Point } {
  const columns = Math.max(1, Math.round(Math.sqrt(ids.length * 0.8)));
  const order = ids.toSorted((a, b) => places.get(a)!.x - places.get(b)!.x || places.get(a)!.y - places.get(b)!.y || (a < b ? -1 : 1));
  const rows = Math.ceil(order.length / columns);
  const own = new Map<string, Point>();
  for (let column = 0; column < columns; column += 1) {
    // Columns are filled first, so that entities at the left stay at the left.
    const inColumn = order.slice(column * rows, (column + 1) * rows).toSorted((a, b) => places.get(a)!.y - places.get(b)!.y || (a < b ? -1 : 1));
    inColumn.forEach((id, row) => {
      own.set(id, { x: (column - (columns - 1) / 2) * CELL.x, y: (row - (rows - 1) / 2) * CELL.y });
    });
  }
  return { own, half: { x: (columns * CELL.x) / 2, y: (rows * CELL.y) / 2 } };
}

const lieOnEachOther = (a: Box, at: Point, b: Box): boolean =>
  Math.abs(at.x - b.at.x) < a.half.x + b.half.x - TOUCH && Math.abs(at.y - b.at.y) < a.half.y + b.half.y - TOUCH;

/**
 * The free position nearest to that of the box: at the same height beside another box, at the same side above or below one, or at the corner of two. There
 * always is one, because nothing lies beyond the outermost box. (Boxes that push each other may never come to rest.)
 */
function nearestFree(box: Box, among: readonly Box[]): Point {
  const isFree = (at: Point) => among.every((other) => !lieOnEachOther(box, at, other));
  if (isFree(box.at)) return box.at;
  const beside = (axis: 'x' | 'y') => [
    box.at[axis],
    ...among.flatMap((b) => [b.at[axis] - b.half[axis] - box.half[axis], b.at[axis] + b.half[axis] + box.half[axis]]),
  ];
  const [xs, ys] = [beside('x'), beside('y')];
  let best: { at: Point; far: number } | undefined;
  for (const x of xs)
    for (const y of ys) {
      const far = Math.hypot(x - box.at.x, y - box.at.y);
      if ((best === undefined || far < best.far) && isFree({ x, y })) best = { at: { x, y }, far };
    }
  return best?.at ?? box.at;
}

/**
 * Positions with the groups apart.
 * @param parents entity → group; an entity without a group is single
 * @param fixed positions by hand; a group with such a member keeps its positions
 */
export function apart(positions: Positions, parents: ReadonlyMap<string, string>, fixed: Positions): Positions {
  const places = new Map(positions);
  const members = new Map<string, string[]>();
  const boxes: Box[] = [];
  for (const id of [...places.keys()].toSorted()) {
    const parent = parents.get(id);
    if (parent === undefined) boxes.push({ ids: [id], group: false, fixed: fixed.has(id), at: { ...places.get(id)! }, half: { x: CELL.x / 2, y: CELL.y / 2 } });
    else members.set(parent, [...(members.get(parent) ?? []), id]);
  }
  const inner = new Map<Box, Positions>();
  for (const [, ids] of [...members].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const held = ids.some((id) => fixed.has(id));
    const spots = ids.map((id) => places.get(id)!);
    const { own, half } = gathered(ids, places);
    const [xs, ys] = [spots.map((p) => p.x), spots.map((p) => p.y)];
    const extent = { x: (Math.max(...xs) - Math.min(...xs) + CELL.x) / 2, y: (Math.max(...ys) - Math.min(...ys) + CELL.y) / 2 };
    const at = held ? { x: (Math.max(...xs) + Math.min(...xs)) / 2, y: (Math.max(...ys) + Math.min(...ys)) / 2 } : middle(spots);
    const size = held ? extent : half;
    const box: Box = {
      ids,
      group: true,
      fixed: held,
      at: { x: at.x, y: at.y - (FRAME.top - FRAME.bottom) / 2 },
      half: { x: size.x + FRAME.side, y: size.y + (FRAME.top + FRAME.bottom) / 2 },
    };
    boxes.push(box);
    if (!held) inner.set(box, own);
  }
  // Fixed groups stay. The others get their positions around them, the largest first; single entities are moved off the frames.
  const area = (box: Box) => box.half.x * box.half.y;
  const frames = boxes.filter((box) => box.group && box.fixed);
  for (const box of boxes.filter((b) => b.group && !b.fixed).toSorted((a, b) => area(b) - area(a) || (a.ids[0]! < b.ids[0]! ? -1 : 1))) {
    box.at = nearestFree(box, [...frames, ...boxes.filter((b) => !b.group && b.fixed)]);
    frames.push(box);
  }
  for (const box of boxes) if (!box.group && !box.fixed) box.at = nearestFree(box, frames);
  for (const box of boxes) {
    const own = inner.get(box);
    if (!own) {
      if (!box.fixed && !box.group) places.set(box.ids[0]!, { x: Math.round(box.at.x), y: Math.round(box.at.y) });
      continue;
    }
    const at = { x: box.at.x, y: box.at.y + (FRAME.top - FRAME.bottom) / 2 };
    for (const id of box.ids) places.set(id, { x: Math.round(at.x + own.get(id)!.x), y: Math.round(at.y + own.get(id)!.y) });
  }
  return new Map([...places, ...fixed]);
}
