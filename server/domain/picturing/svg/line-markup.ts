/** A line of the picture as SVG: its way with rounded corners, its pattern, arrows, and the marks in its middle. */
import type { Palette } from '../look/palette.ts';
import { DASHES } from '../look/palette.ts';
import type { Corner, Rectangle } from '../picture.ts';
import { written } from './typeset.ts';

/** Colours as they are written: of a scheme, or names that a page gives. */
export type Colours = Readonly<Record<keyof Omit<Palette, 'standing'>, string>> & { standing: readonly string[] };
/** What a line shows. */
export interface LineLook {
  width: number;
  /** As `claim-lines.ts` gives them. */
  classes: readonly string[];
}
const CORNER = 8;

const at = ([x, y]: Corner): string => `${written(x)} ${written(y)}`;
const lengthOf = ([ax, ay]: Corner, [bx, by]: Corner): number => Math.hypot(bx - ax, by - ay);
const towards = ([ax, ay]: Corner, [bx, by]: Corner, by_: number): Corner => {
  const length = Math.hypot(bx - ax, by - ay) || 1;
  return [ax + ((bx - ax) * by_) / length, ay + ((by - ay) * by_) / length];
};

/** The way as the data of a path. */
export function wayOf(points: readonly Corner[]): string {
  const [first, ...rest] = points;
  let d = `M${at(first!)}`;
  for (const [i, corner] of rest.entries()) {
    const [before, next] = [points[i]!, rest[i + 1]];
    if (!next) {
      d += `L${at(corner)}`;
      break;
    }
    const radius = Math.min(CORNER, lengthOf(before, corner) / 2, lengthOf(corner, next) / 2);
    d += `L${at(towards(corner, before, radius))}Q${at(corner)} ${at(towards(corner, next, radius))}`;
  }
  return d;
}

/** Shares of a way at which its mark is tried: the middle first. */
const MARK_AT = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8];
const MARK_REACH = 6;

interface Spot {
  point: Corner;
  /** The direction of the way there, in degrees. */
  turn: number;
}
function spotAt(points: readonly Corner[], share: number): Spot {
  const lengths = points.slice(1).map((point, i) => lengthOf(points[i]!, point));
  let left = lengths.reduce((sum, n) => sum + n, 0) * share;
  for (const [i, length] of lengths.entries()) {
    if (left <= length || i === lengths.length - 1) {
      const [a, b] = [points[i]!, points[i + 1]!];
      return { point: towards(a, b, left), turn: (Math.atan2(b[1] - a[1], b[0] - a[0]) * 180) / Math.PI };
    }
    left -= length;
  }
  return { point: points[0]!, turn: 0 };
}

/** Where the mark of a way is seen: the middle, or near it where a text stands there. */
function markSpot(points: readonly Corner[], texts: readonly Rectangle[]): Spot {
  const isFree = ({ point: [x, y] }: Spot): boolean =>
    !texts.some((box) => x > box.x - MARK_REACH && x < box.x + box.width + MARK_REACH && y > box.y - MARK_REACH && y < box.y + box.height + MARK_REACH);
  return MARK_AT.map((share) => spotAt(points, share)).find(isFree) ?? spotAt(points, 0.5);
}

/** Without its last `by` units, or less where its last stretch is shorter. */
function shortened(points: readonly Corner[], by: number): Corner[] {
  const [before, last] = [points.at(-2)!, points.at(-1)!];
  return [...points.slice(0, -1), towards(last, before, Math.min(by, lengthOf(before, last) * 0.8))];
}

interface ArrowLook {
  colour: string;
  hollow: boolean;
  paper: string;
  length: number;
}
function arrowMarkup(points: readonly Corner[], { colour, hollow, paper, length }: ArrowLook): string {
  const [before, tip] = [points.at(-2)!, points.at(-1)!];
  const base = towards(tip, before, length);
  const [dx, dy] = [(tip[0] - base[0]) * 0.45, (tip[1] - base[1]) * 0.45];
  const d = `M${at(tip)}L${at([base[0] - dy, base[1] + dx])}L${at([base[0] + dy, base[1] - dx])}Z`;
  return hollow ? `<path d="${d}" fill="${paper}" stroke="${colour}" stroke-width="1.2"/>` : `<path d="${d}" fill="${colour}"/>`;
}

const rankIn = (classes: readonly string[], begin: string): number | undefined => {
  const one = classes.find((name) => name.startsWith(begin) && /\d$/.test(name));
  return one === undefined ? undefined : Number(one.slice(begin.length));
};

/** A line that is no claim: neutral, without arrows. */
export function neutralMarkup(points: readonly Corner[], colour: string, width = 1.5): string {
  return points.length < 2 ? '' : `<path d="${wayOf(points)}" fill="none" stroke="${colour}" stroke-width="${width}"/>`;
}

/**
 * @param how.scale of arrows and marks: less for the sample of a line
 * @param how.texts that stand over the line
 */
export function lineMarkup(
  points: readonly Corner[],
  { width, classes }: LineLook,
  c: Colours,
  { scale = 1, texts = [] }: { scale?: number; texts?: readonly Rectangle[] } = {},
): string {
  if (points.length < 2) return '';
  const rank = rankIn(classes, 'rank-') ?? -1;
  const colour = rank < 0 ? c.muted : c.standing[rank]!;
  const drawn = rank < 0 ? 1 : width;
  const length = (7 + 1.6 * drawn) * scale;
  const tail = classes.includes('back');
  const start = tail ? shortened(points.toReversed(), length * 0.9).toReversed() : points;
  const body = shortened(start, length * 0.9);
  const dash = rank < 0 ? [] : DASHES[rank]!;
  const dashes = dash.length > 0 ? ` stroke-dasharray="${dash.map((n) => written(n * (scale < 1 ? 0.6 : 1))).join(' ')}"` : '';
  const way = wayOf(body);
  const out: string[] = [];
  if (classes.includes('bundle') && scale === 1)
    out.push(`<path d="${way}" fill="none" stroke="${c.muted}" stroke-opacity="0.22" stroke-width="${written(drawn + 6)}" stroke-linecap="round"/>`);
  out.push(`<path d="${way}" fill="none" stroke="${colour}" stroke-width="${drawn}"${dashes}/>`);
  out.push(arrowMarkup(points, { colour, hollow: classes.includes('hollow'), paper: c.paper, length }));
  if (tail) {
    const back = rankIn(classes, 'back-');
    const look = { colour: back === undefined ? c.muted : c.standing[back]!, hollow: classes.includes('back-hollow'), paper: c.paper, length };
    out.push(arrowMarkup(points.toReversed(), look));
  }
  const { point, turn } = markSpot(points, texts);
  const mark = `transform="translate(${at(point)}) rotate(${written(turn)})"`;
  if (rank < 0) out.push(`<path ${mark} d="M-4 -4L4 4M-4 4L4 -4" stroke="${c.danger}" stroke-width="2" fill="none"/>`);
  if (classes.includes('uncertain') && scale === 1) out.push(`<path ${mark} d="M-6 0L0 -4L6 0L0 4Z" fill="${c.paper}" stroke="${colour}" stroke-width="1.2"/>`);
  if (classes.includes('contested')) out.push(`<circle cx="${written(point[0])}" cy="${written(point[1])}" r="${written(4.5 * scale)}" fill="${c.warning}"/>`);
  return out.join('');
}
