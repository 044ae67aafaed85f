/** A piece as plain nodes and edges, one edge a claim, for formats that know nothing else (exchange.md: GraphML, GEXF, Cytoscape JSON). */
import { dayText } from '../../domain/dates/calendar.ts';
import { parseEdtf } from '../../domain/dates/edtf-dates.ts';
import { eachInSlices, type InSlices } from '../../domain/figures/in-slices.ts';
import { entityEnd } from '../../domain/model/claim-ends.ts';
import type { Figures } from '../../domain/model/figures.ts';
import type { Citation, Claim, Entity, ObjectEnd, Predicate } from '../../domain/model/records.ts';
import type { Piece } from '../../domain/publishing/piece.ts';
import { describeQuantity } from '../../domain/telling/describe-values.ts';
import { narrateClaim } from '../../domain/telling/narrate-claim.ts';
import type { NarrationContext } from '../../domain/telling/narration.ts';
import { fileRecords, type FileRecord } from '../exporters/own-json-records.ts';

export type Flat = string | number | boolean | undefined;
/** Attributes by name; one that is undefined is not written. */
export type FlatAttributes = Record<string, Flat>;

export interface FlatNode {
  id: string;
  label: string;
  attributes: FlatAttributes;
}
/** Days like 2022-07-01; an end that is open is absent. */
export interface FlatSpan {
  start?: string;
  end?: string;
}
export interface FlatEdge {
  /** No id of a node, because a program may keep both in one list. */
  id: string;
  source: string;
  target: string;
  /** The verb with the standing: a graph tool shows nothing else of a claim. */
  label: string;
  attributes: FlatAttributes;
  /** When it happened: one for each of the dates between which the sources differ; none where no date is known. */
  spans: FlatSpan[];
  /** As in a curated file. */
  citations: FileRecord[];
}
/** Nodes and edges are made while they are taken, those of one record at a time. */
export interface FlatGraph {
  nodes(): Iterable<FlatNode[]>;
  edges(): Iterable<FlatEdge[]>;
  /** As in a curated file, without the text carried where that is not in the piece. */
  sources: FileRecord[];
  voices: { id: string; name: string }[];
}

/** The attributes of nodes and edges with their types, in the order in which they are written. */
export const NODE_ATTRIBUTES = {
  type: 'string',
  kind: 'string',
  unnamed: 'boolean',
  generic: 'boolean',
  aggregate: 'boolean',
  /** The day on which the name was redacted. */
  redacted: 'string',
  /** `unknown`, `none`, `value` or `text`: the node stands for an end of one claim that is no entity. */
  open_end: 'string',
  dataset: 'string',
} as const;
export const EDGE_ATTRIBUTES = {
  claim: 'string',
  predicate: 'string',
  group: 'string',
  standing: 'string',
  rank: 'int',
  by: 'string',
  accusatory: 'boolean',
  origins: 'int',
  origins_open: 'boolean',
  origins_at_standing: 'int',
  uninvolved_origins: 'int',
  contested: 'boolean',
  inferred: 'boolean',
  attempted: 'boolean',
  intended: 'boolean',
  expected: 'boolean',
  symmetric: 'boolean',
  via: 'string',
  to: 'string',
  at: 'string',
  in: 'string',
  instrument: 'string',
  happened: 'string',
  start: 'string',
  end: 'string',
  count: 'string',
  amount: 'string',
  sentence: 'string',
  source_titles: 'string',
  source_urls: 'string',
  dataset: 'string',
} as const;

/** The node of an end that is no entity. No id of a record has a capital letter. */
export const openEndId = (claim: string, end: 'subject' | 'object'): string => `${claim}-${end.toUpperCase()}`;

export function* flatGraph(piece: Piece, ctx: NarrationContext): InSlices<FlatGraph> {
  const make = fileRecords(ctx.records);
  const inPiece = new Set(piece.sources);
  const sources = yield* eachInSlices(
    piece.datasets.flatMap((dataset) => make.sources(piece.sources, dataset)),
    (one) => (isCarriedIn(one, inPiece) ? one : { ...one, textOf: undefined }),
  );
  const voices = piece.voices.flatMap((id) => ctx.records.voices.get(id) ?? []).map(({ id, name }) => ({ id, name }));
  return {
    *nodes() {
      for (const id of piece.entities) yield entityNode(ctx.records.entities.get(id), ctx);
      for (const id of piece.claims) yield isTold(id, ctx) ? openEndsOf(ctx.records.claims.get(id)) : [];
    },
    *edges() {
      for (const id of piece.claims) yield edgeOf(id, piece.citations.get(id) ?? [], make.citation, ctx);
    },
    sources,
    voices,
  };
}

/** Whether all is there that an edge needs. */
function isTold(id: string, { records, figures }: NarrationContext): boolean {
  const claim = records.claims.get(id);
  return claim !== undefined && figures.has(id) && records.predicates.has(claim.predicate);
}

