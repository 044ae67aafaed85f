/** Lists the closed lists: entity types with their counts, groups, roles and the ladder. */
import type { listTypes as contract } from '../../contract/routes/vocabulary.ts';
import { ENTITY_TYPES, GROUPS, RANK_OF_LEVEL, ROLES, SUPPORT_LEVELS } from '../../domain/model/lists.ts';
import { readGraph } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';
import type { AnswerOf, CallOptions } from '../route-types.ts';

export async function listTypes(db: Database, _input?: unknown, o?: CallOptions): Promise<AnswerOf<typeof contract>> {
  const counts = await readGraph(db, undefined, (graph) => graph.entityCounts(), o);
  const types = ENTITY_TYPES.map((type) => ({
    type,
    entities: counts.filter((row) => row.type === type).reduce((sum, row) => sum + row.entities, 0),
  }));
  return {
    types,
    groups: [...GROUPS],
    roles: [...ROLES],
    levels: [{ level: 'disputed-only', rank: -1 }, ...SUPPORT_LEVELS.map((level) => ({ level, rank: RANK_OF_LEVEL[level] }))],
  };
}
