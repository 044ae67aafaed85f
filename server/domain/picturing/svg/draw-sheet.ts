/** Draws the sheet of a picture as one SVG: for print with title, legend and the lines that every export prints, or the figure alone with its legend. Pure. */
import { xmlElement, xmlText } from '../../model/xml.ts';
import type { ClaimLine } from '../drawn/claim-lines.ts';
import { DASHES, PALETTES, widthOf } from '../look/palette.ts';
import { DRAWN_WORDS, SHEET_WORDS } from '../picture-words.ts';
import type { Picture, Rectangle } from '../picture.ts';
import { BASELINE, GAP, LEGEND, layOutPages, legendRows, PAGE, type PageSample, SAMPLE_WIDTH } from '../sheet/lay-out-pages.ts';
import { legendEntries } from '../sheet/legend.ts';
import type { DescribedPicture } from './described-picture.ts';
import { drawNetwork, type NetworkToDraw, titledPart } from './draw-network.ts';
import type { Colours } from './line-markup.ts';
import { textMarkup, type Typesetter, written } from './typeset.ts';

export interface SheetToDraw {
  described: DescribedPicture;
  picture: Picture;
  /** By join. */
  lines: ReadonlyMap<string, ClaimLine>;
  typesetter: Typesetter;
  /** Rules of the fonts that are part of the file; asked for after everything was drawn. */
  fontRules: () => string;
}
/** A page of paper in mm by the share of A4 by which it is wider. */
const PAPERS = [
  { width: 297, height: 210 },
  { width: 420, height: 297 },
  { width: 594, height: 420 },
] as const;
/** Least size of a name in print, in points, for which a larger paper is taken. */
const LEAST_POINTS = 5.5;
const POINTS_PER_MM = 72 / 25.4;
const NAME_UNITS = 12.5;
/** Around a figure, and between it and its legend, in units of the picture. */
const MARGIN = 14;
/** A unit of the picture in dots of the legend. */
const LEGEND_SCALE = 1 / 3;
const FOOTER = { face: 'sans', size: 24, weight: 400 } as const;

const LIGHT: Colours = PALETTES.light;

function sampleMarkup({ kind, x, y }: PageSample, c: Colours): string {
  const middle = x + SAMPLE_WIDTH / 2;
  const line = (colour: string, width: number, dash: readonly number[] = []): string =>
    xmlElement('path', {
      d: `M${written(x)} ${written(y)}h${SAMPLE_WIDTH}`,
      stroke: colour,
      'stroke-width': width,
      fill: 'none',
      'stroke-dasharray': dash.length > 0 ? dash.map((n) => n * 2).join(' ') : undefined,
    });
  const disc = (r: number, fill: string, stroke?: string): string =>
    xmlElement('circle', { cx: written(middle), cy: written(y), r, fill, stroke, 'stroke-width': stroke === undefined ? undefined : 4 });
  if ('width' in kind) return line(c.standing[6]!, kind.width === 0 ? 2 : widthOf(kind.width) * 2);
  if ('rank' in kind) {
    if (kind.rank >= 0) return line(c.standing[kind.rank]!, 5, DASHES[kind.rank]);
    const cross = xmlElement('path', { d: `M${middle - 10} ${y - 10}l20 20m0 -20l-20 20`, stroke: c.danger, 'stroke-width': 4, fill: 'none' });
    return line(c.muted, 2) + cross;
  }
  if (kind.mark === 'contested') return line(c.muted, 4) + disc(13, c.warning);
  if (kind.mark === 'open') return line(c.muted, 4) + disc(12, c.paper, c.muted);
  const arrow = `M${x + SAMPLE_WIDTH} ${y}l-26 -13v26Z`;
  return line(c.muted, 4) + xmlElement('path', { d: arrow, fill: c.paper, stroke: c.muted, 'stroke-width': 4 });
}

/** The words of the picture at its head, for whoever cannot see it. */
const described = ({ title, alt }: Pick<DescribedPicture, 'title' | 'alt'>): string =>
  `<title id="attest-title">${xmlText(title)}</title><desc id="attest-desc">${xmlText(alt)}</desc>`;

const root = (attributes: Record<string, string>, content: string): string =>
  `${xmlElement('svg', { xmlns: 'http://www.w3.org/2000/svg', ...attributes, 'xml:lang': 'en' }, `\n${content}\n`)}\n`;
const READ = { role: 'graphics-document', 'aria-labelledby': 'attest-title', 'aria-describedby': 'attest-desc' };

const network = ({ described: of, picture, lines, typesetter }: SheetToDraw, colours: Colours, part?: NetworkToDraw['part']): string =>
  drawNetwork({
    picture,
    nodes: of.nodes,
    claims: of.claims,
    lines,
    words: DRAWN_WORDS,
    colours,
    typesetter,
    part: part ?? titledPart,
    isPointedAt: part !== undefined,
  });

function boundsOf({ bounds }: Picture): Rectangle {
  return { x: bounds.x - MARGIN, y: bounds.y - MARGIN, width: Math.max(bounds.width, 1) + 2 * MARGIN, height: Math.max(bounds.height, 1) + 2 * MARGIN };
}

