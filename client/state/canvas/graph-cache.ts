/** The entities and claims received at the clocks of the view, by id. It is not part of the history. */
import type { EdgeView, NodeView } from '../../../server/contract/views.ts';
import { STRUCK_KINDS, type Clocks } from '../../../server/domain/model/questions.ts';
import { drawnClocks } from '../struck.ts';

export interface GraphCache {
  /** The clocks at which everything here was read. */
  clocks: string;
  nodes: ReadonlyMap<string, NodeView>;
  edges: ReadonlyMap<string, EdgeView>;
  /** Ids requested and not found at these clocks. */
  absent: ReadonlySet<string>;
}

/** Clocks as canonical text, to compare them. */
export function clocksKey(clocks: Clocks): string {
  const { happened = '', published = '', recorded = '', firmOnly, without = {} } = clocks;
  const struck = STRUCK_KINDS.flatMap((kind) => (without[kind] ?? []).map((id) => `${kind} ${id}`)).sort();
  return [happened, published, recorded, firmOnly ? 'firm' : '', ...struck].join('|');
}

/** What is struck is drawn all the same. */
export function emptyCache(clocks: Clocks): GraphCache {
  return { clocks: clocksKey(drawnClocks(clocks)), nodes: new Map(), edges: new Map(), absent: new Set() };
}

/** Adds what was received. An answer for other clocks is dropped. */
export function receive(cache: GraphCache, clocks: Clocks, nodes: readonly NodeView[], edges: readonly EdgeView[], absent: readonly string[] = []): GraphCache {
  if (clocksKey(clocks) !== cache.clocks) return cache;
  return {
    clocks: cache.clocks,
    nodes: new Map([...cache.nodes, ...nodes.map((node) => [node.id, node] as const)]),
    edges: new Map([...cache.edges, ...edges.map((edge) => [edge.id, edge] as const)]),
    absent: new Set([...cache.absent, ...absent]),
  };
}
