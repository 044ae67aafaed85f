/** How much is drawn at a zoom: sizes in steps, so that styles are worked out again only when a step is crossed. */

/** Least label size on screen, px; labels grow in the drawing as it is zoomed out, down to `LABELS_FROM`. */
export const LABEL_PX = 12.5;
export const LINE_LABEL_PX = 11;
/** Below this zoom predicates show on hover only. */
const LINE_LABELS_FROM = 0.55;
/** Labels stop growing below this zoom: they would cover the drawing. */
const LABELS_FROM = 0.42;
/** Below this zoom a letter is no letter any more and a body a few pixels: names and icons wait until it is nearer. */
const NAMES_FROM = 0.18;
const NARROW_CANVAS = 520;
const STEPS = [1.25, 1.12, 1, 0.88, 0.77, 0.66, LINE_LABELS_FROM, 0.48, LABELS_FROM, NAMES_FROM] as const;

export interface Look {
  /** The step: the zoom is at least this, so that sizes on screen are at least what they are to be. */
  step: number;
  names: boolean;
  icons: boolean;
  predicates: boolean;
  /** Arrows, curves and dashes: smaller than a dot below `NAMES_FROM`, and most of the cost of a frame. */
  fine: boolean;
  /** Widest label on screen, px. */
  labelWidth: number;
}

export function lookAt(zoom: number, canvasWidth = 1000): Look {
  const step = STEPS.find((at) => zoom >= at) ?? 0;
  return { step, names: step > 0, icons: step > 0, fine: step > 0, predicates: step >= LINE_LABELS_FROM, labelWidth: canvasWidth < NARROW_CANVAS ? 96 : 146 };
}

export function sameLook(a: Look, b: Look): boolean {
  return a.step === b.step && a.labelWidth === b.labelWidth;
}

/** A size in drawing units that is `px` on screen at this zoom, within bounds. */
export function sizeAt(px: number, zoom: number): number {
  return px / Math.min(1.25, Math.max(zoom, LABELS_FROM));
}

/** Lines keep their width and dashes on screen when the drawing is zoomed out: both carry meaning. */
export function thicken(zoom: number): number {
  return 1 / Math.min(1, Math.max(zoom, LABELS_FROM));
}
