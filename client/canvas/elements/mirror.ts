/** Mirrors positions on a right-to-left page, because they are stored for reading from left to right. */
import { direction } from '../../i18n/locale.ts';
import type { Positions, Point } from '../../state/view.ts';

export const MIRRORED = direction === 'rtl';

/** Converts a position of the document to the drawing, or back: applied twice it gives the same position. */
export function mirror(at: Point, mirrored: boolean = MIRRORED): Point {
  // Positions are written into links, where -0 and 0 would be different texts.
  return mirrored ? { x: -at.x || 0, y: at.y } : at;
}

export function mirrorAll(places: Positions, mirrored: boolean = MIRRORED): Positions {
  return mirrored ? new Map([...places].map(([id, at]) => [id, mirror(at, true)])) : places;
}
