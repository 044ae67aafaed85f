/** Builds records for tests from a short form; every field left out gets the plainest value. */
import { citationId } from '../model/citation-id.ts';
import { inEndOrder } from '../model/end-order.ts';
import { emptyRecords } from '../model/empty-records.ts';
import { ENTITY_TYPES, QUALIFIERS, VALUE_KINDS, type Decision, type EntityType, type Level, type Qualifier } from '../model/lists.ts';
import type { Citation, CitationStanding, Claim, Dataset, Dated, Entity, ObjectEnd, Predicate, Records, Source, Voice } from '../model/records.ts';
import type { Question } from '../model/questions.ts';

/** A text alone is an EDTF date of basis `stated`. */
type DateBrief = string | Dated;
type StandingBrief = Level | (Omit<CitationStanding, 'on'> & { on?: DateBrief });
export type CitationBrief = Partial<Omit<Citation, 'standing' | 'happened' | 'locator' | 'claim'>> & {
  standing?: StandingBrief;
  /** Several dates are alternatives. */
  happened?: DateBrief | DateBrief[];
  /** A number alone is a paragraph. */
  locator?: number | Citation['locator'];
};
type OneOrMore = string | string[];
export type ClaimBrief = Partial<Pick<Claim, 'dataset' | 'intended' | 'attempted' | 'expected' | 'occasion'>> &
  Partial<Record<Qualifier, OneOrMore>> & {
    id: string;
    subject?: string;
    predicate: string;
    object?: ObjectEnd;
    citations?: CitationBrief[];
  };
export type SourceBrief = Partial<Omit<Source, 'published'>> & {
  id: string;
  published?: DateBrief;
};
export type VoiceBrief = Partial<Voice> & { id: string };
export type EntityBrief = Partial<Entity> & { id: string };
export type PredicateBrief = Partial<Predicate> & { id: string };

/** A shorter form of a curated file. Entities may be given as id → type. */
export interface RecordsBrief {
  dataset?: string | Dataset;
  voices?: VoiceBrief[];
  sources?: SourceBrief[];
  entities?: EntityBrief[] | Record<string, EntityType>;
  predicates?: PredicateBrief[];
  claims?: ClaimBrief[];
  rivals?: { claims: string[]; why?: string }[];
  identities?: { a: string; b: string; decision: Decision; why?: string }[];
  questions?: Question[];
}

/**
 * Builds records from the short form. Defaults: the voice of a source is the one with the source's own id, else the first; a source is seen. A voice has no
 * stake. A citation supports its claim, reads the first source and is `reported`; its origin basis is `stated` where it has an `origin`, else `carried` where
 * its source has `textOf`, else `own-voice`. A predicate takes everything, accuses nobody, is traversed and belongs to the group `association`. Entities (as
 * Person) and predicates that claims name and the short form does not define are added.
 */
export function records(brief: RecordsBrief): Records {
  const built = emptyRecords();
  const dataset = typeof brief.dataset === 'string' || !brief.dataset ? { id: brief.dataset ?? 'test' } : brief.dataset;
  built.datasets.set(dataset.id, dataset);
  for (const voice of brief.voices ?? []) {
    built.voices.set(voice.id, {
      dataset: dataset.id,
      name: voice.id,
      entities: [],
      stake: 'none',
      ...voice,
    });
  }
  const firstVoice = brief.voices?.[0]?.id ?? 'voice';
  for (const source of brief.sources ?? [{ id: 'source' }]) {
    const voice = source.voice ?? (built.voices.has(source.id) ? source.id : firstVoice);
    if (!built.voices.has(voice))
      built.voices.set(voice, {
        id: voice,
        dataset: dataset.id,
        name: voice,
        entities: [],
        stake: 'none',
      });
    built.sources.set(source.id, {
      dataset: dataset.id,
      kind: 'article',
      seen: true,
      ...source,
      voice,
      published: dated(source.published),
    });
  }
  const entities = Array.isArray(brief.entities) ? brief.entities : Object.entries(brief.entities ?? {}).map(([id, type]): EntityBrief => ({ id, type }));
  for (const entity of entities) built.entities.set(entity.id, entityOf(entity, dataset.id));
  for (const predicate of brief.predicates ?? []) built.predicates.set(predicate.id, predicateOf(predicate, dataset.id));
  for (const claim of brief.claims ?? []) addClaim(built, claim, dataset.id);
  for (const { claims, why = 'one of them' } of brief.rivals ?? []) {
    const sorted = [...claims].sort();
    built.rivals.push({ id: sorted.join('|'), dataset: dataset.id, claims: sorted, why });
  }
  for (const { a, b, decision, why = 'decided' } of brief.identities ?? []) {
    const [low = a, high = b] = [a, b].sort();
    built.identities.push({
      id: `${low}|${high}`,
      dataset: dataset.id,
      a: low,
      b: high,
      decision,
      why,
    });
  }
  for (const question of brief.questions ?? []) built.questions.set(question.id, question);
  return built;
}

