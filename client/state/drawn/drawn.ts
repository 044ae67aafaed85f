/** What is drawn: the content of the canvas under its filters, with the claims they leave out. */
import type { EdgeView, NodeView } from '../../../server/contract/views.ts';
import { isDrawable, neededEntities } from '../../../server/domain/picturing/drawn/drawable.ts';
import { passing, type ActiveFilter } from '../filters/filters.ts';
import type { GraphCache } from '../canvas/graph-cache.ts';
import type { ViewDocument } from '../view.ts';

export interface Drawn {
  nodes: NodeView[];
  edges: EdgeView[];
  /** Claims on the canvas before filters, without hidden ones: the basis of the counts of filters. */
  all: EdgeView[];
  /** Claims on the canvas whatever hides them. */
  placed: EdgeView[];
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

const NONE: ReadonlySet<string> = new Set();
const sorted = (ids: Iterable<string>): string[] => [...new Set(ids)].toSorted();

/**
 * Nodes and edges in the order of ids, so that the same view gives the same picture. Where the filters hide, they hide the entities whose claims on the canvas
 * they all leave out, too.
 */
export function drawn({ canvas, filters }: Pick<ViewDocument, 'canvas' | 'filters'>, cache: GraphCache): Drawn {
  const hidden = new Set(canvas.hidden);
  const hiddenClaims = new Set(canvas.hiddenClaims);
  const typesLeft = filters.manner === 'hide' ? filters.hiddenTypes : [];
  const candidates: NodeView[] = [];
  for (const id of canvas.entities.toSorted()) {
    const node = cache.nodes.get(id);
    if (node && !hidden.has(id) && !typesLeft.includes(node.type)) candidates.push(node);
  }
  const shown = new Set(candidates.map((node) => node.id));
  const placed = canvas.claims.toSorted().flatMap((id) => cache.edges.get(id) ?? []);
  const all = placed.filter((edge) => !hiddenClaims.has(edge.id) && isDrawable(edge, shown));
  const edges = all.filter(passing(filters, (id) => cache.nodes.get(id)?.type));
  const standing = new Set(edges);
  const touching = linesOf(edges);
  // An entity that stands here without any claim was placed for itself, and stays.
  const without = filters.manner === 'hide' && edges.length < all.length ? new Set(all.flatMap(neededEntities).filter((id) => !touching.has(id))) : NONE;
  return {
    nodes: candidates.filter((node) => !without.has(node.id)),
    edges,
    all,
    placed,
    dimmed: filters.manner === 'dim' ? all.filter((edge) => !standing.has(edge)) : [],
    uncertain: edges.filter((edge) => edge.uncertain),
    held: new Set(edges.flatMap((edge) => edge.segments.flatMap(({ from, to }) => [from, to]))),
    sources: sorted(edges.flatMap((edge) => edge.sources)),
    voices: sorted(edges.flatMap((edge) => edge.originVoices)),
    datasets: sorted(edges.flatMap((edge) => edge.datasets)),
    touching,
  };
}

/** The claims and entities that would be shown without these filters. */
export function leftOutBy(
  document: Pick<ViewDocument, 'canvas' | 'filters'>,
  cache: GraphCache,
  now: Pick<Drawn, 'nodes' | 'edges'>,
  filter: Pick<ActiveFilter, 'without'>,
): { claims: string[]; entities: string[] } {
  const without = drawn({ canvas: document.canvas, filters: { ...document.filters, ...filter.without } }, cache);
  const [nodes, edges] = [new Set(now.nodes.map(({ id }) => id)), new Set(now.edges.map(({ id }) => id))];
  const missing = (all: readonly { id: string }[], shown: ReadonlySet<string>): string[] => all.map(({ id }) => id).filter((id) => !shown.has(id));
  return { claims: missing(without.edges, edges), entities: missing(without.nodes, nodes) };
}
