/** Exports a piece as the JSON of Cytoscape.js and Cytoscape desktop: every claim an edge with its citations, positions where the drawing gives them. */
import type { InSlices } from '../../domain/figures/in-slices.ts';
import { lossLines, ONLY_IN_OWN_FORMAT } from '../../domain/publishing/loss-report.ts';
import { flatGraph, type FlatEdge, type FlatNode } from '../flat/flat-graph.ts';
import type { ExportFile, ExportInput, Exporter } from '../format.ts';
import { printedFile, printedLines } from '../printed-lines.ts';

function* write({ ctx, gate, losses, view }: ExportInput): InSlices<ExportFile[]> {
  const { nodes, edges, sources, voices } = yield* flatGraph(gate.piece, ctx);
  const placed = new Map(view.positions?.map(({ id, x, y }) => [id, { x, y }]));
  // networkx knows a node by `value` and `name`.
  const nodeOf = ({ id, label, attributes }: FlatNode) =>
    JSON.stringify({ group: 'nodes', data: { id, value: id, name: label, label, ...attributes }, ...(placed.has(id) ? { position: placed.get(id) } : {}) });
  const edgeOf = ({ id, source, target, label, attributes, citations }: FlatEdge) =>
    JSON.stringify({ group: 'edges', data: { id, source, target, label, ...attributes, citations } });
  const about = JSON.stringify({ title: view.title, about: [...printedLines(gate.printed), ...lossLines(losses)], sources, voices });
  const graph = function* (): Generator<string, void> {
    yield `{ "format_version": "1.0", "generated_by": "attest", "data": ${about},\n"elements": { "nodes": `;
    yield* list(nodes(), nodeOf);
    yield ',\n"edges": ';
    yield* list(edges(), edgeOf);
    yield ' } }\n';
  };
  return [{ name: 'graph.cyjs', mediaType: 'application/json', text: graph }, printedFile(gate.printed, losses)];
}

/** A list in JSON, an item a line. */
function* list<T>(items: Iterable<readonly T[]>, lineOf: (item: T) => string): Generator<string, void> {
  let isEmpty = true;
  for (const some of items) {
    let text = '';
    for (const item of some) {
      text += `${isEmpty ? '[\n' : ',\n'}${lineOf(item)}`;
      isEmpty = false;
    }
    yield text;
  }
  yield isEmpty ? '[]' : '\n]';
}

export const cytoscapeJson: Exporter = {
  format: 'cytoscape-json',
  label: 'Cytoscape JSON',
  loses: ONLY_IN_OWN_FORMAT.filter((key) => key !== 'marks'),
  write,
};
