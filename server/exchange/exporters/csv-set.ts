/** Exports a piece as CSV tables: nodes, edges, citations, sources, and the printed lines; with plain heads, or with those that Neo4j's import or Gephi reads. */
import { entitiesAt, entityEnd } from '../../domain/model/claim-ends.ts';
import { eachInSlices, type InSlices } from '../../domain/figures/in-slices.ts';
import { rootOf } from '../../domain/figures/lineage.ts';
import { QUALIFIERS } from '../../domain/model/lists.ts';
import { happenedDates } from '../../domain/dates/happened-dates.ts';
import type { Citation, Claim, Dated, Quantity } from '../../domain/model/records.ts';
import type { Figures, Segment } from '../../domain/model/figures.ts';
import { ONLY_IN_OWN_FORMAT } from '../../domain/publishing/loss-report.ts';
import type { Piece } from '../../domain/publishing/piece.ts';
import { segmentsOf } from '../../domain/model/segments.ts';
import { describeLocator } from '../../domain/telling/describe-values.ts';
import type { NarrationContext } from '../../domain/telling/narration.ts';
import { narrateClaim } from '../../domain/telling/narrate-claim.ts';
import { csvTable, type Cell } from '../csv-table.ts';
import { openEndId, openEndsOf, type FlatNode } from '../flat/flat-graph.ts';
import type { ExportFile, ExportInput, Exporter } from '../format.ts';
import { printedFile } from '../printed-lines.ts';

function* write({ ctx, gate, losses }: ExportInput, heads: Heads): InSlices<ExportFile[]> {
  const { piece } = gate;
  const file = (name: string, { head, rows }: Table, named: Head = (column) => column): ExportFile => ({
    name,
    mediaType: 'text/csv',
    text: () => csvTable(head.map(named), rows()),
  });
  const files = [
    file('citations.csv', yield* citationsTable(piece, ctx), heads.citations),
    file('edges.csv', edgesTable(piece, ctx, heads), heads.edges),
    file('nodes.csv', nodesTable(piece, ctx, heads), heads.nodes),
    printedFile(gate.printed, losses),
    file('sources.csv', sourcesTable(piece, ctx), heads.sources),
  ];
  return heads.reads ? [...files, file('reads.csv', readsTable(piece))].sort((a, b) => (a.name < b.name ? -1 : 1)) : files;
}

/** The name of a column in the head of one table. */
type Head = (column: string) => string;
interface Heads {
  nodes?: Head;
  edges?: Head;
  citations?: Head;
  sources?: Head;
  /** Every edge has two ends: an end that is no entity gets a node. */
  openEnds?: true;
  /** Columns of edges and nodes besides, with their value. */
  nodesToo?: { column: string; of: (row: { type: string | undefined }) => string };
  edgesToo?: { column: string; of: (row: { group: string }) => string };
  /** A table of the sources that citations read. */
  reads?: true;
}

const PLAIN: Heads = {};
const renamed =
  (names: Readonly<Record<string, string>>): Head =>
  (column) =>
    new Map(Object.entries(names)).get(column) ?? column;
/** What `neo4j-admin database import full` reads (Neo4j, operations manual, "CSV header format"); the ids of entities, citations and sources are apart. */
const NEO4J: Heads = {
  openEnds: true,
  reads: true,
  nodes: renamed({ id: 'id:ID(entity)', unnamed: 'unnamed:boolean', generic: 'generic:boolean', aggregate: 'aggregate:boolean' }),
  nodesToo: { column: ':LABEL', of: ({ type }) => (type === undefined ? 'OpenEnd' : `Entity;${type}`) },
  edges: renamed({
    source: ':START_ID(entity)',
    target: ':END_ID(entity)',
    ...Object.fromEntries(['rank', 'origins', 'origins_at_standing', 'uninvolved_origins', 'citations'].map((name) => [name, `${name}:int`])),
    ...Object.fromEntries(
      ['attempted', 'intended', 'expected', 'accusatory', 'origins_open', 'contested', 'inferred'].map((name) => [name, `${name}:boolean`]),
    ),
  }),
  edgesToo: { column: ':TYPE', of: ({ group }) => group.toUpperCase() },
  citations: renamed({ id: 'id:ID(citation)', counts: 'counts:boolean', import_only: 'import_only:boolean' }),
  sources: renamed({ id: 'id:ID(source)', seen: 'seen:boolean' }),
};
/** What Gephi's spreadsheet import reads; its `Type` is whether an edge has a direction. */
const GEPHI: Heads = {
  openEnds: true,
  nodes: renamed({ id: 'Id', label: 'Label', type: 'entity_type' }),
  edges: renamed({ id: 'Id', source: 'Source', target: 'Target', type: 'predicate' }),
  edgesToo: { column: 'Type', of: () => 'Directed' },
};

