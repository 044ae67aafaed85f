/** The records of one import, each with its place in a file; checks and plans work on these. */
import type { Citation, Claim, Dataset, Entity, IdentityDecision, Predicate, RivalSet, Source, Voice } from '../model/records.ts';
import type { Question } from '../model/questions.ts';

/** A file and a JSON pointer in it. */
export interface Place {
  file: string;
  pointer: string;
  /** For a symmetric claim whose ends were swapped while reading: the number of its `via`, whose order was reversed. */
  swapped?: { via: number };
  /** For a citation: pointers of others of the same passage whose dates were joined to its own as alternatives. */
  joined?: string[];
}
export interface Placed<T> extends Place {
  record: T;
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
}

export const BATCH_LISTS = ['datasets', 'voices', 'sources', 'entities', 'predicates', 'claims', 'citations', 'rivals', 'identities', 'questions'] as const;

export function emptyBatch(): ImportBatch {
  return { datasets: [], voices: [], sources: [], entities: [], predicates: [], claims: [], citations: [], rivals: [], identities: [], questions: [] };
}
