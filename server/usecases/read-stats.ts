/** Counts what is loaded, and says how far the case is told. */
import type { readStats as contract } from '../contract/routes/stats.ts';
import { knowledgeLine } from '../domain/knowledge-line.ts';
import { ENTITY_TYPES, GROUPS, SUPPORT_LEVELS, type Dataset } from '../domain/model.ts';
import type { Database } from '../store/connect.ts';
import { listDatasetRows } from '../store/queries/list-datasets.ts';
import { countSources } from '../store/queries/count-sources.ts';
import { claimTally, entityCounts } from './flat/claim-tally.ts';
import { voicesOf, type FlatReader } from './flat/flat-context.ts';
import { perRevision } from './flat/per-revision.ts';
import { readFlat } from './flat/read-flat.ts';
import type { AnswerOf, CallOptions } from './route-types.ts';

type Answer = AnswerOf<typeof contract>;
const statsAt = perRevision<Answer>();

export async function readStats(db: Database, _input?: unknown, o?: CallOptions): Promise<Answer> {
  return readFlat(db, (reader) => statsAt(db, reader.revision, () => count(reader)), o);
}

async function count(reader: FlatReader): Promise<Answer> {
  const { tx, revision } = reader;
  const claims = await claimTally(reader);
  const entities = await entityCounts(reader);
  const datasets = (await listDatasetRows.run(tx, { rev: revision })).map(({ json }): Dataset => JSON.parse(json));
  const [counted] = await countSources.run(tx, { rev: revision });
  const voices = await voicesOf(reader);
  const sum = <T>(rows: readonly T[], of: (row: T) => number) => rows.reduce((total, row) => total + of(row), 0);
  const claimsWhere = (holds: (row: (typeof claims)[number]) => boolean) => sum(claims.filter(holds), (r) => r.claims);
  return {
    revision,
    entities: sum(entities, (r) => r.entities),
    claims: sum(claims, (r) => r.claims),
    citations: sum(claims, (r) => r.citations),
    sources: counted?.sources ?? 0,
    voices: voices.size,
    contested: claimsWhere((r) => r.contested),
    byLevel: [...SUPPORT_LEVELS, 'disputed-only' as const].map((level) => ({
      level,
      claims: claimsWhere((r) => r.level === level),
    })),
    byGroup: GROUPS.map((group) => ({ group, claims: claimsWhere((r) => r.group === group) })),
    byType: ENTITY_TYPES.map((type) => ({
      type,
      entities: sum(
        entities.filter((r) => r.type === type),
        (r) => r.entities,
      ),
    })),
    datasets: datasets.map(({ id, title, curator, licence, description, knowledgeUntil }) => ({
      id,
      title: title ?? id,
      curator,
      licence,
      description,
      knowledgeUntil,
      entities: sum(
        entities.filter((r) => r.dataset === id),
        (r) => r.entities,
      ),
      claims: claimsWhere((r) => r.datasets.includes(id)),
    })),
    knowledge: knowledgeLine(datasets),
    stale: claimsWhere((r) => r.stale),
  };
}
