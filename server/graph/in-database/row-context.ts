/** What the views need around claims read as flat rows: their predicates and the entities they touch, and no more. */
import type { NodeView } from '../../contract/views.ts';
import { CASE_STEP_LEVELS, caseStepsIn, denialsIn } from '../../domain/figures/case-steps.ts';
import { wayOf } from '../../domain/figures/lineage.ts';
import { entitiesOf } from '../../domain/model/claim-ends.ts';
import { emptyRecords } from '../../domain/model/empty-records.ts';
import type { Claim, Entity, IdentityDecision, Predicate, Records, Voice } from '../../domain/model/records.ts';
import { rivalsIn, type Figures } from '../../domain/model/figures.ts';
import { countCase } from '../../store/statements/counts.ts';
import { allEntities } from '../../store/statements/entities.ts';
import type { Database, Tx } from '../../store/connect.ts';
import { addCitationsOfClaims, loadClaimRecords, parseAll } from '../../store/load-records.ts';
import type { ClaimRow } from '../../store/statements/claim-row.ts';
import { claimsAnswered, claimsById, readFigures } from '../../store/statements/claims.ts';
import { readPredicates } from '../../store/statements/datasets-and-predicates.ts';
import { readNodes } from '../../store/statements/entities.ts';
import { loadSameDecisions } from '../../store/load-same-decisions.ts';
import { listVoiceRows } from '../../store/statements/voices.ts';
import type { ViewContext } from '../view-context.ts';
import { claimOfRow, figuresOfRow, linelessOf, nodeOfRow, type Lineless } from './claim-of-row.ts';
import { keptClaims } from './kept-claims.ts';
import { keepNewest, perRevision } from './per-revision.ts';

export interface RowContext extends ViewContext {
  /** The claims of the rows, in their order. */
  claims: Claim[];
}
export interface DatabaseReader {
  db: Database;
  tx: Tx;
  revision: number;
}

const predicatesAt = perRevision<Map<string, Predicate>>();
const voicesAt = perRevision<Map<string, Voice>>();

export function predicatesOf({ db, tx, revision }: DatabaseReader): Promise<Map<string, Predicate>> {
  return predicatesAt(db, revision, async () => {
    const rows = await readPredicates.run(tx, { rev: revision });
    return new Map(
      rows.map(({ json }) => {
        const predicate: Predicate = JSON.parse(json);
        return [predicate.id, predicate];
      }),
    );
  });
}

export function voicesOf({ db, tx, revision }: DatabaseReader): Promise<Map<string, Voice>> {
  return voicesAt(db, revision, async () => {
    const rows = await listVoiceRows.run(tx, { rev: revision });
    return new Map(
      rows.map(({ json }) => {
        const voice: Voice = JSON.parse(json);
        return [voice.id, voice];
      }),
    );
  });
}

const sameAt = perRevision<IdentityDecision[]>();

/** Every decision that two are the same, one list a revision, not to be changed: what is told of the one is told with the other. */
export function sameDecisionsOf({ db, tx, revision: rev }: DatabaseReader): Promise<IdentityDecision[]> {
  return sameAt(db, rev, () => loadSameDecisions(tx, rev));
}

/** These decisions with those that two are the same, each once. */
export async function withSame(reader: DatabaseReader, decisions: readonly IdentityDecision[]): Promise<IdentityDecision[]> {
  const same = await sameDecisionsOf(reader);
  // One list for all who add nothing to it, so that what follows from it is worked out once.
  const others = decisions.filter(({ decision }) => decision !== 'same');
  return others.length === 0 ? same : [...same, ...others];
}

/** A sentence names the texts that were read, the terms and who denies it: the claims come with their citations. */
async function addPassages({ tx, revision }: DatabaseReader, records: Records, wanted: Set<string>): Promise<void> {
  await addCitationsOfClaims(tx, revision, records);
  for (const citations of records.citations.values()) {
    for (const { standing, statedBy } of citations) {
      for (const id of [standing.by, standing.case, statedBy]) if (id !== undefined) wanted.add(id);
    }
  }
}

/** Most nodes kept, some 1 kB each: everybody asks for the same ones, and to count what has nothing to draw each claim of a node is looked at. */
const MOST_NODES = 50_000;
const nodesAt = perRevision<Map<string, NodeView>>();

/** The nodes of the entities that are there, not to be changed: they are handed out again. */
export async function nodesOf({ db, tx, revision }: DatabaseReader, ids: Iterable<string>): Promise<Map<string, NodeView>> {
  const asked = [...new Set(ids)];
  const kept = await nodesAt(db, revision, async () => new Map());
  const nodes = new Map(asked.flatMap((id) => (kept.has(id) ? [[id, kept.get(id)!]] : [])));
  const missing = asked.filter((id) => !nodes.has(id));
  const rows = missing.length === 0 ? [] : await readNodes.run(tx, { rev: revision, ids: missing });
  const lineless = missing.length === 0 ? new Map<string, Lineless[]>() : await linelessOf(tx, revision, missing);
  for (const row of rows) {
    const node = nodeOfRow(row, lineless.get(row.id)?.length ?? 0);
    nodes.set(row.id, node);
    keepNewest(kept, row.id, node, MOST_NODES);
  }
  return new Map(asked.flatMap((id) => (nodes.has(id) ? [[id, nodes.get(id)!]] : [])));
}

