/** The plan of one change: the delta asked for, and what follows from it for the claims it affects. */
import type { Citation, Claim, Dataset, Entity, IdentityDecision, Predicate, RivalSet, Source, Voice } from '../model/records.ts';
import type { Figures, Segment } from '../model/figures.ts';
import { RECORD_KINDS, type RecordKind } from '../model/lists.ts';
import type { Question } from '../model/questions.ts';

/** Kinds of record, as named in versions and change sets. */
export const CHANGE_KINDS = RECORD_KINDS;
export type ChangeKind = RecordKind;

/** Names a record among all kinds, as in `claim/c-1`. */
export type RecordKey = `${ChangeKind}/${string}`;
export const recordKey = (kind: ChangeKind, id: string): RecordKey => `${kind}/${id}`;

/** The ids of a kind that may be stored: those not among `unstored`, each once. A record that is not stored yet has no surroundings to query. */
export function maybeStored(kind: ChangeKind, ids: Iterable<string>, unstored: ReadonlySet<RecordKey>): string[] {
  return [...new Set(ids)].filter((id) => !unstored.has(recordKey(kind, id)));
}

/** Queries those ids of a kind that may be stored; without any, nothing is queried. */
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
  /** Ids of the change sets that it undoes. */
  undoes?: readonly string[];
  /** What it does to claims, in words: "2 claims gain an origin". */
  effects?: readonly string[];
}

/** A claim with the datasets that hold it: one proposition in two datasets is one claim. */
export interface ClaimPut {
  claim: Claim;
  /** Every dataset that holds the claim, sorted, its own included. */
  datasets: string[];
  /** Other ids by which datasets call it, sorted. */
  aliases: string[];
}

/** New and changed records, each whole, in the form that readers get. */
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
 * The change asked for. A removed claim's citations are removed only where they are named too, so that a plan names all it does. `put` holds only records that
 * differ from the stored ones, because each makes a version.
 */
export interface Delta {
  put: PutRecords;
  remove: { kind: ChangeKind; id: string }[];
}

/** What follows from a delta: derived by `derive-changes` from the records around it. */
export interface Derived {
  /** Records of the delta that are stored already. Their relationships are written anew. */
  existing: RecordKey[];
  /** The stored state of each of those as canonical JSON, to be kept as a version. */
  replaced: Map<RecordKey, string>;
  /** The new figures of every claim that is put, or whose figures the delta changes. */
  figures: Figures[];
  /** The figures of those claims before, for a report of the effects on claims. */
  before: Figures[];
  /** Segments of the claims put, and of those whose segments change because a predicate or the type of an entity does. */
  segments: Map<string, Segment[]>;
  /** Root source of each citation that is put or whose root changed; undefined where it has none. */
  roots: Map<string, string | undefined>;
  /** Sources read for each claim in `figures`, sorted. */
  sourcesRead: Map<string, string[]>;
  /** The predicate of each claim in `figures`, as it will be. */
  predicates: Map<string, Predicate>;
  /** Subject and object of each claim in `figures`. */
  ends: Map<string, Pick<Claim, 'subject' | 'object' | 'at'>>;
  /** Claims whose figures change but are too many to derive at once. Filters leave them out until a job has derived them. */
  stale: string[];
}

/** All that one transaction writes. */
export interface ChangePlan extends Delta, Derived {
  /** The plan is applied once for each id, however often it is sent. */
  operationId: string;
  /** The revision the plan was made at. */
  expectedRevision: number;
  changeSet: ChangeSet;
}

/** The list of a delta, and of a curated file, that holds the records of each kind. */
export const LIST_OF_KIND = {
  dataset: 'datasets',
  voice: 'voices',
  source: 'sources',
  entity: 'entities',
  predicate: 'predicates',
  claim: 'claims',
  citation: 'citations',
  rivals: 'rivals',
  identity: 'identities',
  question: 'questions',
} as const satisfies Record<ChangeKind, keyof PutRecords>;

/** The records of a delta by kind: claims last, and without their datasets. */
export function recordsByKind({ put }: Pick<Delta, 'put'>): [ChangeKind, readonly { id: string }[]][] {
  const { claim: _claim, ...others } = LIST_OF_KIND;
  return [
    ...Object.entries(others).map(([kind, list]): [ChangeKind, readonly { id: string }[]] => [kind as ChangeKind, put[list]]),
    ['claim', put.claims.map(({ claim }) => claim)],
  ];
}

/** Every record that a delta puts, by kind and id. */
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

/** Number of records of a delta, compared with the limit of one transaction. */
export function deltaSize({ put, remove }: Delta): number {
  return Object.values(put).reduce((sum, list) => sum + list.length, remove.length);
}

/** Most records that a change set names. Snapshots in memory apply these one by one; for more they read everything again. */
const MOST_CHANGED = 5_000;

/** Keys of the records that a plan puts or removes, sorted; null where they are more than that. */
export function changedIn({ put, remove }: Delta): RecordKey[] | null {
  const keys = new Set([...putKeys(put), ...remove.map(({ kind, id }) => recordKey(kind, id))]);
  return keys.size > MOST_CHANGED ? null : [...keys].sort();
}
