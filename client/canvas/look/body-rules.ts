/** How bodies and frames look, and their names. */
import type { StylesheetJson } from 'cytoscape';
import { ENTITY_TYPES, type EntityType } from '../../../server/domain/model/lists.ts';
import { PALETTES, type Scheme } from '../../ui/palette.ts';
import { iconImage, NODE_SHAPES } from '../../ui/type-shapes.ts';
import { BADGED_SCALE, badgedImage, iconBox } from './badge-image.ts';
import { type Look, NAME_PX, NAMED_FROM_AFAR, nameSize, thicken } from './look.ts';

interface BadgedBody {
  data: { (key: 'type'): EntityType; (key: 'badges'): string };
}
type Style = Readonly<Record<string, unknown>>;

const BODY = 40;
const PLOT_BODY = 50;
/** Of a frame around its members' bodies: what `apart` leaves free. Their names are no part of it, or frames would grow onto each other from afar. */
const FRAME_PADDING = 40;
/** What the marks reach beyond a body; a frame goes around them. */
const MARKS_REACH = 20;

/** The name of a body. A halo of paper parts it from the lines below. */
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

/** Rules for what bodies are; how they are stressed follows after the lines. */
export function bodyRules(scheme: Scheme, look: Look, font: string): StylesheetJson {
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
        // A ring of 7 px across is still to be seen.
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
              'background-image': (body: BadgedBody) => badgedImage(body.data('type'), body.data('badges'), scheme, look.numbers),
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
    // Neither drawn nor kept as a picture; its room is still measured.
    { selector: 'node.crowded', style: { 'text-opacity': 0, 'min-zoomed-font-size': 1000 } },
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

/** Rules for bodies that are read, pointed at or set back. */
export function bodyStressRules(scheme: Scheme): StylesheetJson {
  const c = PALETTES[scheme];
  const more = scheme.endsWith('-more');
  /** Takes back that the name gave way. */
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
    { selector: 'node.faded', style: { opacity: more ? 0.45 : 0.3 } },
    { selector: 'node.dimmed', style: { opacity: 0.25 } },
    { selector: 'node.near', style: { ...named, 'border-color': c.accent } },
    { selector: 'node.focused', style: { ...named, 'border-color': c.accent, 'border-width': 3.5 } },
  ] as StylesheetJson;
}
