/** The text of a PDF, line by line and joined to paragraphs by the space between the lines. */
import { getDocumentProxy } from 'unpdf';
import { AppError } from '../domain/model/errors.ts';
import type { ConvertedFile } from './convert-file.ts';

/** A piece of text on a page; `x` and `y` are its left end and base line, from the lower left. */
interface Piece {
  str: string;
  x: number;
  y: number;
  width: number;
  height: number;
}
interface Line {
  text: string;
  x: number;
  y: number;
  height: number;
  /** Where it ends at the right. */
  end: number;
}

/** @throws AppError `refused` for a PDF that is damaged, needs a password, or has no text */
export async function textOfPdf(bytes: Uint8Array): Promise<ConvertedFile> {
  const pdf = await getDocumentProxy(bytes, { verbosity: 0, disableFontFace: true }).catch((cause: unknown) => {
    const locked = cause instanceof Error && cause.name === 'PasswordException';
    throw new AppError(
      'refused',
      locked
        ? 'This PDF needs a password. Save it without one, or paste its text.'
        : 'This PDF is damaged and cannot be read. Save it anew, or paste its text.',
      {},
      { cause },
    );
  });
  const paragraphs: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    const pieces = items.flatMap((item): Piece[] =>
      'str' in item
        ? [
            {
              str: item.str,
              x: Number(item.transform[4]),
              y: Number(item.transform[5]),
              width: item.width,
              height: item.height || Math.abs(Number(item.transform[3])),
            },
          ]
        : [],
    );
    paragraphs.push(...paragraphsOfPage(linesOfPage(pieces)));
  }
  if (paragraphs.length === 0)
    throw new AppError('refused', 'This PDF has no text: its pages are pictures. Have its letters recognised by another program, or type what you need.');
  const { info } = await pdf.getMetadata();
  const title = 'Title' in info && typeof info.Title === 'string' ? info.Title.trim() : '';
  return { text: joinOverPages(paragraphs).join('\n'), ...(title === '' ? {} : { title }) };
}

/** Pieces on one base line are a line; a gap between two of them is a space. */
function linesOfPage(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = [];
  for (const { str, x, y, width, height } of pieces) {
    const last = lines.at(-1);
    if (last && Math.abs(last.y - y) < Math.max(1, last.height / 2)) {
      const gap = x - last.end;
      last.text += gap > last.height / 5 && !/\s$/.test(last.text) && !/^\s/.test(str) ? ` ${str}` : str;
      last.end = Math.max(last.end, x + width);
      last.height = Math.max(last.height, height);
    } else if (str.trim() !== '') lines.push({ text: str, x, y, height, end: x + width });
  }
  return lines.map((line) => ({ ...line, text: line.text.replace(/\s+/gu, ' ').trim() })).filter(({ text }) => text !== '');
}

/** A wider space than usual, an indent, another size of letters, or a short line that ends a sentence begins a paragraph. */
function paragraphsOfPage(lines: readonly Line[]): string[] {
  const steps = lines
    .slice(1)
    .map(({ y }, i) => lines[i]!.y - y)
    .filter((step) => step > 0)
    .sort((a, b) => a - b);
  const usual = steps[Math.floor((steps.length - 1) / 2)] ?? 0;
  const widest = Math.max(0, ...lines.map(({ end }) => end));
  const paragraphs: string[] = [];
  for (const [i, line] of lines.entries()) {
    const above = lines[i - 1];
    const begins =
      !above ||
      above.y - line.y > usual * 1.35 ||
      above.y < line.y ||
      line.x - above.x > line.height * 0.8 ||
      Math.abs(line.height - above.height) > line.height * 0.25 ||
      (/[.!?:”"’]$/.test(above.text) && above.end < widest * 0.8);
    if (begins) paragraphs.push(line.text);
    else paragraphs[paragraphs.length - 1] = joined(paragraphs.at(-1) ?? '', line.text);
  }
  return paragraphs;
}

/** A word divided at the end of a line is one word again. */
function joined(before: string, after: string): string {
  return /\p{Ll}[-\u00AD]$/u.test(before) && /^\p{Ll}/u.test(after) ? `${before.slice(0, -1)}${after}` : `${before} ${after}`;
}

/** A paragraph that goes on over the page: the page ends within a sentence, and the next begins with a small letter. */
function joinOverPages(paragraphs: readonly string[]): string[] {
  const whole: string[] = [];
  for (const paragraph of paragraphs) {
    const last = whole.at(-1);
    if (last !== undefined && /[\p{L},;-]$/u.test(last) && /^\p{Ll}/u.test(paragraph)) whole[whole.length - 1] = joined(last, paragraph);
    else whole.push(paragraph);
  }
  return whole;
}
