/** The icon of an entity and its marks, as parts of an SVG around a body of 100. */
import type { EntityType } from '../../model/lists.ts';
import type { Palette } from './palette.ts';
import { ICON_BOXES, ICON_PATHS, NODE_SHAPES } from './type-shapes.ts';

/** Most claims that a mark counts. */
export const MOST_COUNTED = 99;

/** A scheme, or names of colours that a page gives. */
export type Colours = Readonly<Record<keyof Omit<Palette, 'standing'>, string>>;

/** Width of the icon in a node of 100, and its left edge. */
export function iconBox(type: EntityType): { size: number; left: number } {
  const { size, middle } = ICON_BOXES[NODE_SHAPES[type]];
  return { size, left: (100 - size) * middle };
}

/** Position of each mark on a node of 100: claims not drawn upper right, contested lower right, identity lower left, kind upper left, fixed on top. */
const AT = { more: [89, 11], contested: [89, 89], unsure: [11, 89], generic: [11, 11], pin: [50, -8] } as const;
const R = 18;

function ring(c: Colours, [x, y]: readonly [number, number], stroke: string, fill: string = c.surface): string {
  return `<circle cx="${x}" cy="${y}" r="${R}" fill="${fill}" stroke="${stroke}" stroke-width="4"/>`;
}
function letters(text: string, x: number, y: number, size: number, fill: string): string {
  return `<text x="${x}" y="${y + size * 0.36}" font-family="Inter, Helvetica, Arial, sans-serif" font-size="${size}" font-weight="700" fill="${fill}" text-anchor="middle">${text}</text>`;
}

const MARKS: Readonly<Record<keyof typeof AT, (c: Colours, n: number | undefined) => string>> = {
  more(c, n) {
    const [x, y] = AT.more;
    if (n === undefined)
      return `${ring(c, AT.more, c.accent)}<path d="M${x - 8} ${y}h16M${x} ${y - 8}v16" stroke="${c.accent}" stroke-width="5" stroke-linecap="round"/>`;
    const text = n > MOST_COUNTED ? `${MOST_COUNTED}+` : `+${n}`;
    const width = 22 + text.length * 12;
    return `<rect x="${x - 16}" y="${y - R}" width="${width}" height="${2 * R}" rx="${R}" fill="${c.surface}" stroke="${c.accent}" stroke-width="4"/>${letters(text, x - 16 + width / 2, y, 24, c.accent)}`;
  },
  contested(c) {
    const [x, y] = AT.contested;
    return `${ring(c, AT.contested, c.warning, c.warningTint)}<path d="M${x} ${y - 9}v10M${x} ${y + 8}v1" stroke="${c.warning}" stroke-width="5" stroke-linecap="round"/>`;
  },
  unsure(c) {
    const [x, y] = AT.unsure;
    return `${ring(c, AT.unsure, c.second)}<path d="M${x - 6} ${y - 4}a6 6 0 1 1 8 6q-2 1 -2 3M${x} ${y + 10}v1" fill="none" stroke="${c.second}" stroke-width="4.5" stroke-linecap="round"/>`;
  },
  generic(c) {
    const [x, y] = AT.generic;
    return `${ring(c, AT.generic, c.second)}<path d="M${x - 9} ${y + 2}c4-8 7-6 9-2s5 6 9-2" fill="none" stroke="${c.second}" stroke-width="4" stroke-linecap="round"/>`;
  },
  pin(c) {
    const [x, y] = AT.pin;
    return `<circle cx="${x}" cy="${y}" r="10" fill="${c.ink}" stroke="${c.surface}" stroke-width="3"/><path d="M${x} ${y + 10}v11" stroke="${c.ink}" stroke-width="4" stroke-linecap="round"/>`;
  },
};
const NAMES = ['more', 'contested', 'unsure', 'generic', 'pin'] as const;

/** @param marks with the number that a mark shows */
export function marksMarkup(marks: ReadonlyMap<string, number | undefined>, c: Colours): string {
  return NAMES.map((name) => (marks.has(name) ? MARKS[name](c, marks.get(name)) : '')).join('');
}

export function iconMarkup(type: EntityType, c: Colours): string {
  const { size, left } = iconBox(type);
  const icon = ICON_PATHS[type].map((d) => `<path d="${d}"/>`).join('');
  return `<g transform="translate(${left} ${(100 - size) / 2}) scale(${size / 24})" fill="none" stroke="${type === 'Plot' ? c.danger : c.ink}" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">${icon}</g>`;
}
