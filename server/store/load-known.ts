/** Loads what the database holds of the records that an import names, to check and plan the import. */
import { emptyRecords } from '../domain/model/empty-records.ts';
import { CHANGE_KINDS, type ChangeKind } from '../domain/importing/change-plan.ts';
import type { NamedRecords } from '../domain/importing/named-records.ts';
import type { Citation, Claim, Dataset, Entity, IdentityDecision, Predicate, Records, RivalSet, Source, Voice } from '../domain/model/records.ts';
import type { Question } from '../domain/model/questions.ts';
import type { StoredState } from '../domain/importing/plan-import.ts';
import { hashOf } from './shape-records.ts';
import type { Tx } from './connect.ts';
import { IDS_AT_ONCE } from './query.ts';
import { editsAmong } from './statements/recording/change-sets.ts';
import {
  datasetCountRows,
  datasetRecordRows,
  knownAliasRows,
  knownClaimRows,
  knownIdRows,
  knownRecordRows,
  lastImportedRows,
  lineageIdRows,
} from './statements/records.ts';
import { identityIdRows } from './statements/rivals-and-identities.ts';

export interface KnownRequest {
  named: NamedRecords;
  /** Ids of the rival sets and identity decisions of the import. */
  rivals: string[];
  /** Datasets of which every record is needed, because they are pruned. */
  own: string[];
  /** Datasets whose records are counted. */
  counted: string[];
}
/** Most ids of a kind searched for a suggestion. */
const SUGGESTED_FROM = 50_000;

/**
 * The records with the given ids and propositions, claims with all their citations, sources with the chain of texts they carry, every identity decision, and
 * the number of records of each dataset. Read at a revision, so that staged records are not seen.
 */
export async function loadKnown(tx: Tx, rev: number, { named, rivals, own, counted }: KnownRequest): Promise<StoredState> {
  const wanted: Record<ChangeKind, Set<string>> = {
    dataset: new Set(named.datasets),
    voice: new Set(named.voices),
    source: new Set(named.sources),
    entity: new Set(named.entities),
    predicate: new Set(named.predicates),
    claim: new Set(named.claims),
    citation: new Set(),
    rivals: new Set(rivals),
    identity: new Set((await identityIdRows.run(tx, { rev })).map((row) => row.id)),
    question: new Set(named.questions),
  };
  if (own.length > 0) {
    for (const { kind, id } of await datasetRecordRows.run(tx, { rev, datasets: own })) if (isKind(kind)) wanted[kind].add(id);
  }
  const records = emptyRecords();
  const aliases = new Map<string, string>();
  await loadClaims(tx, rev, wanted.claim, named.keys.map(hashOf), records, aliases);
  const unmet = named.claims.filter((id) => !records.citations.has(id) && !aliases.has(id));
  if (unmet.length > 0) {
    const rows = await knownAliasRows.run(tx, { rev, ids: unmet });
    for (const { id, aliases: others } of rows) for (const other of others) aliases.set(other, id);
    await loadClaims(tx, rev, new Set(rows.map((row) => row.id).filter((id) => !records.citations.has(id))), [], records, aliases);
  }
  for (const id of records.citations.keys()) wanted.claim.add(id);
  for (const list of records.citations.values()) for (const citation of list) wanted.citation.add(citation.id);
  for (const { id } of await lineageIdRows.run(tx, { rev, ids: [...wanted.source] })) wanted.source.add(id);
  const states: StoredRecord[] = [];
  const most = Math.max(...Object.values(wanted).map((ids) => ids.size));
  for (let from = 0; from < most; from += IDS_AT_ONCE) {
    const ids = Object.fromEntries(Object.entries(wanted).map(([kind, all]) => [kind, [...all].slice(from, from + IDS_AT_ONCE)]));
    for (const { kind, json, since } of await knownRecordRows.run(tx, { rev, ids }))
      states.push({ key: `${kind}/${putRecord(records, kind, json)}`, json, since });
  }
  const edited = await editedSince(tx, states);
  return { records, aliases, edited, counts: await datasetCountRows.run(tx, { rev, datasets: counted }) };
}

