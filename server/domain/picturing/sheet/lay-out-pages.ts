/**
 * Where everything stands on the pages of a printed picture: head, drawing, legend, and below them in columns the lines that every export prints. What has no room
 * in the last third of the first page stands on further ones; what has none there either is counted, and left to the dossier. Pure. Lengths are dots.
 */
import type { Measure, Rectangle } from '../picture.ts';
import { readsFromRight } from '../plan/text-direction.ts';
import { textRows } from '../plan/text-rows.ts';
import type { SheetWords } from '../picture-words.ts';
import type { Face } from '../svg/typeset.ts';
import type { LegendEntry } from './legend.ts';

/** A4 landscape at 300 dots per inch. */
export const PAGE = { width: 3508, height: 2480, margin: 150 };
export const MOST_PAGES = 4;
/** Most of a page that the printed lines below the drawing take. */
export const MOST_BELOW = 1 / 3;

export interface Style {
  face: Face;
  size: number;
  weight: number;
  ink: 'ink' | 'second';
  /** From row to row. */
  row: number;
}
/** A row of text. `y` is its baseline; `x` is its left end, or its right end where it is read from there. */
export interface PageRow {
  text: string;
  x: number;
  y: number;
  width: number;
  fromRight: boolean;
  style: Style;
}
export type SampleKind = LegendEntry['sample'] | { width: number };
/** The sample of a line before its words, as high as a row and with its middle at `y`. */
export interface PageSample {
  kind: SampleKind;
  x: number;
  y: number;
}
export interface PageText {
  title: string;
  /** Lines under the title. */
  notes: readonly string[];
  /** Lines that every export prints, most important first. The first, up to when it is told, stands under the title. */
  printed: readonly string[];
  /** Encodings in view, as counted by the legend. */
  legend: readonly LegendEntry[];
}
export interface Pages {
  count: number;
  height: number;
  /** Where the drawing stands on the first page. */
  drawing: Rectangle;
  rows: PageRow[];
  samples: PageSample[];
  /** Lines that have no room. */
  left: number;
}
export interface PageInput {
  text: PageText;
  drawing: { width: number; height: number };
  measure: (face: Face) => Measure;
  mirrored: boolean;
  words: Pick<SheetWords, 'oneOrigin' | 'moreOrigins' | 'noOrigin' | 'pageOf' | 'leftToDossier'>;
}

const TITLE: Style = { face: 'serif', size: 84, weight: 600, ink: 'ink', row: 104 };
const LONG_TITLE: Style = { ...TITLE, size: 56, row: 70 };
const TITLE_ROWS = { usual: 1, most: 4 };
const NOTE: Style = { face: 'sans', size: 38, weight: 400, ink: 'second', row: 54 };
export const LEGEND: Style = { face: 'sans', size: 32, weight: 400, ink: 'second', row: 54 };
const LINE: Style = { face: 'serif', size: 32, weight: 400, ink: 'second', row: 42 };
export const SAMPLE_WIDTH = 100;
export const GAP = { head: 50, drawing: 60, legend: 50, sample: 16, item: 44, column: 70, line: 10, number: 90 };
const COLUMNS = 3;
const WIDTH = PAGE.width - 2 * PAGE.margin;
const COLUMN = Math.floor((WIDTH - (COLUMNS - 1) * GAP.column) / COLUMNS);
/** Least height of the drawing: the head and the legend give way before it does. */
const LEAST_DRAWING = 600;

/** Height for lines on the second page, and the rows that its columns hold. */
const SECOND = PAGE.height - 2 * PAGE.margin;
const PAGE_ROWS = COLUMNS * Math.floor(SECOND / LINE.row);
const HEAD_LETTERS = 50;
/** Share of the room below the drawing that is used where a second page has room for the rest. */
const FEWER = 0.4;
/** A share of a row, from its top, at which the baseline is. */
export const BASELINE = 0.75;

interface Paragraph {
  said: string;
  rows: { text: string; width: number }[];
  fromRight: boolean;
}

/** What a line is about: what stands before its first colon, or its first words. */
function headOf(said: string): string {
  const colon = said.indexOf(':');
  if (colon > 0 && colon <= HEAD_LETTERS) return said.slice(0, colon);
  return textRows(said, HEAD_LETTERS, 1, { size: 1, weight: 400 }, (part) => [...part].length).rows[0]?.text ?? '';
}

/** By the first letter; a text without letters is read like the page. */
const isFromRight = (text: string, mirrored: boolean): boolean => (/\p{L}/u.test(text) ? readsFromRight(text) : mirrored);

