/** Random records that keep every rule of the model, for property tests of the domain and of the store. */
import fc from 'fast-check';
import {
  ENTITY_TYPES,
  LEVELS_WITH_CASE,
  LEVELS_WITHOUT_BY,
  PLAIN_LEVELS,
  QUALIFIERS,
  STAKE_AS,
  SUPPORT_LEVELS,
  VALUE_KINDS,
  type Level,
} from '../model/lists.ts';
import type { Claim, ObjectEnd, Records, Stake } from '../model/records.ts';
import { propositionKey } from '../model/proposition-key.ts';
import { records, type CitationBrief, type ClaimBrief, type EntityBrief, type PredicateBrief, type SourceBrief, type VoiceBrief } from './build-records.ts';

export interface ArbitraryOptions {
  /** Upper bounds. The defaults are small, so that a counterexample can be read. */
  entities?: number;
  voices?: number;
  sources?: number;
  claims?: number;
  citationsPerClaim?: number;
  /** Prefix of every id except those of predicates, so that several random cases fit in one store. */
  prefix?: string;
}

const EVERYTHING = [...ENTITY_TYPES, ...VALUE_KINDS];
const wide = (brief: PredicateBrief): PredicateBrief => ({
  subject: [...ENTITY_TYPES],
  takes: EVERYTHING,
  ...brief,
});
/** One predicate of each kind that the rules distinguish, under the prefix of its dataset. */
const predicatesOf = (dataset: string): PredicateBrief[] => [
  wide({
    id: `${dataset}:hired`,
    group: 'sponsorship',
    accuses: ['subject', 'object', 'via'],
    roles: { subject: 'sponsor', object: 'perpetrator', via: 'intermediary', in: 'target' },
  }),
  wide({
    id: `${dataset}:killed`,
    group: 'execution',
    accuses: ['subject'],
    recordsDeath: true,
    roles: { subject: 'perpetrator', object: 'target' },
  }),
  wide({ id: `${dataset}:member-of`, group: 'structure', within: true }),
  wide({ id: `${dataset}:charged`, group: 'justice', roles: { subject: 'accuser' } }),
  wide({ id: `${dataset}:met`, group: 'association', symmetric: true, takes: [...ENTITY_TYPES], qualifiers: QUALIFIERS.filter((one) => one !== 'to') }),
  wide({ id: `${dataset}:no-established-link-to`, group: 'statement', traversed: false }),
];
const EDTF_TEXTS = [
  '2017',
  '2018',
  '2018-06',
  '2018-06-15',
  '2018-07-02',
  '2019~',
  '2018-24',
  '201X',
  '2019-XX',
  '2018/..',
  '../2018',
  '2019/',
  '2020-01?',
  '2017/2019-03',
  '2021-11-23',
];
const DISPUTES: readonly Level[] = ['denied', 'contradicted', 'retracted', 'acquitted', 'withdrawn'];

export const arbitraryEdtf: fc.Arbitrary<string> = fc.constantFrom(...EDTF_TEXTS);
export const arbitraryClocks = fc.record({ happened: arbitraryEdtf, published: arbitraryEdtf, firmOnly: fc.boolean() }, { requiredKeys: [] });
const dated = fc.record({
  edtf: arbitraryEdtf,
  basis: fc.constantFrom('stated' as const, 'inferred' as const, 'outside' as const),
});
const mark = fc
  .record({ start: fc.nat(40), length: fc.integer({ min: 1, max: 40 }), digit: fc.constantFrom('0', 'a') })
  .map(({ start, length, digit }) => ({ start, end: start + length, sha256: digit.repeat(64) }));
/** Two or three alternative dates of one passage, in canonical form. */
const alternatives = fc
  .uniqueArray(dated, { minLength: 2, maxLength: 3, selector: ({ edtf }) => edtf })
  .map((dates) => dates.toSorted((a, b) => (a.edtf < b.edtf ? -1 : 1)));
