/** The records as they were recorded at an instant: the present ones, with what was changed since turned back. */
import { AppError } from '../domain/model/errors.ts';
import type { Citation, Claim, IdentityDecision, Records, RivalSet } from '../domain/model/records.ts';
import type { Tx } from './connect.ts';
import { addCitation, addClaim, loadAllRecords } from './load-records.ts';
import { currentRevision, revisionAt } from './statements/change-sets.ts';
import { countVersionsAt, laterRecords, versionsAt } from './statements/records.ts';

/** What differs between the present and a past revision. */
export interface ChangedSince {
  /** The past revision. */
  revision: number;
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
  const rev = await currentRevision(tx);
  const [then] = await revisionAt.run(tx, { rev, at });
  const revision = then?.revision ?? 0;
  const later = await laterRecords.run(tx, { rev, after: revision, limit });
  const versions = await versionsAt.run(tx, { rev: revision, limit });
  return { revision, later, versions: versions.map(({ kind, json }) => ({ kind, record: JSON.parse(json) as { id: string } })) };
}

/** Turns records back, in place. Doing it again changes nothing more. Past states are all put there, also those that `records` did not have. */
export function turnBack(records: Records, { later, versions }: Pick<ChangedSince, 'later' | 'versions'>): void {
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
  const rev = await currentRevision(tx);
  const [then] = await revisionAt.run(tx, { rev, at });
  const [counted] = await countVersionsAt.run(tx, { rev: then?.revision ?? 0 });
  if ((counted?.claims ?? 0) > limit) {
    throw new AppError('limit', `A view as recorded at a date is worked out over at most ${limit} claims; ${counted?.claims} were recorded then.`, {
      limit: { name: 'graphMemoryClaims', value: limit },
    });
  }
  const records = await loadAllRecords(tx);
  turnBack(records, await changedSince(tx, at, UNLIMITED));
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
