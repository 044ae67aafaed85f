/** Exports a piece as GraphML: entities as nodes, one edge a claim, its citations as one JSON string beside flat attributes. */
import { eachInSlices, type InSlices } from '../../domain/figures/in-slices.ts';
import { lossLines, ONLY_IN_OWN_FORMAT } from '../../domain/publishing/loss-report.ts';
import { EDGE_ATTRIBUTES, flatGraph, NODE_ATTRIBUTES, type Flat, type FlatEdge, type FlatNode } from '../flat/flat-graph.ts';
import { xmlElement, xmlText } from '../../domain/model/xml.ts';
import type { ExportFile, ExportInput, Exporter } from '../format.ts';
import { printedFile, printedLines } from '../printed-lines.ts';

const NAMESPACE = 'http://graphml.graphdrawing.org/xmlns';

function* write({ ctx, gate, losses, view }: ExportInput): InSlices<ExportFile[]> {
  const { nodes, edges, sources, voices } = yield* flatGraph(gate.piece, ctx);
  const about = [...printedLines(gate.printed), ...lossLines(losses)].join('\n');
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<graphml xmlns="${NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${NAMESPACE} ${NAMESPACE}/1.0/graphml.xsd">`,
    ...keys(),
    '<graph id="piece" edgedefault="directed">',
    data('title', view.title),
    data('about', about),
    data('sources', JSON.stringify(sources)),
    data('voices', JSON.stringify(voices)),
    ...(yield* eachInSlices(nodes, nodeElement)),
    ...(yield* eachInSlices(edges, edgeElement)),
    '</graph>',
    '</graphml>',
  ];
  return [
    { name: 'graph.graphml', mediaType: 'application/xml', text: `${lines.filter((line) => line !== '').join('\n')}\n` },
    printedFile(gate.printed, losses),
  ];
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

function nodeElement({ id, label, attributes }: FlatNode): string {
  const parts = [data('label', label, 'node'), ...Object.keys(NODE_ATTRIBUTES).map((name) => data(name, attributes[name], 'node'))];
  return xmlElement('node', { id: token(id) }, parts.join(''));
}

function edgeElement({ id, source, target, label, attributes, citations }: FlatEdge): string {
  const parts = [data('label', label, 'edge'), ...Object.keys(EDGE_ATTRIBUTES).map((name) => data(name, attributes[name], 'edge'))];
  parts.push(data('citations', JSON.stringify(citations), 'edge'));
  return xmlElement('edge', { id: token(id), source: token(source), target: token(target) }, parts.join(''));
}

/** Ids are NMTOKENs, which have no tilde; no id of a record has a capital letter. */
function token(id: string): string {
  return id.replaceAll('~', 'TILDE');
}