function dated(brief: DateBrief | undefined): Dated | undefined {
  return typeof brief === 'string' ? { edtf: brief, basis: 'stated' } : brief;
}

function entityOf(brief: EntityBrief, dataset: string): Entity {
  return {
    dataset,
    type: 'Person',
    names: [{ text: brief.id, lang: 'en', kind: 'primary' }],
    ...brief,
  };
}

function predicateOf(brief: PredicateBrief, dataset: string): Predicate {
  return {
    dataset,
    forms: {
      finite: brief.id,
      infinitive: `to have ${brief.id}`,
      passive: `was ${brief.id} by`,
      noun: brief.id,
    },
    inverse: `${brief.id}-by`,
    group: 'association',
    subject: [...ENTITY_TYPES],
    takes: [...ENTITY_TYPES, ...VALUE_KINDS],
    qualifiers: [...QUALIFIERS],
    accuses: [],
    within: false,
    traversed: true,
    recordsDeath: false,
    roles: {},
    definition: brief.id,
    example: brief.id,
    misuse: brief.id,
    ...brief,
  };
}

function addClaim(built: Records, brief: ClaimBrief, dataset: string): void {
  const list = (value: OneOrMore | undefined) => (value === undefined ? [] : typeof value === 'string' ? [value] : value);
  const { citations = [{}], subject = 'a', object = 'b', via, to, at, in: within, instrument, ...rest } = brief;
  const claim: Claim = {
    dataset,
    intended: false,
    attempted: false,
    expected: false,
    ...rest,
    subject,
    object,
    via: list(via),
    to: list(to),
    at: list(at),
    in: list(within),
    instrument: list(instrument),
  };
  built.claims.set(claim.id, inEndOrder(claim, built.predicates.get(claim.predicate)));
  const reserved = ['unknown', 'none', 'value'];
  for (const end of [claim.subject, claim.object, ...QUALIFIERS.flatMap((qualifier) => claim[qualifier])]) {
    if (typeof end === 'string' && !reserved.includes(end) && !built.entities.has(end)) built.entities.set(end, entityOf({ id: end }, dataset));
  }
  if (!built.predicates.has(claim.predicate)) built.predicates.set(claim.predicate, predicateOf({ id: claim.predicate }, dataset));
  built.citations.set(
    claim.id,
    citations.map((citation, i) => citationOf(built, citation, claim, i)),
  );
}

function citationOf(built: Records, brief: CitationBrief, claim: Claim, index: number): Citation {
  const source = brief.source ?? built.sources.keys().next().value ?? 'source';
  const standing = typeof brief.standing === 'string' ? { level: brief.standing } : (brief.standing ?? { level: 'reported' as const });
  const carries = built.sources.get(source)?.textOf !== undefined;
  const content: Omit<Citation, 'id'> = {
    dataset: claim.dataset,
    stance: 'supports',
    paraphrase: `passage ${index}`,
    through: [],
    offences: [],
    importOnly: false,
    originBasis: brief.origin !== undefined ? 'stated' : carries ? 'carried' : 'own-voice',
    ...brief,
    source,
    locator: typeof brief.locator === 'number' ? { paragraph: brief.locator } : brief.locator,
    claim: claim.id,
    happened: Array.isArray(brief.happened) ? brief.happened.flatMap((one) => dated(one) ?? []) : dated(brief.happened),
    standing: { ...standing, on: dated(standing.on) },
  };
  return { ...content, id: brief.id ?? citationId(content.dataset, content) };
}
