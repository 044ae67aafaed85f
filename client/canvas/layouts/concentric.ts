/** Concentric layout: rings by distance from the centre, which is what was selected, or else the entity with most edges. */
import { atOnce } from './grid.ts';
import type { LayoutInput, LayoutRun } from './layered.ts';

const RING = 200;
const ROOM = 168;

type Near = ReadonlyMap<string, ReadonlySet<string>>;

function neighbours({ nodes, edges }: LayoutInput): Near {
  const near = new Map<string, Set<string>>(nodes.map((id) => [id, new Set()]));
  for (const { source, target } of edges) {
    near.get(source)?.add(target);
    near.get(target)?.add(source);
  }
  return near;
}

/** Steps from the centre. Entities that cannot be reached are on the outermost ring. */
function distances({ nodes, centre }: LayoutInput, near: Near): Map<string, number> {
  const known = centre.filter((id) => near.has(id));
  const [most] = nodes.toSorted((a, b) => (near.get(b)?.size ?? 0) - (near.get(a)?.size ?? 0) || (a < b ? -1 : 1));
  const ring = new Map<string, number>((known.length > 0 ? known : most === undefined ? [] : [most]).map((id) => [id, 0]));
  for (const [id, at] of ring) for (const other of near.get(id) ?? []) if (!ring.has(other)) ring.set(other, at + 1);
  const outermost = Math.max(0, ...ring.values()) + 1;
  for (const id of nodes) if (!ring.has(id)) ring.set(id, outermost);
  return ring;
}

/** The mean direction, as an angle, of an entity's neighbours on the inner ring; entities without any come last. */
function pull(id: string, near: Near, angles: ReadonlyMap<string, number>): number {
  const within = [...(near.get(id) ?? [])].map((other) => angles.get(other)).filter((angle) => angle !== undefined);
  if (within.length === 0) return Infinity;
  const [x, y] = [within.reduce((sum, angle) => sum + Math.cos(angle), 0), within.reduce((sum, angle) => sum + Math.sin(angle), 0)];
  // Clockwise from the top, in the order in which positions on a ring are filled.
  return (Math.atan2(y, x) + Math.PI / 2 + 2 * Math.PI) % (2 * Math.PI);
}

export function concentric(input: LayoutInput): LayoutRun {
  const near = neighbours(input);
  const ring = distances(input, near);
  const rings = new Map<number, string[]>();
  for (const id of input.nodes.toSorted().filter((one) => !input.fixed.has(one))) {
    const at = ring.get(id) ?? 0;
    rings.set(at, [...(rings.get(at) ?? []), id]);
  }
  const positions = new Map(input.fixed);
  let angles = new Map<string, number>();
  let radius = 0;
  for (const [n, ids] of [...rings].toSorted(([a], [b]) => a - b)) {
    const needed = ids.length === 1 && n === 0 ? 0 : (ids.length * ROOM) / (2 * Math.PI);
    radius = n === 0 ? needed : Math.max(radius + RING, needed);
    const wish = new Map(ids.map((id) => [id, pull(id, near, angles)]));
    const order = ids.toSorted((a, b) => (wish.get(a) === wish.get(b) ? (a < b ? -1 : 1) : wish.get(a)! - wish.get(b)!));
    const next = new Map<string, number>();
    order.forEach((id, i) => {
      const angle = (2 * Math.PI * i) / order.length - Math.PI / 2;
      // An entity in the centre has no direction.
      if (radius > 0) next.set(id, angle);
      // Positions are written into links, where -0 and 0 would be different texts.
      positions.set(id, { x: Math.round(radius * Math.cos(angle)) || 0, y: Math.round(radius * Math.sin(angle)) || 0 });
    });
    angles = next;
  }
  return atOnce(positions);
}
