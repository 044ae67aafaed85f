/** The context that every check of an import gets: records by id, of the import and of the database, and functions that report a problem with its place. */
import { parseEdtf } from '../../dates/edtf-dates.ts';
import { AppError, type Problem } from '../../model/errors.ts';
import { ownersOnce, type ImportBatch, type Place, type Placed } from '../import-batch.ts';
import type { Claim, Entity, Predicate, Records, Source, Voice } from '../../model/records.ts';
import { unregisteredPart } from '../language-tags.ts';
import { nearestId, nearestPredicate } from '../nearest-id.ts';

/** What the database holds of the records that an import names; it may hold more. */
export interface KnownRecords {
  records: Records;
  /** Id by which a dataset calls a claim that another dataset wrote first → id of the claim. */
  aliases: ReadonlyMap<string, string>;
  /** Saved sets that a question may start from. Absent where they were not looked up; no saved set is refused then. */
  savedSets?: ReadonlySet<string>;
  /** All ids of the database by kind, used only for suggestions. */
  ids?: Partial<Record<ReferredKind, Iterable<string>>>;
  /** Ids of records of the import that do not have the format. That is reported once, so references to them are not reported as unknown. */
  malformed?: ReadonlySet<string>;
}
export type ReferredKind = 'entity' | 'source' | 'voice' | 'predicate' | 'claim' | 'dataset';

export interface CheckContext {
  batch: ImportBatch;
  known: KnownRecords;
  entity(id: string): Entity | undefined;
  source(id: string): Source | undefined;
  voice(id: string): Voice | undefined;
  predicate(id: string): Predicate | undefined;
  claim(id: string): Claim | undefined;
  /** Reports a problem; `field` is a JSON pointer from the record. */
  tell(place: Place, field: string, code: string, message: string, remedy: string): void;
  /**
   * Reports an id that nothing known has, with the nearest known one.
   * @returns whether it is known
   */
  refer(place: Place, field: string, kind: ReferredKind, id: string): boolean;
  /** Reports a language of which a part is not registered; `field` points to its tag. */
  language(place: Place, field: string, tag: string | undefined): void;
  /** Reports a date that is not EDTF level 1; `field` points to its text. */
  date(place: Place, field: string, text: string | undefined): void;
}

/** Unknown ids for which the nearest known one is looked for: each is compared with every known id. */
const SUGGESTIONS = 10;

/** @param report gets each problem; it may throw to end all checks */
export function checkContext(batch: ImportBatch, known: KnownRecords, report: (problem: Problem) => void): CheckContext {
  const own = {
    entity: byId(batch.entities),
    source: byId(batch.sources),
    voice: byId(batch.voices),
    predicate: byId(batch.predicates),
    claim: byId(batch.claims),
    dataset: byId(batch.datasets),
  };
  const { records, aliases } = known;
  const stored = {
    entity: records.entities,
    source: records.sources,
    voice: records.voices,
    predicate: records.predicates,
    claim: records.claims,
    dataset: records.datasets,
  };
  const has = (kind: ReferredKind, id: string) =>
    own[kind].has(id) || stored[kind].has(id) || (kind === 'claim' && aliases.has(id)) || known.malformed?.has(id) === true;
  const howToDefine = (kind: ReferredKind) => {
    if (kind !== 'predicate') return `define the ${kind}, or import the dataset that does first`;
    // Of the database only the predicates that the import names are at hand; where there are none of these, its ids tell whether there are others.
    const isEmpty = [...own.predicate.keys(), ...stored.predicate.keys(), ...(known.ids?.predicate ?? [])].length === 0;
    if (isEmpty) return 'there is no vocabulary yet: import fixtures/vocabulary/core.json first';
    return 'take one of the vocabulary (/api/predicates lists it), or define it under "predicates", with the prefix of the dataset';
  };
  const suggested = new Map<string, string | undefined>();
  const nearest = (kind: ReferredKind, id: string) => {
    const key = `${kind} ${id}`;
    if (!suggested.has(key) && suggested.size < SUGGESTIONS)
      suggested.set(
        key,
        (kind === 'predicate' ? nearestPredicate : nearestId)(id, [...own[kind].keys(), ...stored[kind].keys(), ...(known.ids?.[kind] ?? [])]),
      );
    return suggested.get(key);
  };
  const tell: CheckContext['tell'] = (place, field, code, message, remedy) => {
    report({ code, message, remedy, file: place.file, pointer: place.pointer + fieldAsWritten(place, field) });
  };
  const ownerOf = ownersOnce();
  /** Reports a value that is wrong by itself. One that a file gives once, for all its citations, is reported once, where it stands. */
  const tellOfValue: CheckContext['tell'] = (place, field, code, message, remedy) => {
    const owner = ownerOf(place, field, code);
    if (owner) tell(owner, field, code, message, remedy);
  };
  return {
    batch,
    known,
    entity: (id) => own.entity.get(id) ?? records.entities.get(id),
    source: (id) => own.source.get(id) ?? records.sources.get(id),
    voice: (id) => own.voice.get(id) ?? records.voices.get(id),
    predicate: (id) => own.predicate.get(id) ?? records.predicates.get(id),
    claim: (id) => own.claim.get(id) ?? records.claims.get(aliases.get(id) ?? id),
    tell,
    refer(place, field, kind, id) {
      if (has(kind, id)) return true;
      const near = nearest(kind, id);
      tellOfValue(
        place,
        field,
        'unknown-id',
        `no ${kind} has the id ${JSON.stringify(id)}`,
        near === undefined ? howToDefine(kind) : `did you mean ${JSON.stringify(near)}?`,
      );
      return false;
    },
    language(place, field, tag) {
      const unknown = tag === undefined ? undefined : unregisteredPart(tag);
      if (!unknown) return;
      tell(
        place,
        field,
        'unknown-language',
        `${JSON.stringify(tag)} names no language: the registry (IANA) has no ${unknown.as} ${JSON.stringify(unknown.part)}`,
        'write it as in en, fa, az-Cyrl or zh-Hant-TW; "und" where the language is not known',
      );
    },
    date(place, field, text) {
      if (text === undefined) return;
      try {
        parseEdtf(text);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        tellOfValue(
          place,
          field,
          'invalid-date',
          error.message,
          error.details.problems?.[0]?.remedy ?? 'write a date like 2022, 2022-07 or 2022-07-28 (EDTF level 1)',
        );
      }
    },
  };
}

/** Maps a field of the record to where the file has it: in a symmetric claim whose ends were swapped the two differ. */
function fieldAsWritten({ swapped }: Place, field: string): string {
  if (!swapped) return field;
  if (field === '/subject') return '/object';
  if (field === '/object') return '/subject';
  const via = /^\/via\/(\d+)$/.exec(field)?.[1];
  return via === undefined ? field : `/via/${swapped.via - 1 - Number(via)}`;
}

function byId<T extends { id: string }>(placed: readonly Placed<T>[]): Map<string, T> {
  const map = new Map<string, T>();
  for (const { record } of placed) if (!map.has(record.id)) map.set(record.id, record);
  return map;
}
