/** Counts over everything, worked out once a revision. */
import type { Dataset, Predicate } from '../../domain/model/records.ts';
import { countEntities, countSources, tallyClaims } from '../../store/statements/counts.ts';
import { listDatasetRows } from '../../store/statements/datasets-and-predicates.ts';
import type { Totals } from '../graph.ts';
import { predicatesOf, voicesOf, type DatabaseReader } from './row-context.ts';
import { perRevision } from './per-revision.ts';

type Tally = Awaited<ReturnType<typeof tallyClaims.run>>;
type EntityCounts = Awaited<ReturnType<typeof countEntities.run>>;

const tallyAt = perRevision<Tally>();
const entitiesAt = perRevision<EntityCounts>();
const sourcesAt = perRevision<number>();

/** Claims counted by predicate, standing and dataset in one pass. */
function claimTally({ db, tx, revision }: DatabaseReader): Promise<Tally> {
  return tallyAt(db, revision, () => tallyClaims.run(tx, { rev: revision }));
}

export function entityCounts({ db, tx, revision }: DatabaseReader): Promise<EntityCounts> {
  return entitiesAt(db, revision, () => countEntities.run(tx, { rev: revision }));
}

export async function totalsOf(reader: DatabaseReader): Promise<Totals> {
  const { db, tx, revision: rev } = reader;
  const datasets = (await listDatasetRows.run(tx, { rev })).map(({ json }): Dataset => JSON.parse(json));
  const sources = await sourcesAt(db, rev, async () => (await countSources.run(tx, { rev }))[0]?.sources ?? 0);
  return { claims: await claimTally(reader), entities: await entityCounts(reader), datasets, sources, voices: (await voicesOf(reader)).size };
}

export async function predicateCounts(reader: DatabaseReader): Promise<{ predicate: Predicate; claims: number }[]> {
  const counts = new Map<string, number>();
  for (const { predicate, claims } of await claimTally(reader)) counts.set(predicate, (counts.get(predicate) ?? 0) + claims);
  return [...(await predicatesOf(reader)).values()].map((predicate) => ({ predicate, claims: counts.get(predicate.id) ?? 0 }));
}
