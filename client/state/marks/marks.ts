/** What is marked on the drawing: claims and entities that differ between two states of the case, or that something struck does something to. */
import type { ClaimMark } from '../../../server/contract/routes/compare.ts';
import type { EdgeView, NodeView } from '../../../server/contract/views.ts';
import { isDrawable } from '../../../server/domain/picturing/drawn/drawable.ts';
import type { Drawn } from '../drawn/drawn.ts';
import { passing } from '../filters/filters.ts';
import type { Positions, ViewDocument } from '../view.ts';

export interface Marks {
  claims: ReadonlyMap<string, ClaimMark>;
  entities: ReadonlyMap<string, 'gained' | 'lost'>;
  /** What is drawn besides what the view holds at its clocks: claims of the other state, with their ends. */
  also?: { nodes: readonly NodeView[]; edges: readonly EdgeView[] };
  /** Where entities are drawn that are in a draft alone, and no part of the view. */
  places?: Positions;
  /** Claims that changed, as they were before: drawn beside their line in the ink of what was. */
  then?: readonly EdgeView[];
  /** Claims without a mark are in both states and drawn in grey, so that only what differs has an ink. */
  greyBoth?: boolean;
  /** Nothing but these is drawn: one of the two states alone. */
  only?: { claims: ReadonlySet<string>; entities: ReadonlySet<string> };
}

/** What is drawn with what its marks add to it, or leave of it. */
export function withMarks(view: Drawn, marks: Marks | undefined, { canvas, filters }: Pick<ViewDocument, 'canvas' | 'filters'>): Drawn {
  if (!marks) return view;
  const named = new Set([...canvas.entities.filter((id) => !canvas.hidden.includes(id)), ...(marks.places?.keys() ?? [])]);
  const known = new Set(view.nodes.map(({ id }) => id));
  const nodes = [...view.nodes, ...(marks.also?.nodes ?? []).filter(({ id }) => named.has(id) && !known.has(id))];
  const shown = new Set(nodes.map(({ id }) => id));
  const types = new Map(nodes.map(({ id, type }) => [id, type]));
  const isPassing = passing(filters, (id) => types.get(id));
  const drawn = new Set(view.all.map(({ id }) => id));
  const fresh = (marks.also?.edges ?? []).filter((edge) => !drawn.has(edge.id) && !canvas.hiddenClaims.includes(edge.id) && isDrawable(edge, shown));
  const { only } = marks;
  const edges = [...view.edges, ...fresh.filter(isPassing)].filter(({ id }) => !only || only.claims.has(id));
  return {
    ...view,
    nodes: only ? nodes.filter(({ id }) => only.entities.has(id)) : nodes,
    edges,
    all: [...view.all, ...fresh],
    held: new Set(edges.flatMap((edge) => edge.segments.flatMap(({ from, to }) => [from, to]))),
  };
}
