/** A piece as STIX 2.1 objects with our property extension, which holds every record as a curated file does (exchange.md). */
import { dayText } from '../../domain/dates/calendar.ts';
import { parseEdtf } from '../../domain/dates/edtf-dates.ts';
import type { InSlices } from '../../domain/figures/in-slices.ts';
import { entitiesOf } from '../../domain/model/claim-ends.ts';
import type { Figures } from '../../domain/model/figures.ts';
import type { Citation, Claim, Entity, Predicate, Source } from '../../domain/model/records.ts';
import { segmentsOf } from '../../domain/model/segments.ts';
import { describeLocator } from '../../domain/telling/describe-values.ts';
import { narrateClaim } from '../../domain/telling/narrate-claim.ts';
import type { NarrationContext } from '../../domain/telling/narration.ts';
import { fullTitle } from '../../domain/telling/source-title.ts';
import { sourceVisibleAt } from '../../domain/dates/visibility.ts';
import { datasetsOfFiles } from '../exporters/own-json.ts';
import { fileRecords, type FileRecord } from '../exporters/own-json-records.ts';
import type { ExportInput } from '../format.ts';
import { verbOf } from '../flat/flat-graph.ts';
import { printedLines } from '../printed-lines.ts';
import { webAddress } from '../web-address.ts';
import { lossLines } from '../../domain/publishing/loss-report.ts';
import { ATTEST_ID, EXTENSION_ID, stixId } from './stix-ids.ts';
import { stixTypes, type StixType } from './stix-types.ts';

export type StixObject = { type: string; id: string } & Record<string, unknown>;

/** No object of ours is older; an object may not change its `created` between two exports. */
const CREATED = '2026-01-01T00:00:00.000Z';
const EXTENSION_TEXT =
  'Property extension of Attest; its JSON Schema is published with Attest (fixtures/schema/attest-stix-extension-1.schema.json). "dataset" is the id of the case of a record; "record" the record as a file of format attest/1 holds it; "kind" its kind; of a claim also "citations", each with its dataset and record, and its figures: "standing", "standing_by", "rank", "origins", "origins_open", "origins_at_standing", "uninvolved_origins", "contested". A claim that is cut into several relationships is held by the first; the others name it as "claim". The grouping of the whole holds "files": for each case its head, predicates, rival sets, identities and stubs.';

/** Who did, planned or ordered a plot: STIX says it from the campaign. */
const ATTRIBUTES: ReadonlySet<string> = new Set(['carried-out', 'planned', 'ordered', 'directed', 'responsible-for']);
const TARGETS: ReadonlySet<string> = new Set(['aimed-at', 'targeted', 'attacked', 'threatened']);

