/** The records as they were recorded at an instant: the present ones, with what was changed since turned back. */
import { AppError } from '../domain/model/errors.ts';
import type { Citation, Claim, IdentityDecision, Records, RivalSet } from '../domain/model/records.ts';
import type { Tx } from './connect.ts';
import { addCitation, addClaim, loadAllRecords } from './load-records.ts';
import { currentRevision, revisionAt } from './statements/recording/change-sets.ts';
import { countVersionsAt, laterRecords, versionsAt } from './statements/records.ts';

/** What differs between the present and a past revision. */
export interface ChangedSince {
  /** Records whose present state was written later. */
  later: readonly { label: string; id: string }[];
  /** States current then that were replaced or removed since. */
  versions: readonly { kind: string; record: { id: string } }[];
}

/**
 * @param at ISO 8601, UTC
 * @param limit asked of each list: where one has as many, there may be more
 */
export async function changedSince(tx: Tx, at: string, limit: number): Promise<ChangedSince> {
  return changedBetween(tx, await revisionsAt(tx, at), limit);
}

interface Revisions {
  now: number;
  /** The revision at the instant; 0 before the first. */
  then: number;
}

async function revisionsAt(tx: Tx, at: string): Promise<Revisions> {
  const now = await currentRevision(tx);
  const [found] = await revisionAt.run(tx, { rev: now, at });
  return { now, then: found?.revision ?? 0 };
}

async function changedBetween(tx: Tx, { now, then }: Revisions, limit: number): Promise<ChangedSince> {
  const later = await laterRecords.run(tx, { rev: now, after: then, limit });
  const versions = await versionsAt.run(tx, { rev: then, limit });
  return { later, versions: versions.map(({ kind, json }) => ({ kind, record: JSON.parse(json) as { id: string } })) };
}

/** Turns records back, in place. Doing it again changes nothing more. Past states are all put there, also those that `records` did not have. */
export function turnBack(records: Records, { later, versions }: ChangedSince): void {
  removeAll(records, [...later, ...versions.map(({ kind, record }) => ({ label: labelOf(kind), id: record.id }))]);
  for (const { kind, record } of versions) addOfKind(records, kind, record);
}

const labelOf = (kind: string) => kind.charAt(0).toUpperCase() + kind.slice(1);

/** No list of changes is as long: Neo4j takes no limit above it. */
const UNLIMITED = 2 ** 31 - 1;

/**
 * All records at an instant.
 * @param at ISO 8601, UTC
 * @throws AppError `limit` where more than `limit` claims were recorded then
 */
export async function loadRecordsAt(tx: Tx, at: string, limit: number): Promise<Records> {
  const revisions = await revisionsAt(tx, at);
  const [counted] = await countVersionsAt.run(tx, { rev: revisions.then });
  if ((counted?.claims ?? 0) > limit) {
    throw new AppError('limit', `A view as recorded at a date is worked out over at most ${limit} claims; ${counted?.claims} were recorded then.`, {
      limit: { name: 'graphMemoryClaims', value: limit },
    });
  }
  const records = await loadAllRecords(tx);
  turnBack(records, await changedBetween(tx, revisions, UNLIMITED));
  return records;
}

function removeAll(records: Records, gone: readonly { label: string; id: string }[]): void {
  const idsOf = (label: string) => new Set(gone.filter((row) => row.label === label).map((row) => row.id));
  const maps: [string, Map<string, unknown>][] = [
    ['Dataset', records.datasets],
    ['Voice', records.voices],
    ['Source', records.sources],
    ['Entity', records.entities],
    ['Predicate', records.predicates],
    ['Claim', records.claims],
    ['Question', records.questions],
  ];
  for (const [label, map] of maps) for (const id of idsOf(label)) map.delete(id);
  const citations = idsOf('Citation');
  for (const [claim, list] of records.citations) {
    const left = list.filter(({ id }) => !citations.has(id));
    if (left.length === 0 && !records.claims.has(claim)) records.citations.delete(claim);
    else records.citations.set(claim, left);
  }
  const [rivals, identities] = [idsOf('Rivals'), idsOf('Identity')];
  records.rivals = records.rivals.filter(({ id }) => !rivals.has(id));
  records.identities = records.identities.filter(({ id }) => !identities.has(id));
}

function addOfKind(records: Records, kind: string, record: { id: string }): void {
  const put = <T>(map: Map<string, T>) => map.set(record.id, record as T);
  switch (kind) {
    case 'dataset':
      return void put(records.datasets);
    case 'voice':
      return void put(records.voices);
    case 'source':
      return void put(records.sources);
    case 'entity':
      return void put(records.entities);
    case 'predicate':
      return void put(records.predicates);
    case 'claim':
      return addClaim(records, record as Claim);
    case 'citation':
      return addCitation(records, record as Citation);
    case 'rivals':
      return void records.rivals.push(record as RivalSet);
    case 'identity':
      return void records.identities.push(record as IdentityDecision);
    case 'question':
      return void put(records.questions);
    default:
      throw new AppError('internal', `A version is of the unknown kind ${kind}.`);
  }
}
