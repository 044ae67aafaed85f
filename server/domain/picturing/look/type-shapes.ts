/** Shape and icon of each entity type. The icon outlines are from Tabler Icons (MIT). */
import type { EntityType } from '../../model/lists.ts';

/** Outlines in a square of 24 units. */
export const ICON_PATHS: Readonly<Record<EntityType, readonly string[]>> = {
  Person: ['M8 7a4 4 0 1 0 8 0a4 4 0 0 0 -8 0', 'M6 21v-2a4 4 0 0 1 4 -4h4a4 4 0 0 1 4 4v2'],
  Group: ['M5 7a4 4 0 1 0 8 0a4 4 0 1 0 -8 0', 'M3 21v-2a4 4 0 0 1 4 -4h4a4 4 0 0 1 4 4v2', 'M16 3.13a4 4 0 0 1 0 7.75', 'M21 21v-2a4 4 0 0 0 -3 -3.85'],
  Gang: ['M9 12a3 3 0 1 0 6 0a3 3 0 1 0 -6 0', 'M4 6a2 2 0 0 1 2 -2h12a2 2 0 0 1 2 2v12a2 2 0 0 1 -2 2h-12a2 2 0 0 1 -2 -2l0 -12'],
  Agency: ['M12 3a12 12 0 0 0 8.5 3a12 12 0 0 1 -8.5 15a12 12 0 0 1 -8.5 -15a12 12 0 0 0 8.5 -3'],
  Organization: ['M3 21l18 0', 'M9 8l1 0', 'M9 12l1 0', 'M9 16l1 0', 'M14 8l1 0', 'M14 12l1 0', 'M14 16l1 0', 'M5 21v-16a2 2 0 0 1 2 -2h10a2 2 0 0 1 2 2v16'],
  Country: ['M5 5a5 5 0 0 1 7 0a5 5 0 0 0 7 0v9a5 5 0 0 1 -7 0a5 5 0 0 0 -7 0v-9', 'M5 21v-7'],
  Place: ['M9 11a3 3 0 1 0 6 0a3 3 0 0 0 -6 0', 'M17.657 16.657l-4.243 4.243a2 2 0 0 1 -2.827 0l-4.244 -4.243a8 8 0 1 1 11.314 0'],
  Plot: ['M11 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0', 'M7 12a5 5 0 1 0 10 0a5 5 0 1 0 -10 0', 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0'],
  Event: ['M4 7a2 2 0 0 1 2 -2h12a2 2 0 0 1 2 2v12a2 2 0 0 1 -2 2h-12a2 2 0 0 1 -2 -2v-12', 'M16 3v4', 'M8 3v4', 'M4 11h16'],
  Case: [
    'M13 10l7.383 7.418c.823 .82 .823 2.148 0 2.967a2.11 2.11 0 0 1 -2.976 0l-7.407 -7.385',
    'M6 9l4 4',
    'M13 10l-4 -4',
    'M3 21h7',
    'M6.793 15.793l-3.586 -3.586a1 1 0 0 1 0 -1.414l2.293 -2.293l.5 .5l3 -3l-.5 -.5l2.293 -2.293a1 1 0 0 1 1.414 0l3.586 3.586a1 1 0 0 1 0 1.414l-2.293 2.293l-.5 -.5l-3 3l.5 .5l-2.293 2.293a1 1 0 0 1 -1.414 0',
  ],
  Measure: [
    'M12 15a3 3 0 1 0 6 0a3 3 0 1 0 -6 0',
    'M13 17.5v4.5l2 -1.5l2 1.5v-4.5',
    'M10 19h-5a2 2 0 0 1 -2 -2v-10c0 -1.1 .9 -2 2 -2h14a2 2 0 0 1 2 2v10a2 2 0 0 1 -1 1.73',
    'M6 9l12 0',
    'M6 12l3 0',
    'M6 15l2 0',
  ],
  Item: ['M12 3l8 4.5l0 9l-8 4.5l-8 -4.5l0 -9l8 -4.5', 'M12 12l8 -4.5', 'M12 12l0 9', 'M12 12l-8 -4.5'],
};

/** Cytoscape's node shape for each type. */
export const NODE_SHAPES = {
  Person: 'ellipse',
  Group: 'ellipse',
  Gang: 'hexagon',
  Agency: 'round-rectangle',
  Organization: 'round-rectangle',
  Country: 'pentagon',
  Place: 'tag',
  Plot: 'diamond',
  Event: 'ellipse',
  Case: 'tag',
  Measure: 'tag',
  Item: 'rectangle',
} as const satisfies Readonly<Record<EntityType, string>>;

/**
 * Size of the icon in a node of that shape, in percent, and the position of its centre: a tag is pointed on the right, a pentagon and a diamond have narrow
 * ends.
 */
export const ICON_BOXES: Readonly<Record<(typeof NODE_SHAPES)[EntityType], { size: number; middle: number }>> = {
  ellipse: { size: 55, middle: 0.5 },
  hexagon: { size: 46, middle: 0.5 },
  'round-rectangle': { size: 55, middle: 0.5 },
  pentagon: { size: 46, middle: 0.5 },
  tag: { size: 48, middle: 0.44 },
  diamond: { size: 48, middle: 0.5 },
  rectangle: { size: 55, middle: 0.5 },
};

const DRAWN = new Map<string, string>();

/** The icon in one colour, as an image that the canvas can draw. */
export function iconImage(type: EntityType, colour: string): string {
  const key = `${type} ${colour}`;
  const known = DRAWN.get(key);
  if (known !== undefined) return known;
  const paths = ICON_PATHS[type].map((d) => `<path d="${d}"/>`).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 24 24" fill="none" stroke="${colour}" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">${paths}</svg>`;
  const image = `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
  DRAWN.set(key, image);
  return image;
}