/** The definition of the extension and the grouping first, then entities, voices, sources and claims; each in the order of the ids of the records. */
export function* stixOfPiece({ ctx, gate, view, losses, datasets }: ExportInput): InSlices<StixObject[]> {
  const { piece } = gate;
  const made = madeOf(view.made);
  const nameVisible = view.clocks ? sourceVisibleAt(ctx.records.sources, view.clocks) : undefined;
  const records = fileRecords(ctx.records, nameVisible);
  const types = stixTypes(piece, ctx);
  const refs = new Map([...types].map(([id, { type }]) => [id, stixId(type, 'entity', id)]));
  const claims: StixObject[] = [];
  /** Objects of claims by the entities at their ends, and by the sources they cite. */
  const byEntity = new Map<string, Set<string>>();
  const bySource = new Map<string, Set<string>>();
  const add = (to: Map<string, Set<string>>, key: string, id: string) => to.set(key, (to.get(key) ?? new Set()).add(id));
  for (const id of piece.claims) {
    yield;
    const claim = ctx.records.claims.get(id);
    const figures = ctx.figures.get(id);
    const predicate = ctx.records.predicates.get(claim?.predicate ?? '');
    if (!claim || !figures || !predicate) continue;
    const citations = piece.citations.get(id) ?? [];
    const extension = {
      kind: 'claim',
      dataset: claim.dataset,
      record: records.claim(id),
      citations: citations.map((one) => ({ dataset: one.dataset, record: records.citation(one) })),
      ...figuresOf(figures),
    };
    const objects = objectsOf(claim, predicate, figures, { citations, extension, refs, types, ctx, made });
    claims.push(...objects);
    const [first] = objects;
    if (!first) continue;
    for (const entity of entitiesOf(claim)) add(byEntity, entity, first.id);
    for (const { source } of citations) add(bySource, source, first.id);
  }
  const things: StixObject[] = [];
  for (const id of piece.entities) {
    yield;
    const entity = ctx.records.entities.get(id);
    const type = types.get(id);
    if (!entity || !type) continue;
    const [record] = records.entities([id], entity.dataset);
    things.push(entityObject(entity, { record, type, named: [...(byEntity.get(id) ?? [])], ctx, made }));
  }
  const voices: StixObject[] = [];
  for (const id of piece.voices) {
    const voice = ctx.records.voices.get(id);
    if (!voice) continue;
    const [record] = records.voices([id], voice.dataset);
    const object = {
      ...head('identity', stixId('identity', 'voice', id), made),
      name: voice.name,
      identity_class: 'unknown',
      description: 'A voice: whoever speaks in a source.',
    };
    voices.push({ ...object, ...extended({ kind: 'voice', dataset: voice.dataset, record }) });
  }
  const reports: StixObject[] = [];
  for (const id of piece.sources) {
    yield;
    const source = ctx.records.sources.get(id);
    if (!source) continue;
    const [record] = records.sources([id], source.dataset);
    reports.push(sourceObject(source, { record, cited: [...(bySource.get(id) ?? [])], ctx, made }));
  }
  const all = [...things, ...voices, ...reports, ...claims];
  const files = datasetsOfFiles(piece, ctx.records).map((own) => ({
    dataset: records.dataset(ctx.records.datasets.get(own) ?? { id: own }),
    ...filled({
      predicates: records.predicates(piece.predicates, own),
      rivals: records.rivals(piece.claims, own),
      identities: records.identities(piece.entities, own),
      questions: datasets?.includes(own) ? records.questions(own) : [],
      stub_voices: records.stubs.voices(piece.stubs.voices, own),
      stub_sources: records.stubs.sources(piece.stubs.sources, own),
      stub_entities: records.stubs.entities(piece.stubs.entities, own),
    }),
  }));
  const program: StixObject = {
    type: 'identity',
    spec_version: '2.1',
    id: ATTEST_ID,
    created: CREATED,
    modified: CREATED,
    name: 'Attest',
    identity_class: 'system',
  };
  const definition = {
    ...head('extension-definition', EXTENSION_ID, CREATED),
    name: 'Attest records',
    description: 'Holds the records of Attest whole.',
    schema: EXTENSION_TEXT,
    version: '1.0.0',
    extension_types: ['property-extension'],
  };
  const grouping = {
    ...head('grouping', stixId('grouping', 'piece', JSON.stringify([piece.entities, piece.claims])), made),
    name: view.title ?? 'A piece of Attest',
    description: [...printedLines(gate.printed), ...lossLines(losses)].join('\n'),
    context: 'unspecified',
    object_refs: all.length > 0 ? all.map(({ id }) => id) : [ATTEST_ID],
    ...extended({ kind: 'piece', ...filled({ files }) }),
  };
  return [program, definition, grouping, ...all];
}

/** STIX allows no empty lists. */
function filled(lists: Readonly<Record<string, readonly unknown[]>>): Record<string, readonly unknown[]> {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}

type Made = string;
const madeOf = (day: string | undefined): Made => (day === undefined || `${day}T00:00:00.000Z` < CREATED ? CREATED : `${day}T00:00:00.000Z`);

function head(type: string, id: string, modified: Made): StixObject {
  return { type, spec_version: '2.1', id, created_by_ref: ATTEST_ID, created: CREATED, modified };
}

function extended(content: Record<string, unknown>): { extensions: Record<string, unknown> } {
  return { extensions: { [EXTENSION_ID]: { extension_type: 'property-extension', ...content } } };
}

function figuresOf(figures: Figures): Record<string, unknown> {
  const { level, rank, origins, originsOpen, originsAtStanding, uninvolvedOrigins, contested, by } = figures;
  return {
    standing: level,
    ...(by.length > 0 ? { standing_by: by } : {}),
    rank,
    origins,
    origins_open: originsOpen,
    origins_at_standing: originsAtStanding,
    uninvolved_origins: uninvolvedOrigins,
    contested,
  };
}

interface EntityObject {
  record: FileRecord | undefined;
  type: StixType;
  named: readonly string[];
  ctx: NarrationContext;
  made: Made;
}
function entityObject(entity: Entity, { record, type: { type, properties }, named, ctx, made }: EntityObject): StixObject {
  const notes = [
    entity.kind === undefined ? `${entity.type}.` : `${entity.type}, ${entity.kind}.`,
    ...(entity.redacted !== undefined ? [`The name was redacted on ${entity.redacted}.`] : entity.unnamed ? ['The name is a description by the curator.'] : []),
    ...(type === 'report' ? ['The date of publication is that of this export.'] : []),
  ];
  return {
    ...head(type, stixId(type, 'entity', entity.id), made),
    name: ctx.nameOf(entity.id),
    description: notes.join(' '),
    ...properties,
    ...(type === 'report' ? { published: made, object_refs: named.length > 0 ? named : [ATTEST_ID] } : {}),
    ...extended({ kind: 'entity', dataset: entity.dataset, record }),
  };
}

