/** The counts of a case, in all or at the clocks of a view (contract `readStats`). */
import type { z } from 'zod';
import type { readStats as contract } from '../../contract/routes/stats.ts';
import { knowledgeLine } from '../../domain/telling/knowledge-line.ts';
import { ENTITY_TYPES, GROUPS, SUPPORT_LEVELS } from '../../domain/model/lists.ts';
import type { Dataset } from '../../domain/model/records.ts';

type Answer = z.infer<typeof contract.response>;

/** Rows are counts: of claims that agree in all these fields, and of entities of one type and dataset. */
export interface Counted {
  revision: number;
  claims: readonly { group: string; level: string; contested: boolean; stale: boolean; datasets: readonly string[]; claims: number; citations: number }[];
  entities: readonly { type: string; dataset: string; entities: number }[];
  datasets: readonly Dataset[];
  sources: number;
  voices: number;
}

export function statsAnswer({ revision, claims, entities, datasets, sources, voices }: Counted): Answer {
  const sum = <T>(rows: readonly T[], of: (row: T) => number) => rows.reduce((total, row) => total + of(row), 0);
  const claimsWhere = (holds: (row: (typeof claims)[number]) => boolean) => sum(claims.filter(holds), (r) => r.claims);
  return {
    revision,
    entities: sum(entities, (r) => r.entities),
    claims: sum(claims, (r) => r.claims),
    citations: sum(claims, (r) => r.citations),
    sources,
    voices,
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
