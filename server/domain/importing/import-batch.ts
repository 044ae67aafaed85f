/** The records of one import, each with the place in a file where it was written: what checking and planning work on. */
import type { Citation, Claim, Dataset, Entity, IdentityDecision, Predicate, RivalSet, Source, Voice } from '../model/records.ts';
import type { Question } from '../model/questions.ts';

/** A file and a JSON pointer in it. */
export interface Place {
  file: string;
  pointer: string;
  /** Of a claim without direction that the file tells from its other end: how many `via` stand there in the other order. */
  swapped?: { via: number };
}
export interface Placed<T> extends Place {
  record: T;
}

/** Lists and not maps: two records of one id are a fault to be told, both with their place. */
export interface ImportBatch {
  datasets: Placed<Dataset>[];
  voices: Placed<Voice>[];
  sources: Placed<Source>[];
  entities: Placed<Entity>[];
  predicates: Placed<Predicate>[];
  claims: Placed<Claim>[];
  /** `claim` is the id its dataset's file uses. */
  citations: Placed<Citation>[];
  rivals: Placed<RivalSet>[];
  identities: Placed<IdentityDecision>[];
  questions: Placed<Question>[];
}

export const BATCH_LISTS = ['datasets', 'voices', 'sources', 'entities', 'predicates', 'claims', 'citations', 'rivals', 'identities', 'questions'] as const;

export function emptyBatch(): ImportBatch {
  return { datasets: [], voices: [], sources: [], entities: [], predicates: [], claims: [], citations: [], rivals: [], identities: [], questions: [] };
}
