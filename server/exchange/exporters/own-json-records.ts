/** Writes records as members of a curated file, with default values left out (format.md). */
import { ENDS, ENTITY_TYPES, QUALIFIERS, VALUE_KINDS } from '../../domain/model/lists.ts';
import type {
  Citation,
  CitationStanding,
  Dataset,
  Dated,
  Entity,
  Locator,
  Name,
  ObjectText,
  Predicate,
  Quantity,
  Records,
  Source,
  Stake,
  Voice,
} from '../../domain/model/records.ts';
import type { Clocks, Question, Selector } from '../../domain/model/questions.ts';
import { displayName, visibleNames } from '../../domain/model/names.ts';

/** Members with the value undefined are not written. */
export type FileRecord = Record<string, unknown>;

/** @param nameVisible whether a source is visible at the clocks; names printed only by sources that are not are left out */
export function fileRecords(records: Records, nameVisible?: (source: string) => boolean) {
  const of = <T extends { dataset: string }>(ids: readonly string[], from: ReadonlyMap<string, T>, own: string) =>
    ids.flatMap((id) => from.get(id) ?? []).filter((record) => record.dataset === own);
  return {
    dataset: ({ id, title, curator, licence, description, knowledgeUntil }: Dataset): FileRecord => ({
      id,
      title,
      curator,
      licence,
      description,
      knowledgeUntil: dated(knowledgeUntil),
    }),
    voices: (ids: readonly string[], own: string) => of(ids, records.voices, own).map(voice),
    sources: (ids: readonly string[], own: string) => of(ids, records.sources, own).map(source),
    entities: (ids: readonly string[], own: string) => of(ids, records.entities, own).map((one) => entity(one, shownNames(one, nameVisible))),
    stubs: {
      voices: (ids: readonly string[], own: string) => of(ids, records.voices, own).map(({ id }): FileRecord => ({ id })),
      sources: (ids: readonly string[], own: string) =>
        of(ids, records.sources, own).map(({ id, voice: whose, textOf }): FileRecord => ({ id, voice: whose, textOf: carried(textOf) })),
      entities: (ids: readonly string[], own: string) => of(ids, records.entities, own).map(({ id, type }): FileRecord => ({ id, type })),
    },
    predicates: (ids: readonly string[], own: string) => of(ids, records.predicates, own).map(predicate),
    claim: (id: string): FileRecord => {
      const claim = records.claims.get(id);
      const list = (ids: readonly string[] = []) => (ids.length < 2 ? ids[0] : ids);
      const sorted = (ids: readonly string[] = []) => list([...ids].sort());
      return {
        id,
        subject: claim?.subject,
        predicate: claim?.predicate,
        object: typeof claim?.object === 'object' ? objectText(claim.object) : claim?.object,
        via: list(claim?.via),
        to: sorted(claim?.to),
        at: sorted(claim?.at),
        in: sorted(claim?.in),
        instrument: sorted(claim?.instrument),
        intended: claim?.intended || undefined,
        attempted: claim?.attempted || undefined,
        expected: claim?.expected || undefined,
        occasion: claim?.occasion,
      };
    },
    citation: (one: Citation): FileRecord => citation(one, records.sources.get(one.source)),
    /** Rival sets whose claims are all exported. */
    rivals: (claims: readonly string[], own: string): FileRecord[] => {
      const taken = new Set(claims);
      return records.rivals
        .filter((set) => set.dataset === own && set.claims.every((id) => taken.has(id)))
        .map((set) => ({ claims: [...set.claims].sort(), why: set.why }))
        .sort(byText(({ claims: ids }) => ids.join('|')));
    },
    identities: (entities: readonly string[], own: string): FileRecord[] => {
      const shown = new Set(entities);
      return records.identities
        .filter((one) => one.dataset === own && shown.has(one.a) && shown.has(one.b))
        .map(({ a, b, decision, why }) => ({ a, b, decision, why }))
        .sort(byText(({ a, b }) => `${a}|${b}`));
    },
    questions: (own: string): FileRecord[] =>
      [...records.questions.values()]
        .filter((one) => one.dataset === own)
        .sort(byText(({ id }) => id))
        .map(question),
  };
}

function voice({ id, name, entities, stake, article, number }: Voice): FileRecord {
  return { id, name, entities: filled([...entities].sort()), stake: stakes(stake), article, number };
}

function stakes(stake: Stake): unknown {
  if (typeof stake === 'string') return stake;
  return stake
    .map((one) => ('entity' in one ? { entity: one.entity, as: one.as, why: one.why } : { scope: one.scope, as: one.as, why: one.why }))
    .sort(byText((one) => JSON.stringify(one)));
}

function source(one: Source): FileRecord {
  const { id, kind, publisher, title, authors, language, url, urlBasis, archive, published, voice: of, seen, textOf } = one;
  return {
    id,
    kind,
    publisher,
    title,
    authors: filled(authors ?? []),
    language,
    url,
    urlBasis,
    archive,
    published: dated(published),
    voice: of,
    seen,
    textOf: carried(textOf),
  };
}

function carried(textOf: Source['textOf']): FileRecord | undefined {
  return textOf && { source: textOf.source, how: textOf.how };
}

