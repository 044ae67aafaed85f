/** Sets every second entity of a column a little aside where lines run within the column: they no longer run through bodies. */
import type { Places, Point } from '../../state/view.ts';

const ASIDE = 46;

export function stagger(positions: Places, edges: readonly { source: string; target: string }[]): Map<string, Point> {
  const columns = new Map<number, string[]>();
  for (const [id, p] of positions) columns.set(p.x, [...(columns.get(p.x) ?? []), id]);
  const out = new Map(positions);
  for (const [x, ids] of columns) {
    const order = ids.toSorted((a, b) => (positions.get(a)?.y ?? 0) - (positions.get(b)?.y ?? 0) || a.localeCompare(b));
    const place = new Map(order.map((id, i) => [id, i]));
    // Neighbours in the column are joined clear of everything; only longer lines need room.
    const passing = edges.some((e) => Math.abs((place.get(e.source) ?? 0) - (place.get(e.target) ?? 0)) > 1 && place.has(e.source) && place.has(e.target));
    if (!passing) continue;
    for (const [i, id] of order.entries()) if (i % 2 === 1) out.set(id, { x: x + ASIDE, y: positions.get(id)?.y ?? 0 });
  }
  return out;
}