function sourceObject(
  source: Source,
  { record, cited, ctx, made }: { record: FileRecord | undefined; cited: readonly string[]; ctx: NarrationContext; made: Made },
): StixObject {
  const { published, url } = source;
  const voice = ctx.records.voices.get(source.voice);
  const day = published ? dayText(parseEdtf(published.edtf).earliest) : undefined;
  const name = fullTitle(source, voice);
  const notes = [
    `${source.kind}.`,
    ...(source.seen ? [] : ['Not seen by the curator.']),
    ...(day === undefined ? ['When it was published is not known; the date is that of this export.'] : []),
  ];
  return {
    ...head('report', stixId('report', 'source', source.id), made),
    name,
    description: notes.join(' '),
    published: day === undefined ? made : `${day}T00:00:00.000Z`,
    object_refs: cited.length > 0 ? cited : [stixId('identity', 'voice', source.voice)],
    ...(url === undefined ? {} : { external_references: [{ source_name: source.publisher ?? voice?.name ?? source.id, url: webAddress(url) ?? url }] }),
    ...extended({ kind: 'source', dataset: source.dataset, record }),
  };
}

interface ClaimParts {
  citations: readonly Citation[];
  extension: Record<string, unknown>;
  refs: ReadonlyMap<string, string>;
  types: ReadonlyMap<string, StixType>;
  ctx: NarrationContext;
  made: Made;
}

/** A relationship for each segment, else a note on the entities; and an opinion for each citation that disputes. */
function objectsOf(claim: Claim, predicate: Predicate, figures: Figures, { citations, extension, refs, types, ctx, made }: ClaimParts): StixObject[] {
  const typeOf = (id: string) => ctx.records.entities.get(id)?.type;
  const sentence = narrateClaim(claim, figures, ctx);
  const external = citations.map((citation) => reference(citation, ctx));
  const shared = filled({ external_references: external });
  const relations = segmentsOf(claim, predicate, typeOf).map(({ n, from, to }): StixObject => {
    const { relationship, source, target } = relationOf(predicate, figures, { from, to }, types);
    return {
      ...head('relationship', stixId('relationship', 'claim', `${claim.id}#${n}`), made),
      relationship_type: relationship,
      source_ref: refs.get(source),
      target_ref: refs.get(target),
      description: sentence,
      ...timesOf(figures),
      ...shared,
      ...extended(n === 0 ? extension : { kind: 'segment', claim: claim.id, segment: n }),
    };
  });
  const about = entitiesOf(claim).flatMap((id) => refs.get(id) ?? []);
  const note = {
    ...head('note', stixId('note', 'claim', claim.id), made),
    abstract: verbOf(claim, predicate),
    content: sentence,
    object_refs: about.length > 0 ? about : [ATTEST_ID],
    ...shared,
    ...extended(extension),
  };
  const told = relations.length > 0 ? relations : [note];
  const [first] = told;
  const opinions = citations
    .filter(({ stance }) => stance === 'disputes')
    .map((citation): StixObject => ({
      ...head('opinion', stixId('opinion', 'citation', citation.id), made),
      explanation: `${citation.paraphrase} (${citation.standing.level})`,
      ...(citation.standing.by === undefined ? {} : { authors: [ctx.nameOf(citation.standing.by)] }),
      opinion: 'disagree',
      object_refs: [first?.id],
      external_references: [reference(citation, ctx)],
      ...extended({ kind: 'dispute', claim: claim.id, citation: citation.id }),
    }));
  return [...told, ...opinions];
}

/** Of a claim that is only disputed, nothing more is said than that the two are related. */
function relationOf({ id }: Predicate, figures: Figures, { from, to }: { from: string; to: string }, types: ReadonlyMap<string, StixType>) {
  const plain = { relationship: 'related-to', source: from, target: to };
  if (figures.level === 'disputed-only') return plain;
  const [source, target] = [types.get(from)?.type, types.get(to)?.type];
  if (ATTRIBUTES.has(id) && source === 'threat-actor' && target === 'campaign') return { relationship: 'attributed-to', source: to, target: from };
  const isTarget = target === 'identity' || target === 'location';
  if (TARGETS.has(id) && isTarget && (source === 'campaign' || source === 'threat-actor')) return { ...plain, relationship: 'targets' };
  return plain;
}

/** Where it happened between two days that are known. */
function timesOf({ happened }: Figures): Record<string, string> {
  const spans = happened.map(({ value }) => parseEdtf(value));
  const start = dayText(Math.min(...spans.map(({ earliest }) => earliest)));
  const end = dayText(Math.max(...spans.map(({ latest }) => latest)));
  if (start === undefined || end === undefined) return {};
  return { start_time: `${start}T00:00:00.000Z`, stop_time: `${end}T23:59:59.999Z` };
}

function reference(citation: Citation, { records }: NarrationContext): Record<string, string> {
  const source = records.sources.get(citation.source);
  const voice = source && records.voices.get(source.voice);
  return {
    source_name: source ? fullTitle(source, voice) : citation.source,
    description: `${describeLocator(citation.locator)}: ${citation.paraphrase}`,
    external_id: citation.id,
    ...(source?.url === undefined ? {} : { url: webAddress(source.url) ?? source.url }),
  };
}
