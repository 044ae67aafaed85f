/** Style rules of edges: standing by colour and pattern, origins by width, and a mark for each thing that changes what is claimed. */
import type { StylesheetJson } from 'cytoscape';
import { MARK_SIGNS } from '../../state/marks/mark-signs.ts';
import { CLAIM_MARKS, type ClaimMark } from '../../../server/contract/routes/compare.ts';
import { DASHES, INK_BEFORE, PALETTES, type Scheme } from '../../../server/domain/picturing/look/palette.ts';
import { LINE_LABEL_PX, type Look, sizeAt, thicken, FADED } from './look.ts';

type Style = Readonly<Record<string, unknown>>;

const WIDTHS = [1, 2, 3, 4, 5];
const ALL_RANKS = [-1, 0, 1, 2, 3, 4, 5, 6];

/** Smallest share of a dashed edge that is drawn. A solid edge of that opacity looks as strong from afar, and never stronger. */
const LEAST_INK = 0.3;
function inkShare(dash: readonly number[]): number {
  const total = dash.reduce((sum, n) => sum + n, 0);
  return total === 0 ? 1 : Math.max(LEAST_INK, dash.filter((_, i) => i % 2 === 0).reduce((sum, n) => sum + n, 0) / total);
}

/** An arrow that comes from below ends before the name, which would cover it. */
const HEAD = 'outside-to-node-or-label';

function predicateStyle(scheme: Scheme, look: Look, font: string): Style {
  const c = PALETTES[scheme];
  return {
    label: 'data(label)',
    color: c.second,
    'font-family': font,
    'font-size': sizeAt(LINE_LABEL_PX, look.step),
    'text-opacity': 1,
    'text-background-opacity': 1,
    'text-background-color': c.paper,
    'text-background-padding': '2px',
  };
}

function rankStyle(rank: number, colour: string, { fine, step }: Look): Style {
  const dash = DASHES[rank]!;
  return {
    'line-color': colour,
    'mid-source-arrow-color': colour,
    ...(fine ? { 'target-arrow-color': colour } : { 'line-opacity': inkShare(dash) }),
    ...(fine && dash.length > 0 ? { 'line-style': 'dashed', 'line-dash-pattern': dash.map((n) => n * thicken(step)) } : {}),
  };
}

/** Rules for all edges. Those for emphasis follow after the rules of nodes. */
export function edgeRules(scheme: Scheme, look: Look, font: string): StylesheetJson {
  const c = PALETTES[scheme];
  const thick = thicken(look.step);
  const inkOf = (rank: number): string => (rank < 0 ? c.muted : c.standing[rank]!);
  return [
    {
      selector: 'edge',
      style: {
        ...(look.fine
          ? {
              'curve-style': 'bezier',
              'control-point-step-size': 58,
              'target-arrow-shape': 'triangle',
              'arrow-scale': 0.85,
              'target-distance-from-node': 2,
              'target-endpoint': HEAD,
            }
          : { 'haystack-radius': 0 }),
        ...(look.predicates ? predicateStyle(scheme, look, font) : {}),
      },
    },
    ...WIDTHS.map((width) => ({ selector: `edge[width = ${width}]`, style: { width: width * thick } })),
    ...c.standing.map((colour, rank) => ({ selector: `edge.rank-${rank}`, style: rankStyle(rank, colour, look) })),
    {
      selector: 'edge.disputed',
      style: {
        'line-color': c.muted,
        'target-arrow-color': c.muted,
        'line-style': 'solid',
        width: 1,
        'mid-target-arrow-shape': 'tee',
        'mid-target-arrow-color': c.danger,
        'mid-source-arrow-shape': 'tee',
        'mid-source-arrow-color': c.danger,
        'text-margin-y': -11,
      },
    },
    {
      selector: 'edge.contested',
      style: { 'mid-target-arrow-shape': 'circle', 'mid-target-arrow-color': c.warning, 'text-margin-y': -12 },
    },
    { selector: 'edge.hollow', style: { 'target-arrow-fill': 'hollow' } },
    // A hollow diamond in the middle of the edge at any zoom; "~" in the label says the same.
    { selector: 'edge.uncertain', style: { 'mid-source-arrow-shape': 'diamond', 'mid-source-arrow-fill': 'hollow', 'text-margin-y': -12 } },
    // A second line beside the edge, and the number of the other claims in the label.
    { selector: 'edge.bundle', style: { 'underlay-color': c.muted, 'underlay-opacity': 0.22, 'underlay-padding': 3 * thick, 'font-weight': 600 } },
    ...(look.fine
      ? [
          { selector: 'edge.back', style: { 'source-arrow-shape': 'triangle', 'source-distance-from-node': 2, 'source-endpoint': HEAD } },
          { selector: 'edge.back-hollow', style: { 'source-arrow-fill': 'hollow' } },
          ...ALL_RANKS.map((rank) => ({ selector: `edge.back-${rank < 0 ? 'disputed' : rank}`, style: { 'source-arrow-color': inkOf(rank) } })),
          { selector: 'edge.stub', style: { 'target-distance-from-node': 0 } },
        ]
      : []),
    { selector: 'edge.overlapping', style: { 'text-opacity': 0, 'text-background-opacity': 0 } },
  ] as StylesheetJson;
}