function edgeOf(id: string, citations: readonly Citation[], recordOf: (citation: Citation) => FileRecord, ctx: NarrationContext): FlatEdge[] {
  const claim = ctx.records.claims.get(id);
  const figures = ctx.figures.get(id);
  const predicate = ctx.records.predicates.get(claim?.predicate ?? '');
  if (!claim || !figures || !predicate) return [];
  const sources = [...new Set(citations.map(({ source }) => source))].flatMap((source) => ctx.records.sources.get(source) ?? []);
  const happened = figures.happened.map(({ value }) => value);
  const spans = happened.map(spanOf);
  return [
    {
      id: `${id}-CLAIM`,
      source: entityEnd(claim.subject) ?? openEndId(id, 'subject'),
      target: entityEnd(claim.object) ?? openEndId(id, 'object'),
      label: `${verbOf(claim, predicate)} (${figures.level})`,
      spans,
      citations: citations.map(recordOf),
      attributes: {
        ...propositionOf(claim, predicate),
        ...figuresOf(figures),
        happened: joined(happened),
        start: spans.length > 0 && spans.every(({ start }) => start !== undefined) ? spans.map(({ start = '' }) => start).sort()[0] : undefined,
        end:
          spans.length > 0 && spans.every(({ end }) => end !== undefined)
            ? spans
                .map(({ end = '' }) => end)
                .sort()
                .at(-1)
            : undefined,
        count: joined(figures.count.map(({ value }) => describeQuantity(value))),
        amount: joined(figures.amount.map(({ value }) => describeQuantity(value))),
        sentence: narrateClaim(claim, figures, ctx),
        source_titles: joined(sources.map(({ id: source, title, publisher }) => title ?? publisher ?? source)),
        source_urls: joined(sources.flatMap(({ url }) => url ?? [])),
        dataset: claim.dataset,
      },
    },
  ];
}

function isCarriedIn({ textOf }: FileRecord, sources: ReadonlySet<string>): boolean {
  return typeof textOf === 'object' && textOf !== null && 'source' in textOf && sources.has(String(textOf.source));
}

function entityNode(entity: Entity | undefined, { nameOf }: NarrationContext): FlatNode[] {
  if (!entity) return [];
  const { id, type, kind, redacted, dataset } = entity;
  const { unnamed = false, generic = false, aggregate = false } = entity;
  return [{ id, label: nameOf(id), attributes: { type, kind, unnamed, generic, aggregate, redacted, dataset } }];
}

/** A node for each end of the claim that is no entity, so that a format whose edges need two ends loses no claim. */
export function openEndsOf(claim: Claim | undefined): FlatNode[] {
  if (!claim) return [];
  return (['subject', 'object'] as const).flatMap((end) => {
    const at = claim[end];
    if (entityEnd(at) !== undefined) return [];
    const what = typeof at === 'string' ? at : 'text';
    return [{ id: openEndId(claim.id, end), label: openLabel(at), attributes: { open_end: what, dataset: claim.dataset } }];
  });
}

function openLabel(end: ObjectEnd): string {
  if (typeof end === 'object') return end.text;
  return end === 'none' ? 'nobody, nothing' : end === 'unknown' ? 'not known' : 'a value';
}

/** The finite verb, with what of the deed was attempted, intended or expected only: "killed, attempted". */
export function verbOf({ attempted, intended, expected }: Claim, { forms }: Predicate): string {
  return [forms.finite, ...(attempted ? ['attempted'] : []), ...(intended ? ['intended'] : []), ...(expected ? ['expected'] : [])].join(', ');
}

function propositionOf(claim: Claim, predicate: Predicate): FlatAttributes {
  const { attempted, intended, expected } = claim;
  return {
    claim: claim.id,
    predicate: predicate.id,
    group: predicate.group,
    attempted,
    intended,
    expected,
    symmetric: predicate.symmetric ?? false,
    via: joined(claim.via),
    to: joined(claim.to),
    at: joined(claim.at),
    in: joined(claim.in),
    instrument: joined(claim.instrument),
  };
}

function figuresOf(figures: Figures): FlatAttributes {
  return {
    standing: figures.level,
    rank: figures.rank,
    by: joined(figures.by),
    accusatory: figures.accusatory,
    origins: figures.origins,
    origins_open: figures.originsOpen,
    origins_at_standing: figures.originsAtStanding,
    uninvolved_origins: figures.uninvolvedOrigins,
    contested: figures.contested,
    inferred: figures.inferred,
  };
}

/** The first and the last day that a date may mean. */
function spanOf(edtf: string): FlatSpan {
  const { earliest, latest } = parseEdtf(edtf);
  return { start: dayText(earliest), end: dayText(latest) };
}

function joined(parts: readonly string[]): string | undefined {
  return parts.length === 0 ? undefined : parts.join('; ');
}
