/** Finds the line that is meant where the pointer is on the edge of a name: Cytoscape takes some px around a text for the text, and lines run as near to it. */
import type { EdgeSingular, EventObject, NodeSingular, SingularElementArgument } from 'cytoscape';
import type { Point } from '../../state/view.ts';

/** How far beside its ink a line still is meant, in px. */
const BESIDE = 1.5;

function distance(at: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = ((at.x - a.x) * dx + (at.y - a.y) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(at.x - a.x - t * dx, at.y - a.y - t * dy);
}

/** How far a point is from a line that is straight between its bends. */
export function distanceTo(at: Point, corners: readonly Point[]): number {
  return Math.min(...corners.slice(1).map((corner, i) => distance(at, corners[i]!, corner)));
}

const isOnBody = (node: NodeSingular, { x, y }: Point): boolean => {
  const centre = node.position();
  return Math.abs(x - centre.x) <= node.outerWidth() / 2 && Math.abs(y - centre.y) <= node.outerHeight() / 2;
};

function cornersOf(edge: EdgeSingular): Point[] {
  return [edge.sourceEndpoint(), ...(edge.hasClass('bent') ? edge.segmentPoints() : []), edge.targetEndpoint()];
}

/** What the pointer of an event is on: where that is the text of a node, and a line with a claim of its own runs under the pointer, the line. */
export function elementUnder({ cy, target: given, position: at }: EventObject): SingularElementArgument {
  const target = given as NodeSingular;
  if (!target.isNode() || isOnBody(target, at)) return target;
  const reach = BESIDE / cy.zoom();
  const near = cy
    .edges('[?claim]')
    .filter((edge) => edge.visible() && edge.data('weights') !== undefined && distanceTo(at, cornersOf(edge)) <= edge.numericStyle('width') / 2 + reach);
  return near.empty() ? target : near[0]!;
}
