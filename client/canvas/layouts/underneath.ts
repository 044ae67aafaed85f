/** Puts legal acts, places and items in rows under the layered layout, each near the entities it belongs to. */
import type { Positions, Point } from '../../state/view.ts';

const COLUMN = 190;
const ROW = 104;

/** Rows are as wide as the drawing above, and at least four columns wide. */
export function underneath(ids: readonly string[], edges: readonly { source: string; target: string }[], positions: Positions): Map<string, Point> {
  const places = [...positions.values()];
  const left = places.length > 0 ? Math.min(...places.map((p) => p.x)) : 0;
  const right = places.length > 0 ? Math.max(...places.map((p) => p.x)) : 0;
  const floor = places.length > 0 ? Math.max(...places.map((p) => p.y)) : -ROW;
  const columns = Math.max(4, Math.round((right - left) / COLUMN) + 1);
  const wish = (id: string): number => {
    const beside = edges
      .filter((edge) => edge.source === id || edge.target === id)
      .map((edge) => positions.get(edge.source === id ? edge.target : edge.source)?.x)
      .filter((x) => x !== undefined);
    return beside.length > 0 ? beside.reduce((sum, x) => sum + x, 0) / beside.length : (left + right) / 2;
  };
  const taken = new Set<string>();
  const out = new Map<string, Point>();
  for (const id of ids.toSorted((a, b) => wish(a) - wish(b) || a.localeCompare(b))) {
    const wanted = Math.min(columns - 1, Math.max(0, Math.round((wish(id) - left) / COLUMN)));
    const [row, column] = nearestFree(wanted, columns, taken);
    taken.add(`${row} ${column}`);
    out.set(id, { x: Math.round(left + column * COLUMN), y: Math.round(floor + ROW * (row + 1.4)) });
  }
  return out;
}

function nearestFree(wanted: number, columns: number, taken: ReadonlySet<string>): [number, number] {
  for (let row = 0; ; row += 1)
    for (let off = 0; off < (row === 0 ? 3 : columns); off += 1)
      for (const column of [wanted + off, wanted - off]) if (column >= 0 && column < columns && !taken.has(`${row} ${column}`)) return [row, column];
}
