/** The nodes of entities, as an answer holds them. */
import type { NodeView } from '../contract/views.ts';
import { eachInSlices } from '../domain/figures/in-slices.ts';
import { runInSlices } from './run-in-slices.ts';
import type { ViewContext } from './view-context.ts';

/** Each once, in the order given; ids without a node in the context are left out. */
export async function nodesById(ids: Iterable<string>, ctx: Pick<ViewContext, 'node'>): Promise<NodeView[]> {
  const nodes = await runInSlices(eachInSlices(new Set(ids), (id) => ctx.node(id)));
  return nodes.filter((node) => node !== undefined);
}
