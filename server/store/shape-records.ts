/** Turns records and figures into the properties they are stored with, in the flat layout that the read statements use. */
import { hash } from 'node:crypto';
import { canonicalJson } from '../domain/model/canonical-json.ts';
import type { ClaimPut } from '../domain/importing/change-plan.ts';
import { ENDS, QUALIFIERS } from '../domain/model/lists.ts';
import type { Citation, Claim, Entity, IdentityDecision, Predicate, Source, Voice } from '../domain/model/records.ts';
import type { Figures, Segment } from '../domain/model/figures.ts';
import { entitiesAt, entityEnd } from '../domain/model/claim-ends.ts';
import { displayName } from '../domain/model/names.ts';
import { propositionKey } from '../domain/model/proposition-key.ts';
import { saidForm, textsOfCitation, textsOfSource, textsOfVoice, type SaidText } from '../domain/searching/said-text.ts';
import { searchForm } from '../domain/searching/search-terms.ts';

export type Props = Record<string, unknown>;
export interface ShapedRecord {
  id: string;
  props: Props;
}

/** 128 bits of SHA-256 of a record's canonical JSON: equal for equal records. */
export function hashOf(json: string): string {
  return hash('sha256', json, 'base64url').slice(0, 22);
}

/** A record whose fields are not filtered by: its JSON, and the properties that are indexed. */
export function shapeSimple(record: { id: string; dataset?: string }, more: Props = {}): ShapedRecord {
  const json = canonicalJson(record);
  const { id, dataset = null } = record;
  return { id, props: { id, ...(dataset === null ? {} : { dataset }), ...more, _json: json } };
}

export function shapeIdentity(identity: IdentityDecision): ShapedRecord {
  const { a, b, decision, why } = identity;
  return shapeSimple(identity, { a, b, decision, why });
}

export function shapeEntity(entity: Entity): ShapedRecord {
  const shown = displayName(entity);
  return shapeSimple(entity, {
    type: entity.type,
    kind: entity.kind ?? null,
    name: shown.text,
    nameLang: shown.lang,
    label: shown.kind === 'label',
    names: canonicalJson(entity.names),
    unnamed: entity.unnamed ?? false,
    redacted: entity.redacted ?? null,
    generic: entity.generic ?? false,
    aggregate: entity.aggregate ?? false,
    atRisk: entity.atRisk ?? false,
    candidates: entity.candidates ?? [],
    _search: searchForm(entity.names.map((name) => name.text)),
  });
}

/** The words by which texts are found; null where there are none. */
const saidOf = (texts: readonly SaidText[]): string | null => saidForm(texts.map(({ text }) => text)) || null;

/** `_said` of each record that says something (`said.cypher`). */
export const SAID_FORM = {
  citation: (citation: Citation) => saidOf(textsOfCitation(citation)),
  claim: ({ object }: Pick<Claim, 'object'>) => (typeof object === 'string' ? null : saidForm([object.text]) || null),
  source: (source: Source) => saidOf(textsOfSource(source)),
  voice: (voice: Voice) => saidOf(textsOfVoice(voice)),
};

export const shapeVoice = (voice: Voice): ShapedRecord => shapeSimple(voice, { name: voice.name, _said: SAID_FORM.voice(voice) });
export const shapeSource = (source: Source): ShapedRecord => shapeSimple(source, { title: source.title ?? null, _said: SAID_FORM.source(source) });

/** `paraphrase` and the rest of the passage are only in `_json`: nothing filters by them. Their words are searched. */
export function shapeCitation(citation: Citation): ShapedRecord {
  const { claim, source, stance, standing } = citation;
  return shapeSimple(citation, { claim, source, stance, level: standing.level, by: standing.by ?? null, _said: SAID_FORM.citation(citation) });
}

/** The sources that a citation names besides the one read, each once. */
export function viaOf({ origin, through }: Citation): string[] {
  return [...new Set(origin === undefined ? through : [origin, ...through])];
}

/**
 * Empty lists are not stored, nor is false, nor what repeats the dataset: a property costs about 200 bytes of a transaction's memory, and the limit of one
 * transaction is counted in records. The read statements restore them (`coalesce`).
 */
const orNull = <T>(list: readonly T[]): readonly T[] | null => (list.length === 0 ? null : list);
const ifTrue = (flag: boolean): true | null => (flag ? true : null);

