/** Moves bodies apart for print until no name lies over another. */
import type { Core, NodeSingular } from 'cytoscape';
import { type Place, type Room, roomsApart } from '../../../server/domain/picturing/place/rooms-apart.ts';

/**
 * For the time a picture is painted.
 * @returns a function that puts everything back
 */
export function namesApart(cy: Core): () => void {
  const nodes = cy
    .nodes(':visible')
    .filter((node) => node.isChildless() && node.data('type') !== 'Open')
    .toArray() as NodeSingular[];
  const before = nodes.map((node) => ({ ...node.position() }));
  const rooms = nodes.map((node, i): Room => {
    const { x, y } = before[i]!;
    const { x1, x2, y1, y2 } = node.boundingBox({ includeLabels: true, includeOverlays: false, includeUnderlays: false });
    return { x, y, left: x - x1, right: x2 - x, top: y - y1, bottom: y2 - y };
  });
  const after = roomsApart(rooms);
  // An open end stays at its claim, as far from it as it was.
  const rings = cy.nodes('[type = "Open"]').toArray() as NodeSingular[];
  const ringsBefore = rings.map((ring) => ({ ...ring.position() }));
  const index = new Map(nodes.map((node, i) => [node.id(), i]));
  const ringsAfter = rings.map((ring, n) => {
    const i = index.get(ring.neighborhood('node').first().id() ?? '');
    const { x, y } = ringsBefore[n]!;
    return i === undefined ? { x, y } : { x: x + after[i]!.x - before[i]!.x, y: y + after[i]!.y - before[i]!.y };
  });
  const put = (places: readonly Place[], ends: readonly Place[]): void =>
    cy.batch(() => {
      for (const [i, node] of nodes.entries()) node.position({ ...places[i]! });
      for (const [i, ring] of rings.entries()) ring.position({ ...ends[i]! });
    });
  put(after, ringsAfter);
  return () => put(before, ringsBefore);
}