export function layOutPages({ text, drawing, measure, mirrored, words }: PageInput): Pages {
  const out: Pages = { count: 1, height: PAGE.height, drawing: { x: 0, y: 0, width: 0, height: 0 }, rows: [], samples: [], left: 0 };
  const seenX = (x: number, width: number): number => (mirrored ? PAGE.width - x - width : x);
  const paragraph = (said: string, width: number, style: Style, most = Number.POSITIVE_INFINITY): Paragraph => ({
    said,
    rows: textRows(said, width, most, style, measure(style.face)).rows,
    fromRight: isFromRight(said, mirrored),
  });
  const put = (row: Paragraph['rows'][number], fromRight: boolean, x: number, top: number, width: number, style: Style): void => {
    const left = seenX(x, width);
    out.rows.push({ text: row.text, x: fromRight ? left + width : left, y: top + style.row * BASELINE, width: row.width, fromRight, style });
  };

  let y = PAGE.margin;
  const usual = textRows(text.title, WIDTH, TITLE_ROWS.usual, TITLE, measure(TITLE.face)).cut ? LONG_TITLE : TITLE;
  const [told, ...below] = text.printed;
  const head: [string, Style, number?][] = [
    [text.title, usual, TITLE_ROWS.most],
    ...[...text.notes, ...(told === undefined ? [] : [told])].map((note): [string, Style] => [note, NOTE]),
  ];
  for (const [said, style, most] of head) {
    const { rows, fromRight } = paragraph(said, WIDTH, style, most);
    for (const row of rows) {
      put(row, fromRight, PAGE.margin, y, WIDTH, style);
      y += style.row;
    }
  }
  y += GAP.head;

  const legend = legendRows(text.legend, measure(LEGEND.face), words, WIDTH);
  const bottom = PAGE.height - PAGE.margin;
  const all = below.map((line) => paragraph(line, COLUMN, LINE));
  // What is begun is printed to its end, because half a sentence may say what the whole does not; so what is longer than a page is not begun.
  const paragraphs = all.filter(({ rows }) => rows.length <= PAGE_ROWS);
  const tooLong = all.filter(({ rows }) => rows.length > PAGE_ROWS);
  // The margin at the bottom is part of the third.
  const room = Math.min(PAGE.height * MOST_BELOW - PAGE.margin, bottom - y - LEAST_DRAWING - GAP.drawing - GAP.legend - legend.length * LEGEND.row);
  const first = firstColumns(paragraphs, Math.max(0, room));
  const drawnTo = bottom - first.height - (first.height > 0 ? GAP.legend : 0) - legend.length * LEGEND.row - GAP.drawing;
  const factor = Math.min(WIDTH / drawing.width, (drawnTo - y) / drawing.height);
  const size = { width: drawing.width * factor, height: drawing.height * factor };
  out.drawing = { x: PAGE.margin + (WIDTH - size.width) / 2, y: y + (drawnTo - y - size.height) / 2, ...size };

  y = drawnTo + GAP.drawing;
  for (const row of legend) {
    for (const item of row) {
      out.samples.push({ kind: item.kind, x: seenX(PAGE.margin + item.x, SAMPLE_WIDTH), y: y + LEGEND.row / 2 });
      const width = item.width - SAMPLE_WIDTH - GAP.sample;
      put({ text: item.text, width }, mirrored, PAGE.margin + item.x + SAMPLE_WIDTH + GAP.sample, y, width, LEGEND);
    }
    y += LEGEND.row;
  }

  const place = (columns: Columns, top: number): void => {
    for (const { row, fromRight, column, at } of columns.placed) put(row, fromRight, PAGE.margin + column * (COLUMN + GAP.column), top + at, COLUMN, LINE);
  };
  place(first, bottom - first.height);
  if (first.rest.length + tooLong.length === 0) return out;
  let rest: readonly Paragraph[] = first.rest;
  do {
    const columns = columnsOf(rest, SECOND, 'whole');
    place(columns, out.count * PAGE.height + PAGE.margin);
    rest = columns.rest;
    out.count += 1;
  } while (rest.length > 0 && out.count < MOST_PAGES);
  out.height = PAGE.height * out.count;
  const left = [...rest, ...tooLong];
  out.left = left.length;
  const closing = (said: string, page: number, style: Style = LINE): void => {
    const { rows, fromRight } = paragraph(said, WIDTH, style, 1);
    put(rows[0]!, fromRight, PAGE.margin, page * PAGE.height - PAGE.margin + GAP.number - style.row, WIDTH, style);
  };
  for (let page = 1; page <= out.count; page += 1) {
    const isLast = page === out.count && left.length > 0;
    closing([words.pageOf(page, out.count), ...(isLast ? [words.leftToDossier(left.map(({ said }) => headOf(said)))] : [])].join(' '), page);
  }
  return out;
}

