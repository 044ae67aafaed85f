/** What is to be seen: the content of the canvas under its filters, with what they leave out counted. */
import type { EdgeView, NodeView } from "../../server/contract/views.ts";
import { isDrawable } from "./drawable.ts";
import { passes } from "./filters.ts";
import type { GraphCache } from "./graph-cache.ts";
import type { ViewDocument } from "./view.ts";

export interface Drawn {
  nodes: NodeView[];
  edges: EdgeView[];
  /** Claims on the canvas before the filters (hidden ones left out): what the filter counts are taken over. */
  all: EdgeView[];
  /** Ids with a claim shown; the others are faded while filters stand. */
  held: ReadonlySet<string>;
  sources: string[];
  voices: string[];
}

/** Nodes and edges in id order, so that the same view is the same picture. */
export function drawn(document: ViewDocument, cache: GraphCache): Drawn {
  const { canvas, filters } = document;
  const hidden = new Set(canvas.hidden);
  const hiddenClaims = new Set(canvas.hiddenClaims);
  const nodes: NodeView[] = [];
  for (const id of canvas.entities.toSorted()) {
    const node = cache.nodes.get(id);
    if (node && !hidden.has(id) && !filters.hiddenTypes.includes(node.type)) nodes.push(node);
  }
  const shown = new Set(nodes.map((node) => node.id));
  const all: EdgeView[] = [];
  for (const id of canvas.claims.toSorted()) {
    const edge = cache.edges.get(id);
    if (edge && !hiddenClaims.has(id) && isDrawable(edge, shown)) all.push(edge);
  }
  const edges = all.filter((edge) => passes(edge, filters));
  const held = new Set<string>();
  const sources = new Set<string>();
  const voices = new Set<string>();
  for (const edge of edges) {
    for (const segment of edge.segments) held.add(segment.from).add(segment.to);
    for (const source of edge.sources) sources.add(source);
    for (const voice of edge.originVoices) voices.add(voice);
  }
  return { nodes, edges, all, held, sources: [...sources].toSorted(), voices: [...voices].toSorted() };
}