/** `fc.option` is not used, because its `freq` of 1 means never. */
const maybe = <T>(arbitrary: fc.Arbitrary<T>, weight = 1): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 2 * weight, arbitrary });
const quantity = fc
  .record({
    min: fc.integer({ min: 0, max: 30 }),
    more: fc.integer({ min: 0, max: 9 }),
    approx: maybe(fc.boolean()),
    unit: maybe(fc.constantFrom('people', 'USD')),
    basis: fc.constantFrom('stated' as const, 'outside' as const),
  })
  .map(({ more, ...rest }) => ({ ...rest, max: rest.min + more }));

/** Records such as `records` builds them: lineage without cycles, levels that fit, each proposition and each passage once. */
export function arbitraryRecords(options: ArbitraryOptions = {}): fc.Arbitrary<Records> {
  const { entities = 8, voices = 4, sources = 7, claims = 8, citationsPerClaim = 4, prefix = '' } = options;
  const ids = (kind: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${kind}${i}`);
  const [entityIds, voiceIds, sourceIds, claimIds] = [ids('e', entities), ids('v', voices), ids('s', sources), ids('c', claims)];
  const dataset = `${prefix}test`;
  const predicates = predicatesOf(dataset);
  const entityId = fc.constantFrom(...entityIds);

  const entity = (id: string): fc.Arbitrary<EntityBrief> =>
    fc
      .record({
        type: fc.constantFrom(...ENTITY_TYPES),
        printed: maybe(fc.subarray(sourceIds, { minLength: 1, maxLength: 2 })),
        generic: fc.boolean(),
      })
      .map(({ type, printed, generic }) => ({
        id,
        type,
        ...(generic ? { generic } : {}),
        names: [
          {
            text: `Name of ${id}`,
            lang: 'en',
            kind: 'primary',
            ...(printed ? { sources: printed } : {}),
          },
          { text: `Label of ${id}`, lang: 'en', kind: 'label' },
        ],
      }));
  const stake: fc.Arbitrary<Stake> = fc.oneof(
    { weight: 3, arbitrary: fc.constant('none' as const) },
    fc.constant('unclear' as const),
    fc.array(
      fc.oneof(
        {
          weight: 4,
          arbitrary: fc.record({
            entity: entityId,
            as: fc.constantFrom(...STAKE_AS),
            why: fc.constant('has a part in it'),
          }),
        },
        fc.record({
          scope: fc.constant('all' as const),
          as: fc.constantFrom(...STAKE_AS),
          why: fc.constant('has a part in everything'),
        }),
      ),
      { minLength: 1, maxLength: 2 },
    ),
  );
  const voice = (id: string): fc.Arbitrary<VoiceBrief> => fc.record({ id: fc.constant(id), stake, entities: fc.subarray(entityIds, { maxLength: 2 }) });
  const source = (id: string, i: number): fc.Arbitrary<SourceBrief> =>
    fc.record({
      id: fc.constant(id),
      voice: fc.constantFrom(...voiceIds),
      seen: fc.boolean(),
      title: fc.constant(`Title of ${id}`),
      published: maybe(dated, 4),
      // Only sources that stand before it, so that there is no cycle.
      textOf:
        i === 0
          ? fc.constant(undefined)
          : maybe(
              fc.record({
                source: fc.constantFrom(...sourceIds.slice(0, i)),
                how: fc.constantFrom('republishes' as const, 'abridges' as const),
              }),
              1,
            ),
    });
  const end: fc.Arbitrary<ObjectEnd> = fc.oneof(
    { weight: 8, arbitrary: entityId },
    fc.constantFrom('unknown', 'none', 'value'),
    fc.constantFrom<ObjectEnd[]>({ text: 'said to be so', lang: 'en' }, { text: 'so it is', lang: 'en', quoted: true }),
  );
  const list = (max: number) => fc.uniqueArray(entityId, { maxLength: max });
  const rare = (max: number) => fc.oneof({ weight: 3, arbitrary: fc.constant<string[]>([]) }, list(max));
  const claim = (id: string): fc.Arbitrary<ClaimBrief> =>
    fc
      .record({
        predicate: fc.oneof(fc.constantFrom(...predicates), fc.constantFrom(...predicates.slice(0, 3))),
        subject: fc.oneof({ weight: 8, arbitrary: entityId }, fc.constant('unknown')),
        object: end,
        via: rare(2),
        to: rare(2),
        at: rare(1),
        in: rare(2),
        instrument: rare(1),
        attempted: fc.boolean(),
        occasion: maybe(fc.constantFrom('first', 'second'), 1),
      })
      .chain(({ predicate, ...rest }) =>
        fc
          .array(citation((predicate.accuses?.length ?? 0) > 0), {
            minLength: 1,
            maxLength: citationsPerClaim,
          })
          .map((citations) => ({
            ...rest,
            ...(predicate.symmetric ? withoutDirection(rest) : {}),
            id,
            predicate: predicate.id,
            citations: citations.map((brief, i) => ({
              ...brief,
              paraphrase: `Passage ${i} of ${id}`,
            })),
          })),
      );
  const citation = (accusatory: boolean): fc.Arbitrary<CitationBrief> =>
    fc
      .record({
        source: fc.constantFrom(...sourceIds),
        locator: fc.integer({ min: 1, max: 40 }),
        level: fc.oneof(
          {
            weight: 4,
            arbitrary: fc.constantFrom(...(accusatory ? SUPPORT_LEVELS.filter((level) => level !== 'confirmed') : PLAIN_LEVELS)),
          },
          fc.constantFrom(...DISPUTES),
        ),
        by: entityId,
        on: maybe(dated),
        case: fc.constantFrom(...entityIds.slice(0, 2)),
        origin: maybe(fc.constantFrom(...sourceIds)),
        through: fc.oneof({ weight: 3, arbitrary: fc.constant<string[]>([]) }, fc.subarray(sourceIds, { maxLength: 2 })),
        basis: fc.constantFrom('stated' as const, 'inferred' as const),
        without: fc.constantFrom('carried' as const, 'own-voice' as const, 'not-established' as const),
        witnessed: maybe(fc.constant(true as const), 1),
        hedge: maybe(fc.constantFrom('reportedly', 'suspected'), 1),
        reading: maybe(fc.constant('inferred' as const), 1),
        happened: maybe(fc.oneof({ weight: 4, arbitrary: dated }, alternatives)),
        count: maybe(quantity, 1),
        amount: maybe(quantity, 1),
        mark: maybe(mark, 1),
      })
      .map(({ level, by, on, case: inCase, basis, without, origin, through, ...rest }): CitationBrief => {
        const importOnly = level === 'unstated';
        return {
          ...rest,
          stance: DISPUTES.includes(level) ? 'disputes' : 'supports',
          standing: {
            level,
            ...(LEVELS_WITHOUT_BY.includes(level) ? {} : { by }),
            ...(on ? { on } : {}),
            ...(LEVELS_WITH_CASE.includes(level) ? { case: inCase } : {}),
          },
          importOnly,
          through: importOnly ? [] : through,
          ...(importOnly || origin === undefined ? { originBasis: importOnly ? ('own-voice' as const) : without } : { origin, originBasis: basis }),
        };
      });

  return fc
    .record({
      voices: fc.tuple(...voiceIds.map(voice)),
      sources: fc.tuple(...sourceIds.map(source)),
      entities: fc.tuple(...entityIds.map(entity)),
      claims: fc.tuple(...claimIds.map(claim)).chain((all) => fc.subarray(all, { minLength: 1 })),
      rivals: fc.array(fc.subarray(claimIds, { minLength: 2, maxLength: 3 }), { maxLength: 2 }),
      same: fc.array(fc.subarray(entityIds, { minLength: 2, maxLength: 2 }), { maxLength: 2 }),
    })
    .map(({ rivals, same, ...brief }) => {
      const built = records({
        ...brief,
        dataset,
        predicates,
        claims: eachPropositionOnce(brief.claims, predicates).map((claim) => fitted(claim, brief.sources)),
      });
      const cases = entityIds.slice(0, 2);
      for (const id of cases) built.entities.set(id, { ...built.entities.get(id)!, type: 'Case' });
      for (const chosen of rivals) {
        const claims = [...chosen].sort();
        const id = claims.join('|');
        if (claims.every((claim) => built.claims.has(claim)) && !built.rivals.some((set) => set.id === id)) {
          built.rivals.push({ id, dataset, claims, why: 'one of them' });
        }
      }
      for (const [a = '', b = ''] of same) {
        const [low = a, high = b] = [a, b].sort();
        const id = `${low}|${high}`;
        if (!built.identities.some((one) => one.id === id)) built.identities.push({ id, dataset, a: low, b: high, decision: 'same', why: 'decided to be one' });
      }
      return built;
    });
}

/** Removes what a claim of a symmetric predicate cannot have. */
function withoutDirection({ object }: { object: ObjectEnd }): { object: ObjectEnd; to: string[] } {
  return { object: typeof object === 'string' && object !== 'value' ? object : 'unknown', to: [] };
}

/** Removes what the source or the claim of a citation does not allow: itself as an origin, a carried text, sources between, the value that the claim is about. */
function fitted(claim: ClaimBrief, sources: readonly SourceBrief[]): ClaimBrief {
  const withoutItself = (citation: CitationBrief): CitationBrief => {
    const { origin, through, ...rest } = { ...citation, through: citation.through?.filter((id) => id !== citation.source && id !== citation.origin) };
    return origin === citation.source ? { ...rest, through, originBasis: 'own-voice' } : { ...rest, origin, through };
  };
  const carries = (id: string | undefined) => sources.some((source) => source.id === id && source.textOf !== undefined);
  return {
    ...claim,
    citations: claim.citations?.map(withoutItself).map((citation): CitationBrief => {
      const originBasis = citation.originBasis === 'carried' && !carries(citation.source) ? 'own-voice' : citation.originBasis;
      const between = citation.origin !== undefined || originBasis === 'not-established';
      return {
        ...citation,
        originBasis,
        witnessed: !citation.importOnly && (originBasis === 'own-voice' || originBasis === 'carried') ? citation.witnessed : undefined,
        through: between ? citation.through : [],
        happened: citation.happened ?? (claim.object === 'value' ? '2018' : undefined),
      };
    }),
  };
}

function eachPropositionOnce(claims: readonly ClaimBrief[], predicates: PredicateBrief[]): ClaimBrief[] {
  const seen = new Set<string>();
  return claims.filter((brief) => {
    const claim: Claim | undefined = records({ predicates, claims: [brief] }).claims.get(brief.id);
    const key = claim ? propositionKey(claim) : brief.id;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

/** The same records with every map, list and set in another order, except `via`, whose order counts. */
export function shuffled(of: Records, order: (length: number) => number[]): Records {
  const list = <T>(values: readonly T[]): T[] => order(values.length).map((i) => values[i] as T);
  const map = <T>(values: ReadonlyMap<string, T>): Map<string, T> => new Map(list([...values]));
  return {
    datasets: map(of.datasets),
    voices: new Map(list([...of.voices]).map(([id, voice]) => [id, { ...voice, entities: list(voice.entities) }])),
    sources: map(of.sources),
    entities: map(of.entities),
    predicates: map(of.predicates),
    claims: new Map(
      list([...of.claims]).map(([id, claim]) => [
        id,
        {
          ...claim,
          to: list(claim.to),
          at: list(claim.at),
          in: list(claim.in),
          instrument: list(claim.instrument),
        },
      ]),
    ),
    citations: new Map(list([...of.citations]).map(([id, citations]) => [id, list(citations)])),
    rivals: list(of.rivals).map((set) => ({ ...set, claims: list(set.claims) })),
    identities: list(of.identities),
    questions: map(of.questions),
  };
}
