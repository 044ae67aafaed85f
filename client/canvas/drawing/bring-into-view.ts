/** Brings a part of the drawing into view, with room for the tools, the card below and the names. */
import type { Core } from 'cytoscape';
import type { CanvasElements } from '../elements/elements.ts';

/** Room kept free at the edges, in px: tools at the start, the card below. A small canvas keeps less, but what lies over it. */
const INSETS = { wide: { top: 36, right: 40, bottom: 112, left: 76 }, small: { top: 16, right: 16, bottom: 62, left: 16 } };
/** The same for a placed picture, whose names are within its bounds. */
const PICTURE_INSETS = { wide: { top: 14, right: 16, bottom: 24, left: 66 }, small: { top: 12, right: 12, bottom: 62, left: 12 } };
const SMALL_BELOW = 520;
const FIT_ZOOM_LIMIT = 1.25;
const PICTURE_ZOOM_LIMIT = 1.1;
/** First guess of the room a node needs: drawing units from its centre, and px for the rows of its name. */
const REACH = 25;
const NAME_ROWS = 36;

export interface Box {
  x1: number;
  y1: number;
  w: number;
  h: number;
}

/**
 * Brings a box into view.
 * @param names width in px of the widest name on screen, where the box holds nodes without their names
 */
export function bringIntoView(cy: Core, box: Box, { mirrored, start, names = 0 }: { mirrored: boolean; start: number; names?: number }): void {
  const { top, right, bottom, left } = cy.width() < SMALL_BELOW ? INSETS.small : INSETS.wide;
  const [from, to] = [Math.max(left, start) + names / 2, right + names / 2];
  const inset = { top, bottom: bottom + (names > 0 ? NAME_ROWS : 0), left: mirrored ? to : from, right: mirrored ? from : to };
  const room = { w: Math.max(80, cy.width() - inset.left - inset.right), h: Math.max(80, cy.height() - inset.top - inset.bottom) };
  const zoom = Math.max(cy.minZoom(), Math.min(FIT_ZOOM_LIMIT, room.w / Math.max(box.w, 1), room.h / Math.max(box.h, 1)));
  cy.viewport({ zoom, pan: { x: inset.left + (room.w - box.w * zoom) / 2 - box.x1 * zoom, y: inset.top + (room.h - box.h * zoom) / 2 - box.y1 * zoom } });
}

/** What lies over the drawing, in px from its upper and lower edge, and from where reading starts. */
export interface Cover {
  top: number;
  bottom: number;
  start: number;
}
/** Between the drawing and what lies over it. */
const CLEAR = 10;

/** Measures the strips that stay, the card and the tools that lie over the drawing at present. On a phone the tools lie in a row below. */
export function coverOf(host: HTMLElement): Cover {
  const stage = host.closest('.stage');
  const { top, bottom, left, right } = host.getBoundingClientRect();
  const [strip, card, tools] = ['.strips > .status:not([data-passing])', '.about', '.toolbar'].map((name) =>
    [...(stage?.querySelectorAll(`:scope > ${name}`) ?? [])].at(-1)?.getBoundingClientRect(),
  );
  return {
    top: strip ? strip.bottom - top + CLEAR : 0,
    bottom: card ? bottom - card.top + CLEAR : 0,
    start: tools && tools.height > tools.width ? Math.min(tools.right - left, right - tools.left) + CLEAR : 0,
  };
}

function insetsAt(width: number, cover: Cover): { top: number; right: number; bottom: number; left: number } {
  const insets = width < SMALL_BELOW ? PICTURE_INSETS.small : PICTURE_INSETS.wide;
  return { ...insets, top: Math.max(insets.top, cover.top), bottom: Math.max(insets.bottom, cover.bottom), left: Math.max(insets.left, cover.start) };
}

/** The room that a canvas of some size has for a picture, in px. */
export function roomIn({ width, height }: { width: number; height: number }, cover: Cover): { width: number; height: number } {
  const { top, right, bottom, left } = insetsAt(width, cover);
  return { width: width - left - right, height: height - top - bottom };
}

/**
 * Brings a placed picture, or a part of it, into view. What does not fit at the least zoom is shown from its start.
 * @param least zoom below which names are too small
 */
export function bringPictureIntoView(
  cy: Core,
  box: Box,
  { least, part, mirrored, cover }: { least: number; part: boolean; mirrored: boolean; cover: Cover },
): void {
  const insets = insetsAt(cy.width(), cover);
  // The tools are at the start of the page.
  const { top } = insets;
  const left = mirrored ? insets.right : insets.left;
  const room = roomIn({ width: cy.width(), height: cy.height() }, cover);
  const most = part ? Math.max(least, Math.min(1, cy.zoom())) : PICTURE_ZOOM_LIMIT;
  const zoom = Math.max(least, cy.minZoom(), Math.min(most, room.width / Math.max(box.w, 1), room.height / Math.max(box.h, 1)));
  const along = (free: number, size: number, fromEnd: boolean): number => {
    const spare = free - size * zoom;
    return spare >= 0 ? spare / 2 : fromEnd ? spare : 0;
  };
  cy.viewport({
    zoom,
    pan: { x: left + along(room.width, box.w, mirrored) - box.x1 * zoom, y: top + along(room.height, box.h, false) - box.y1 * zoom },
  });
}

/** The room of elements that are not drawn yet, so that the first frame already fits. */
export function expectedBox({ nodes }: CanvasElements): Box {
  let [x1, y1, x2, y2] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { position } of nodes) {
    if (!position) continue;
    [x1, x2] = [Math.min(x1, position.x - REACH), Math.max(x2, position.x + REACH)];
    [y1, y2] = [Math.min(y1, position.y - REACH), Math.max(y2, position.y + REACH)];
  }
  return { x1, y1, w: x2 - x1, h: y2 - y1 };
}
