/** Timeline layout: left to right by earliest date; undated entities are in rows of their own below. */
import { scaleLinear } from 'd3-scale';
import { atOnce } from './grid.ts';
import type { LayoutInput, LayoutRun } from './layered.ts';

const ROOM = { x: 176, y: 116 };
const DAY_MS = 86_400_000;

export function timeline(input: LayoutInput): LayoutRun {
  const free = input.nodes.filter((id) => !input.fixed.has(id));
  const dayOf = new Map(
    free.flatMap((id) => {
      const date = input.dates.get(id);
      return date === undefined ? [] : [[id, Date.parse(date) / DAY_MS] as const];
    }),
  );
  const dated = free.filter((id) => dayOf.has(id)).toSorted((a, b) => dayOf.get(a)! - dayOf.get(b)! || (a < b ? -1 : 1));
  const days = [...dayOf.values()];
  const width = Math.max(ROOM.x, Math.sqrt(dated.length) * ROOM.x * 1.6);
  const first = days.length > 0 ? Math.min(...days) : 0;
  const x = scaleLinear([first, Math.max(first + 1, ...days)], [0, width]);
  const positions = new Map(input.fixed);
  const ends: number[] = [];
  for (const id of dated) {
    const at = Math.round(x(dayOf.get(id)!));
    // The first row with room is taken, so that entities of about the same date are above each other.
    const row = ends.findIndex((end) => at - end >= ROOM.x);
    const y = row === -1 ? ends.length : row;
    ends[y] = at;
    positions.set(id, { x: at, y: y * ROOM.y });
  }
  const floor = ends.length * ROOM.y + ROOM.y;
  const columns = Math.max(1, Math.floor(width / ROOM.x), Math.ceil(Math.sqrt((free.length - dated.length) * 0.7)));
  free
    .filter((id) => !dayOf.has(id))
    .toSorted()
    .forEach((id, i) => {
      positions.set(id, { x: (i % columns) * ROOM.x, y: floor + Math.floor(i / columns) * ROOM.y });
    });
  return atOnce(positions);
}
