/** Style rules of nodes and frames, and of their names. */
import type { StylesheetJson } from 'cytoscape';
import { ENTITY_TYPES, type EntityType } from '../../../server/domain/model/lists.ts';
import { PALETTES, type Scheme } from '../../../server/domain/picturing/look/palette.ts';
import { iconImage, NODE_SHAPES } from '../../../server/domain/picturing/look/type-shapes.ts';
import { BADGED_SCALE, type BadgedNode, badgedImage } from './badge-image.ts';
import { iconBox } from '../../../server/domain/picturing/look/body-marks.ts';
import { FADED, type Look, NAME_PX, NAMED_FROM_AFAR, nameSize, thicken } from './look.ts';

type Style = Readonly<Record<string, unknown>>;

const BODY = 40;
const PLOT_BODY = 50;
/**
 * Padding of a frame around the nodes of its members: what `apart` leaves free. Names are not included; otherwise frames would grow and overlap at a far zoom.
 */
const FRAME_PADDING = 40;
/** How far marks extend beyond a node; a frame encloses them. */
const MARKS_REACH = 20;

/** The name of a node, with a halo in the background colour that separates it from edges below. */
function nameStyle(scheme: Scheme, look: Look, font: string): Style {
  const c = PALETTES[scheme];
  const size = nameSize(look);
  return {
    label: 'data(label)',
    color: c.ink,
    'font-family': font,
    'font-size': size,
    'font-weight': scheme.endsWith('-more') ? 600 : 500,
    'text-valign': 'bottom',
    'text-margin-y': 5,
    'text-wrap': 'wrap',
    'text-max-width': `${(look.labelWidth * size) / NAME_PX.usual}px`,
    'text-outline-color': c.paper,
    'text-outline-width': Math.max(3, size / 4),
  };
}

function typeStyle(type: EntityType, scheme: Scheme, fine: boolean): Style {
  const c = PALETTES[scheme];
  const { size, left } = iconBox(type);
  return {
    shape: NODE_SHAPES[type],
    ...(fine
      ? {
          'background-image': iconImage(type, type === 'Plot' ? c.danger : c.ink),
          'background-width': `${size}%`,
          'background-height': `${size}%`,
          'background-position-x': `${(100 * left) / (100 - size)}%`,
        }
      : {}),
    ...(type === 'Plot' ? { 'border-color': c.danger, width: PLOT_BODY, height: PLOT_BODY } : {}),
    ...(type === 'Country' || type === 'Gang' ? { width: 44, height: 44 } : {}),
    ...(type === 'Event' ? { 'border-style': 'double', 'border-width': 4 } : {}),
  };
}

/** Rules for all nodes. Those for emphasis follow after the rules of edges. */
export function nodeRules(scheme: Scheme, look: Look, font: string): StylesheetJson {
  const c = PALETTES[scheme];
  const more = scheme.endsWith('-more');
  const { fine } = look;
  const name = nameStyle(scheme, look, font);
  return [
    {
      selector: 'node',
      style: {
        width: BODY,
        height: BODY,
        'background-color': c.surface,
        'z-index': 10,
        // The border is still visible on a node of 7 px.
        'border-width': (more ? 2.2 : 1.5) * (fine ? 1 : thicken(look.step)),
        'border-color': c.ink,
        ...(fine ? name : {}),
      },
    },
    ...(fine ? [] : [{ selector: NAMED_FROM_AFAR.map((one) => `node.${one}`).join(', '), style: { ...name, 'z-index': 20 } }]),
    ...ENTITY_TYPES.map((type) => ({ selector: `node[type = "${type}"]`, style: typeStyle(type, scheme, fine) })),
    ...(fine
      ? [
          {
            selector: 'node[badges]',
            style: {
              'background-image': (body: BadgedNode) => badgedImage(body.data('type'), body.data('badges'), scheme, look.numbers),
              'background-width': `${100 * BADGED_SCALE}%`,
              'background-height': `${100 * BADGED_SCALE}%`,
              'background-position-x': '50%',
              'background-clip': 'none',
              'background-image-containment': 'over',
              'bounds-expansion': MARKS_REACH,
            },
          },
        ]
      : []),
    // Hidden and not cached as a picture either, while its size is still measured.
    { selector: 'node.overlapping', style: { 'text-opacity': 0, 'min-zoomed-font-size': 1000 } },
    { selector: 'node.vague', style: { 'border-style': 'dashed' } },
    { selector: 'node.several', style: { 'border-style': 'double', 'border-width': 4 } },
    { selector: 'node.unsure', style: { 'border-style': 'dotted', 'border-width': 2.5 } },
    { selector: 'node.held', style: { 'border-width': 2.5 } },
    {
      selector: 'node.frame',
      style: {
        shape: 'round-rectangle',
        'corner-radius': '10',
        'background-color': c.sunken,
        'background-opacity': 0.75,
        'background-image': 'none',
        'border-width': 1.5,
        'border-color': c.muted,
        'border-style': 'solid',
        ...name,
        color: c.second,
        'font-weight': 600,
        'text-valign': 'top',
        'text-margin-y': -4,
        'text-max-width': `${2 * Number.parseFloat(String(name['text-max-width']))}px`,
        padding: `${FRAME_PADDING}px`,
        'compound-sizing-wrt-labels': 'exclude',
        'z-index': 0,
        'z-compound-depth': 'bottom',
      },
    },
    {
      selector: 'node.open',
      style: {
        width: 13,
        height: 13,
        shape: 'ellipse',
        'background-opacity': 0,
        'border-width': 1.75,
        'border-color': more ? c.ink : c.muted,
        label: '',
        events: 'no',
        'z-index': 5,
      },
    },
  ] as StylesheetJson;
}

/** Rules for nodes that are read, hovered or faded. */
export function nodeEmphasisRules(scheme: Scheme): StylesheetJson {
  const c = PALETTES[scheme];
  const more = scheme.endsWith('-more');
  /** Shows a name that was hidden because of an overlap. */
  const named = { 'text-opacity': 1, 'min-zoomed-font-size': 0 };
  return [
    {
      selector: 'node.selected',
      style: {
        'underlay-color': c.accent,
        'underlay-opacity': 0.28,
        'underlay-padding': 6,
        'underlay-shape': 'ellipse',
        'border-color': c.accent,
        'background-color': c.accentTint,
        ...named,
      },
    },
    { selector: 'node.faint', style: { opacity: more ? 0.45 : 0.3 } },
    { selector: 'node.faded, node.dimmed', style: { opacity: FADED.body } },
    { selector: 'node.text.faded, node.text.dimmed', style: { opacity: FADED.text } },
    { selector: 'node.near', style: { ...named, 'border-color': c.accent } },
    { selector: 'node.focused', style: { ...named, 'border-color': c.accent, 'border-width': 3.5 } },
  ] as StylesheetJson;
}
