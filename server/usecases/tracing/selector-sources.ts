/** Where the parts of a selector are looked up: in the database, or in a case held in memory at a view's clocks. */
import { rolesOf, type RoleEntry } from '../../domain/figures/roles.ts';
import type { Role } from '../../domain/model/lists.ts';
import type { Database } from '../../store/connect.ts';
import { listClaimRows } from '../../store/queries/list-claims.ts';
import { listEntityIds } from '../../store/queries/list-entity-ids.ts';
import { readSavedSet } from '../../store/queries/read-saved-set.ts';
import { readTraceEntities } from '../../store/queries/read-trace-entities.ts';
import { filteredClaims } from '../../graph/resident/list-claims.ts';
import type { ViewState } from '../../graph/resident/view-state.ts';
import { claimOfRow } from '../../graph/in-database/claim-of-row.ts';
import { flatContext, type FlatReader } from '../../graph/in-database/flat-context.ts';
import { filterParams } from '../../graph/in-database/filter-params.ts';
import { roleClaims } from '../../graph/in-database/role-claims.ts';
import { savedSetOfRow } from '../../graph/in-database/saved-set.ts';
import type { SelectorSource } from './resolve-selector.ts';

const entitiesIn = (role: Role, entries: readonly RoleEntry[]) => [...new Set(entries.filter((entry) => entry.role === role).map((entry) => entry.entity))];

export function selectorsInDatabase(reader: FlatReader): SelectorSource {
  const { tx, revision: rev } = reader;
  return {
    known: async (ids) => new Set((await readTraceEntities.run(tx, { rev, ids: [...ids] })).map((row) => row.id)),
    inRole: async (role) => {
      const ctx = await flatContext(reader, await roleClaims(reader, { roles: [role] }));
      return entitiesIn(role, rolesOf(ctx.records, ctx.figures));
    },
    ofType: async (type, limit) => (await listEntityIds.run(tx, { rev, type, limit })).map((row) => row.id),
    claims: async (filter, limit) => (await listClaimRows.run(tx, { rev, ...filterParams(filter), order: 'standing', offset: 0, limit })).map(claimOfRow),
    savedSet: async (id) => (await readSavedSet.run(tx, { id })).map(savedSetOfRow)[0],
  };
}

/** Saved sets are not records: they are read as they are now, whatever the clocks. */
export function selectorsInState(state: ViewState, db: Database): SelectorSource {
  return {
    known: async (ids) => new Set(ids.filter((id) => state.records.entities.has(id))),
    inRole: async (role) => entitiesIn(role, rolesOf(state.records, state.figures)),
    ofType: async (type, limit) =>
      [...state.records.entities.values()]
        .filter((entity) => entity.type === type && state.isVisible(entity))
        .map((entity) => entity.id)
        .sort()
        .slice(0, limit),
    claims: async (filter, limit) => filteredClaims(state, filter).slice(0, limit),
    savedSet: async (id) => db.read(async (tx) => (await readSavedSet.run(tx, { id })).map(savedSetOfRow)[0]),
  };
}
