/** Loads records from the database: all, or those around some claims. */
import { askStored, type RecordKey } from '../domain/importing/change-plan.ts';
import { entitiesOf } from '../domain/model/claim-ends.ts';
import type { DeriveContext } from '../domain/figures/derive-figures.ts';
import { emptyRecords } from '../domain/model/empty-records.ts';
import { rootOf } from '../domain/figures/lineage.ts';
import type { Citation, Claim, IdentityDecision, Records, RivalSet } from '../domain/model/records.ts';
import { upwards, type WithinEdge } from '../domain/figures/within.ts';
import type { Tx } from './connect.ts';
import { currentRevision } from './statements/recording/change-sets.ts';
import { accusationsAt, allCitations, citationsOfClaims } from './statements/citations.ts';
import { allClaims, claimsById, edgesAbove, standingAmong } from './statements/claims.ts';
import { allDatasets, allPredicates, predicatesById } from './statements/datasets-and-predicates.ts';
import { allEntities, entitiesById } from './statements/entities.ts';
import { allQuestions } from './statements/questions-and-sets.ts';
import { allIdentities, allRivals, identitiesOfEntities, rivalsOfClaims } from './statements/rivals-and-identities.ts';
import { allSources, sourcesWithChains } from './statements/sources.ts';
import { allVoices, voicesById } from './statements/voices.ts';

interface JsonRow {
  json: string;
}

/** Every record that readers see. The caller must have limited the size of the case. */
export async function loadAllRecords(tx: Tx): Promise<Records> {
  const rev = await currentRevision(tx);
  const records = emptyRecords();
  addAll(records.datasets, await allDatasets.run(tx, { rev }));
  addAll(records.voices, await allVoices.run(tx, { rev }));
  addAll(records.sources, await allSources.run(tx, { rev }));
  addAll(records.entities, await allEntities.run(tx, { rev }));
  addAll(records.predicates, await allPredicates.run(tx, { rev }));
  for (const claim of parseAll<Claim>(await allClaims.run(tx, { rev }))) addClaim(records, claim);
  addCitations(records, await allCitations.run(tx, { rev }));
  records.rivals = parseAll<RivalSet>(await allRivals.run(tx, { rev }));
  records.identities = parseAll<IdentityDecision>(await allIdentities.run(tx, { rev }));
  addAll(records.questions, await allQuestions.run(tx, { rev }));
  return records;
}

/**
 * The claims with their citations and all that these need: sources with the texts they carry, voices, predicates, the entities named by ends, steps, voices and
 * stakes, their rival sets (not the other rivals), identity decisions about their entities. Unknown ids are left out.
 * @param revision the one to read at, where the caller knows it
 */
export async function loadClaimRecords(tx: Tx, claimIds: readonly string[], revision?: number): Promise<Records> {
  const rev = revision ?? (await currentRevision(tx));
  const records = emptyRecords();
  await addClaimsById(tx, rev, records, claimIds);
  await completeReferences(tx, rev, records);
  records.rivals = parseAll<RivalSet>(await rivalsOfClaims.run(tx, { rev, claims: [...records.claims.keys()] }));
  const entities = [...new Set([...records.claims.values()].flatMap(entitiesOf))];
  records.identities = parseAll<IdentityDecision>(await identitiesOfEntities.run(tx, { rev, entities }));
  return records;
}

/** Adds claims that are missing, with their citations and nothing else. */
export async function addClaimsById(tx: Tx, rev: number, records: Records, claimIds: Iterable<string>): Promise<void> {
  const ids = [...new Set(claimIds)].filter((id) => !records.claims.has(id));
  if (ids.length === 0) return;
  const found: string[] = [];
  for (const claim of parseAll<Claim>(await claimsById.run(tx, { rev, ids }))) {
    addClaim(records, claim);
    found.push(claim.id);
  }
  if (found.length > 0) addCitations(records, await citationsOfClaims.run(tx, { rev, claims: found }));
}

/** Adds the citations of the records' claims, with their sources and the texts these carry. */
export async function addCitationsOfClaims(tx: Tx, rev: number, records: Records): Promise<void> {
  const claims = [...records.claims.keys()];
  if (claims.length === 0) return;
  addCitations(records, await citationsOfClaims.run(tx, { rev, claims }));
  const sources = missing(sourcesOfCitations(records), records.sources);
  if (sources.length > 0) addAll(records.sources, await sourcesWithChains.run(tx, { rev, ids: sources }));
}

/** The sources on the ways of the citations, as far as the citations name them. */
function sourcesOfCitations(records: Pick<Records, 'citations'>): Set<string> {
  const named = new Set<string>();
  for (const citations of records.citations.values()) {
    for (const { source, origin, through } of citations) {
      named.add(source);
      if (origin !== undefined) named.add(origin);
      for (const id of through) named.add(id);
    }
  }
  return named;
}

