/** Paints the drawing as a picture for print, with title, dates, legend, source list and the printed lines of the gate. */
import { DASHES, PALETTES, widthOf } from '../../ui/palette.ts';
import { words } from '../../i18n/messages.ts';
import type { LegendEntry } from '../../state/filters/legend.ts';
import type { Sheet } from '../../state/drawn/sheet.ts';
import type { CanvasHandle } from './mount.ts';
import type { CanvasElements } from '../elements/elements.ts';
import { restrictToSheet } from './restrict-to-sheet.ts';

/** A4 landscape at 300 dots per inch. */
const PAGE = { width: 3508, margin: 150 };
const DRAWING_HEIGHT = 1900;

export interface PngText {
  title: string;
  /** Lines under the title: dates, filters, up to when it is told. */
  notes: string[];
  /** Lines the publication gate prints in every format. */
  printed: string[];
  sources: string[];
  /** Encodings in view, as counted by the legend. */
  legend: LegendEntry[];
  /** Claims and entities that may be drawn; nothing else is. */
  sheet: Sheet;
}

function wrap(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && context.measureText(longer).width > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

interface Line {
  text: string;
  font: string;
  colour: string;
  height: number;
}

/** The drawing as an image, no larger than the page has room. */
function imageOf({ cy }: CanvasHandle, paper: string): string {
  const box = cy.elements(':visible').boundingBox({});
  const scale = Math.min(6, (PAGE.width - 2 * PAGE.margin) / Math.max(box.w, 1), DRAWING_HEIGHT / Math.max(box.h, 1));
  return cy.png({ full: true, scale, bg: paper, output: 'base64uri' });
}

async function decoded(url: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = url;
  await image.decode();
  return image;
}

/** @param placed elements of the placed picture with only what is on the sheet; absent where it is drawn without one */
async function drawing(handle: CanvasHandle, sheet: Sheet, paper: string, placed: CanvasElements | undefined): Promise<HTMLImageElement> {
  if (placed) return decoded(await handle.asPrinted(() => imageOf(handle, paper), placed));
  const { cy } = handle;
  const marks = cy
    .elements('.selected, .hop, .dimmed, .hovered, .near, .focused, .overlapping')
    .toArray()
    .map((e) => ({ e, classes: e.classes() }));
  const bringBack = restrictToSheet(cy, sheet);
  cy.batch(() => {
    for (const { e } of marks) e.removeClass('selected hop dimmed hovered near focused overlapping');
  });
  try {
    return await decoded(await handle.asPrinted(() => imageOf(handle, paper)));
  } finally {
    cy.batch(() => {
      bringBack();
      for (const { e, classes } of marks) e.classes(classes);
    });
  }
}

function legend(context: CanvasRenderingContext2D, x: number, y: number): void {
  const c = PALETTES.light;
  context.font = '36px Inter Variable, sans-serif';
  let at = x;
  const sample = (rank: number, width: number, label: string): void => {
    context.strokeStyle = c.standing[rank]!;
    context.lineWidth = width;
    context.setLineDash(DASHES[rank]!.map((n) => n * 2));
    context.beginPath();
    context.moveTo(at, y - 12);
    context.lineTo(at + 100, y - 12);
    context.stroke();
    context.setLineDash([]);
    context.fillStyle = c.second;
    context.fillText(label, at + 116, y);
    at += 116 + context.measureText(label).width + 44;
  };
  for (const rank of [1, 2, 3, 4, 5, 6]) sample(rank, 5, words.rankShort[rank]!);
  at = x;
  y += 60;
  sample(6, widthOf(1) * 2, `1 ${words.evidence.origin(1)}`);
  sample(6, widthOf(4) * 2, words.disclosure.width.replace(/^1, /, ''));
  sample(6, 2, words.disclosure.hairline);
  context.fillStyle = c.warning;
  context.beginPath();
  context.arc(at + 14, y - 12, 13, 0, 7);
  context.fill();
  context.fillStyle = c.second;
  context.fillText(`${words.disclosure.contested} · ${words.disclosure.openEndNote} · ${words.disclosure.inferredNote}`, at + 42, y);
}

/** Always in the colours of the light scheme, because it is meant for print. */
export async function paintPng(handle: CanvasHandle, text: PngText, placed?: CanvasElements): Promise<Blob> {
  const c = PALETTES.light;
  const image = await drawing(handle, text.sheet, c.paper, placed);
  const width = PAGE.width - 2 * PAGE.margin;
  const canvas = document.createElement('canvas');
  const measure = canvas.getContext('2d');
  if (!measure) throw new Error('This browser gave no drawing surface.');
  const lay = (lines: string[], font: string, colour: string, height: number): Line[] => {
    measure.font = font;
    return lines.flatMap((line) => wrap(measure, line, width)).map((line) => ({ text: line, font, colour, height }));
  };
  const head = [
    ...lay([text.title], "600 84px 'Source Serif 4 Variable', serif", c.ink, 104),
    ...lay(text.notes, "38px 'Inter Variable', sans-serif", c.second, 54),
  ];
  const foot = [
    ...lay([text.legend.map((entry) => `${entry.text} ${entry.count}`).join(' · ')], "34px 'Inter Variable', sans-serif", c.second, 64),
    ...lay([words.export.pngHeading.sources], "600 38px 'Inter Variable', sans-serif", c.ink, 64),
    ...lay([text.sources.join(' · ')], "34px 'Inter Variable', sans-serif", c.second, 48),
    ...lay(text.printed, "34px 'Source Serif 4 Variable', serif", c.second, 48),
  ];
  const heightOf = (lines: Line[]): number => lines.reduce((sum, line) => sum + line.height, 0);
  const factor = Math.min(width / image.width, DRAWING_HEIGHT / image.height);
  const drawn = { width: image.width * factor, height: image.height * factor };
  canvas.width = PAGE.width;
  canvas.height = Math.ceil(PAGE.margin * 2 + heightOf(head) + 60 + drawn.height + 90 + 150 + heightOf(foot));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gave no drawing surface.');
  context.fillStyle = c.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  let y = PAGE.margin;
  const put = (lines: Line[]): void => {
    for (const line of lines) {
      y += line.height;
      context.font = line.font;
      context.fillStyle = line.colour;
      context.fillText(line.text, PAGE.margin, y - line.height * 0.25);
    }
  };
  put(head);
  y += 60;
  context.drawImage(image, PAGE.margin + (width - drawn.width) / 2, y, drawn.width, drawn.height);
  y += drawn.height + 90;
  legend(context, PAGE.margin, y);
  y += 120;
  put(foot);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture was too large for this browser.'))), 'image/png');
  });
}
