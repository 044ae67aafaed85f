/** How elements look by colour scheme and zoom; it follows the scheme because axe cannot see into a canvas. */
import type { StylesheetJson } from 'cytoscape';
import { PALETTES, type Scheme } from '../../ui/palette.ts';
import { bodyRules, bodyStressRules } from './body-rules.ts';
import { lineRules, lineStressRules } from './line-rules.ts';
import { lookAt, type Look } from './look.ts';

/** Names in any script: a canvas takes no face that is not named. */
const FONT = '"Inter Variable", Inter, "Noto Sans", "Noto Sans Arabic Variable", "Noto Sans Arabic", sans-serif';

/**
 * Plain values throughout: a function would be called for every element each time styles are worked out. Nothing that is Cytoscape's own default is
 * said again: each property costs on every element.
 * @param face names the fonts anew, so that labels measured before a font came are measured again
 */
export function stylesheet(scheme: Scheme, look: Look = lookAt(1), face = ''): StylesheetJson {
  const { paper } = PALETTES[scheme];
  const font = `${FONT}${face}`;
  return [
    // What a moving picture of the drawing leaves open at its edges.
    { selector: 'core', style: { 'outside-texture-bg-color': paper, 'outside-texture-bg-opacity': 1 } },
    // Cytoscape shades what is pressed.
    { selector: ':active', style: { 'overlay-opacity': 0 } },
    ...bodyRules(scheme, look, font),
    ...lineRules(scheme, look, font),
    ...bodyStressRules(scheme),
    ...lineStressRules(scheme, look, font),
  ] as StylesheetJson;
}
