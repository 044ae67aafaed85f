/** The look of a bundle: that of its claim with the highest standing, with the number of the others and arrows for both directions. */
import type { DrawnWords } from '../picture-words.ts';

/** The look of one claim drawn alone. */
export interface Strand {
  claim: string;
  label: string;
  width: number;
  classes: string[];
  rank: number;
  source: string;
  target: string;
}
export interface BundleLook {
  claim: string;
  label: string;
  width: number;
  source: string;
  target: string;
  classes: string[];
}

/** @param strands highest standing first; the result is undefined where there is none */
export function bundleLook(strands: readonly Strand[], { bundled }: Pick<DrawnWords, 'bundled'>): BundleLook | undefined {
  const [best, ...others] = strands;
  if (!best) return undefined;
  const back = strands.find((strand) => strand.source === best.target && strand.target === best.source);
  const classes = new Set(best.classes);
  // Where one claim is contested the bundle is.
  if (strands.some((strand) => strand.classes.includes('contested'))) classes.add('contested');
  if (others.length > 0) classes.add('bundle');
  // The arrow back has the colour of the highest standing that leads back, and not of that which leads forward.
  if (back) classes.add('back').add(back.rank < 0 ? 'back-disputed' : `back-${back.rank}`);
  if (back?.classes.includes('hollow')) classes.add('back-hollow');
  return {
    claim: best.claim,
    width: best.width,
    source: best.source,
    target: best.target,
    classes: [...classes],
    label: others.length > 0 ? bundled(best.label, others.length) : best.label,
  };
}