const LOSES = [...ONLY_IN_OWN_FORMAT, 'witnessed'] as const;
export const csvSet: Exporter = { format: 'csv-set', label: 'CSV set (nodes, edges, citations, sources)', loses: LOSES, write: (input) => write(input, PLAIN) };
export const csvNeo4j: Exporter = { format: 'csv-neo4j', label: "CSV set with heads for Neo4j's import", loses: LOSES, write: (input) => write(input, NEO4J) };
export const csvGephi: Exporter = { format: 'csv-gephi', label: 'CSV set with heads for Gephi', loses: LOSES, write: (input) => write(input, GEPHI) };

const flag = (value: boolean | undefined): Cell => (value ? 'true' : 'false');

interface Table {
  head: readonly string[];
  /** Some of one record at a time, made while they are taken. */
  rows(): Iterable<Cell[][]>;
}

const NODE_HEAD = ['id', 'label', 'type', 'kind', 'unnamed', 'generic', 'aggregate', 'dataset'];

function nodesTable(piece: Piece, { records, nameOf }: NarrationContext, { openEnds, nodesToo }: Heads): Table {
  const withToo = (row: Cell[]): Cell[] => (nodesToo ? [...row, nodesToo.of({ type: row[2]?.toString() })] : row);
  return {
    head: nodesToo ? [...NODE_HEAD, nodesToo.column] : NODE_HEAD,
    *rows() {
      for (const id of piece.entities) {
        const entity = records.entities.get(id);
        if (!entity) continue;
        const { type, kind, unnamed, generic, aggregate, dataset } = entity;
        yield [withToo([id, nameOf(id), type, kind, flag(unnamed), flag(generic), flag(aggregate), dataset])];
      }
      for (const id of openEnds ? piece.claims : []) yield openEndsOf(records.claims.get(id)).map((end) => withToo(openEndRow(end)));
    },
  };
}

function openEndRow({ id, label, attributes }: FlatNode): Cell[] {
  return [id, label, undefined, String(attributes['open_end']), flag(false), flag(false), flag(false), String(attributes['dataset'])];
}

const EDGE_HEAD = [
  'id',
  'claim',
  'part',
  'source',
  'target',
  'type',
  'group',
  'subject',
  'object',
  'via',
  'to',
  'at',
  'in',
  'instrument',
  'attempted',
  'intended',
  'expected',
  'standing',
  'rank',
  'by',
  'accusatory',
  'origins',
  'origins_open',
  'origins_at_standing',
  'uninvolved_origins',
  'contested',
  'inferred',
  'citations',
  'happened',
  'sentence',
  'dataset',
];

/** A row for each segment (`part` segment 0, 1, …), for each other qualifier (`part` at, in, …), and for a claim with neither (`part` whole). */
function edgesTable(piece: Piece, ctx: NarrationContext, heads: Heads): Table {
  const { edgesToo } = heads;
  return {
    head: edgesToo ? [...EDGE_HEAD, edgesToo.column] : EDGE_HEAD,
    *rows() {
      for (const id of piece.claims) yield edgeRows(id, ctx, heads);
    },
  };
}

function edgeRows(id: string, ctx: NarrationContext, { openEnds, edgesToo }: Heads): Cell[][] {
  const claim = ctx.records.claims.get(id);
  const figures = ctx.figures.get(id);
  const predicate = ctx.records.predicates.get(claim?.predicate ?? '');
  if (!claim || !figures || !predicate) return [];
  const rows: Cell[][] = [];
  const segments = segmentsOf(claim, predicate, (entity) => ctx.records.entities.get(entity)?.type);
  const tail = [predicate.id, predicate.group, ...propositionCells(claim), ...figureCells(figures), narrateClaim(claim, figures, ctx), claim.dataset];
  const too = edgesToo ? [edgesToo.of(predicate)] : [];
  const open = (end: 'subject' | 'object') => (openEnds ? openEndId(id, end) : undefined);
  const row = (part: string, from: Cell, to: Cell) => rows.push([`${id}#${part}`, id, part, from ?? open('subject'), to ?? open('object'), ...tail, ...too]);
  for (const { n, from, to } of segments) row(`segment ${n}`, from, to);
  const rest = qualifierParts(claim, segments);
  for (const { part, from, to } of rest) row(part, from, to);
  if (segments.length === 0 && rest.length === 0) row('whole', entityEnd(claim.subject), entityEnd(claim.object));
  return rows;
}

function qualifierParts(claim: Claim, segments: readonly Segment[]): { part: string; from: Cell; to: string }[] {
  const from = entityEnd(claim.subject) ?? entityEnd(claim.object);
  return (['via', 'to', 'at', 'in', 'instrument'] as const).flatMap((qualifier) =>
    entitiesAt(claim, qualifier)
      .filter((id) => !segments.some((segment) => segment.from === id || segment.to === id))
      .map((to, i) => ({ part: i === 0 ? qualifier : `${qualifier} ${i}`, from, to })),
  );
}