/** The names that may be shown, or the description shown instead of them. */
function shownNames(one: Entity, sourceVisible: ((source: string) => boolean) | undefined): Name[] {
  const names = visibleNames(one, { sourceVisible });
  return names.length > 0 ? names : [displayName(one, { sourceVisible })];
}

function entity(one: Entity, names: readonly Name[]): FileRecord {
  return {
    id: one.id,
    type: one.type,
    kind: one.kind,
    unnamed: one.unnamed || undefined,
    redacted: one.redacted,
    generic: one.generic || undefined,
    aggregate: one.aggregate || undefined,
    atRisk: one.atRisk || undefined,
    candidates: filled([...(one.candidates ?? [])].sort()),
    names: names.map(({ text, lang, script, kind, sources, article, number }) => ({
      text,
      lang,
      script,
      kind,
      sources: filled([...(sources ?? [])].sort()),
      article,
      number,
    })),
  };
}

function predicate(one: Predicate): FileRecord {
  const { finite, infinitive, passive, noun, base, plural, inPlot, ofSeveral, blamedFor } = one.forms;
  return {
    id: one.id,
    forms: { finite, infinitive, passive, noun, base, plural, inPlot, ofSeveral, blamedFor },
    inverse: one.inverse,
    group: one.group,
    subject: inOrder(one.subject, ENTITY_TYPES),
    takes: inOrder(one.takes, [...ENTITY_TYPES, ...VALUE_KINDS]),
    qualifiers: filled(inOrder(one.qualifiers, QUALIFIERS)),
    accuses: filled(inOrder(one.accuses, ENDS)),
    symmetric: one.symmetric || undefined,
    within: one.within || undefined,
    traversed: one.traversed ? undefined : false,
    recordsDeath: one.recordsDeath || undefined,
    roles: filledObject(Object.fromEntries(ENDS.flatMap((end) => (one.roles[end] ? [[end, one.roles[end]]] : [])))),
    definition: one.definition,
    example: one.example,
    misuse: one.misuse,
  };
}

/** Members in this order: where the passage is, whose word it is, what it says. */
function citation(one: Citation, read: Source | undefined): FileRecord {
  const usual = read?.textOf === undefined ? 'own-voice' : 'carried';
  return {
    source: one.source,
    locator: locator(one.locator),
    mark: one.mark && { start: one.mark.start, end: one.mark.end, sha256: one.mark.sha256 },
    stance: one.stance === 'supports' ? undefined : one.stance,
    origin: one.origin,
    originBasis: one.origin === undefined && one.originBasis === usual ? undefined : one.originBasis,
    witnessed: one.witnessed,
    through: filled(one.through),
    paraphrase: one.paraphrase,
    quote: one.quote,
    hedge: one.hedge,
    reading: one.reading,
    statedBy: one.statedBy,
    standing: standing(one.standing),
    happened: Array.isArray(one.happened) ? one.happened.map(dated) : dated(one.happened),
    count: quantity(one.count),
    amount: quantity(one.amount),
    sentence: one.sentence && { text: one.sentence.text, basis: one.sentence.basis },
    offences: filled(one.offences),
    as: one.as,
    stage: one.stage,
    outcome: one.outcome,
    importOnly: one.importOnly || undefined,
  };
}

function standing({ level, by, on, case: inCase }: CitationStanding): FileRecord {
  return { level, by, on: dated(on), case: inCase };
}

function locator(one: Locator | undefined): FileRecord | undefined {
  return one && { ...one };
}

function quantity(one: Quantity | undefined): FileRecord | undefined {
  return (
    one && {
      min: one.min,
      max: one.max,
      approx: one.approx || undefined,
      unit: one.unit,
      basis: one.basis,
    }
  );
}

function dated(one: Dated | undefined): FileRecord | undefined {
  return one && { edtf: one.edtf, basis: one.basis };
}

function objectText({ text, lang, quoted }: ObjectText): FileRecord {
  return { text, lang, quoted };
}

function question(one: Question): FileRecord {
  const { id, text, kind } = one;
  const head = { id, text, kind };
  const asOf = clocks(one.clocks);
  if (one.kind === 'trace')
    return {
      ...head,
      from: selector(one.from),
      to: selector(one.to),
      switches: one.switches && sortedKeys(one.switches),
      clocks: asOf,
    };
  if (one.kind === 'claims') return { ...head, filter: sortedKeys(one.filter), clocks: asOf };
  return { ...head, roles: one.roles, plots: one.plots, datasets: one.datasets, clocks: asOf };
}

function selector({ ids, role, type, savedSet }: Selector): FileRecord {
  return { ids: ids && [...ids].sort(), role, type, savedSet };
}

function clocks(one: Clocks | undefined): FileRecord | undefined {
  return (
    one && {
      happened: one.happened,
      published: one.published,
      recorded: one.recorded,
      firmOnly: one.firmOnly,
    }
  );
}

function sortedKeys(one: object): FileRecord {
  return Object.fromEntries(Object.entries(one).sort(byText(([key]) => String(key))));
}

function filled<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}

function filledObject(one: FileRecord): FileRecord | undefined {
  return Object.keys(one).length > 0 ? one : undefined;
}

/** The words of a set in the order of their closed list. */
function inOrder<T extends string>(words: readonly T[], order: readonly string[]): T[] {
  return [...words].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

function byText<T>(key: (one: T) => string): (a: T, b: T) => number {
  return (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
}