/** Adds the records that are referred to and missing: sources with their chains, voices, predicates, entities. Records already there are not changed. */
export async function completeReferences(tx: Tx, rev: number, records: Records): Promise<void> {
  const wanted = sourcesOfCitations(records);
  const entities = new Set<string>();
  const addEntity = (id: string | undefined) => id !== undefined && entities.add(id);
  for (const source of records.sources.values()) if (source.textOf) wanted.add(source.textOf.source);
  for (const citations of records.citations.values()) {
    for (const { standing, statedBy } of citations) {
      addEntity(standing.by);
      addEntity(standing.case);
      addEntity(statedBy);
    }
  }
  const sources = missing(wanted, records.sources);
  if (sources.length > 0) addAll(records.sources, await sourcesWithChains.run(tx, { rev, ids: sources }));
  const voices = missing(
    [...records.sources.values()].map((source) => source.voice),
    records.voices,
  );
  if (voices.length > 0) addAll(records.voices, await voicesById.run(tx, { rev, ids: voices }));
  const predicates = missing(
    [...records.claims.values()].map((claim) => claim.predicate),
    records.predicates,
  );
  if (predicates.length > 0) addAll(records.predicates, await predicatesById.run(tx, { rev, ids: predicates }));
  for (const claim of records.claims.values()) entitiesOf(claim).forEach(addEntity);
  for (const voice of records.voices.values()) {
    voice.entities.forEach(addEntity);
    if (Array.isArray(voice.stake)) for (const stake of voice.stake) if ('entity' in stake) addEntity(stake.entity);
  }
  const absent = missing(entities, records.entities);
  if (absent.length > 0) addAll(records.entities, await entitiesById.run(tx, { rev, ids: absent }));
}

/** The stored rival sets of some claims. */
export async function storedRivalsOf(tx: Tx, rev: number, claims: Iterable<string>): Promise<RivalSet[]> {
  const ids = [...claims];
  return ids.length === 0 ? [] : parseAll<RivalSet>(await rivalsOfClaims.run(tx, { rev, claims: ids }));
}

/**
 * What deriving a part of the records needs of the claims outside it (`DeriveContext.outside`): the standing `within` edges above its entities, the accusations
 * whose root is the root of one of its citations, and which rivals stand.
 * @param except claims to be treated as if they did not exist
 * @param fresh records that are not stored, for which nothing is queried
 */
export async function loadOutside(
  tx: Tx,
  records: Records,
  o: { except?: ReadonlySet<string>; edges?: readonly WithinEdge[]; fresh?: ReadonlySet<RecordKey> } = {},
): Promise<{ within: WithinEdge[]; accusations: { source: string; by: string }[]; standingClaims: string[] }> {
  const rev = await currentRevision(tx);
  const fresh = o.fresh ?? new Set();
  const isOutside = (id: string) => !records.claims.has(id) && !o.except?.has(id);
  const roots = new Set<string>();
  for (const citations of records.citations.values()) {
    for (const citation of citations) {
      const root = rootOf(citation, records.sources);
      if (root) roots.add(root.id);
    }
  }
  const known = [...records.claims.keys(), ...(o.except ?? [])];
  const accusations = await askStored('source', roots, fresh, (sources) => accusationsAt.run(tx, { rev, sources, except: known }));
  const rivals = [...new Set(records.rivals.flatMap((set) => set.claims))].filter(isOutside);
  const standing = rivals.length === 0 ? [] : await standingAmong.run(tx, { rev, ids: rivals });
  const start = [...records.claims.values()].flatMap(entitiesOf);
  const within = await climb(tx, rev, start, { isOutside, edges: o.edges ?? insideEdges(records), fresh });
  return { within, accusations, standingClaims: standing.map((row) => row.id) } satisfies DeriveContext['outside'];
}

/** Edges of the records' own `within` claims, whether they stand or not: finding too many bodies above does no harm. */
function insideEdges(records: Records): WithinEdge[] {
  const edges: WithinEdge[] = [];
  for (const claim of records.claims.values()) {
    if (!records.predicates.get(claim.predicate)?.within || typeof claim.object !== 'string') continue;
    edges.push({ lower: claim.subject, upper: claim.object, claim: claim.id });
  }
  return edges;
}

/** The stored edges found upwards from some entities, by stored and given edges. */
async function climb(
  tx: Tx,
  rev: number,
  from: Iterable<string>,
  { isOutside, edges, fresh }: { isOutside: (claim: string) => boolean; edges: readonly WithinEdge[]; fresh: ReadonlySet<RecordKey> },
): Promise<WithinEdge[]> {
  const seen = new Set(from);
  const given = upwards(edges);
  const found: WithinEdge[] = [];
  for (let frontier = [...seen]; frontier.length > 0;) {
    const stored = (await askStored('entity', frontier, fresh, (ids) => edgesAbove.run(tx, { rev, ids, standing: true }))).filter((edge) =>
      isOutside(edge.claim),
    );
    found.push(...stored);
    const next = [...stored.map((edge) => edge.upper), ...frontier.flatMap((id) => given.get(id) ?? [])];
    frontier = [...new Set(next)].filter((id) => !seen.has(id));
    for (const id of frontier) seen.add(id);
  }
  return found;
}

export function parseAll<T>(found: readonly JsonRow[]): T[] {
  return found.map(({ json }) => JSON.parse(json) as T);
}

/** Adds records that are missing. One already there is kept: it may be changed by a delta, while the chain of a source brings its stored form. */
function addAll<T extends { id: string }>(map: Map<string, T>, found: readonly JsonRow[]): void {
  for (const record of parseAll<T>(found)) if (!map.has(record.id)) map.set(record.id, record);
}

export function addClaim(records: Records, claim: Claim): void {
  records.claims.set(claim.id, claim);
  if (!records.citations.has(claim.id)) records.citations.set(claim.id, []);
}

export function addCitation(records: Records, citation: Citation): void {
  const list = records.citations.get(citation.claim);
  if (list) list.push(citation);
  else records.citations.set(citation.claim, [citation]);
}

function addCitations(records: Records, found: readonly JsonRow[]): void {
  for (const citation of parseAll<Citation>(found)) addCitation(records, citation);
}

function missing(wanted: Iterable<string>, known: ReadonlyMap<string, unknown>): string[] {
  return [...new Set(wanted)].filter((id) => !known.has(id));
}
