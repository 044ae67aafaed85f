/** Draws a placed picture as SVG: what the window draws of it through Cytoscape. Pure. */
import { xmlText } from '../../model/xml.ts';
import type { ClaimLine } from '../drawn/claim-lines.ts';
import { iconMarkup, marksMarkup } from '../look/body-marks.ts';
import { outlineStart, outlineTowards } from '../look/body-shapes.ts';
import type { DrawnWords } from '../picture-words.ts';
import type { Corner, ListFrame, Picture, PlacedBox, RoutedLine, Tag, TextRow } from '../picture.ts';
import type { DescribedClaim, DescribedNode } from './described-picture.ts';
import { type Colours, lineMarkup, neutralMarkup, wayOf } from './line-markup.ts';
import { textMarkup, type Typesetter, written } from './typeset.ts';

/** What of the records a part of the drawing stands for. */
export type Part = { entity: string } | { fold: readonly string[] } | { claims: readonly string[] };
export interface NetworkToDraw {
  picture: Picture;
  nodes: readonly DescribedNode[];
  claims: readonly DescribedClaim[];
  /** By join. */
  lines: ReadonlyMap<string, ClaimLine>;
  words: DrawnWords;
  colours: Colours;
  typesetter: Typesetter;
  /** A part with its words, in an element of its own: a page can make it one that is chosen. */
  part: (of: Part, label: string, markup: string) => string;
  /** Whether lines can be pointed at: they are then wider than they are seen. */
  isPointedAt?: boolean;
}

const NAME = { face: 'sans', size: 12.5, weight: 500 } as const;
const SMALL = { face: 'sans', size: 11, weight: 400 } as const;
const BOLD = { face: 'sans', size: 11, weight: 600 } as const;
const ROW = 14;
const PREDICATE_ROW = 13;
const SAMPLE = { width: 22, gap: 6 };
/** From the middle of a row to its baseline, as a share of its size. */
const BASELINE = 0.36;
/** Width at which a line can be pointed at. */
const REACH = 12;
/** Between the outline of a body and a line that ends at it. */
const CLEAR = 2;

/** The claims that a line stands for. */
export const claimsOf = (line: ClaimLine | undefined): string[] => (line ? (line.strands?.map(({ claim }) => claim) ?? [line.claim]) : []);

/** A part that is not made to be chosen: named by its title alone. */
export const titledPart: NetworkToDraw['part'] = (_of, label, markup) => `<g role="graphics-symbol"><title>${xmlText(label)}</title>${markup}</g>`;

