/** Exports a piece as GraphML: entities as nodes, one edge a claim, its citations as one JSON string beside flat attributes. */
import type { InSlices } from '../../domain/figures/in-slices.ts';
import { lossLines, ONLY_IN_OWN_FORMAT } from '../../domain/publishing/loss-report.ts';
import { EDGE_ATTRIBUTES, flatGraph, NODE_ATTRIBUTES, type Flat, type FlatAttributes, type FlatEdge, type FlatNode } from '../flat/flat-graph.ts';
import { xmlElement, xmlText } from '../../domain/model/xml.ts';
import type { ExportFile, ExportInput, Exporter } from '../format.ts';
import { printedFile, printedLines } from '../printed-lines.ts';

const NODE_NAMES = Object.keys(NODE_ATTRIBUTES);
const EDGE_NAMES = Object.keys(EDGE_ATTRIBUTES);
const NAMESPACE = 'http://graphml.graphdrawing.org/xmlns';

function* write({ ctx, gate, losses, view }: ExportInput): InSlices<ExportFile[]> {
  const { nodes, edges, sources, voices } = yield* flatGraph(gate.piece, ctx);
  const about = [...printedLines(gate.printed), ...lossLines(losses)].join('\n');
  const head = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<graphml xmlns="${NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${NAMESPACE} ${NAMESPACE}/1.0/graphml.xsd">`,
    ...keys(),
    '<graph id="piece" edgedefault="directed">',
    data('title', view.title),
    data('about', about),
    data('sources', JSON.stringify(sources)),
    data('voices', JSON.stringify(voices)),
  ];
  const graph = function* (): Generator<string, void> {
    for (const line of head) if (line !== '') yield `${line}\n`;
    for (const some of nodes()) yield some.map((node) => `${nodeElement(node)}\n`).join('');
    for (const some of edges()) yield some.map((edge) => `${edgeElement(edge)}\n`).join('');
    yield '</graph>\n</graphml>\n';
  };
  return [{ name: 'graph.graphml', mediaType: 'application/xml', text: graph }, printedFile(gate.printed, losses)];
}

export const graphml: Exporter = {
  format: 'graphml',
  label: 'GraphML',
  loses: ONLY_IN_OWN_FORMAT.filter((key) => key !== 'marks'),
  write,
};

function keys(): string[] {
  const key = (domain: string, name: string, type: string) => xmlElement('key', { id: `${domain}_${name}`, for: domain, 'attr.name': name, 'attr.type': type });
  return [
    key('graph', 'title', 'string'),
    key('graph', 'about', 'string'),
    key('graph', 'sources', 'string'),
    key('graph', 'voices', 'string'),
    key('node', 'label', 'string'),
    ...Object.entries(NODE_ATTRIBUTES).map(([name, type]) => key('node', name, type)),
    key('edge', 'label', 'string'),
    ...Object.entries(EDGE_ATTRIBUTES).map(([name, type]) => key('edge', name, type)),
    key('edge', 'citations', 'string'),
  ];
}

function data(name: string, value: Flat, domain: 'graph' | 'node' | 'edge' = 'graph'): string {
  return value === undefined ? '' : xmlElement('data', { key: `${domain}_${name}` }, xmlText(String(value)));
}

function each(names: readonly string[], attributes: FlatAttributes, domain: 'node' | 'edge'): string {
  let written = '';
  for (const name of names) written += data(name, attributes[name], domain);
  return written;
}

function nodeElement({ id, label, attributes }: FlatNode): string {
  return xmlElement('node', { id: token(id) }, data('label', label, 'node') + each(NODE_NAMES, attributes, 'node'));
}

function edgeElement({ id, source, target, label, attributes, citations }: FlatEdge): string {
  const held = data('label', label, 'edge') + each(EDGE_NAMES, attributes, 'edge') + data('citations', JSON.stringify(citations), 'edge');
  return xmlElement('edge', { id: token(id), source: token(source), target: token(target) }, held);
}

/** Ids are NMTOKENs, which have no tilde; no id of a record has a capital letter. */
function token(id: string): string {
  return id.replaceAll('~', 'TILDE');
}
