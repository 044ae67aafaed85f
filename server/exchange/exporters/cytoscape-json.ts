/** Exports a piece as the JSON of Cytoscape.js and Cytoscape desktop: every claim an edge with its citations, positions where the drawing gives them. */
import { eachInSlices, type InSlices } from '../../domain/figures/in-slices.ts';
import { lossLines, ONLY_IN_OWN_FORMAT } from '../../domain/publishing/loss-report.ts';
import { flatGraph } from '../flat/flat-graph.ts';
import type { ExportFile, ExportInput, Exporter } from '../format.ts';
import { printedFile, printedLines } from '../printed-lines.ts';

function* write({ ctx, gate, losses, view }: ExportInput): InSlices<ExportFile[]> {
  const { nodes, edges, sources, voices } = yield* flatGraph(gate.piece, ctx);
  const placed = new Map(view.positions?.map(({ id, x, y }) => [id, { x, y }]));
  const nodeLines = yield* eachInSlices(nodes, ({ id, label, attributes }) =>
    JSON.stringify({ group: 'nodes', data: { id, label, ...attributes }, ...(placed.has(id) ? { position: placed.get(id) } : {}) }),
  );
  const edgeLines = yield* eachInSlices(edges, ({ id, source, target, label, attributes, citations }) =>
    JSON.stringify({ group: 'edges', data: { id, source, target, label, ...attributes, citations } }),
  );
  const about = JSON.stringify({ title: view.title, about: [...printedLines(gate.printed), ...lossLines(losses)], sources, voices });
  const list = (lines: readonly string[]) => (lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n]`);
  const text = `{ "format_version": "1.0", "generated_by": "attest", "data": ${about},\n"elements": { "nodes": ${list(nodeLines)},\n"edges": ${list(edgeLines)} } }\n`;
  return [{ name: 'graph.cyjs', mediaType: 'application/json', text }, printedFile(gate.printed, losses)];
}

export const cytoscapeJson: Exporter = {
  format: 'cytoscape-json',
  label: 'Cytoscape JSON',
  loses: ONLY_IN_OWN_FORMAT.filter((key) => key !== 'marks'),
  write,
};
