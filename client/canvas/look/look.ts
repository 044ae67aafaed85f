/** How much is drawn at a zoom. Sizes change in steps, so that styles are computed anew only when a step is crossed. */

/** Size of a name on screen in px: the usual one, and the smallest at any zoom. Names that overlap are hidden. */
export const NAME_PX = { usual: 12.5, least: 11 };
export const LINE_LABEL_PX = 11;
/** Classes of nodes that keep their name in an overview. */
export const NAMED_FROM_AFAR = ['landmark', 'end', 'selected', 'focused', 'near'] as const;
export const LEAST_ZOOM = 0.08;
/** Below this zoom predicates are shown on hover only, and the numbers on nodes (5 px) as a plus. */
const LINE_GROWS_FROM = 0.55;
/** Below this zoom edges and usual names no longer grow in drawing units: they would cover the drawing. */
const GROWS_FROM = 0.42;
/**
 * Below this zoom the drawing is an overview, since an icon is 4 px and a letter 5. A large drawing becomes one earlier, when a letter is 7 px, because its
 * letters would only cover the edges.
 */
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
  /** The step: not more than the zoom, so that sizes on screen are at least what they should be. */
  step: number;
  /**
   * Whether names, icons, marks, arrows, curves and dashes are drawn. Without them it is an overview: nodes by shape, edges by colour and width, names of
   * landmarks only. The details would be smaller than a dot there, and take most of the time of a frame.
   */
  fine: boolean;
  predicates: boolean;
  /** Whether the numbers on nodes are drawn. */
  numbers: boolean;
  /** Width of the widest label on screen, in px. */
  labelWidth: number;
}

/** @param large whether the drawing has so many elements that details at a far zoom are too slow */
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

/** How much wider edges are drawn when zoomed out, so that width and dashes keep their size on screen: both have a meaning. */
export function thicken(zoom: number): number {
  return 1 / Math.min(1, Math.max(zoom, GROWS_FROM));
}

/** Opacity of what is not emphasised: bodies with their names, other texts, lines, and lines of the two lowest ranks. Nothing has a contrast below 3. */
export const FADED = { body: 0.6, text: 0.8, line: 0.85, weakLine: 0.95 } as const;
