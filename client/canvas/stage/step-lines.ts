/** The lines of an entity in an order one can step through: firmest first. */
import type { EdgeView } from '../../../server/contract/views.ts';
import type { Drawn } from '../../state/canvas/drawn.ts';

export function linesAt(view: Drawn, id: string): EdgeView[] {
  return (view.touching.get(id) ?? []).toSorted((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1));
}

/** The line after or before the present one, round and round; without one the first or the last. */
export function stepLine(lines: readonly EdgeView[], present: string | undefined, step: 1 | -1): EdgeView | undefined {
  const at = lines.findIndex((edge) => edge.id === present);
  if (at === -1) return step === 1 ? lines[0] : lines.at(-1);
  return lines[(at + step + lines.length) % lines.length];
}
