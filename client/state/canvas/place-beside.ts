/** Finds free positions for new entities beside their parent. The same canvas gives the same positions. */
import type { Positions, Point } from '../view.ts';

/** Smallest distance between two entities in drawing units: room for a node and its label. */
const CLEARANCE = { x: 130, y: 92 };
const FIRST_RING = 170;
const RING_STEP = 105;
const RINGS = 14;

/** Positions in a grid of cells, so that only near ones are compared. */
function nearbyOf(places: readonly Point[]): { add: (at: Point) => void; isFree: (spot: Point) => boolean } {
  const cells = new Map<string, Point[]>();
  const cell = ({ x, y }: Point): [number, number] => [Math.floor(x / CLEARANCE.x), Math.floor(y / CLEARANCE.y)];
  const add = (at: Point): void => {
    const key = cell(at).join(' ');
    const there = cells.get(key);
    if (there) there.push(at);
    else cells.set(key, [at]);
  };
  places.forEach(add);
  return {
    add,
    isFree(spot) {
      const [cx, cy] = cell(spot);
      for (let x = cx - 1; x <= cx + 1; x += 1)
        for (let y = cy - 1; y <= cy + 1; y += 1)
          if (cells.get(`${x} ${y}`)?.some((t) => Math.abs(t.x - spot.x) < CLEARANCE.x && Math.abs(t.y - spot.y) < CLEARANCE.y)) return false;
      return true;
    },
  };
}

/** Candidate positions around a centre, ring by ring, beginning at the right and alternating to both sides. */
function* spotsAround(centre: Point): Generator<Point> {
  for (let ring = 0; ring < RINGS; ring += 1) {
    const radius = FIRST_RING + ring * RING_STEP;
    const count = Math.max(8, Math.floor((2 * Math.PI * radius) / 140));
    for (let i = 0; i < count; i += 1) {
      const turn = (i % 2 === 0 ? 1 : -1) * Math.ceil(i / 2);
      const angle = (turn * 2 * Math.PI) / count;
      yield { x: Math.round(centre.x + radius * Math.cos(angle)), y: Math.round(centre.y + radius * Math.sin(angle) * 0.8) };
    }
  }
}

function beyond(taken: readonly Point[]): Point {
  const right = taken.reduce((most, p) => Math.max(most, p.x), 0);
  return { x: right + CLEARANCE.x * 1.3, y: Math.round(taken.reduce((sum, p) => sum + p.y, 0) / (taken.length || 1)) };
}

/**
 * Positions for `ids` (in sorted order) that overlap nothing already placed.
 * @param parentOf the entity to place each one beside; without one it is placed to the right of everything
 */
export function placeBeside(ids: readonly string[], parentOf: (id: string) => string | undefined, positions: Positions): Map<string, Point> {
  const taken = [...positions.values()];
  const nearby = nearbyOf(taken);
  const placed = new Map<string, Point>();
  for (const id of ids.toSorted()) {
    const parent = parentOf(id);
    const at = parent === undefined ? undefined : (positions.get(parent) ?? placed.get(parent));
    let spot: Point | undefined;
    if (at)
      for (const candidate of spotsAround(at))
        if (nearby.isFree(candidate)) {
          spot = candidate;
          break;
        }
    spot ??= beyond(taken);
    while (!nearby.isFree(spot)) spot = { x: spot.x, y: spot.y + CLEARANCE.y };
    placed.set(id, spot);
    taken.push(spot);
    nearby.add(spot);
  }
  return placed;
}
