/** Finds claims of an import that other datasets already have, and decides what becomes of their citations. */
import { canonicalJson } from '../model/canonical-json.ts';
import { citationId } from '../model/citation-id.ts';
import { claimKey } from '../model/proposition-key.ts';
import { inEndOrder } from '../model/end-order.ts';
import type { ImportBatch } from './import-batch.ts';
import { leavingRecords } from './leaving-records.ts';
import type { Citation, Claim, RivalSet } from '../model/records.ts';
import type { PlanOptions, StoredState } from './plan-import.ts';

/** The stored state of a claim and its new state; `after` is absent where no dataset has the claim any more. */
export interface SharedClaim {
  before?: Claim;
  after?: Claim;
  /** Datasets that have a citation of the claim, sorted: before and after. */
  datasetsBefore: string[];
  datasets: string[];
  /** Other ids by which datasets call it, sorted. */
  aliases: string[];
}
export interface SharedCitation {
  before?: Citation;
  after?: Citation;
}
export interface Shared {
  claims: SharedClaim[];
  citations: SharedCitation[];
  /** Rival sets with the ids of the claims in place of the ids that the files use. */
  rivals: RivalSet[];
  /** Number of stored claims of the import's datasets that the files have too (and likewise of citations). */
  metClaims: number;
  metCitations: number;
}

/** What the datasets of an import say of one claim. */
interface Told {
  id: string;
  before?: Claim;
  by: Map<string, { claim: Claim; citations: Citation[] }>;
}

/**
 * Joins claims of one proposition, from the files and the database, under one id: that of the stored claim, else that of the first dataset in code unit order.
 * Citations of other datasets are not changed.
 */
export function shareClaims(batch: ImportBatch, stored: StoredState, options: PlanOptions): Shared {
  const { datasets } = options;
  const leavesAs = leavingRecords(options);
  const leaves = (citation: Citation) => leavesAs('citation', citation);
  const { records } = stored;
  const storedByKey = new Map<string, Claim>();
  // The import may make a predicate symmetric. Its stored claims are then found with their ends in either order, and get them put in order.
  const predicates = new Map([...records.predicates, ...batch.predicates.map(({ record }) => [record.id, record] as const)]);
  for (const claim of records.claims.values()) storedByKey.set(claimKey(inEndOrder(claim, predicates.get(claim.predicate))), claim);
  const told = new Map<string, Told>();
  /** Dataset and the id its file uses → id of the claim. */
  const ownIds = new Map<string, string>();
  const taken = new Set(batch.claims.map(({ record }) => claimKey(record)));
  const ordered = batch.claims.map(({ record }) => record).sort((a, b) => order(a.dataset, b.dataset) || order(a.id, b.id));
  for (const claim of ordered) {
    const key = claimKey(claim);
    let entry = told.get(key);
    if (!entry) {
      const before = storedByKey.get(key) ?? ownStored(claim, records.claims, taken);
      told.set(key, (entry = { id: before?.id ?? claim.id, ...(before ? { before } : {}), by: new Map() }));
    }
    entry.by.set(claim.dataset, { claim, citations: [] });
    ownIds.set(`${claim.dataset} ${claim.id}`, entry.id);
  }
  const byOwnId = new Map([...told.values()].map((entry) => [entry.id, entry]));
  for (const { record } of batch.citations) {
    const id = ownIds.get(`${record.dataset} ${record.claim}`);
    if (id !== undefined) byOwnId.get(id)?.by.get(record.dataset)?.citations.push(citationOn(id, record));
  }

  const shared: Shared = { claims: [], citations: [], rivals: [], metClaims: 0, metCitations: 0 };
  const known = new Map<string, string[]>();
  for (const [alias, id] of stored.aliases) known.set(id, [...(known.get(id) ?? []), alias]);
  for (const entry of byOwnId.values()) shareOne(entry, stored, known, { datasets, leaves }, shared);
  dropClaims(byOwnId, stored, known, leaves, shared);
  for (const { record } of batch.rivals) {
    const claims = [...new Set(record.claims.map((id) => ownIds.get(`${record.dataset} ${id}`) ?? stored.aliases.get(id) ?? id))].sort();
    shared.rivals.push({ ...record, id: claims.join('|'), claims });
  }
  return shared;
}

/**
 * The citation with the id of the claim in place of the one that the file uses, and with its own id derived anew: a passage is one record whichever id of the
 * claim a file uses.
 */
function citationOn(claim: string, citation: Citation): Citation {
  if (citation.claim === claim) return citation;
  const { id: _, ...content } = citation;
  return { ...citation, claim, id: citationId(citation.dataset, { ...content, claim }) };
}

/** The stored claim with this id, where the file gives it another proposition. Not where another claim of the files has taken over the old proposition. */
function ownStored(claim: Claim, stored: ReadonlyMap<string, Claim>, taken: ReadonlySet<string>): Claim | undefined {
  const same = stored.get(claim.id);
  return same && same.dataset === claim.dataset && !taken.has(claimKey(same)) ? same : undefined;
}