/** What a fold stands for, and what a line says for whose words there was no room: told below the picture, because on paper nothing can be pointed at. */
export function untoldLines({ picture, described: { nodes } }: Pick<SheetToDraw, 'picture' | 'described'>): string[] {
  const nameOf = new Map(nodes.map(({ id, name }) => [id, name]));
  const named = (ids: readonly string[]): string => ids.map((id) => nameOf.get(id) ?? '').join('; ');
  const cut = picture.boxes.filter(({ kind, name }) => kind === 'entity' && name.cut);
  const bare = picture.lines.filter(({ text, predicate }) => text !== '' && !predicate);
  return [
    ...picture.folds.map(({ text, members }) => `Drawn as one (${text.replace(/:.*/u, '').replace(/^\+ /, '')}): ${named(members)}.`),
    ...(cut.length === 0 ? [] : [`Names in full: ${cut.map(({ name }) => name.whole).join('; ')}.`]),
    ...(bare.length === 0
      ? []
      : [
          `Lines without room for their words: ${bare.map(({ from, to, text }) => `${nameOf.get(from) ?? ''} – ${text} – ${nameOf.get(to) ?? ''}`).join('; ')}.`,
        ]),
  ];
}

/** The sheet for print: a page of A4 in landscape, or more where many lines are printed; on larger paper where names would be too small. */
export function drawSheet(sheet: SheetToDraw): { svg: string; width: number } {
  const { described: of, picture, typesetter } = sheet;
  const bounds = boundsOf(picture);
  const printed = [...of.printed, ...untoldLines(sheet)];
  const pages = layOutPages({
    text: { title: of.title, notes: [], printed, legend: legendEntries(of.claims, SHEET_WORDS) },
    drawing: bounds,
    measure: typesetter.measure,
    mirrored: false,
    words: SHEET_WORDS,
  });
  const scale = pages.drawing.width / bounds.width;
  const paper = PAPERS.find(({ width }) => (NAME_UNITS * scale * width * POINTS_PER_MM) / PAGE.width >= LEAST_POINTS) ?? PAPERS.at(-1)!;
  const { x, y } = pages.drawing;
  const digest = `SHA-256 of the own JSON of what is shown: ${of.digest}`;
  const parts = [
    `<rect width="${PAGE.width}" height="${pages.height}" fill="${LIGHT.paper}"/>`,
    ...pages.rows.map((row) =>
      textMarkup(row.text, row.fromRight ? row.x - row.width : row.x, row.y, { ...row.style, fill: LIGHT[row.style.ink] }, typesetter),
    ),
    ...pages.samples.map((sample) => sampleMarkup(sample, LIGHT)),
    `<g transform="translate(${written(x)} ${written(y)}) scale(${Math.round(scale * 10_000) / 10_000}) translate(${written(-bounds.x)} ${written(-bounds.y)})">`,
    network(sheet, LIGHT),
    '</g>',
    textMarkup(digest, PAGE.margin, pages.height - PAGE.margin / 4, { ...FOOTER, fill: LIGHT.muted }, typesetter),
  ];
  const size = { width: `${paper.width}mm`, height: `${paper.height * pages.count}mm`, viewBox: `0 0 ${PAGE.width} ${pages.height}` };
  const svg = root({ ...size, ...READ }, `${described(of)}\n${sheet.fontRules()}\n${parts.filter((part) => part !== '').join('\n')}`);
  return { svg, width: Math.round((PAGE.width * paper.width) / PAPERS[0].width) };
}

export interface Figure {
  svg: string;
  /** In units of the picture. */
  width: number;
  height: number;
}

/** The legend of a figure, in rows, and how large the figure is with it. */
function measuredFigure({ described: of, picture, typesetter }: SheetToDraw) {
  const bounds = boundsOf(picture);
  const width = Math.max(bounds.width, 300);
  const rows = legendRows(legendEntries(of.claims, SHEET_WORDS), typesetter.measure(LEGEND.face), SHEET_WORDS, (width - 2 * MARGIN) / LEGEND_SCALE);
  return { bounds, rows, width, height: bounds.height + (rows.length === 0 ? 0 : rows.length * LEGEND.row * LEGEND_SCALE + MARGIN) };
}

/** In units of the picture. */
export function figureSize(sheet: SheetToDraw): Pick<Figure, 'width' | 'height'> {
  const { width, height } = measuredFigure(sheet);
  return { width, height };
}

/**
 * The picture with its legend, without title and printed lines, for a page that has them.
 * @param how.colours other than those of print
 * @param how.part makes parts of it that can be chosen
 */
export function drawFigure(sheet: SheetToDraw, how: { colours?: Colours; part?: NetworkToDraw['part']; role?: Record<string, string> } = {}): Figure {
  const { described: of, typesetter } = sheet;
  const c = how.colours ?? LIGHT;
  const { bounds, rows, width, height } = measuredFigure(sheet);
  const legend = rows.flatMap((items, n) =>
    items.flatMap((item) => [
      sampleMarkup({ kind: item.kind, x: item.x, y: n * LEGEND.row + LEGEND.row / 2 }, c),
      textMarkup(item.text, item.x + SAMPLE_WIDTH + GAP.sample, n * LEGEND.row + LEGEND.row * BASELINE, { ...LEGEND, fill: c.second }, typesetter),
    ]),
  );
  const parts = [
    `<rect width="${written(width)}" height="${written(height)}" fill="${c.paper}"/>`,
    `<g transform="translate(${written((width - bounds.width) / 2 - bounds.x)} ${written(-bounds.y)})">`,
    network(sheet, c, how.part),
    '</g>',
    `<g transform="translate(${MARGIN} ${written(bounds.height)}) scale(${Math.round(LEGEND_SCALE * 10_000) / 10_000})">${legend.join('')}</g>`,
  ];
  const size = { viewBox: `0 0 ${written(width)} ${written(height)}`, width: written(width), height: written(height) };
  return { svg: root({ ...size, ...(how.role ?? READ) }, `${described(of)}\n${sheet.fontRules()}\n${parts.join('\n')}`), width, height };
}
