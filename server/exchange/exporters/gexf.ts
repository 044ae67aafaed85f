/** Exports a piece as GEXF 1.3, the format of Gephi: one edge a claim, with the days between which it happened as its life. */
import type { InSlices } from '../../domain/figures/in-slices.ts';
import { lossLines, ONLY_IN_OWN_FORMAT } from '../../domain/publishing/loss-report.ts';
import { EDGE_ATTRIBUTES, flatGraph, NODE_ATTRIBUTES, type FlatAttributes, type FlatEdge, type FlatNode } from '../flat/flat-graph.ts';
import { xmlElement, xmlText } from '../../domain/model/xml.ts';
import type { ExportFile, ExportInput, Exporter } from '../format.ts';
import { printedFile, printedLines } from '../printed-lines.ts';

const NAMESPACE = 'http://gexf.net/1.3';
/** Names of types: GEXF has no `int`. */
const TYPES = { string: 'string', int: 'integer', boolean: 'boolean' } as const;
/** `start` and `end` are attributes of the element itself. */
const EDGE_COLUMNS = Object.entries({ ...EDGE_ATTRIBUTES, citations: 'string' as const }).filter(([name]) => name !== 'start' && name !== 'end');
const NODE_COLUMNS = Object.entries(NODE_ATTRIBUTES);

function* write({ ctx, gate, losses, view }: ExportInput): InSlices<ExportFile[]> {
  const { nodes, edges } = yield* flatGraph(gate.piece, ctx);
  const about = [...(view.title === undefined ? [] : [view.title]), ...printedLines(gate.printed), ...lossLines(losses)].join('\n');
  const head = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<gexf xmlns="${NAMESPACE}" version="1.3">`,
    xmlElement('meta', { lastmodifieddate: view.made }, `<creator>Attest</creator>${xmlElement('description', {}, xmlText(about))}`),
    '<graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">',
    columns('node', NODE_COLUMNS),
    columns('edge', EDGE_COLUMNS),
  ];
  const graph = function* (): Generator<string, void> {
    for (const line of head) yield `${line}\n`;
    yield '<nodes>\n';
    for (const some of nodes()) yield some.map((node) => `${nodeElement(node)}\n`).join('');
    yield '</nodes>\n<edges>\n';
    for (const some of edges()) yield some.map((edge) => `${edgeElement(edge)}\n`).join('');
    yield '</edges>\n</graph>\n</gexf>\n';
  };
  return [{ name: 'graph.gexf', mediaType: 'application/xml', text: graph }, printedFile(gate.printed, losses)];
}

export const gexf: Exporter = {
  format: 'gexf',
  label: 'GEXF 1.3 (Gephi)',
  loses: [...ONLY_IN_OWN_FORMAT.filter((key) => key !== 'marks'), 'sourceFacts', 'voices'],
  write,
};

function columns(of: 'node' | 'edge', from: readonly (readonly [string, keyof typeof TYPES])[]): string {
  const list = from.map(([name, type]) => xmlElement('attribute', { id: name, title: name, type: TYPES[type] }));
  return xmlElement('attributes', { class: of, mode: 'static' }, list.join(''));
}

function values(attributes: FlatAttributes, from: readonly (readonly [string, unknown])[]): string {
  const list = from.flatMap(([name]) => {
    const value = attributes[name];
    return value === undefined ? [] : [xmlElement('attvalue', { for: name, value })];
  });
  return xmlElement('attvalues', {}, list.join(''));
}

function nodeElement({ id, label, attributes }: FlatNode): string {
  return xmlElement('node', { id, label }, values(attributes, NODE_COLUMNS));
}

function edgeElement({ id, source, target, label, attributes, citations, spans }: FlatEdge): string {
  const [only] = spans;
  const life = only && spans.length === 1 ? { start: only.start, end: only.end } : {};
  const several = spans.length > 1 ? xmlElement('spells', {}, spans.map(({ start, end }) => xmlElement('spell', { start, end })).join('')) : '';
  const held = values({ ...attributes, citations: JSON.stringify(citations) }, EDGE_COLUMNS);
  return xmlElement('edge', { id, source, target, kind: String(attributes['predicate']), label, ...life }, held + several);
}
