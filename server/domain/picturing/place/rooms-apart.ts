/** Moves bodies apart until no name lies over another: all by one factor, and what that leaves each off the other. The shape of the drawing stays. */

/** The room of a body with its name, from the middle of the body. */
export interface Room {
  x: number;
  y: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export type Place = Pick<Room, 'x' | 'y'>;

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
