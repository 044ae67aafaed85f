/** Paints the drawing as a picture for print: with title, dates, legend, and the lines that every export prints. */
import { DASHES, PALETTES, widthOf } from '../../../server/domain/picturing/look/palette.ts';
import type { Sheet } from '../../state/drawn/sheet.ts';
import { words } from '../../i18n/messages.ts';
import { MIRRORED } from '../elements/mirror.ts';
import type { CanvasElements } from '../elements/elements.ts';
import { FONT } from '../look/stylesheet.ts';
import { measureFor } from '../picture/lay-out-picture.ts';
import type { Face } from '../../../server/domain/picturing/svg/typeset.ts';
import {
  layOutPages,
  PAGE,
  type PageRow,
  type PageSample,
  type PageText,
  SAMPLE_WIDTH,
  type Style,
} from '../../../server/domain/picturing/sheet/lay-out-pages.ts';
import type { CanvasHandle } from './mount.ts';
import { namesApart } from './names-apart.ts';
import { hideOverlappingPredicates } from './overlapping-labels.ts';
import { restrictToSheet } from './restrict-to-sheet.ts';

export interface PngText extends PageText {
  /** Claims and entities that may be drawn; nothing else is. */
  sheet: Sheet;
}

const FACES: Readonly<Record<Face, string>> = { sans: FONT, serif: `"Source Serif 4 Variable", ${FONT.replace(/, sans-serif$/, ', serif')}` };
/** Most dots that a drawing of few elements has for each unit. */
const LARGEST = 6;

/** The drawing as an image, with no more dots than a page has. */
function imageOf({ cy }: CanvasHandle, paper: string): string {
  const box = cy.elements(':visible').boundingBox({});
  const scale = Math.min(LARGEST, (PAGE.width - 2 * PAGE.margin) / Math.max(box.w, 1), (PAGE.height - 2 * PAGE.margin) / Math.max(box.h, 1));
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
    .elements('.selected, .hop, .dimmed, .faded, .hovered, .near, .focused, .overlapping')
    .toArray()
    .map((e) => ({ e, classes: e.classes() }));
  const bringBack = restrictToSheet(cy, sheet);
  cy.batch(() => {
    for (const { e } of marks) e.removeClass('selected hop dimmed faded hovered near focused overlapping');
  });
  try {
    return await decoded(
      await handle.asPrinted(() => {
        const putBack = namesApart(cy);
        const showAgain = hideOverlappingPredicates(cy);
        try {
          return imageOf(handle, paper);
        } finally {
          showAgain();
          putBack();
        }
      }),
    );
  } finally {
    cy.batch(() => {
      bringBack();
      for (const { e, classes } of marks) e.classes(classes);
    });
  }
}

const fontOf = ({ face, size, weight }: Style): string => `${weight} ${size}px ${FACES[face]}`;

function paintRow(context: CanvasRenderingContext2D, { text, x, y, fromRight, style }: PageRow): void {
  context.font = fontOf(style);
  context.fillStyle = PALETTES.light[style.ink];
  context.direction = fromRight ? 'rtl' : 'ltr';
  context.textAlign = fromRight ? 'right' : 'left';
  context.fillText(text, x, y);
}

function paintSample(context: CanvasRenderingContext2D, { kind, x, y }: PageSample): void {
  const c = PALETTES.light;
  const middle = x + SAMPLE_WIDTH / 2;
  const line = (colour: string, width: number, dash: readonly number[] = []): void => {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.setLineDash(dash.map((n) => n * 2));
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + SAMPLE_WIDTH, y);
    context.stroke();
    context.setLineDash([]);
  };
  const disc = (radius: number, fill: string | undefined, stroke?: string): void => {
    context.beginPath();
    context.arc(middle, y, radius, 0, 2 * Math.PI);
    if (fill !== undefined) {
      context.fillStyle = fill;
      context.fill();
    }
    if (stroke === undefined) return;
    context.strokeStyle = stroke;
    context.lineWidth = 4;
    context.stroke();
  };
  if ('width' in kind) line(c.standing[6], kind.width === 0 ? 2 : widthOf(kind.width) * 2);
  else if ('rank' in kind) {
    line(kind.rank < 0 ? c.muted : c.standing[kind.rank]!, kind.rank < 0 ? 2 : 5, DASHES[kind.rank] ?? []);
    if (kind.rank < 0) {
      context.strokeStyle = c.danger;
      context.lineWidth = 4;
      context.beginPath();
      for (const side of [-1, 1]) {
        context.moveTo(middle - 10, y - 10 * side);
        context.lineTo(middle + 10, y + 10 * side);
      }
      context.stroke();
    }
  } else {
    line(c.muted, 4);
    if (kind.mark === 'contested') disc(13, c.warning);
    else if (kind.mark === 'open') disc(12, c.paper, c.muted);
    else {
      context.beginPath();
      context.moveTo(x + SAMPLE_WIDTH, y);
      context.lineTo(x + SAMPLE_WIDTH - 26, y - 13);
      context.lineTo(x + SAMPLE_WIDTH - 26, y + 13);
      context.closePath();
      context.fillStyle = c.paper;
      context.fill();
      context.strokeStyle = c.muted;
      context.stroke();
    }
  }
}

/** Always in the colours of the light scheme, because it is meant for print. */
export async function paintPng(handle: CanvasHandle, text: PngText, placed?: CanvasElements): Promise<Blob> {
  const c = PALETTES.light;
  const image = await drawing(handle, text.sheet, c.paper, placed);
  const said = [text.title, ...text.notes, ...text.printed].join(' ');
  // Widths are those of the fonts that are painted, so both faces are there before anything is measured.
  await Promise.all((['sans', 'serif'] as const).flatMap((face) => [400, 600].map((weight) => document.fonts.load(`${weight} 32px ${FACES[face]}`, said))));
  const pages = layOutPages({ text, drawing: image, measure: (face) => measureFor(FACES[face]), mirrored: MIRRORED, words: words.printedSheet });
  const canvas = document.createElement('canvas');
  canvas.width = PAGE.width;
  canvas.height = pages.height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gave no drawing surface.');
  context.fillStyle = c.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  const { x, y, width, height } = pages.drawing;
  context.drawImage(image, x, y, width, height);
  for (const sample of pages.samples) paintSample(context, sample);
  for (const row of pages.rows) paintRow(context, row);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture was too large for this browser.'))), 'image/png');
  });
}
