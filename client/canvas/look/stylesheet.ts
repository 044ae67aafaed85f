/** The stylesheet of the canvas by colour scheme and zoom. */
import type { StylesheetJson } from 'cytoscape';
import { PALETTES, type Scheme } from '../../../server/domain/picturing/look/palette.ts';
import { nodeRules, nodeEmphasisRules } from './node-rules.ts';
import { edgeRules, edgeEmphasisRules, edgeMarkRules } from './edge-rules.ts';
import { pictureEdgeRules, pictureNodeRules } from './picture-rules.ts';
import { lookAt, type Look } from './look.ts';

/** Fonts for all scripts, each named, because a canvas uses no font that is not named. */
export const FONT = '"Inter Variable", Inter, "Noto Sans", "Noto Sans Arabic Variable", "Noto Sans Arabic", sans-serif';

/**
 * Plain values only, because functions are called for every element each time styles are computed. Defaults of Cytoscape are not repeated, because each
 * property costs time for every element.
 * @param face appended to the font names, so that labels measured before a font was loaded are measured again
 */
export function stylesheet(scheme: Scheme, look: Look = lookAt(1), face = ''): StylesheetJson {
  const { paper } = PALETTES[scheme];
  const font = `${FONT}${face}`;
  return [
    // The background at the edges while a picture of the drawing is moved.
    { selector: 'core', style: { 'outside-texture-bg-color': paper, 'outside-texture-bg-opacity': 1 } },
    // Cytoscape darkens a pressed element by default.
    { selector: ':active', style: { 'overlay-opacity': 0 } },
    ...nodeRules(scheme, look, font),
    ...pictureNodeRules(scheme, look, font),
    ...edgeRules(scheme, look, font),
    ...pictureEdgeRules(scheme, look),
    ...edgeMarkRules(scheme, look),
    ...nodeEmphasisRules(scheme),
    ...edgeEmphasisRules(scheme, look, font),
  ] as StylesheetJson;
}