/** Above this many entities a sentence is worded by those of its own answer: a curator's label may lose a capital in it. */
const MOST = 20_000;
const entitiesAt = perRevision<Map<string, Entity> | undefined>();

/** All entities, one map a revision, not to be changed; undefined where there are too many to hold. */
export function allEntitiesOf({ db, tx, revision }: DatabaseReader): Promise<Map<string, Entity> | undefined> {
  return entitiesAt(db, revision, async () => {
    if ((await countCase(tx, revision)).entities > MOST) return undefined;
    const rows = await allEntities.run(tx, { rev: revision });
    const entities = rows.map(({ json }): Entity => JSON.parse(json));
    return new Map(entities.map((entity) => [entity.id, entity]));
  });
}

/** As much of the entities as their nodes tell. */
export function entitiesOfNodes(nodes: Iterable<NodeView>): Map<string, Entity> {
  const entities = new Map<string, Entity>();
  for (const { id, type, generic, aggregate, unnamed, atRisk, name, nameLang, label } of nodes) {
    const names = [{ text: name, lang: nameLang, kind: label ? ('label' as const) : ('primary' as const) }];
    entities.set(id, { id, dataset: '', type, names, generic, aggregate, unnamed, atRisk });
  }
  return entities;
}

interface CaseSteps {
  records: Records;
  of: ReturnType<typeof caseStepsIn>;
  denials: ReturnType<typeof denialsIn>;
}
const caseStepsAt = perRevision<CaseSteps>();
/** Claims that carry what became of a case; beyond this many only the weightiest are looked at. */
const MOST_ANSWERED = 2_000;

/** The claims that carry what became of a case, or what somebody answered in it, with all that they refer to. */
function caseStepsOfAll(reader: DatabaseReader): Promise<CaseSteps> {
  const { db, tx, revision: rev } = reader;
  return caseStepsAt(db, rev, async () => {
    const rows = await claimsAnswered.run(tx, { rev, levels: [...CASE_STEP_LEVELS], limit: MOST_ANSWERED });
    const ids = rows.map(({ id }) => id);
    const records = ids.length === 0 ? emptyRecords() : await loadClaimRecords(tx, ids, rev);
    records.identities = await sameDecisionsOf(reader);
    return { records, of: caseStepsIn(records), denials: denialsIn(records) };
  });
}

/** The same, where other decisions of the two being the same hold as well, as at a recorded clock they may. */
async function caseStepsAround(reader: DatabaseReader, { identities }: Pick<Records, 'identities'>): Promise<CaseSteps> {
  const all = await caseStepsOfAll(reader);
  const known = new Set(all.records.identities.map(({ id }) => id));
  const others = identities.filter(({ id, decision }) => decision === 'same' && !known.has(id));
  if (others.length === 0 || all.records.claims.size === 0) return all;
  const records = { ...all.records, identities: [...all.records.identities, ...others] };
  return { records, of: caseStepsIn(records), denials: denialsIn(records) };
}

/**
 * Ids of further claims that carry what became of a case that claims of these records are about: it is told with them.
 * @param records with the citations of its claims and the entities that these name
 */
export async function caseStepsBeside(reader: DatabaseReader, records: Pick<Records, 'claims' | 'citations' | 'entities' | 'identities'>): Promise<string[]> {
  const { records: all, of } = await caseStepsAround(reader, records);
  if (all.claims.size === 0) return [];
  const around = { ...records, predicates: await predicatesOf(reader) };
  const found = new Set([...records.claims.values()].flatMap((claim) => of(claim, around)).map(({ claim }) => claim.id));
  for (const id of found) for (const { claim } of all.claims.has(id) ? of(all.claims.get(id)!) : []) found.add(claim.id);
  return [...found].filter((id) => !records.claims.has(id)).sort();
}

/**
 * What is told with these claims and stands on further ones: what became of their cases, and who denies another claim of the same matter.
 * @param records with the citations of its claims and the entities that these name
 * @returns ids of the further claims, and of whom disputes of these concern: whose denial each is depends on the bodies above them
 */
export async function answeredBeside(
  reader: DatabaseReader,
  records: Pick<Records, 'claims' | 'citations' | 'entities' | 'identities'>,
): Promise<{ claims: string[]; concerned: string[] }> {
  const steps = await caseStepsBeside(reader, records);
  const { denials, records: all } = await caseStepsAround(reader, records);
  const around = { ...records, predicates: await predicatesOf(reader) };
  const found = [...records.claims.values()].flatMap((claim) => denials(claim, around)).filter(({ claim }) => !records.claims.has(claim.id));
  const claims = [...new Set([...steps, ...found.map(({ claim }) => claim.id)])].sort();
  const concerned = claims.flatMap((id) => {
    const claim = all.claims.get(id);
    return claim ? concernedByDisputes(claim, all) : [];
  });
  return {
    claims,
    concerned: [...new Set(concerned)].sort(),
  };
}

