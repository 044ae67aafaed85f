/** The elements of a placed picture. Pure. */
import type { Picture } from '../../../server/domain/picturing/picture.ts';
import { type CanvasElements, type Drawing } from './elements.ts';
import { looksOf } from './joins.ts';
import type { Marks } from '../../state/marks/marks.ts';
import { MIRRORED } from './mirror.ts';
import { pictureElements } from './picture-elements.ts';

/** @param plain elements of the same view without a picture, whose nodes have the marks */
export function pictureOf(picture: Picture, view: Drawing['view'], plain: CanvasElements, mirrored = MIRRORED, marks?: Pick<Marks, 'claims'>): CanvasElements {
  const of = new Map(view.nodes.map((node) => [node.id, node]));
  const types = new Map(view.nodes.map(({ id, type }) => [id, type]));
  return pictureElements({
    picture,
    nodes: plain.nodes.filter(({ id, type }) => type !== 'Open' && of.has(id)),
    looks: looksOf(view),
    typeOf: (id) => types.get(id),
    nameOf: (id) => of.get(id)?.name ?? '',
    mirrored,
    ...(marks ? { markOf: (claim) => marks.claims.get(claim) } : {}),
  });
}
