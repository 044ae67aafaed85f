/** Draws the columns of a tall reading further apart, so that it fills the canvas and labels keep clear of each other. */
import type { Point } from "../../state/view.ts";

/** Width wanted for a height, and how far columns may be drawn apart for it. */
const WIDTH_FOR_HEIGHT = 0.95;
const STRETCH_LIMIT = 2;

export function widen(positions: Readonly<Record<string, Point>>): Record<string, Point> {
  const places = Object.values(positions);
  const xs = places.map((p) => p.x);
  const ys = places.map((p) => p.y);
  const width = Math.max(...xs) - Math.min(...xs);
  const height = Math.max(...ys) - Math.min(...ys);
  if (places.length < 2 || width === 0 || width >= height * WIDTH_FOR_HEIGHT) return { ...positions };
  const factor = Math.min(STRETCH_LIMIT, (height * WIDTH_FOR_HEIGHT) / width);
  return Object.fromEntries(Object.entries(positions).map(([id, p]) => [id, { x: Math.round(p.x * factor), y: p.y }]));
}