/** A claim without its figures. The canonical JSON holds only the claim, because which other datasets have it is no part of the record. */
export function shapeClaim({ claim, datasets, aliases }: ClaimPut): ShapedRecord {
  const json = canonicalJson(claim);
  const isText = typeof claim.object !== 'string';
  return {
    id: claim.id,
    props: {
      id: claim.id,
      dataset: claim.dataset,
      subject: claim.subject,
      predicate: claim.predicate,
      object: isText ? null : claim.object,
      text: typeof claim.object === 'string' ? null : claim.object.text,
      textLang: typeof claim.object === 'string' ? null : claim.object.lang,
      textQuoted: typeof claim.object === 'string' ? null : ifTrue(claim.object.quoted === true),
      ...Object.fromEntries(QUALIFIERS.map((qualifier) => [qualifier, orNull(claim[qualifier])])),
      intended: ifTrue(claim.intended),
      attempted: ifTrue(claim.attempted),
      expected: ifTrue(claim.expected),
      occasion: claim.occasion ?? null,
      datasets: datasets.length === 1 && datasets[0] === claim.dataset ? null : datasets,
      aliases: orNull(aliases),
      _said: SAID_FORM.claim(claim),
      _key: hashOf(propositionKey(claim)),
      _json: json,
    },
  };
}

/** The entity, its end or qualifier, and its index there. */
export type StoredEnd = [entity: string, role: string, place: number];

/** The ends and qualifiers of a claim, in the order of `ENDS`: in `ends` the first of each entity, in `again` every further one. */
export function endsOfClaim({ claim }: ClaimPut): { ends: StoredEnd[]; again: StoredEnd[] } {
  const seen = new Set<string>();
  const [ends, again]: [StoredEnd[], StoredEnd[]] = [[], []];
  for (const role of ENDS) {
    for (const [place, id] of entitiesAt(claim, role).entries()) {
      (seen.has(id) ? again : ends).push([id, role, place]);
      seen.add(id);
    }
  }
  return { ends, again };
}

/** Derived properties of a claim: its figures, both flat and as JSON, the sources read, and the fields of its predicate. null removes a property. */
export function shapeFigures(figures: Figures, predicate: Predicate, sources: readonly string[], ends: { subject: string; object: unknown }): Props {
  const upper = typeof ends.object === 'string' ? entityEnd(ends.object) : undefined;
  const lower = entityEnd(ends.subject);
  const within = predicate.within && upper !== undefined && lower !== undefined && lower !== upper;
  return {
    group: predicate.group,
    _lower: within ? lower : null,
    _upper: within ? upper : null,
    level: figures.level,
    rank: figures.rank,
    by: orNull(figures.by),
    since: figures.since?.edtf ?? null,
    sinceBasis: figures.since?.basis ?? null,
    accusatory: figures.accusatory,
    origins: figures.origins,
    originsOpen: ifTrue(figures.originsOpen),
    originsAtStanding: figures.originsAtStanding,
    uninvolvedOrigins: figures.uninvolvedOrigins,
    originVoices: figures.originVoices,
    sources,
    readIn: figures.restsOn.read,
    rootedAt: figures.restsOn.roots,
    takes: orNull(figures.restsOn.taken.map((pair) => pair.join(' '))),
    carries: orNull(figures.restsOn.carried.map((pair) => pair.join(' '))),
    contested: figures.contested,
    disputedOnly: ifTrue(figures.level === 'disputed-only'),
    firstPublished: figures.firstPublished ?? null,
    inferred: ifTrue(figures.inferred),
    citations: figures.citations,
    supporting: figures.supporting,
    hedges: orNull(figures.hedges),
    stale: null,
    _figures: canonicalJson(figures),
  };
}

/** The figures that a segment copies from its claim, so that traversals can filter by them. */
export function shapeSegmentFigures(figures: Figures, predicate: Predicate): Props {
  return {
    predicate: predicate.id,
    rank: figures.rank,
    level: figures.level,
    origins: figures.origins,
    uninvolvedOrigins: figures.uninvolvedOrigins,
    contested: figures.contested,
    traversed: predicate.traversed,
    accusatory: figures.accusatory,
    disputedOnly: figures.level === 'disputed-only',
  };
}

export function shapeSegment(segment: Segment, figures: Figures, predicate: Predicate) {
  return {
    type: segment.group.toUpperCase(),
    from: segment.from,
    to: segment.to,
    props: { claim: segment.claim, n: segment.n, within: predicate.within && !segment.at, ...shapeSegmentFigures(figures, predicate) },
  };
}
