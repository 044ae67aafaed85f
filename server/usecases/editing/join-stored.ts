/** Finds the claims of a change that the case already has under another id: the citations join these, and no proposition is made twice. */
import { assembleBatch } from '../../domain/importing/assemble-batch.ts';
import type { CuratedFile } from '../../domain/importing/curated-file.ts';
import { emptyRecords } from '../../domain/model/empty-records.ts';
import { claimKey } from '../../domain/model/proposition-key.ts';
import type { Claim, Predicate } from '../../domain/model/records.ts';
import type { Tx } from '../../store/connect.ts';
import { parseAll } from '../../store/load-records.ts';
import { hashOf } from '../../store/shape-records.ts';
import { allPredicates } from '../../store/statements/datasets-and-predicates.ts';
import { knownClaimRows, knownRecordRows } from '../../store/statements/records.ts';

export interface Joined {
  records: CuratedFile;
  /** Id in the change → id of the claim that the case has. */
  joined: Map<string, string>;
}

/** Only a claim whose id the case does not know joins: one that it knows and that becomes the proposition of another is refused by the checks. */
export async function joinStored(tx: Tx, rev: number, dataset: string, records: CuratedFile): Promise<Joined> {
  const joined = new Map<string, string>();
  const { claims = [] } = records;
  if (claims.length === 0) return { records, joined };
  const predicates = new Map(parseAll<Predicate>(await allPredicates.run(tx, { rev })).map((one) => [one.id, one]));
  const { batch } = assembleBatch([{ content: { format: records.format, predicates: records.predicates ?? [], claims }, name: '', dataset }], {
    ...emptyRecords(),
    predicates,
  });
  const keys = new Map(batch.claims.map(({ record }) => [record.id, claimKey(record)]));
  const found = await knownClaimRows.run(tx, { rev, ids: [...keys.keys()], keys: [...new Set(keys.values())].map(hashOf) });
  const rows = await knownRecordRows.run(tx, { rev, ids: { ...NO_IDS, claim: found.map(({ id }) => id) } });
  const stored = rows.filter(({ kind }) => kind === 'claim').map(({ json }) => JSON.parse(json) as Claim);
  const known = new Set(stored.map(({ id }) => id));
  const byKey = new Map(stored.filter((claim) => claim.dataset === dataset).map((claim) => [claimKey(claim), claim.id]));
  for (const [id, key] of keys) {
    const there = byKey.get(key);
    if (there !== undefined && !known.has(id)) joined.set(id, there);
  }
  if (joined.size === 0) return { records, joined };
  return { records: { ...records, claims: claims.map((claim) => ({ ...claim, id: joined.get(claim.id) ?? claim.id })) }, joined };
}

const NO_IDS = { dataset: [], voice: [], source: [], entity: [], predicate: [], claim: [], citation: [], rivals: [], identity: [], question: [] };
