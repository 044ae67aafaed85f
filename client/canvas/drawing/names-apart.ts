/** Moves bodies apart for print until no name lies over another: all by one factor, and what that leaves each off the other. The shape of the drawing stays. */
import type { Core, NodeSingular } from 'cytoscape';

/** The room of a body with its name, from the middle of the body. */
export interface Room {
  x: number;
  y: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

type Place = Pick<Room, 'x' | 'y'>;

/** Beyond this factor names would be too small to read on a page; the rest is moved. */
const MOST = 2.5;
const GAP = 6;
const ROUNDS = 200;

/** By how much two rooms reach into each other, along both axes; at most 0 where they do not. */
function into(a: Room, b: Room): Place {
  return {
    x: Math.min(a.x + a.right, b.x + b.right) - Math.max(a.x - a.left, b.x - b.left) + GAP,
    y: Math.min(a.y + a.bottom, b.y + b.bottom) - Math.max(a.y - a.top, b.y - b.top) + GAP,
  };
}

/** The least factor for the distance of two middles at which their rooms are apart. */
function factorOf(a: Room, b: Room): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = (distance: number, need: number): number => (distance <= 0 ? Number.POSITIVE_INFINITY : need / distance);
  const x = along(Math.abs(dx), dx > 0 ? a.right + b.left + GAP : b.right + a.left + GAP);
  const y = along(Math.abs(dy), dy > 0 ? a.bottom + b.top + GAP : b.bottom + a.top + GAP);
  return Math.min(x, y);
}

/** Middles at which no two rooms overlap. What does not overlap at first stays where it is. */
export function roomsApart(rooms: readonly Room[]): Place[] {
  let factor = 1;
  for (let i = 0; i < rooms.length; i += 1)
    for (let j = i + 1; j < rooms.length; j += 1) factor = Math.max(factor, Math.min(MOST, factorOf(rooms[i]!, rooms[j]!)));
  const at = rooms.map((room) => ({ ...room, x: room.x * factor, y: room.y * factor }));
  for (let round = 0, moved = true; moved && round < ROUNDS; round += 1) {
    moved = false;
    for (let i = 0; i < at.length; i += 1)
      for (let j = i + 1; j < at.length; j += 1) {
        const [a, b] = [at[i]!, at[j]!];
        const by = into(a, b);
        if (by.x <= 0.01 || by.y <= 0.01) continue;
        const axis = by.x < by.y ? 'x' : 'y';
        const way = a[axis] < b[axis] ? 1 : -1;
        a[axis] -= (way * by[axis]) / 2;
        b[axis] += (way * by[axis]) / 2;
        moved = true;
      }
  }
  return at.map(({ x, y }) => ({ x, y }));
}

/**
 * For the time a picture is painted.
 * @returns a function that puts everything back
 */
export function namesApart(cy: Core): () => void {
  const nodes = cy
    .nodes(':visible')
    .filter((node) => node.isChildless() && node.data('type') !== 'Open')
    .toArray() as NodeSingular[];
  const before = nodes.map((node) => ({ ...node.position() }));
  const rooms = nodes.map((node, i): Room => {
    const { x, y } = before[i]!;
    const { x1, x2, y1, y2 } = node.boundingBox({ includeLabels: true, includeOverlays: false, includeUnderlays: false });
    return { x, y, left: x - x1, right: x2 - x, top: y - y1, bottom: y2 - y };
  });
  const after = roomsApart(rooms);
  // An open end stays at its claim, as far from it as it was.
  const rings = cy.nodes('[type = "Open"]').toArray() as NodeSingular[];
  const ringsBefore = rings.map((ring) => ({ ...ring.position() }));
  const index = new Map(nodes.map((node, i) => [node.id(), i]));
  const ringsAfter = rings.map((ring, n) => {
    const i = index.get(ring.neighborhood('node').first().id() ?? '');
    const { x, y } = ringsBefore[n]!;
    return i === undefined ? { x, y } : { x: x + after[i]!.x - before[i]!.x, y: y + after[i]!.y - before[i]!.y };
  });
  const put = (places: readonly Place[], ends: readonly Place[]): void =>
    cy.batch(() => {
      for (const [i, node] of nodes.entries()) node.position({ ...places[i]! });
      for (const [i, ring] of rings.entries()) ring.position({ ...ends[i]! });
    });
  put(after, ringsAfter);
  return () => put(before, ringsBefore);
}
