/** Grid layout: rows by type and name. Positions have no further meaning. */
import type { Positions } from '../../state/view.ts';
import type { LayoutInput, LayoutRun } from './layered.ts';

const CELL = { x: 184, y: 118 };

/** The run of a layout that is computed synchronously. */
export function atOnce(positions: Positions): LayoutRun {
  return { done: Promise.resolve(positions), stop: () => undefined };
}

export function grid(input: LayoutInput): LayoutRun {
  const free = input.nodes.filter((id) => !input.fixed.has(id));
  const key = (id: string): string => `${input.types.get(id) ?? ''} ${input.names.get(id) ?? ''} ${id}`;
  const columns = Math.max(1, Math.ceil(Math.sqrt(free.length * 0.7)));
  const positions = new Map(input.fixed);
  const taken = [...input.fixed.values()];
  let cell = 0;
  for (const id of free.toSorted((a, b) => key(a).localeCompare(key(b)))) {
    for (;;) {
      const at = { x: (cell % columns) * CELL.x, y: Math.floor(cell / columns) * CELL.y };
      cell += 1;
      if (taken.some((p) => Math.abs(p.x - at.x) < CELL.x && Math.abs(p.y - at.y) < CELL.y)) continue;
      positions.set(id, at);
      break;
    }
  }
  return atOnce(positions);
}
