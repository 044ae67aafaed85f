/** The records of datasets that are taken whole, used by a claim or not, where the case is too large to be held. */
import { API_LIMITS } from '../../contract/parts.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { IdentityDecision, Records, RivalSet, Source } from '../../domain/model/records.ts';
import type { Question } from '../../domain/model/questions.ts';
import { completeReferences, parseAll } from '../../store/load-records.ts';
import { entitiesById } from '../../store/statements/entities.ts';
import { questionsById } from '../../store/statements/questions-and-sets.ts';
import { datasetCountRows, datasetRecordRows } from '../../store/statements/records.ts';
import { identitiesById, rivalsById } from '../../store/statements/rivals-and-identities.ts';
import { sourcesWithChains } from '../../store/statements/sources.ts';
import { voicesById } from '../../store/statements/voices.ts';
import type { DatabaseReader } from './row-context.ts';

/** Ids by kind of record; of claims also those of other datasets that these cite. */
export type DatasetIds = ReadonlyMap<string, readonly string[]>;

/** @throws AppError `limit` where they hold more claims, or more entities, than an export takes. */
export async function idsOfDatasets({ tx, revision: rev }: DatabaseReader, datasets: readonly string[]): Promise<DatasetIds> {
  const counts = await datasetCountRows.run(tx, { rev, datasets: [...datasets] });
  for (const kind of ['claim', 'entity'])
    refuseBeyond(
      kind,
      counts.filter((count) => count.kind === kind).reduce((sum, { n }) => sum + n, 0),
    );
  const ids = new Map<string, string[]>();
  for (const { kind, id } of await datasetRecordRows.run(tx, { rev, datasets: [...datasets] })) {
    const list = ids.get(kind);
    if (list) list.push(id);
    else ids.set(kind, [id]);
  }
  refuseBeyond('claim', ids.get('claim')?.length ?? 0);
  return ids;
}

/** The records and all of these datasets besides their claims, with what those refer to; the given ones stay as they are. */
export async function withDatasets({ tx, revision: rev }: DatabaseReader, given: Records, ids: DatasetIds): Promise<Records> {
  const of = (kind: string) => [...(ids.get(kind) ?? [])];
  const records: Records = {
    ...given,
    entities: new Map(given.entities),
    sources: new Map(given.sources),
    voices: new Map(given.voices),
    questions: new Map(given.questions),
  };
  await addMissing(records.entities, of('entity'), (wanted) => entitiesById.run(tx, { rev, ids: wanted }));
  await addMissing(records.voices, of('voice'), (wanted) => voicesById.run(tx, { rev, ids: wanted }));
  await addMissing<Question>(records.questions, of('question'), (wanted) => questionsById.run(tx, { rev, ids: wanted }));
  const sources = of('source').filter((id) => !records.sources.has(id));
  // Chains bring sources that may be there already.
  if (sources.length > 0) for (const source of parseAll<Source>(await sourcesWithChains.run(tx, { rev, ids: sources }))) records.sources.set(source.id, source);
  records.rivals = joined<RivalSet>(given.rivals, parseAll(await rivalsById.run(tx, { rev, ids: of('rivals') })));
  records.identities = joined<IdentityDecision>(given.identities, parseAll(await identitiesById.run(tx, { rev, ids: of('identity') })));
  await completeReferences(tx, rev, records);
  return records;
}

async function addMissing<T extends { id: string }>(
  map: Map<string, T>,
  ids: readonly string[],
  load: (ids: string[]) => Promise<{ json: string }[]>,
): Promise<void> {
  const wanted = [...new Set(ids)].filter((id) => !map.has(id));
  if (wanted.length > 0) for (const record of parseAll<T>(await load(wanted))) map.set(record.id, record);
}

function joined<T extends { id: string }>(given: readonly T[], more: readonly T[]): T[] {
  return [...new Map([...given, ...more].map((record) => [record.id, record])).values()];
}

function refuseBeyond(kind: string, n: number): void {
  const value = API_LIMITS.exportClaims;
  if (n <= value) return;
  const nouns = kind === 'claim' ? 'claims' : 'entities';
  throw new AppError('limit', `An export takes at most ${value} claims and as many entities; these datasets hold ${n} ${nouns}. Take out a part of them.`, {
    limit: { name: 'exportClaims', value },
  });
}
