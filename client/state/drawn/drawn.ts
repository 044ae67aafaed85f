/** What is to be seen: the content of the canvas under its filters, with what they leave out counted. */
import type { EdgeView, NodeView } from '../../../server/contract/views.ts';
import { entitiesOfEdge, isDrawable, neededEntities } from '../canvas/drawable.ts';
import { passing, type ActiveFilter } from '../filters/filters.ts';
import type { GraphCache } from '../canvas/graph-cache.ts';
import type { ViewDocument } from '../view.ts';

export interface Drawn {
  nodes: NodeView[];
  edges: EdgeView[];
  /** Claims on the canvas before the filters (hidden ones left out): what the filter counts are taken over. */
  all: EdgeView[];
  /** Left out by the filters and drawn faint, while they are to dim. */
  dimmed: EdgeView[];
  /** Shown, and undated or perhaps later than the view's date. */
  uncertain: EdgeView[];
  /** Ids with a claim shown; the others are faded while filters stand. */
  held: ReadonlySet<string>;
  sources: string[];
  voices: string[];
  datasets: string[];
  /** Claims shown by the entity their lines touch. */
  touching: ReadonlyMap<string, EdgeView[]>;
  /** Claims received that name an entity and have no line: nothing of them can be drawn. */
  lineless: ReadonlyMap<string, number>;
}

function linesOf(edges: readonly EdgeView[]): Map<string, EdgeView[]> {
  const touching = new Map<string, EdgeView[]>();
  for (const edge of edges)
    for (const id of neededEntities(edge)) {
      const of = touching.get(id);
      if (of) of.push(edge);
      else touching.set(id, [edge]);
    }
  return touching;
}

const COUNTED = new WeakMap<GraphCache['edges'], Map<string, number>>();
function linelessOf(edges: GraphCache['edges']): Map<string, number> {
  const known = COUNTED.get(edges);
  if (known) return known;
  const counts = new Map<string, number>();
  for (const edge of edges.values()) if (neededEntities(edge).length === 0) for (const id of entitiesOfEdge(edge)) counts.set(id, (counts.get(id) ?? 0) + 1);
  COUNTED.set(edges, counts);
  return counts;
}

const sorted = (ids: Iterable<string>): string[] => [...new Set(ids)].toSorted();

/** Nodes and edges in id order, so that the same view is the same picture. */
export function drawn({ canvas, filters }: Pick<ViewDocument, 'canvas' | 'filters'>, cache: GraphCache): Drawn {
  const hidden = new Set(canvas.hidden);
  const hiddenClaims = new Set(canvas.hiddenClaims);
  const typesLeft = filters.manner === 'hide' ? filters.hiddenTypes : [];
  const nodes: NodeView[] = [];
  for (const id of canvas.entities.toSorted()) {
    const node = cache.nodes.get(id);
    if (node && !hidden.has(id) && !typesLeft.includes(node.type)) nodes.push(node);
  }
  const shown = new Set(nodes.map((node) => node.id));
  const all: EdgeView[] = [];
  for (const id of canvas.claims.toSorted()) {
    const edge = cache.edges.get(id);
    if (edge && !hiddenClaims.has(id) && isDrawable(edge, shown)) all.push(edge);
  }
  const edges = all.filter(passing(filters, (id) => cache.nodes.get(id)?.type));
  const standing = new Set(edges);
  return {
    nodes,
    edges,
    all,
    dimmed: filters.manner === 'dim' ? all.filter((edge) => !standing.has(edge)) : [],
    uncertain: edges.filter((edge) => edge.uncertain),
    held: new Set(edges.flatMap((edge) => edge.segments.flatMap(({ from, to }) => [from, to]))),
    sources: sorted(edges.flatMap((edge) => edge.sources)),
    voices: sorted(edges.flatMap((edge) => edge.originVoices)),
    datasets: sorted(edges.flatMap((edge) => edge.datasets)),
    touching: linesOf(edges),
    lineless: linelessOf(cache.edges),
  };
}

/** What one filter leaves out by itself: the claims that would be in view without it. */
export function leftOutBy(document: Pick<ViewDocument, 'canvas' | 'filters'>, cache: GraphCache, now: Pick<Drawn, 'edges'>, filter: ActiveFilter): EdgeView[] {
  const shown = new Set(now.edges.map((edge) => edge.id));
  const without = drawn({ canvas: document.canvas, filters: { ...document.filters, ...filter.without } }, cache);
  return without.edges.filter((edge) => !shown.has(edge.id));
}
