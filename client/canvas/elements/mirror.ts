/** Places are kept as read from left to right; under a page from right to left the drawing shows them mirrored. */
import { direction } from '../../i18n/locale.ts';
import type { Places, Point } from '../../state/view.ts';

export const MIRRORED = direction === 'rtl';

/** The place on the drawing of a place in the document, and the other way round: twice gives the same again. */
export function mirror(at: Point, mirrored: boolean = MIRRORED): Point {
  // A place is written into links, where -0 and 0 would be two texts.
  return mirrored ? { x: -at.x || 0, y: at.y } : at;
}

export function mirrorAll(places: Places, mirrored: boolean = MIRRORED): Places {
  return mirrored ? new Map([...places].map(([id, at]) => [id, mirror(at, true)])) : places;
}