function propositionCells(claim: Claim): Cell[] {
  const object = typeof claim.object === 'string' ? claim.object : claim.object.text;
  // All of each qualifier, in every row of the claim: the rows alone do not tell whom it goes through from whom it goes to.
  const qualifiers = QUALIFIERS.map((qualifier): Cell => claim[qualifier].join('; '));
  return [claim.subject, object, ...qualifiers, flag(claim.attempted), flag(claim.intended), flag(claim.expected)];
}

function figureCells(figures: Figures): Cell[] {
  return [
    figures.level,
    figures.rank,
    figures.by.join('; '),
    flag(figures.accusatory),
    figures.origins,
    flag(figures.originsOpen),
    figures.originsAtStanding,
    figures.uninvolvedOrigins,
    flag(figures.contested),
    flag(figures.inferred),
    figures.citations,
    figures.happened.map(({ value }) => value).join('; '),
  ];
}

const CITATION_HEAD = [
  'id',
  'claim',
  'source',
  'place',
  'stance',
  'level',
  'by',
  'on',
  'on_basis',
  'case',
  'counts',
  'paraphrase',
  'quote',
  'hedge',
  'reading',
  'stated_by',
  'origin',
  'origin_basis',
  'through',
  'root',
  'root_voice',
  'happened',
  'happened_basis',
  'count_min',
  'count_max',
  'count_approx',
  'count_unit',
  'amount_min',
  'amount_max',
  'amount_approx',
  'amount_unit',
  'sentence',
  'offences',
  'as',
  'stage',
  'outcome',
  'import_only',
  'dataset',
];

/** In the order of claim and id, both as one text. */
function* citationsTable(piece: Piece, ctx: NarrationContext): InSlices<Table> {
  const cited = yield* eachInSlices(piece.claims, (claim) =>
    (piece.citations.get(claim) ?? []).map((citation) => ({ key: claim + citation.id, claim, citation })),
  );
  const inOrder = cited.flat().sort((a, b) => (a.key < b.key ? -1 : 1));
  return {
    head: CITATION_HEAD,
    *rows() {
      for (const { claim, citation } of inOrder) yield [citationRow(claim, citation, ctx)];
    },
  };
}

function citationRow(claim: string, c: Citation, { records, figures }: NarrationContext): Cell[] {
  const date = (dated: Dated | undefined): Cell[] => [dated?.edtf, dated?.basis];
  const number = (one: Quantity | undefined): Cell[] => [one?.min, one?.max, one ? flag(one.approx) : undefined, one?.unit];
  const root = rootOf(c, records.sources);
  return [
    c.id,
    claim,
    c.source,
    c.locator ? describeLocator(c.locator) : undefined,
    c.stance,
    c.standing.level,
    c.standing.by,
    ...date(c.standing.on),
    c.standing.case,
    flag(figures.get(claim)?.history.findLast((step) => step.citation === c.id)?.counts),
    c.paraphrase,
    c.quote,
    c.hedge,
    c.reading,
    c.statedBy,
    c.origin,
    c.originBasis,
    c.through.join('; '),
    root?.id,
    root?.voice,
    happenedDates(c)
      .map(({ edtf }) => edtf)
      .join('; '),
    happenedDates(c)
      .map(({ basis }) => basis)
      .join('; '),
    ...number(c.count),
    ...number(c.amount),
    c.sentence?.text,
    c.offences.join('; '),
    c.as,
    c.stage,
    c.outcome,
    flag(c.importOnly),
    c.dataset,
  ];
}

/** Which source each citation reads, as relationships. */
function readsTable(piece: Piece): Table {
  return {
    head: [':START_ID(citation)', ':END_ID(source)', ':TYPE'],
    *rows() {
      for (const claim of piece.claims) yield (piece.citations.get(claim) ?? []).map(({ id, source }): Cell[] => [id, source, 'READS']);
    },
  };
}

const SOURCE_HEAD = [
  'id',
  'kind',
  'publisher',
  'title',
  'authors',
  'language',
  'url',
  'url_basis',
  'archive',
  'published',
  'published_basis',
  'voice',
  'voice_name',
  'seen',
  'text_of',
  'text_of_how',
  'dataset',
];

function sourcesTable(piece: Piece, { records }: NarrationContext): Table {
  const inPiece = new Set(piece.sources);
  return {
    head: SOURCE_HEAD,
    *rows() {
      for (const id of piece.sources) {
        const s = records.sources.get(id);
        if (!s) continue;
        yield [
          [
            id,
            s.kind,
            s.publisher,
            s.title,
            s.authors?.join('; '),
            s.language,
            s.url,
            s.urlBasis,
            s.archive,
            s.published?.edtf,
            s.published?.basis,
            s.voice,
            records.voices.get(s.voice)?.name,
            flag(s.seen),
            ...(s.textOf && inPiece.has(s.textOf.source) ? [s.textOf.source, s.textOf.how] : [undefined, undefined]),
            s.dataset,
          ],
        ];
      }
    },
  };
}

/** The heads of the plain set, by which an import knows it. */
export const CSV_HEADS = { nodes: NODE_HEAD, edges: EDGE_HEAD, citations: CITATION_HEAD, sources: SOURCE_HEAD } as const;
