/** What is drawn: the content of the canvas under its filters, with the claims they leave out. */
import type { EdgeView, NodeView } from '../../../server/contract/views.ts';
import { entitiesOfEdge, isDrawable, neededEntities } from '../canvas/drawable.ts';
import { passing, type ActiveFilter } from '../filters/filters.ts';
import type { GraphCache } from '../canvas/graph-cache.ts';
import type { ViewDocument } from '../view.ts';

export interface Drawn {
  nodes: NodeView[];
  edges: EdgeView[];
  /** Claims on the canvas before filters, without hidden ones: the basis of the counts of filters. */
  all: EdgeView[];
  /** Claims left out by the filters and drawn faintly, where filters are set to dim. */
  dimmed: EdgeView[];
  /** Claims shown that are undated or may be later than the date of the view. */
  uncertain: EdgeView[];
  /** Ids of entities with a shown claim; the others are faded while filters are set. */
  held: ReadonlySet<string>;
  sources: string[];
  voices: string[];
  datasets: string[];
  /** Entity → shown claims whose edges touch it. */
  touching: ReadonlyMap<string, EdgeView[]>;
  /** Entity → number of received claims that name it and have no edge. */
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

/** Nodes and edges in the order of ids, so that the same view gives the same picture. */
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

/** The claims that would be shown without this one filter. */
export function leftOutBy(document: Pick<ViewDocument, 'canvas' | 'filters'>, cache: GraphCache, now: Pick<Drawn, 'edges'>, filter: ActiveFilter): EdgeView[] {
  const shown = new Set(now.edges.map((edge) => edge.id));
  const without = drawn({ canvas: document.canvas, filters: { ...document.filters, ...filter.without } }, cache);
  return without.edges.filter((edge) => !shown.has(edge.id));
}
