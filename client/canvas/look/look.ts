/** How much is drawn at a zoom: sizes in steps, so that styles are worked out again only when a step is crossed. */

/** Size of a name on screen, px, and the least it may shrink to however far away; what would cover another gives way. */
export const NAME_PX = { usual: 12.5, least: 11 };
export const LINE_LABEL_PX = 11;
/** The classes of bodies that have a name in an overview. */
export const NAMED_FROM_AFAR = ['landmark', 'end', 'selected', 'focused', 'near'] as const;
export const LEAST_ZOOM = 0.08;
/** Below this zoom predicates show on hover only, and the numbers on bodies (5 px) as a plus. */
const LINE_GROWS_FROM = 0.55;
/** Lines and usual names stop growing in the drawing below this zoom: they would cover it. */
const GROWS_FROM = 0.42;
/** Below this zoom an icon is 4 px and a letter 5: an overview. A large drawing becomes one sooner, with letters of 7 px: there they only cover the lines. */
const OVERVIEW_BELOW = { small: 0.18, large: 0.25 };
const NARROW_CANVAS = 520;
const STEPS = [
  1.25,
  1.12,
  1,
  0.88,
  0.77,
  0.66,
  LINE_GROWS_FROM,
  0.48,
  GROWS_FROM,
  0.36,
  0.3,
  OVERVIEW_BELOW.large,
  0.21,
  OVERVIEW_BELOW.small,
  0.12,
  LEAST_ZOOM,
] as const;

export interface Look {
  /** The step: the zoom is at least this, so that sizes on screen are at least what they are to be. */
  step: number;
  /**
   * Names, icons, marks, arrows, curves and dashes. Without them it is an overview: bodies by shape, lines by colour and weight, and the names of
   * landmarks alone. They are smaller than a dot there, and most of the cost of a frame.
   */
  fine: boolean;
  predicates: boolean;
  /** The numbers on bodies. */
  numbers: boolean;
  /** Widest label on screen, px. */
  labelWidth: number;
}

/** @param large of so many elements that details from afar cost more than they tell */
export function lookAt(zoom: number, canvasWidth = 1000, large = false): Look {
  const step = STEPS.find((at) => zoom >= at) ?? LEAST_ZOOM;
  const near = step >= LINE_GROWS_FROM;
  return { step, fine: step >= OVERVIEW_BELOW[large ? 'large' : 'small'], predicates: near, numbers: near, labelWidth: canvasWidth < NARROW_CANVAS ? 78 : 146 };
}

export function sameLook(a: Look, b: Look): boolean {
  return a.step === b.step && a.fine === b.fine && a.labelWidth === b.labelWidth;
}

/** A size in drawing units that is `px` on screen at this zoom, within bounds. */
export function sizeAt(px: number, zoom: number): number {
  return px / Math.min(1.25, Math.max(zoom, GROWS_FROM));
}

/** Size of a name in drawing units at a step. */
export function nameSize({ step }: Pick<Look, 'step'>): number {
  return Math.max(sizeAt(NAME_PX.usual, step), NAME_PX.least / step);
}

/** Lines keep their width and dashes on screen when the drawing is zoomed out: both carry meaning. */
export function thicken(zoom: number): number {
  return 1 / Math.min(1, Math.max(zoom, GROWS_FROM));
}
