/** A piece as FollowTheMoney entities (FtM 4): entities as things, sources as articles, claims as links (exchange.md, "Mapping for FtM"). */
import { dayText } from '../../domain/dates/calendar.ts';
import { parseEdtf } from '../../domain/dates/edtf-dates.ts';
import type { InSlices } from '../../domain/figures/in-slices.ts';
import { entitiesOf } from '../../domain/model/claim-ends.ts';
import { visibleNames } from '../../domain/model/names.ts';
import type { Figures, Segment } from '../../domain/model/figures.ts';
import type { EntityType } from '../../domain/model/lists.ts';
import type { Citation, Claim, Entity, Predicate, Source } from '../../domain/model/records.ts';
import { segmentsOf } from '../../domain/model/segments.ts';
import { sourceVisibleAt } from '../../domain/dates/visibility.ts';
import { narrateClaim } from '../../domain/telling/narrate-claim.ts';
import type { NarrationContext } from '../../domain/telling/narration.ts';
import type { ExportInput } from '../format.ts';
import { verbOf } from '../flat/flat-graph.ts';
import { webAddress } from '../web-address.ts';
import { ftmId } from './ftm-ids.ts';

/** One value of a property. `citation` is the citation that gives it, `source` the source; where it is the curator's own, neither. */
export interface FtmValue {
  prop: string;
  value: string;
  citation?: string;
  source?: string;
}
export interface FtmEntity {
  id: string;
  schema: string;
  values: FtmValue[];
}

/** Schema and topics of an entity. A Country can act, so it is an Organization; FtM has no schema for a measure that others can be linked to. */
const SCHEMA: Readonly<Record<EntityType, { schema: string; topics?: readonly string[] }>> = {
  Person: { schema: 'Person' },
  Group: { schema: 'LegalEntity' },
  Gang: { schema: 'Organization', topics: ['crime'] },
  Agency: { schema: 'PublicBody', topics: ['gov'] },
  Organization: { schema: 'Organization' },
  Country: { schema: 'Organization', topics: ['gov'] },
  Place: { schema: 'Address' },
  Plot: { schema: 'Event' },
  Event: { schema: 'Event' },
  Case: { schema: 'CourtCase' },
  Measure: { schema: 'Event' },
  Item: { schema: 'Asset' },
};
/** Kinds of agency with a topic of their own. */
const SECURITY_KIND = /intelligence|security|police|military|army|guard/;
const SPYING_KIND = /intelligence/;

/** Schemata of links by predicate, with the properties of their ends and what may stand there. Any other claim is an UnknownLink. */
interface LinkSchema {
  schema: string;
  from: string;
  to: string;
  takes: [readonly EntityType[], readonly EntityType[]];
}
const BODIES: readonly EntityType[] = ['Gang', 'Agency', 'Organization', 'Country'];
const PARTIES: readonly EntityType[] = ['Person', 'Group', ...BODIES];
const MEMBERSHIP: LinkSchema = { schema: 'Membership', from: 'member', to: 'organization', takes: [PARTIES, BODIES] };
const LINKS: ReadonlyMap<string, LinkSchema> = new Map([
  ['member-of', MEMBERSHIP],
  ['gang-member-of', MEMBERSHIP],
  ['works-for', { schema: 'Employment', from: 'employee', to: 'employer', takes: [['Person'], BODIES] }],
  ['held-post-in', { schema: 'Employment', from: 'employee', to: 'employer', takes: [['Person'], BODIES] }],
  ['family-of', { schema: 'Family', from: 'person', to: 'relative', takes: [['Person'], ['Person']] }],
  ['associated-with', { schema: 'Associate', from: 'person', to: 'associate', takes: [['Person'], ['Person']] }],
  ['collaborated-with', { schema: 'Associate', from: 'person', to: 'associate', takes: [['Person'], ['Person']] }],
  ['party-to', { schema: 'CourtCaseParty', from: 'party', to: 'case', takes: [PARTIES, ['Case']] }],
]);
const UNKNOWN_LINK: LinkSchema = { schema: 'UnknownLink', from: 'subject', to: 'object', takes: [[], []] };
/** What both kinds of FtM file lose, besides what only the curated format has a place for. */
export const FTM_LOSES = ['uncertainDates', 'qualifiers', 'numbers', 'unlinked', 'carriedTexts'] as const;
/** These have no `role` and no `status`, so that the standing is written beside the relationship. */
const WITH_RELATIONSHIP: ReadonlySet<string> = new Set(['Family', 'Associate']);

