/** Some claims whole, with their citations, lineage and voices, and the stored figures: what evidence and prose are written from. */
import { entitiesOf } from '../../domain/model/claim-ends.ts';
import type { Dataset, Records } from '../../domain/model/records.ts';
import { rivalsIn, type Figures } from '../../domain/model/figures.ts';
import { addClaimsById, completeReferences, loadClaimRecords } from '../../store/load-records.ts';
import { readFigures } from '../../store/statements/claims.ts';
import { listDatasetRows } from '../../store/statements/datasets-and-predicates.ts';
import { datasetsHolding } from '../datasets-holding.ts';
import type { ViewContext } from '../view-context.ts';
import { bodiesAboveOf } from './bodies-above.ts';
import { noLinksBeside, type NoLinksBeside } from './no-links.ts';
import { allEntitiesOf, answeredBeside, concernedByDisputes, entitiesOfNodes, nodesOf, predicatesOf, withSame, type DatabaseReader } from './row-context.ts';
import { perRevision } from './per-revision.ts';
import { voiceEntities } from '../../domain/publishing/piece.ts';

const datasetsAt = perRevision<Map<string, Dataset>>();

/**
 * The context of claim ids; ids without a claim are left out.
 * @param also entities to be named besides those the claims name
 */
export async function recordContext(reader: DatabaseReader, claimIds: Iterable<string>, also: Iterable<string> = []): Promise<ViewContext> {
  const records = await loadClaimRecords(reader.tx, [...new Set(claimIds)], reader.revision);
  return contextOf(reader, records, await noLinksBeside(reader, records.claims.values(), records), also);
}

/** The context of records as loaded, with what says beside their claims that no link was found: it is printed with them. */
export async function contextOf(reader: DatabaseReader, records: Records, beside: NoLinksBeside, also: Iterable<string> = []): Promise<ViewContext> {
  const { tx, revision } = reader;
  records.identities = await withSame(reader, records.identities);
  const figures = new Map<string, Figures>();
  const addFigures = async (ids: Iterable<string>) => {
    for (const row of await readFigures.run(tx, { rev: revision, ids: [...ids].filter((id) => !figures.has(id)) })) {
      const stored: Figures = JSON.parse(row.figures);
      figures.set(row.id, stored);
    }
  };
  // The rivals that stand beside what is told are named with it.
  await addFigures([...records.claims.keys(), ...beside.noLinks]);
  await addClaimsWhole(reader, records, [...figures.values()].flatMap(rivalsIn));
  // A body may answer for one above or below it: whose denial it is depends on the claims that place it, and whoever is accused, there.
  const answered = await answeredBeside(reader, records);
  const concerned = new Set([...answered.concerned, ...[...records.claims.values()].flatMap((claim) => concernedByDisputes(claim, records))]);
  const above = concerned.size === 0 ? [] : await bodiesAboveOf(reader, concerned);
  await addClaimsWhole(reader, records, [...beside.noLinks, ...beside.above, ...above.map((edge) => edge.claim), ...answered.claims]);
  records.predicates = await predicatesOf(reader);
  records.datasets = await datasetsOf(reader);
  await addFigures(records.claims.keys());
  const nodes = await nodesOf(reader, [...entitiesNamed(records, figures), ...also]);
  records.entities = (await allEntitiesOf(reader)) ?? new Map([...entitiesOfNodes(nodes.values()), ...records.entities]);
  return {
    records,
    figures,
    revision,
    nameOf: (id) => nodes.get(id)?.name ?? id,
    node: (id) => nodes.get(id),
    sourcesOf: (id) => [...new Set((records.citations.get(id) ?? []).map((c) => c.source))].sort(),
    datasetsOf: (id) => datasetsHolding(id, records),
  };
}

/** Adds claims that are missing, with all that they refer to. */
async function addClaimsWhole({ tx, revision }: DatabaseReader, records: Records, ids: readonly string[]): Promise<void> {
  const added = ids.filter((id) => !records.claims.has(id));
  if (added.length === 0) return;
  await addClaimsById(tx, revision, records, added);
  await completeReferences(tx, revision, records);
}

export function datasetsOf({ db, tx, revision }: DatabaseReader): Promise<Map<string, Dataset>> {
  return datasetsAt(db, revision, async () => {
    const rows = await listDatasetRows.run(tx, { rev: revision });
    const datasets = rows.map(({ json }): Dataset => JSON.parse(json));
    return new Map(datasets.map((dataset) => [dataset.id, dataset]));
  });
}

function entitiesNamed(records: Records, figures: ReadonlyMap<string, Figures>): Set<string> {
  const named = new Set(records.entities.keys());
  for (const claim of records.claims.values()) for (const id of entitiesOf(claim)) named.add(id);
  for (const figure of figures.values()) for (const id of figure.by) named.add(id);
  for (const voice of records.voices.values()) for (const id of voiceEntities(voice)) named.add(id);
  for (const citations of records.citations.values()) {
    for (const { standing, statedBy } of citations) {
      for (const id of [standing.by, standing.case, statedBy]) if (id !== undefined) named.add(id);
    }
  }
  return named;
}
