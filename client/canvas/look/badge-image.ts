/** The icon of a node with its marks around it, as one image, which is faster to draw than five. */
import type { EntityType } from '../../../server/domain/model/lists.ts';
import { iconMarkup, marksMarkup, MOST_COUNTED } from '../../../server/domain/picturing/look/body-marks.ts';
import { INK_BEFORE, PALETTES, type Scheme } from '../../../server/domain/picturing/look/palette.ts';

/** A node of the drawing that has marks. */
export interface BadgedNode {
  data: { (key: 'type'): EntityType; (key: 'badges'): string };
}

/** The image is this many times as wide as the node, which is in its middle. */
export const BADGED_SCALE = 1.8;
const SIDE = 100 * BADGED_SCALE;
const EDGE = (SIDE - 100) / 2;

const DRAWN = new Map<string, string>();

/**
 * The image for a type with its marks.
 * @param badges the marks by name, with a number after a colon: "more:5 contested"
 * @param numbers false where a number would be too small to read: a plus is shown instead, and nodes share few images
 */
export function badgedImage(type: EntityType, badges: string, scheme: Scheme, numbers = true): string {
  // Numbers above the highest shown look the same and share one image.
  const asked = new Map(
    badges.split(' ').map((badge) => {
      const [name = '', n] = badge.split(':');
      return [name, numbers ? Math.min(Number(n ?? 0), MOST_COUNTED + 1) : undefined] as const;
    }),
  );
  const key = `${scheme} ${type} ${[...asked].join(' ')}`;
  const known = DRAWN.get(key);
  if (known !== undefined) return known;
  const c = PALETTES[scheme];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}" viewBox="${-EDGE} ${-EDGE} ${SIDE} ${SIDE}">${iconMarkup(type, c)}${marksMarkup(asked, c)}${differenceMarkup(asked, scheme)}</svg>`;
  const image = `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
  DRAWN.set(key, image);
  return image;
}

/** A plus or a minus at the upper right, for an entity that only one of two states has. */
function differenceMarkup(asked: ReadonlyMap<string, unknown>, scheme: Scheme): string {
  const { accent, surface } = PALETTES[scheme];
  const [x, y] = [89, 11];
  const disc = (fill: string, sign: string) =>
    `<circle cx="${x}" cy="${y}" r="19" fill="${fill}"/><path d="${sign}" stroke="${surface}" stroke-width="5" stroke-linecap="round"/>`;
  if (asked.has('gained')) return disc(accent, `M${x - 9} ${y}h18M${x} ${y - 9}v18`);
  return asked.has('lost') ? disc(INK_BEFORE[scheme], `M${x - 9} ${y}h18`) : '';
}
