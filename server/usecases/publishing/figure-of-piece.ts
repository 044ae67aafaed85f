/** The picture of a piece for a page that has its title and printed lines: as SVG, and as PNG for programs that take no SVG. */
import { createHash } from 'node:crypto';
import type { DescribedPicture } from '../../domain/picturing/svg/described-picture.ts';
import { drawPicture } from '../../work/pictures/draw-picture.ts';

export interface FigureOfPiece {
  svg: string;
  png: Uint8Array;
  /** In units of the picture: pixels, where it is shown as large as in the window. */
  width: number;
  height: number;
  /** The text in place of the picture. */
  alt: string;
}

/**
 * @param described by `describePicture`, from the input that exporters get: a piece that the gate has judged
 * @param forms which of the two are drawn; the other is empty
 * @throws AppError `limit`
 */
export async function figureOfPiece(described: DescribedPicture, forms: readonly ('svg' | 'png')[] = ['svg', 'png']): Promise<FigureOfPiece> {
  const { files, size } = await drawPicture({ described, kinds: forms.map((form) => `figure-${form}` as const) });
  return { svg: new TextDecoder().decode(files['figure-svg']), png: files['figure-png'] ?? new Uint8Array(), ...size, alt: described.alt };
}

/** Figures that are kept for pages shown again. */
const KEPT = 4;
const shown = new Map<string, Promise<FigureOfPiece>>();

/**
 * The figure as SVG for a page that is shown after every pause of writing: while its picture stays the same it is not drawn anew, which takes seconds.
 * @throws AppError `limit`
 */
export function figureShown(described: DescribedPicture): Promise<FigureOfPiece> {
  const key = createHash('sha256').update(JSON.stringify(described)).digest('hex');
  const figure = shown.get(key) ?? figureOfPiece(described, ['svg']);
  shown.delete(key);
  shown.set(key, figure);
  figure.catch(() => shown.delete(key));
  for (const oldest of [...shown.keys()].slice(0, -KEPT)) shown.delete(oldest);
  return figure;
}
