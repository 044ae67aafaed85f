/** The elements of a placed picture: of all that is in view, or of only what is on a sheet. Pure. */
import type { Drawn } from '../../state/drawn/drawn.ts';
import type { Sheet } from '../../state/drawn/sheet.ts';
import type { Picture } from '../../../server/domain/picturing/picture.ts';
import { type CanvasElements, type Drawing, toElements } from './elements.ts';
import { looksOf } from './joins.ts';
import { MIRRORED } from './mirror.ts';
import { pictureElements } from './picture-elements.ts';

/**
 * @param plain elements of the same view without a picture, whose nodes have the marks
 * @param counted entities that a fold may count: those in view, also where a sheet names only some of them
 */
export function pictureOf(picture: Picture, view: Drawing['view'], plain: CanvasElements, mirrored = MIRRORED, counted = view.nodes): CanvasElements {
  const of = new Map(view.nodes.map((node) => [node.id, node]));
  const types = new Map(counted.map(({ id, type }) => [id, type]));
  return pictureElements({
    picture,
    nodes: plain.nodes.filter(({ id, type }) => type !== 'Open' && of.has(id)),
    looks: looksOf(view),
    typeOf: (id) => types.get(id),
    nameOf: (id) => of.get(id)?.name ?? '',
    mirrored,
  });
}

/** With only what is on a sheet: claims and entities that are not there are in no line, number or text of it. */
export function pictureOn(
  { entities, claims }: Sheet,
  picture: Picture,
  view: Drawing['view'],
  canvas: Drawing['canvas'],
  mirrored = MIRRORED,
): CanvasElements {
  const on: Pick<Drawn, 'nodes' | 'edges' | 'dimmed'> = {
    nodes: view.nodes.filter(({ id }) => entities.has(id)),
    edges: view.edges.filter(({ id }) => claims.has(id)),
    dimmed: view.dimmed.filter(({ id }) => claims.has(id)),
  };
  const all = { ...view, ...on };
  return pictureOf(picture, all, toElements({ view: all, canvas, mirrored }), mirrored, view.nodes);
}
