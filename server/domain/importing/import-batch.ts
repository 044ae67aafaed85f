/** The records of one import, each with its place in a file; checks and plans work on these. */
import type { Citation, Claim, Dataset, Entity, IdentityDecision, Predicate, RivalSet, Source, Voice } from '../model/records.ts';
import type { Question } from '../model/questions.ts';

/** A file and a JSON pointer in it. */
export interface Place {
  file: string;
  pointer: string;
  /** For a symmetric claim whose ends were swapped while reading: the number of its `via`, whose order was reversed. */
  swapped?: { via: number };
  /** For a citation: its fields that the file gives once, under `defaults`. */
  defaulted?: readonly string[];
  /** For a citation: pointers of others of the same passage whose dates were joined to its own as alternatives. */
  joined?: string[];
}
/**
 * Where a value is told of: the record in which it stands, which is that of the place or the `defaults` of its file. What a file gives once, for all its
 * citations, is told once: later calls give undefined.
 */
export function ownersOnce(): (place: Place, field: string, kind?: string) => Place | undefined {
  const told = new Set<string>();
  return (place, field, kind = '') => {
    if (!place.defaulted?.includes(field.split('/')[1] ?? '')) return place;
    const key = JSON.stringify([place.file, field, kind]);
    if (told.has(key)) return undefined;
    told.add(key);
    return { file: place.file, pointer: '/defaults' };
  };
}
export interface Placed<T> extends Place {
  record: T;
  /** Set where the file has a stub: the record is the least that is valid, and is written only where nothing is stored. */
  stub?: true;
}
/** A record that a file has a stub for. */
export interface StubRef {
  kind: 'voice' | 'source' | 'entity';
  id: string;
}

/** Lists rather than maps: two records with one id are a fault, reported with both places. */
export interface ImportBatch {
  datasets: Placed<Dataset>[];
  voices: Placed<Voice>[];
  sources: Placed<Source>[];
  entities: Placed<Entity>[];
  predicates: Placed<Predicate>[];
  claims: Placed<Claim>[];
  /** `claim` is the id that the dataset's file uses. */
  citations: Placed<Citation>[];
  rivals: Placed<RivalSet>[];
  identities: Placed<IdentityDecision>[];
  questions: Placed<Question>[];
  /** Stubs of stored records: they keep these from being pruned, and change nothing. */
  stubs: Placed<StubRef>[];
}

export const BATCH_LISTS = [
  'datasets',
  'voices',
  'sources',
  'entities',
  'predicates',
  'claims',
  'citations',
  'rivals',
  'identities',
  'questions',
  'stubs',
] as const;

export function emptyBatch(): ImportBatch {
  return {
    datasets: [],
    voices: [],
    sources: [],
    entities: [],
    predicates: [],
    claims: [],
    citations: [],
    rivals: [],
    identities: [],
    questions: [],
    stubs: [],
  };
}
