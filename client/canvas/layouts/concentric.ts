/** Rings by distance from the middle: what was selected, else what has the most lines. */
import type { Point } from "../../state/view.ts";
import { atOnce } from "./grid.ts";
import type { LayoutInput, LayoutRun } from "./layered.ts";

const RING = 190;
const ROOM = 150;

/** Steps from the middle; what cannot be reached stands one ring further out than all. */
function distances({ nodes, edges, centre }: LayoutInput): Map<string, number> {
  const near = new Map<string, Set<string>>(nodes.map((id) => [id, new Set()]));
  for (const { source, target } of edges) {
    near.get(source)?.add(target);
    near.get(target)?.add(source);
  }
  const known = centre.filter((id) => near.has(id));
  const [most] = nodes.toSorted((a, b) => (near.get(b)?.size ?? 0) - (near.get(a)?.size ?? 0) || (a < b ? -1 : 1));
  const ring = new Map<string, number>((known.length > 0 ? known : most === undefined ? [] : [most]).map((id) => [id, 0]));
  for (const [id, at] of ring) for (const other of near.get(id) ?? []) if (!ring.has(other)) ring.set(other, at + 1);
  const outermost = Math.max(0, ...ring.values()) + 1;
  for (const id of nodes) if (!ring.has(id)) ring.set(id, outermost);
  return ring;
}

export function concentric(input: LayoutInput): LayoutRun {
  const ring = distances(input);
  const rings = new Map<number, string[]>();
  for (const id of input.nodes.filter((one) => !input.fixed[one])) {
    const at = ring.get(id) ?? 0;
    rings.set(at, [...(rings.get(at) ?? []), id]);
  }
  const positions: Record<string, Point> = { ...input.fixed };
  let radius = 0;
  for (const [n, ids] of [...rings].toSorted(([a], [b]) => a - b)) {
    const needed = ids.length === 1 && n === 0 ? 0 : (ids.length * ROOM) / (2 * Math.PI);
    radius = n === 0 ? needed : Math.max(radius + RING, needed);
    ids.forEach((id, i) => {
      const angle = (2 * Math.PI * i) / ids.length - Math.PI / 2;
      // A place is written into links, where -0 and 0 would be two texts.
      positions[id] = { x: Math.round(radius * Math.cos(angle)) || 0, y: Math.round(radius * Math.sin(angle)) || 0 };
    });
  }
  return atOnce(positions);
}