interface Columns {
  placed: { row: Paragraph['rows'][number]; fromRight: boolean; column: number; at: number }[];
  height: number;
  /** What has no room: paragraphs, or their last rows. */
  rest: Paragraph[];
}

/** All that is to be said below the drawing, where that fits; else, as a second page is needed anyway, less, so that the drawing is larger. */
function firstColumns(paragraphs: readonly Paragraph[], room: number): Columns {
  const most = columnsOf(paragraphs, room);
  if (most.rest.length === 0) return most;
  const fewer = columnsOf(paragraphs, room * FEWER);
  return columnsOf(fewer.rest, SECOND, 'whole').rest.length === 0 ? fewer : most;
}

/**
 * Fills columns of one height, as low as holds everything, at most `most`.
 * @param how `whole`: a paragraph that does not fit to its end is not begun, because half a sentence may say what the whole does not
 */
function columnsOf(paragraphs: readonly Paragraph[], most: number, how: 'flow' | 'whole' = 'flow'): Columns {
  const total = paragraphs.reduce((sum, { rows }) => sum + rows.length * LINE.row + GAP.line, 0);
  for (let height = Math.min(most, Math.ceil(total / COLUMNS)); ; height += LINE.row) {
    const columns = filled(paragraphs, Math.min(height, most), how);
    if (columns.rest.length === 0 || height >= most) return columns;
  }
}

function filled(paragraphs: readonly Paragraph[], height: number, how: 'flow' | 'whole'): Columns {
  const out: Columns = { placed: [], height: 0, rest: [] };
  let [column, at] = [0, 0];
  const next = (from: { column: number; at: number }): { column: number; at: number } | undefined => {
    if (from.at + LINE.row <= height) return from;
    return from.column + 1 < COLUMNS && LINE.row <= height ? { column: from.column + 1, at: 0 } : undefined;
  };
  for (const { said, rows, fromRight } of paragraphs) {
    const places: { column: number; at: number }[] = [];
    let spot = { column, at };
    for (const _ of rows) {
      const free = next(spot);
      if (!free) break;
      places.push(free);
      spot = { column: free.column, at: free.at + LINE.row };
    }
    const fits = places.length === rows.length;
    // In the flow nothing is set before what it comes after; of whole paragraphs a shorter one may still have room.
    if (how === 'flow' ? out.rest.length > 0 : !fits) {
      out.rest.push({ said, rows, fromRight });
      continue;
    }
    for (const [i, place] of places.entries()) {
      out.placed.push({ row: rows[i]!, fromRight, ...place });
      out.height = Math.max(out.height, place.at + LINE.row);
    }
    if (!fits) out.rest.push({ said, rows: rows.slice(places.length), fromRight });
    [column, at] = [spot.column, spot.at === 0 ? 0 : spot.at + GAP.line];
  }
  return out;
}

export interface LegendItem {
  kind: SampleKind;
  text: string;
  x: number;
  width: number;
}

/** Each encoding in view with its sample and number, and what widths mean, in as many rows as they take. */
export function legendRows(
  entries: readonly LegendEntry[],
  measure: Measure,
  t: Pick<SheetWords, 'oneOrigin' | 'moreOrigins' | 'noOrigin'>,
  most: number,
): LegendItem[][] {
  const widths: [SampleKind, string][] = [
    [{ width: 1 }, t.oneOrigin],
    [{ width: 4 }, t.moreOrigins],
    [{ width: 0 }, t.noOrigin],
  ];
  const items = [...entries.map(({ sample, text, count }): [SampleKind, string] => [sample, `${text} ${count}`]), ...(entries.length > 0 ? widths : [])];
  const rows: LegendItem[][] = [];
  let x = 0;
  for (const [kind, text] of items) {
    const width = Math.ceil(SAMPLE_WIDTH + GAP.sample + measure(text, LEGEND.size, LEGEND.weight));
    if (rows.length === 0 || x + width > most) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)!.push({ kind, text, x, width });
    x += width + GAP.item;
  }
  return rows;
}
