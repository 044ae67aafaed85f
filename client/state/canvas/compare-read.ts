/** Compares what was drawn with what a new revision of the case holds of it. */
import type { EdgeView, NodeView } from '../../../server/contract/views.ts';
import { entitiesOfEdge } from '../../../server/domain/picturing/drawn/drawable.ts';
import { clocksKey, type GraphCache } from './graph-cache.ts';
import type { Clocks } from '../../../server/domain/model/questions.ts';
import type { CanvasContent } from '../view.ts';

/** What was read again: the entities asked for, and all claims whose ends are among them. */
export interface ReadAgain {
  clocks: Clocks;
  asked: readonly string[];
  nodes: readonly NodeView[];
  edges: readonly EdgeView[];
  /** True where there were more claims than are sent: a claim that is not among them may still be there. */
  cut: boolean;
}
/** What changed of what was drawn. Names and sentences as they were read before. */
export interface Change {
  entitiesGone: string[];
  claimsGone: string[];
  renamed: { from: string; to: string }[];
  /** Claims whose sentence, standing or origins are others. */
  claimsChanged: number;
}

type Named = Pick<CanvasContent, 'entities' | 'claims'>;
/** The drawn claims that are known and were not found among the entities they were drawn with. */
export function notFoundAgain(before: GraphCache, drawn: Named, { asked, edges, cut }: Pick<ReadAgain, 'asked' | 'edges' | 'cut'>): EdgeView[] {
  if (cut) return [];
  const [again, found] = [new Set(asked), new Set(edges.map((edge) => edge.id))];
  const known = drawn.claims.map((id) => before.edges.get(id)).filter((edge) => edge !== undefined);
  return known.filter((edge) => !found.has(edge.id) && entitiesOfEdge(edge).every((id) => again.has(id)));
}

const saidOf = ({ sentence, level, origins, contested }: EdgeView): string => JSON.stringify([sentence, level, origins, contested]);

export function compareRead(before: GraphCache, drawn: Named, read: ReadAgain): Change {
  const { nodes, edges } = read;
  const [newNodes, newEdges] = [new Map(nodes.map((node) => [node.id, node])), new Map(edges.map((edge) => [edge.id, edge]))];
  const claimsGone = notFoundAgain(before, drawn, read).map((edge) => edge.sentence);
  const change: Change = { entitiesGone: [], claimsGone, renamed: [], claimsChanged: 0 };
  for (const id of drawn.entities) {
    const [was, is] = [before.nodes.get(id), newNodes.get(id)];
    if (!was) continue;
    if (!is) change.entitiesGone.push(was.name);
    else if (is.name !== was.name) change.renamed.push({ from: was.name, to: is.name });
  }
  for (const id of drawn.claims) {
    const [was, is] = [before.edges.get(id), newEdges.get(id)];
    if (was && is && saidOf(is) !== saidOf(was)) change.claimsChanged += 1;
  }
  return change;
}

/** What is known after reading again: what was asked is replaced, and of the rest only what was drawn in the meantime stays. */
export function replaceRead(before: GraphCache, drawn: Named, { clocks, asked, nodes, edges, cut }: ReadAgain): GraphCache {
  if (clocksKey(clocks) !== before.clocks) return before;
  const again = new Set(asked);
  const names = new Set(drawn.entities);
  const claims = new Set(drawn.claims);
  const wasAsked = (edge: EdgeView): boolean => entitiesOfEdge(edge).every((id) => again.has(id));
  const keptNodes = [...before.nodes].filter(([id]) => names.has(id) && !again.has(id));
  const keptEdges = [...before.edges].filter(([id, edge]) => claims.has(id) && (cut || !wasAsked(edge)));
  const next = {
    clocks: before.clocks,
    nodes: new Map([...keptNodes, ...nodes.map((node) => [node.id, node] as const)]),
    edges: new Map([...keptEdges, ...edges.map((edge) => [edge.id, edge] as const)]),
  };
  const absent = [...drawn.entities.filter((id) => again.has(id) && !next.nodes.has(id)), ...drawn.claims.filter((id) => !next.edges.has(id))];
  return { ...next, absent: new Set(absent) };
}