/**
 * Entities, then sources, then links; each in the order of the ids of the records.
 * @returns those of one record at a time, made while they are taken
 */
export function* ftmOfPiece({ gate: { piece }, ctx, view }: Pick<ExportInput, 'gate' | 'ctx' | 'view'>): InSlices<() => Iterable<FtmEntity[]>> {
  const { records } = ctx;
  const notes = new Map<string, string[]>();
  for (const id of piece.claims) {
    yield;
    const told = toldClaim(id, ctx);
    if (!told || segmentsIn(told, ctx).length > 0) continue;
    for (const entity of entitiesOf(told.claim)) {
      const of = notes.get(entity);
      if (of) of.push(id);
      else notes.set(entity, [id]);
    }
  }
  const sourceVisible = view.clocks ? sourceVisibleAt(records.sources, view.clocks) : undefined;
  return function* () {
    for (const id of piece.entities) {
      const entity = records.entities.get(id);
      if (!entity) continue;
      const thing = thingOf(entity, ctx, sourceVisible);
      const sentences = (notes.get(id) ?? []).flatMap((one) => toldClaim(one, ctx) ?? []).map(({ claim, figures }) => narrateClaim(claim, figures, ctx));
      yield [{ ...thing, values: [...thing.values, ...sentences.map((value) => ({ prop: 'notes', value }))] }];
    }
    for (const id of piece.sources) {
      const source = records.sources.get(id);
      if (source) yield [articleOf(source, ctx)];
    }
    for (const id of piece.claims) {
      const told = toldClaim(id, ctx);
      if (told) yield linksOf(told, piece.citations.get(id) ?? [], ctx);
    }
  };
}

interface ToldClaim {
  claim: Claim;
  predicate: Predicate;
  figures: Figures;
}

function toldClaim(id: string, { records, figures: all }: NarrationContext): ToldClaim | undefined {
  const claim = records.claims.get(id);
  const figures = all.get(id);
  const predicate = records.predicates.get(claim?.predicate ?? '');
  return claim && figures && predicate && { claim, figures, predicate };
}

function segmentsIn({ claim, predicate }: ToldClaim, { records }: NarrationContext): Segment[] {
  return segmentsOf(claim, predicate, (id) => records.entities.get(id)?.type);
}

function thingOf(entity: Entity, { nameOf }: NarrationContext, sourceVisible: ((source: string) => boolean) | undefined): FtmEntity {
  const { schema, topics = [] } = SCHEMA[entity.type];
  const shown = nameOf(entity.id);
  const others = visibleNames(entity, { sourceVisible }).filter(({ text, kind }) => text !== shown && kind !== 'label');
  const kind = entity.type === 'Agency' ? (entity.kind ?? '') : '';
  const values: FtmValue[] = [
    { prop: 'name', value: shown },
    ...(schema === 'Address' ? [{ prop: 'full', value: shown }] : []),
    ...others.map(({ text, kind: how, sources }) => ({
      prop: how === 'former' ? 'previousName' : how === 'nickname' ? 'weakAlias' : 'alias',
      value: text,
      source: sources?.[0],
    })),
    ...[...topics, ...(SECURITY_KIND.test(kind) ? ['gov.security'] : []), ...(SPYING_KIND.test(kind) ? ['role.spy'] : [])].map((value) => ({
      prop: 'topics',
      value,
    })),
    { prop: 'notes', value: entity.kind === undefined ? `Attest: ${entity.type}` : `Attest: ${entity.type}, ${entity.kind}` },
  ];
  if (entity.redacted !== undefined) values.push({ prop: 'notes', value: `The name was redacted on ${entity.redacted}.` });
  else if (entity.unnamed) values.push({ prop: 'notes', value: 'The name is a description by the curator; no source in this file names it.' });
  if (entity.aggregate) values.push({ prop: 'notes', value: 'Stands for several that are counted together.' });
  if (entity.generic) values.push({ prop: 'notes', value: 'Not one in particular.' });
  return { id: ftmId('entity', entity.id), schema, values };
}

