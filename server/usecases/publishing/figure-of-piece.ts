/** The picture of a piece for a page that has its title and printed lines: as SVG, and as PNG for programs that take no SVG. */
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
