/** Draws a picture in a thread: to place it and to set its texts takes seconds. */
import { AppError } from '../../domain/model/errors.ts';
import type { DescribedPicture } from '../../domain/picturing/svg/described-picture.ts';
import { inThread } from '../in-thread.ts';

/** A sheet stands by itself, with title and printed lines; a figure stands in a page that has them. */
export type PictureKind = 'sheet-svg' | 'sheet-png' | 'figure-svg' | 'figure-png' | 'embed';
export interface PictureToDraw {
  described: DescribedPicture;
  kinds: readonly PictureKind[];
}
export interface DrawnPicture {
  /** By kind; texts are UTF-8. */
  files: Partial<Record<PictureKind, Uint8Array>>;
  /** Of a figure, in units of the picture. */
  size: { width: number; height: number };
}

export const DRAWING_LIMITS = {
  /** Milliseconds that one picture may take. */
  drawingMs: 120_000,
  /** Megabytes of memory that one picture may need. */
  drawingMemory: 1_536,
} as const;
type DrawingLimits = { readonly [Name in keyof typeof DRAWING_LIMITS]: number };

/**
 * @param limits tests lower them
 * @throws AppError `limit` where the picture needs more time or memory than it may
 */
export function drawPicture(picture: PictureToDraw, limits: DrawingLimits = DRAWING_LIMITS): Promise<DrawnPicture> {
  const past = (name: keyof DrawingLimits, what: string, unit: string) => () =>
    new AppError(
      'limit',
      `To draw this picture ${what} than the limit ${name} of ${limits[name]} ${unit} allows. Choose fewer entities, or take another format.`,
      {
        limit: { name, value: limits[name] },
      },
    );
  return inThread<DrawnPicture>(new URL('drawing-thread.ts', import.meta.url), picture, {
    ms: limits.drawingMs,
    megabytes: limits.drawingMemory,
    late: past('drawingMs', 'takes longer', 'milliseconds'),
    large: past('drawingMemory', 'needs more memory', 'MB'),
    failed: 'The thread that draws pictures failed. Take another format.',
  });
}
