/** The nodes of entities, as an answer holds them. */
import type { NodeView } from '../contract/views.ts';
import type { ViewContext } from './view-context.ts';

/** Each once, in the order given; ids without a node in the context are left out. */
export function nodesById(ids: Iterable<string>, ctx: Pick<ViewContext, 'node'>): NodeView[] {
  const nodes: NodeView[] = [];
  for (const id of new Set(ids)) {
    const node = ctx.node(id);
    if (node) nodes.push(node);
  }
  return nodes;
}
