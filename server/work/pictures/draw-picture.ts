/** Draws a picture in a thread: to place it and to set its texts takes seconds. The thread is kept for a while, because its libraries take seconds to load, too. */
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
  return inThread<DrawnPicture>(
    new URL('drawing-thread.ts', import.meta.url),
    picture,
    {
      time: { name: 'drawingMs', value: limits.drawingMs },
      memory: { name: 'drawingMemory', value: limits.drawingMemory },
      work: 'draw this picture',
      instead: 'Choose fewer entities, or take another format.',
      failed: 'The thread that draws pictures failed. Take another format.',
    },
    { kept: true },
  );
}
