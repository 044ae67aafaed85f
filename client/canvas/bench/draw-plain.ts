/** Draws the same graph with Cytoscape alone, with its default styles and names as labels. */
import cytoscape, { type ElementDefinition } from 'cytoscape';
import type { GeneratedGraph } from '../../testing/generate-graph.ts';
import { shown } from './measured.ts';

export function plainElements({ nodes, edges, positions }: GeneratedGraph): ElementDefinition[] {
  return [
    ...nodes.map((node) => ({ group: 'nodes' as const, data: { id: node.id, label: node.name }, position: { ...positions.get(node.id)! } })),
    ...edges.map((edge) => ({ group: 'edges' as const, data: { id: edge.id, label: edge.label, source: edge.subject, target: edge.object } })),
  ];
}

export async function drawPlain(host: HTMLElement, graph: GeneratedGraph, arrows: boolean): Promise<{ ms: number; end: () => void }> {
  const elements = plainElements(graph);
  const started = performance.now();
  const cy = cytoscape({
    container: host,
    elements,
    layout: { name: 'preset', fit: true },
    style: [
      { selector: 'node', style: { label: 'data(label)' } },
      ...(arrows ? [{ selector: 'edge', style: { label: 'data(label)', 'curve-style': 'bezier' as const, 'target-arrow-shape': 'triangle' as const } }] : []),
    ],
  });
  return { ms: await shown(cy, started), end: () => cy.destroy() };
}