/** Whom the disputes of a claim concern: whoever disputes it, and the entities of the claim; nobody where nobody named disputes it. */
export function concernedByDisputes(claim: Claim, { citations }: Pick<Records, 'citations'>): string[] {
  const disputing = (citations.get(claim.id) ?? []).flatMap(({ stance, standing: { by } }) => (stance === 'disputes' && by !== undefined ? [by] : []));
  return disputing.length === 0 ? [] : [...disputing, ...entitiesOf(claim)];
}

/** Adds the claims that carry what became of a case that those of the rows are about, with their figures, to be told with them. @returns the entities they name */
async function addCaseSteps(reader: DatabaseReader, records: Records, figures: Map<string, Figures>): Promise<Set<string>> {
  const named = new Set<string>();
  const ids = await caseStepsBeside(reader, records);
  if (ids.length === 0) return named;
  const { records: all } = await caseStepsOfAll(reader);
  for (const { id, figures: json } of await readFigures.run(reader.tx, { rev: reader.revision, ids })) {
    const [claim, citations = []] = [all.claims.get(id), all.citations.get(id)];
    if (!claim) continue;
    records.claims.set(id, claim);
    records.citations.set(id, citations);
    figures.set(id, figuresOfRow({ figures: json }));
    for (const entity of entitiesOf(claim)) named.add(entity);
    for (const { standing, statedBy } of citations) for (const one of [standing.by, standing.case, statedBy]) if (one !== undefined) named.add(one);
    for (const source of citations.flatMap((citation) => wayOf(citation, all.sources))) records.sources.set(source.id, source);
  }
  return named;
}

/** Adds the rivals that stand beside the claims: a sentence names them. Their citations are not added. */
async function addRivals({ tx, revision: rev }: DatabaseReader, records: Records, figures: Map<string, Figures>, wanted: Set<string>): Promise<void> {
  const ids = [...new Set([...figures.values()].flatMap(rivalsIn))].filter((id) => !records.claims.has(id));
  if (ids.length === 0) return;
  for (const claim of parseAll<Claim>(await claimsById.run(tx, { rev, ids }))) {
    records.claims.set(claim.id, claim);
    for (const id of entitiesOf(claim)) wanted.add(id);
  }
  for (const { id, figures: json } of await readFigures.run(tx, { rev, ids })) {
    const of = figuresOfRow({ figures: json });
    figures.set(id, of);
    for (const by of of.by) wanted.add(by);
  }
}

/** The context of claim rows. `also`: entities whose nodes are wanted besides those the claims touch. */
export async function rowContext(reader: DatabaseReader, rows: readonly ClaimRow[], also: Iterable<string> = []): Promise<RowContext> {
  const records = emptyRecords();
  const figures = new Map<string, Figures>();
  const sources = new Map<string, string[]>();
  const datasets = new Map<string, string[]>();
  const wanted = new Set(also);
  const kept = await keptClaims(reader);
  for (const row of rows) {
    const claim = claimOfRow(row);
    records.claims.set(claim.id, claim);
    figures.set(claim.id, kept.figures(row));
    sources.set(claim.id, row.sources);
    datasets.set(claim.id, row.datasets.toSorted());
    for (const id of entitiesOf(claim)) wanted.add(id);
    for (const id of figures.get(claim.id)?.by ?? []) wanted.add(id);
  }
  const claims = [...records.claims.values()];
  await addRivals(reader, records, figures, wanted);
  records.predicates = await predicatesOf(reader);
  records.voices = await voicesOf(reader);
  records.identities = await sameDecisionsOf(reader);
  await addPassages(reader, records, wanted);
  const nodes = await nodesOf(reader, wanted);
  const all = await allEntitiesOf(reader);
  records.entities = all ?? entitiesOfNodes(nodes.values());
  const beside = await addCaseSteps(reader, records, figures);
  for (const [id, node] of await nodesOf(
    reader,
    [...beside].filter((one) => !nodes.has(one)),
  ))
    nodes.set(id, node);
  if (all === undefined) records.entities = entitiesOfNodes(nodes.values());
  return {
    records,
    figures,
    revision: reader.revision,
    // Where sentences are worded by the entities of the answer, an edge belongs to its answer alone.
    ...(all === undefined ? {} : { keptEdges: kept }),
    claims,
    nameOf: (id) => nodes.get(id)?.name ?? id,
    node: (id) => nodes.get(id),
    sourcesOf: (id) => sources.get(id) ?? [],
    datasetsOf: (id) => datasets.get(id) ?? [],
  };
}
