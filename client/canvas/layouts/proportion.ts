/** Brings a reading into the proportions of the canvas: a tall one wider, a flat one higher, so that labels keep clear of each other. */
import type { Places, Point } from '../../state/view.ts';

/** Width over height that is sought, and how far either may be drawn out for it. */
const NARROWEST = 0.95;
const FLATTEST = 2;
const WIDER_AT_MOST = 2;
const HIGHER_AT_MOST = 1.7;

export function proportion(positions: Places): Map<string, Point> {
  const places = [...positions.values()];
  const extent = (of: number[]): number => Math.max(...of) - Math.min(...of);
  const width = extent(places.map((p) => p.x));
  const height = extent(places.map((p) => p.y));
  if (places.length < 2 || width === 0 || height === 0) return new Map(positions);
  const x = Math.min(WIDER_AT_MOST, Math.max(1, (height * NARROWEST) / width));
  const y = Math.min(HIGHER_AT_MOST, Math.max(1, width / FLATTEST / height));
  return new Map([...positions].map(([id, p]) => [id, { x: Math.round(p.x * x), y: Math.round(p.y * y) }]));
}
