/** Style rules of a placed picture: bodies in rows, texts, samples of lines, frames of lists, and lines that follow a way. */
import type { StylesheetJson } from 'cytoscape';
import { PALETTES, type Scheme } from '../../../server/domain/picturing/look/palette.ts';
import { type BadgedNode, badgedImage } from './badge-image.ts';
import { LINE_LABEL_PX, type Look, NAME_PX } from './look.ts';

/** Sizes are those that the picture was measured with, and the same at any zoom, because its texts have just the room they need. */
const BODY = 24;
const PLOT_BODY = 28;
const CORNER = 8;
/** Room around a text in which it can be pointed at. */
const REACH = 3;

export function pictureNodeRules(scheme: Scheme, { fine }: Pick<Look, 'fine'>, font: string): StylesheetJson {
  const c = PALETTES[scheme];
  const more = scheme.endsWith('-more');
  const bare = { 'background-opacity': 0, 'border-width': 0, width: 1, height: 1, 'background-image': 'none', shape: 'rectangle' };
  const small = {
    label: 'data(label)',
    'font-family': font,
    'font-size': LINE_LABEL_PX,
    'font-weight': more ? 600 : 400,
    color: c.second,
    'text-valign': 'center',
    'text-halign': 'right',
    'text-margin-x': 0,
    'text-margin-y': 0,
    'text-wrap': 'wrap',
    'text-max-width': '2000px',
    'text-outline-width': 0,
    'text-events': 'yes',
    'line-height': 1.2,
  };
  const sided = (side: 'left' | 'right') => ({ 'text-halign': side, 'text-justification': side === 'right' ? 'left' : 'right' });
  /** A name in rows, at its place beside or below the body. */
  const name = {
    'font-size': NAME_PX.usual,
    'text-valign': 'center',
    'text-margin-y': 'data(dy)',
    'text-max-width': '2000px',
    'text-outline-width': 0,
    'text-events': 'yes',
    'line-height': 14 / NAME_PX.usual,
  };
  return [
    { selector: 'node.row', style: { width: BODY, height: BODY } },
    { selector: 'node.row[type = "Plot"]', style: { width: PLOT_BODY, height: PLOT_BODY } },
    { selector: 'node.row.several', style: { 'border-style': 'double', 'border-width': 4 } },
    ...(fine
      ? [
          { selector: 'node.row', style: { ...name, 'text-margin-x': 'data(dx)' } },
          { selector: 'node.under', style: name },
        ]
      : []),
    // A number would be too small to read on a body of this size.
    ...(fine
      ? [
          {
            selector: 'node.row[badges]',
            style: { 'background-image': (body: BadgedNode) => badgedImage(body.data('type'), body.data('badges'), scheme, false) },
          },
        ]
      : []),
    { selector: 'node.joint', style: { ...bare, label: '', events: 'no', 'z-index': 1 } },
    // An open end of a tag.
    {
      selector: 'node.joint.ring',
      style: {
        width: 7,
        height: 7,
        shape: 'ellipse',
        'border-width': 1.5,
        'border-color': c.muted,
        'border-style': 'solid',
        'background-opacity': 1,
        'background-color': c.paper,
      },
    },
    { selector: 'node.text', style: { ...bare, ...(fine ? small : { label: '' }), 'z-index': 12 } },
    {
      selector: 'node.list',
      style: {
        ...bare,
        label: '',
        shape: 'round-rectangle',
        'corner-radius': '8',
        width: 'data(width)',
        height: 'data(height)',
        'background-color': c.sunken,
        'background-opacity': 1,
        'border-width': 1,
        'border-color': c.line,
        'z-index': 0,
        'z-compound-depth': 'bottom',
      },
    },
    ...(fine
      ? [
          { selector: 'node.rightwards', style: sided('right') },
          { selector: 'node.leftwards', style: sided('left') },
          {
            selector: 'node.predicate',
            style: {
              'text-halign': 'center',
              'text-justification': 'center',
              'text-background-opacity': 1,
              'text-background-color': c.paper,
              'text-background-padding': '1px',
              'bounds-expansion': REACH,
              'z-index': 6,
            },
          },
          { selector: 'node.lane', style: { color: c.muted, 'font-weight': 600, events: 'no' } },
          { selector: 'node.text.folded', style: { color: c.accent, 'font-weight': 600 } },
          { selector: 'node.row.folded', style: { color: c.accent } },
          { selector: 'node.text.faint', style: { 'text-opacity': 0, 'text-background-opacity': 0 } },
        ]
      : []),
  ] as StylesheetJson;
}

export function pictureEdgeRules(scheme: Scheme, { fine }: Pick<Look, 'fine'>): StylesheetJson {
  const c = PALETTES[scheme];
  const way = { 'source-endpoint': 'data(from)', 'target-endpoint': 'data(to)', 'source-distance-from-node': 0, 'target-distance-from-node': 0 };
  return [
    { selector: 'edge[from]', style: { 'curve-style': 'straight', ...way } },
    {
      selector: 'edge.bent',
      style: {
        'curve-style': 'round-segments',
        'edge-distances': 'endpoints',
        'segment-weights': 'data(weights)',
        'segment-distances': 'data(distances)',
        'segment-radii': CORNER,
      },
    },
    {
      selector: 'edge.sample',
      style: { 'curve-style': 'straight', 'source-distance-from-node': 0, 'target-distance-from-node': 0, ...(fine ? { 'arrow-scale': 0.7 } : {}) },
    },
    {
      selector: 'edge.trunk',
      style: { width: 1.5, 'line-color': c.muted, 'line-style': 'solid', 'target-arrow-shape': 'none', events: 'no', label: '', 'z-index': 1 },
    },
    { selector: 'edge.rehung', style: { width: 1, 'line-color': c.muted, 'line-style': 'solid', 'target-arrow-shape': 'none', label: '', 'z-index': 1 } },
    { selector: 'edge.tagged', style: { 'curve-style': 'straight', display: 'none' } },
    { selector: 'edge.tagged.hovered, edge.tagged.near', style: { display: 'element' } },
  ] as StylesheetJson;
}