function articleOf(source: Source, { records }: NarrationContext): FtmEntity {
  const { id, title, publisher, url, published, authors = [], kind, seen } = source;
  const voice = records.voices.get(source.voice)?.name;
  const values: FtmValue[] = [
    { prop: 'title', value: title ?? `${kind}${(publisher ?? voice) ? ` of ${publisher ?? voice}` : ''}` },
    ...(publisher === undefined ? [] : [{ prop: 'publisher', value: publisher }]),
    ...authors.map((value) => ({ prop: 'author', value })),
    ...sourceUrl(url),
    ...(published ? dateValues([published.edtf]).map(({ value }) => ({ prop: 'publishedAt', value })) : []),
    { prop: 'notes', value: `Attest: ${kind}, in the voice of ${voice ?? source.voice}${seen ? '' : '; not seen by the curator'}` },
  ];
  return { id: ftmId('source', id), schema: 'Article', values: values.map((value) => ({ ...value, source: id })) };
}

/** One link for each segment of the claim, so that those in between stay linked. */
function linksOf(told: ToldClaim, citations: readonly Citation[], ctx: NarrationContext): FtmEntity[] {
  const { claim, predicate, figures } = told;
  const segments = segmentsIn(told, ctx);
  if (segments.length === 0) return [];
  const typeOf = (id: string) => ctx.records.entities.get(id)?.type;
  const sentence = narrateClaim(claim, figures, ctx);
  const verb = verbOf(claim, predicate);
  return segments.map(({ n, from, to }) => {
    const known = LINKS.get(predicate.id);
    const fits = known && segments.length === 1 && takes(known.takes[0], typeOf(from)) && takes(known.takes[1], typeOf(to));
    const link = fits ? known : UNKNOWN_LINK;
    return {
      id: ftmId('claim', `${claim.id}${n === 0 ? '' : `#${n}`}`),
      schema: link.schema,
      values: [
        { prop: link.from, value: ftmId('entity', from) },
        { prop: link.to, value: ftmId('entity', to) },
        ...(WITH_RELATIONSHIP.has(link.schema)
          ? [{ prop: 'relationship', value: `${verb} (${figures.level})` }]
          : [
              { prop: 'role', value: verb },
              { prop: 'status', value: figures.level },
            ]),
        { prop: 'recordId', value: claim.id },
        { prop: 'summary', value: sentence },
        ...happenedValues(citations),
        ...citations.flatMap((citation) => provenance(citation, ctx)),
      ],
    };
  });
}

function takes(types: readonly EntityType[], type: EntityType | undefined): boolean {
  return type !== undefined && types.includes(type);
}

/** What a citation says, and where it stands. */
function provenance(citation: Citation, { records }: NarrationContext): FtmValue[] {
  const { id, source, paraphrase, stance } = citation;
  const from = records.sources.get(source);
  const said = stance === 'disputes' ? `Against it: ${paraphrase}` : paraphrase;
  const values = [
    { prop: 'description', value: said },
    { prop: 'proof', value: ftmId('source', source) },
    ...sourceUrl(from?.url),
    ...(from?.publisher === undefined ? [] : [{ prop: 'publisher', value: from.publisher }]),
  ];
  return values.map((value) => ({ ...value, citation: id, source }));
}

/** The dates that supporting citations give; an interval as its first and last day. */
function happenedValues(citations: readonly Citation[]): FtmValue[] {
  return citations
    .filter(({ stance }) => stance === 'supports')
    .flatMap(({ id, source, happened }) =>
      dateValues((happened === undefined ? [] : [happened].flat()).map(({ edtf }) => edtf)).map((value) => ({ ...value, citation: id, source })),
    );
}

function dateValues(dates: readonly string[]): { prop: string; value: string }[] {
  return dates.flatMap((edtf) => {
    const plain = /^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$/.exec(edtf.replace(/[?~%]/g, ''));
    if (plain) return [{ prop: 'date', value: plain[0] }];
    const { earliest, latest } = parseEdtf(edtf);
    const [start, end] = [dayText(earliest), dayText(latest)];
    return [...(start === undefined ? [] : [{ prop: 'startDate', value: start }]), ...(end === undefined ? [] : [{ prop: 'endDate', value: end }])];
  });
}

/** FtM takes web addresses in their normal form. */
function sourceUrl(url: string | undefined): { prop: string; value: string }[] {
  const value = url !== undefined && /^https?:/.test(url) ? webAddress(url) : undefined;
  return value === undefined ? [] : [{ prop: 'sourceUrl', value }];
}