export function drawNetwork({ picture, nodes, claims, lines, words, colours: c, typesetter, part, isPointedAt = false }: NetworkToDraw): string {
  const node = new Map(nodes.map((one) => [one.id, one]));
  const boxes = new Map(picture.boxes.map((box) => [box.id, box]));
  const alike = new Map(picture.folds.filter(({ why }) => why === 'alike').map((fold) => [fold.box, fold]));
  const contested = new Set(claims.filter((claim) => claim.contested).flatMap(({ subject, object }) => [subject, object]));
  const lookOf = (joins: readonly string[]): ClaimLine | undefined => lines.get(joins.find((id) => lines.has(id)) ?? '');
  const allClaims = (joins: readonly string[]): string[] => joins.flatMap((id) => claimsOf(lines.get(id)));
  const texts = picture.lines.flatMap(({ predicate: at }) =>
    at ? [{ x: at.x - at.width / 2, y: at.y - at.height / 2, width: at.width, height: at.height }] : [],
  );
  const sentences = new Map(claims.map(({ id, sentence }) => [id, sentence]));
  /** What a line says is told as firmly as its claims came by, and no firmer. */
  const saidBy = (ids: readonly string[]): string => ids.flatMap((id) => sentences.get(id) ?? []).join(' ');
  const ofClaims = (joins: readonly string[], markup: string): string => {
    const ids = allClaims(joins);
    return part({ claims: ids }, saidBy(ids), markup);
  };
  const nameOf = (id: string): string => node.get(id)?.name ?? '';

  /** A row from its left end, with its middle at `y`. */
  const row = (text: string, x: number, y: number, style: typeof NAME | typeof SMALL | typeof BOLD, fill: string): string =>
    textMarkup(text, x, y + style.size * BASELINE, { ...style, fill }, typesetter);

  const reachMarkup = (points: readonly Corner[]): string =>
    isPointedAt && points.length > 1 ? `<path class="reach" d="${wayOf(points)}" fill="none" stroke="transparent" stroke-width="${REACH}"/>` : '';

  /** Where a line ends at the body itself: not where a name stands between. */
  function joined(points: readonly Corner[], box: PlacedBox, end: 'first' | 'last'): Corner[] {
    const ordered = end === 'first' ? [...points] : points.toReversed();
    const [x, y] = ordered[0]!;
    const { body } = box;
    const reach = body.size / 2 + 8;
    if (Math.abs(x - body.x) > reach || Math.abs(y - body.y) > reach || box.frame !== undefined) return [...points];
    const before = ordered[1] ?? ordered[0]!;
    const [ox, oy] = outlineTowards(box.type, { ...body, size: body.size + 2 * CLEAR }, [x, y]);
    // The end turns to the middle of the body only where the way does not lead there already.
    const straight = Math.abs((before[0] - body.x) * (y - body.y) - (before[1] - body.y) * (x - body.x)) < 1;
    const out: Corner[] = straight ? [[ox, oy], ...ordered.slice(1)] : [[ox, oy], ...ordered];
    return end === 'first' ? out : out.reverse();
  }

  function bodyMarkup(box: PlacedBox): string {
    const { body, type } = box;
    const one = node.get(box.id);
    const several = alike.has(box.id) || (one?.aggregate ?? false);
    const vague = one !== undefined && (one.unnamed || one.generic || one.unresolved);
    const ink = type === 'Plot' ? c.danger : c.ink;
    const dash = one?.unsure ? ' stroke-dasharray="1.5 3"' : vague ? ' stroke-dasharray="4 3"' : '';
    const width = one?.unsure ? 2.5 : 1.5;
    const scale = body.size / 100;
    const marks = new Map<string, undefined>();
    if (contested.has(box.id)) marks.set('contested', undefined);
    if (one && (one.unsure || one.unresolved)) marks.set('unsure', undefined);
    if (one?.generic) marks.set('generic', undefined);
    return [
      `${outlineStart(type, body)} fill="${c.surface}" stroke="${ink}" stroke-width="${width}"${dash}/>`,
      ...(several || type === 'Event' ? [`${outlineStart(type, body, 3)} fill="none" stroke="${ink}" stroke-width="1"/>`] : []),
      `<g transform="translate(${written(body.x - body.size / 2)} ${written(body.y - body.size / 2)}) scale(${written(scale)})">${iconMarkup(type, c)}${marksMarkup(marks, c)}</g>`,
    ].join('');
  }

  function nameMarkup(box: PlacedBox): string {
    const rows = box.name.rows.map((one: TextRow, i) => {
      const left = picture.form === 'row' ? box.name.x : box.name.x - one.width / 2;
      return row(one.text, left, box.name.y + i * ROW + ROW / 2, NAME, alike.has(box.id) ? c.accent : c.ink);
    });
    return rows.join('');
  }

  function boxMarkup(box: PlacedBox): string {
    const fold = alike.get(box.id);
    const one = node.get(box.id);
    const label = fold ? fold.text : `${one?.name ?? ''}, ${words.type[box.type]}`;
    const of: Part = fold ? { fold: fold.members } : { entity: box.id };
    const near = box.fold && picture.folds.find(({ id }) => id === box.fold!.id);
    return [
      part(of, label, bodyMarkup(box) + nameMarkup(box)),
      ...box.tags.map((tag) => tagMarkup(tag)),
      ...(box.fold && near
        ? [part({ fold: near.members }, near.members.map(nameOf).join(', '), row(box.fold.text, box.fold.x, box.fold.y, BOLD, c.accent))]
        : []),
    ].join('');
  }

  function tagMarkup(tag: Tag): string {
    const look = lookOf(tag.joins);
    if (!look) return '';
    if (tag.kind === 'more') return ofClaims(tag.joins, row(tag.text, tag.x, tag.y, SMALL, c.second));
    const right = tag.x + SAMPLE.width;
    const open = tag.kind === 'open';
    const left = open ? tag.x + 7 : tag.x;
    const points: Corner[] = [
      [left, tag.y],
      [right, tag.y],
    ];
    const sample = lineMarkup(tag.outwards ? points.toReversed() : points, { width: look.width, classes: look.classes.filter((one) => one !== 'back') }, c, {
      scale: 0.7,
    });
    const ring = open ? `<circle cx="${written(tag.x + 3.5)}" cy="${written(tag.y)}" r="3.5" fill="${c.paper}" stroke="${c.muted}" stroke-width="1.5"/>` : '';
    return ofClaims(tag.joins, sample + ring + row(tag.text, right + SAMPLE.gap, tag.y, SMALL, c.second));
  }

  function frameMarkup(frame: ListFrame): string {
    const stubs = frame.stubs.map(({ joins, points }) => {
      const look = lookOf(joins);
      if (!look) return '';
      return ofClaims(joins, lineMarkup(points, look, c) + reachMarkup(points));
    });
    return [
      `<rect x="${written(frame.x)}" y="${written(frame.y)}" width="${written(frame.width)}" height="${written(frame.height)}" rx="8" fill="${c.sunken}" stroke="${c.line}"/>`,
      ...frame.headings.map((heading) =>
        row(heading.members.length > 1 ? words.heading(heading.text, heading.members.length) : heading.text, heading.x, heading.y, SMALL, c.second),
      ),
      ...frame.trunks.map((points) => neutralMarkup(points, c.muted)),
      ...stubs,
    ].join('');
  }

  function wayMarkup(line: RoutedLine): { way: string; text: string } {
    const look = lookOf(line.joins);
    const [from, to] = [boxes.get(line.from), boxes.get(line.to)];
    if (!look || !from || !to) return { way: '', text: '' };
    const points = joined(joined(line.points, from, 'first'), to, 'last');
    if (line.kind === 'held') return { way: neutralMarkup(points, c.muted, 1), text: '' };
    // The way leads as its first join does; the firmest claim of a bundle may run the other way.
    const way = look.source === line.to && look.target === line.from ? points.toReversed() : points;
    const { predicate } = line;
    const written_ = predicate ? predicateMarkup(predicate, look.classes.includes('bundle')) : '';
    return { way: ofClaims(line.joins, lineMarkup(way, look, c, { texts }) + reachMarkup(way)), text: written_ };
  }

  function predicateMarkup({ rows, x, y, width, height }: NonNullable<RoutedLine['predicate']>, bold: boolean): string {
    const ground = `<rect x="${written(x - width / 2)}" y="${written(y - height / 2)}" width="${written(width)}" height="${written(height)}" fill="${c.paper}"/>`;
    const top = y - (rows.length * PREDICATE_ROW) / 2;
    return ground + rows.map((one, i) => row(one.text, x - one.width / 2, top + i * PREDICATE_ROW + PREDICATE_ROW / 2, bold ? BOLD : SMALL, c.second)).join('');
  }

  const headings = picture.lanes.map(({ text, x, y, width, height }) =>
    [
      row(text, x, y + height / 2 - 2, BOLD, c.muted),
      neutralMarkup(
        [
          [x, y + height],
          [x + width, y + height],
        ],
        c.muted,
      ),
    ].join(''),
  );
  const ways = picture.lines.map(wayMarkup);
  return [
    ...headings,
    ...picture.frames.map(frameMarkup),
    ...picture.rails.map(({ points }) => neutralMarkup(points, c.muted)),
    ...ways.map(({ way }) => way),
    ...ways.map(({ text }) => text),
    ...picture.boxes.map(boxMarkup),
  ]
    .filter((markup) => markup !== '')
    .join('\n');
}
