/** Where the entities of a drawing stand, for a picture of it that the server makes. Pure. */
import type { ViewState } from '../reduce.ts';

/**
 * None where the drawing holds lists or folds: what stands in these has no place of its own, and by the rules of the window it is placed anew, in lists, for the page.
 */
export function positionsAsDrawn({ history, drawnAs }: Pick<ViewState, 'history' | 'drawnAs'>): { id: string; x: number; y: number }[] {
  if (drawnAs.lists.length + drawnAs.folds.length > 0) return [];
  return [...history.present.canvas.positions].map(([id, { x, y }]) => ({ id, x, y }));
}
