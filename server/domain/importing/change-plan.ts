/** What one change does to the records: the delta as asked for, and what follows from it for the claims it touches. */
import type { Citation, Claim, Dataset, Entity, IdentityDecision, Predicate, RivalSet, Source, Voice } from '../model/records.ts';
import type { Figures, Segment } from '../model/figures.ts';
import type { Question } from '../model/questions.ts';

/** Kinds of record, as versions and change sets name them. */
export const CHANGE_KINDS = ['dataset', 'voice', 'source', 'entity', 'predicate', 'claim', 'citation', 'rivals', 'identity', 'question'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** `claim/c-1`: how a record is named across kinds. */
export type RecordKey = `${ChangeKind}/${string}`;
export const recordKey = (kind: ChangeKind, id: string): RecordKey => `${kind}/${id}`;

/** Ids of a kind that may be stored: those not among `unstored`, each once. A record that is not there has nothing around it that could be asked for. */
export function maybeStored(kind: ChangeKind, ids: Iterable<string>, unstored: ReadonlySet<RecordKey>): string[] {
  return [...new Set(ids)].filter((id) => !unstored.has(recordKey(kind, id)));
}

/** Asks about those ids of a kind that may be stored, and asks nothing where none may be. */
export async function askStored<T>(
  kind: ChangeKind,
  ids: Iterable<string>,
  unstored: ReadonlySet<RecordKey>,
  ask: (ids: string[]) => Promise<T[]>,
): Promise<T[]> {
  const asked = maybeStored(kind, ids, unstored);
  return asked.length === 0 ? [] : ask(asked);
}

/** One import or editing act. */
export interface ChangeSet {
  id: string;
  kind: 'import' | 'edit';
  who: string;
  why: string;
  /** Instant, ISO 8601, UTC. */
  at: string;
}

/** A claim with the datasets that say it: the same proposition in another dataset is the same claim. */
export interface ClaimPut {
  claim: Claim;
  /** Every dataset that holds it, sorted; the claim's own among them. */
  datasets: string[];
  /** Other ids datasets call it by, sorted. */
  aliases: string[];
}

/** New and changed records, each whole, in the final form readers get. */
export interface PutRecords {
  datasets: Dataset[];
  voices: Voice[];
  sources: Source[];
  entities: Entity[];
  predicates: Predicate[];
  claims: ClaimPut[];
  citations: Citation[];
  rivals: RivalSet[];
  identities: IdentityDecision[];
  questions: Question[];
}

/**
 * What is asked for. A claim that is removed takes its citations along only where they are named too: a plan says all it does. Only records that differ from
 * the stored ones belong in `put`: each makes a version.
 */
export interface Delta {
  put: PutRecords;
  remove: { kind: ChangeKind; id: string }[];
}

/** What follows from a delta: worked out by `derive-changes` from the records around it. */
export interface Derived {
  /** Records of the delta that are stored already: their relationships are drawn anew. */
  existing: RecordKey[];
  /** The stored state of each of those, as canonical JSON: it is kept as a version. */
  replaced: Map<RecordKey, string>;
  /** Of every claim whose figures the delta moves, and of every claim put. */
  figures: Figures[];
  /** The stored figures of those claims before, for a report in claim terms. */
  before: Figures[];
  /** Of the claims put, and of those whose segments change by a predicate or an entity's type. */
  segments: Map<string, Segment[]>;
  /** Root source of citations put, and of those whose root moved; undefined: none. */
  roots: Map<string, string | undefined>;
  /** Sources read for each claim in `figures`, sorted. */
  sourcesRead: Map<string, string[]>;
  /** The predicate of each claim in `figures`, as it will be. */
  predicates: Map<string, Predicate>;
  /** Subject and object of each claim in `figures`. */
  ends: Map<string, Pick<Claim, 'subject' | 'object' | 'at'>>;
  /** Claims whose figures the delta moves and that are too many to work out here: left out of filters until a job has done it. */
  stale: string[];
}

/** All that one transaction writes. */
export interface ChangePlan extends Delta, Derived {
  /** Applied once for each id, however often it is sent. */
  operationId: string;
  /** The revision the plan was made at. */
  expectedRevision: number;
  changeSet: ChangeSet;
}

/** Every record a delta puts, by kind and id. */
export function putKeys(put: PutRecords): RecordKey[] {
  const keys = (kind: ChangeKind, records: readonly { id: string }[]) => records.map(({ id }) => recordKey(kind, id));
  return [
    ...keys('dataset', put.datasets),
    ...keys('voice', put.voices),
    ...keys('source', put.sources),
    ...keys('entity', put.entities),
    ...keys('predicate', put.predicates),
    ...keys(
      'claim',
      put.claims.map(({ claim }) => claim),
    ),
    ...keys('citation', put.citations),
    ...keys('rivals', put.rivals),
    ...keys('identity', put.identities),
    ...keys('question', put.questions),
  ];
}

export function emptyPut(): PutRecords {
  return { datasets: [], voices: [], sources: [], entities: [], predicates: [], claims: [], citations: [], rivals: [], identities: [], questions: [] };
}

/** Records of a delta: claims and citations count against the limit of one transaction, the others with them. */
export function deltaSize({ put, remove }: Delta): number {
  return Object.values(put).reduce((sum, list) => sum + list.length, remove.length);
}

/** Records a change set names: readers in memory take them one by one, and beyond this many read everything anew. */
const MOST_CHANGED = 5_000;

/** Keys of the records a plan puts or removes, sorted; null where they are too many to be named. */
export function changedIn({ put, remove }: Delta): RecordKey[] | null {
  const keys = new Set([...putKeys(put), ...remove.map(({ kind, id }) => recordKey(kind, id))]);
  return keys.size > MOST_CHANGED ? null : [...keys].sort();
}