/** Rules for edges that are read, hovered or faded. Selecting an edge never changes its pattern, width or colour, because these have a meaning. */
export function edgeEmphasisRules(scheme: Scheme, look: Look, font: string): StylesheetJson {
  const c = PALETTES[scheme];
  const more = scheme.endsWith('-more');
  const thick = thicken(look.step);
  const predicate = predicateStyle(scheme, look, font);
  return [
    {
      selector: 'edge.selected, edge.hop',
      style: { 'underlay-color': c.accent, 'underlay-opacity': 0.26, 'underlay-padding': 5, ...predicate, color: c.accent, 'font-weight': 600 },
    },
    { selector: 'edge.faint', style: { opacity: more ? 0.45 : 0.28, 'text-opacity': 0, 'text-background-opacity': 0 } },
    { selector: 'edge.faded, edge.dimmed', style: { opacity: FADED.line } },
    { selector: [0, 1].flatMap((rank) => [`edge.rank-${rank}.faded`, `edge.rank-${rank}.dimmed`]).join(', '), style: { opacity: FADED.weakLine } },
    { selector: 'edge.hovered', style: { ...predicate, 'z-index': 9 } },
    // On a large drawing nothing is faded; what is near gets an underlay.
    { selector: 'edge.near', style: { ...predicate, 'underlay-color': c.accent, 'underlay-opacity': 0.22, 'underlay-padding': 3 * thick } },
    { selector: 'edge.focused', style: { 'underlay-color': c.accent, 'underlay-opacity': 0.4, 'underlay-padding': 3 } },
  ] as StylesheetJson;
}

/** The sign on a line of which nothing is left. */
const CROSS = MARK_SIGNS.falls;

/**
 * Rules for what differs between two states, or what striking does: the ink says which, the dash still the standing. What falls is crossed; what is left only as a
 * retelling is dotted, whatever it stood as.
 */
export function edgeMarkRules(scheme: Scheme, { fine, step }: Look): StylesheetJson {
  const c = PALETTES[scheme];
  const inks: Readonly<Record<ClaimMark, string | undefined>> = {
    gained: c.accent,
    lost: INK_BEFORE[scheme],
    changed: c.accent,
    falls: undefined,
    retold: c.warning,
    stands: c.accent,
  };
  const inked = (ink: string): Style => ({
    'line-color': ink,
    color: ink,
    'mid-source-arrow-color': ink,
    ...(fine ? { 'target-arrow-color': ink, 'source-arrow-color': ink } : {}),
  });
  // Beside both ends, because a text may stand over the middle.
  const crossed = { 'source-label': CROSS, 'source-text-offset': 34, 'target-label': CROSS, 'target-text-offset': 34, 'line-opacity': 0.55 };
  return [
    ...CLAIM_MARKS.flatMap((mark) => (inks[mark] === undefined ? [] : [{ selector: `edge.mark-${mark}`, style: inked(inks[mark]) }])),
    { selector: 'edge.mark-both', style: inked(c.muted) },
    // In a placed picture the predicate is a text of its own.
    ...CLAIM_MARKS.flatMap((mark) => {
      const ink = mark === 'falls' ? c.danger : inks[mark];
      return ink === undefined ? [] : [{ selector: `node.text.mark-${mark}`, style: { color: ink } }];
    }),
    { selector: 'edge.then', style: { ...inked(INK_BEFORE[scheme]), events: 'no' } },
    { selector: 'edge.mark-falls', style: { ...crossed, color: c.danger } },
    { selector: 'edge.mark-retold', style: { 'line-style': 'dashed', 'line-dash-pattern': DASHES[0]!.map((n) => n * thicken(step)) } },
  ] as StylesheetJson;
}