interface StoredRecord {
  /** `kind/id` */
  key: string;
  json: string;
  /** The revision that wrote this state. */
  since: number;
}

/** Keys of the records whose last edit differs from their last import. */
async function editedSince(tx: Tx, states: readonly StoredRecord[]): Promise<Set<string>> {
  const revisions = [...new Set(states.map(({ since }) => since))];
  if (revisions.length === 0) return new Set();
  const edits = new Set((await editsAmong.run(tx, { revisions })).map(({ revision }) => revision));
  const written = states.filter(({ since }) => edits.has(since));
  if (written.length === 0) return new Set();
  const imported = new Map((await lastImportedRows.run(tx, { rows: written.map(({ key, since }) => ({ key, since })) })).map(({ key, json }) => [key, json]));
  return new Set(written.filter(({ key, json }) => imported.get(key) !== json).map(({ key }) => key));
}

/** Ids of the database by kind, to suggest the one that was meant. */
export async function loadKnownIds(tx: Tx, rev: number): Promise<Partial<Record<'entity' | 'source' | 'voice' | 'predicate' | 'claim' | 'dataset', string[]>>> {
  const ids: Record<string, string[]> = {};
  for (const { kind, id } of await knownIdRows.run(tx, { rev, most: SUGGESTED_FROM })) (ids[kind] ??= []).push(id);
  return ids;
}

/** Adds claims with their citations. */
async function loadClaims(
  tx: Tx,
  rev: number,
  ids: ReadonlySet<string>,
  keys: readonly string[],
  records: Records,
  aliases: Map<string, string>,
): Promise<void> {
  const add = async (some: string[], propositions: string[]) => {
    for (const row of await knownClaimRows.run(tx, { rev, ids: some, keys: propositions })) {
      records.citations.set(
        row.id,
        row.citations.map((json): Citation => JSON.parse(json)),
      );
      for (const alias of row.aliases) aliases.set(alias, row.id);
    }
  };
  const [all, propositions] = [[...ids], [...keys]];
  for (let from = 0; from < Math.max(all.length, propositions.length); from += IDS_AT_ONCE)
    await add(all.slice(from, from + IDS_AT_ONCE), propositions.slice(from, from + IDS_AT_ONCE));
}

function isKind(kind: string): kind is ChangeKind {
  return (CHANGE_KINDS as readonly string[]).includes(kind);
}

/**
 * Adds a stored record to the records.
 * @returns its id. Citations were added already, with their claims.
 */
function putRecord(to: Records, kind: string, json: string): string {
  switch (kind) {
    case 'dataset': {
      const record: Dataset = JSON.parse(json);
      to.datasets.set(record.id, record);
      return record.id;
    }
    case 'voice': {
      const record: Voice = JSON.parse(json);
      to.voices.set(record.id, record);
      return record.id;
    }
    case 'source': {
      const record: Source = JSON.parse(json);
      to.sources.set(record.id, record);
      return record.id;
    }
    case 'entity': {
      const record: Entity = JSON.parse(json);
      to.entities.set(record.id, record);
      return record.id;
    }
    case 'predicate': {
      const record: Predicate = JSON.parse(json);
      to.predicates.set(record.id, record);
      return record.id;
    }
    case 'claim': {
      const record: Claim = JSON.parse(json);
      to.claims.set(record.id, record);
      return record.id;
    }
    case 'rivals': {
      const record: RivalSet = JSON.parse(json);
      to.rivals.push(record);
      return record.id;
    }
    case 'identity': {
      const record: IdentityDecision = JSON.parse(json);
      to.identities.push(record);
      return record.id;
    }
    case 'question': {
      const record: Question = JSON.parse(json);
      to.questions.set(record.id, record);
      return record.id;
    }
    default: {
      const record: { id: string } = JSON.parse(json);
      return record.id;
    }
  }
}