function shareOne(
  entry: Told,
  stored: StoredState,
  known: ReadonlyMap<string, string[]>,
  { datasets, leaves }: { datasets: readonly string[]; leaves: (citation: Citation) => boolean },
  shared: Shared,
): void {
  const storedCitations = entry.before ? (stored.records.citations.get(entry.before.id) ?? []) : [];
  const datasetsBefore = datasetsOf(storedCitations);
  const left = new Set(datasetsBefore);
  for (const [dataset, { citations }] of entry.by) {
    left.add(dataset);
    const old = storedCitations.filter((citation) => citation.dataset === dataset);
    if (old.length > 0) shared.metClaims += entry.before?.dataset === dataset ? 1 : 0;
    for (const pair of pairCitations(old, citations)) {
      if (pair.before && pair.after) shared.metCitations += 1;
      if (pair.after || (pair.before && leaves(pair.before))) shared.citations.push(pair);
    }
  }
  const alone = storedCitations.filter((citation) => datasets.includes(citation.dataset) && !entry.by.has(citation.dataset));
  for (const citation of alone) if (leaves(citation)) shared.citations.push({ before: citation });
  for (const dataset of datasetsOf(alone)) if (alone.every((citation) => citation.dataset !== dataset || leaves(citation))) left.delete(dataset);
  const owner = entry.before && left.has(entry.before.dataset) ? entry.before.dataset : [...left].sort()[0];
  const words = entry.by.get(owner ?? '')?.claim ?? entry.before ?? [...entry.by.values()][0]?.claim;
  if (owner === undefined || words === undefined) return;
  shared.claims.push({
    ...(entry.before ? { before: entry.before } : {}),
    after: { ...words, id: entry.id, dataset: owner },
    datasetsBefore,
    datasets: [...left].sort(),
    aliases: aliasesOf(entry, known),
  });
}

/** Handles stored claims, of which no file tells, that lose citations: without any left they are removed, else left to the datasets that still cite them. */
function dropClaims(
  told: ReadonlyMap<string, Told>,
  stored: StoredState,
  known: ReadonlyMap<string, string[]>,
  leaves: (citation: Citation) => boolean,
  shared: Shared,
): void {
  for (const claim of stored.records.claims.values()) {
    if (told.has(claim.id)) continue;
    const citations = stored.records.citations.get(claim.id) ?? [];
    const gone = citations.filter(leaves);
    if (gone.length === 0) continue;
    for (const citation of gone) shared.citations.push({ before: citation });
    const left = datasetsOf(citations.filter((citation) => !leaves(citation)));
    const [first] = left;
    const rest = { before: claim, datasetsBefore: datasetsOf(citations), datasets: left, aliases: known.get(claim.id) ?? [] };
    if (first === undefined) shared.claims.push(rest);
    else shared.claims.push({ ...rest, after: { ...claim, dataset: left.includes(claim.dataset) ? claim.dataset : first } });
  }
}

function aliasesOf(entry: Told, known: ReadonlyMap<string, string[]>): string[] {
  const aliases = new Set(known.get(entry.id));
  for (const { claim } of entry.by.values()) if (claim.id !== entry.id) aliases.add(claim.id);
  return [...aliases].sort();
}

/** Pairs the old and new citations of one dataset on one claim: by id, then by source and locator, those with most fields alike first. */
function pairCitations(old: readonly Citation[], now: readonly Citation[]): SharedCitation[] {
  const pairs: SharedCitation[] = [];
  const oldById = new Map(old.map((citation) => [citation.id, citation]));
  const loose: Citation[] = [];
  for (const after of now) {
    const before = oldById.get(after.id);
    if (!before) loose.push(after);
    else {
      oldById.delete(after.id);
      pairs.push({ before, after });
    }
  }
  for (const after of loose.sort((a, b) => order(a.id, b.id))) {
    const near = [...oldById.values()]
      .filter((before) => placeOf(before) === placeOf(after))
      .sort((a, b) => likeness(b, after) - likeness(a, after) || order(a.id, b.id))[0];
    if (near) oldById.delete(near.id);
    pairs.push(near ? { before: near, after } : { after });
  }
  for (const before of oldById.values()) pairs.push({ before });
  return pairs;
}

function placeOf({ source, locator }: Citation): string {
  return canonicalJson([source, locator ?? null]);
}

function likeness(a: Citation, b: Citation): number {
  const other = new Map(Object.entries(b));
  return Object.entries(a).filter(([field, value]) => canonicalJson(value ?? null) === canonicalJson(other.get(field) ?? null)).length;
}

function datasetsOf(citations: readonly Citation[]): string[] {
  return [...new Set(citations.map((citation) => citation.dataset))].sort();
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
