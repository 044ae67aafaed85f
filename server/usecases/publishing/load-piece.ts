/** The records around a piece that is to be taken out, and which entities and claims it holds. */
import { API_LIMITS } from '../../contract/parts.ts';
import type { checkExport } from '../../contract/routes/exports.ts';
import { entitiesOf } from '../../domain/model/claim-ends.ts';
import { AppError, type Problem } from '../../domain/model/errors.ts';
import type { Claim, Entity } from '../../domain/model/records.ts';
import type { Database } from '../../store/connect.ts';
import { countCase } from '../../store/queries/count-case.ts';
import { listClaimRows } from '../../store/queries/list-claims.ts';
import { readSubgraphRows } from '../../store/queries/read-subgraph.ts';
import { entitiesById } from '../../store/queries/record-rows.ts';
import { currentRevision } from '../../store/queries/read-revision.ts';
import { hasClocks, loadViewState } from '../../graph/resident/load-view-state.ts';
import { inducedClaims } from '../../graph/resident/read-subgraph.ts';
import type { ViewState } from '../../graph/resident/view-state.ts';
import { filterParams } from '../../graph/in-database/filter-params.ts';
import { predicatesOf, type FlatReader } from '../../graph/in-database/flat-context.ts';
import { SUBGRAPH_HUBS } from '../../graph/in-database/hub.ts';
import { readFlat } from '../../graph/in-database/read-flat.ts';
import { recordContext } from '../../graph/in-database/record-context.ts';
import type { CallOptions, InputOf } from '../route-types.ts';
import type { ViewContext } from '../views/view-context.ts';
import { idsOfDatasets, withDatasets } from './dataset-records.ts';

export type ExportRequest = InputOf<typeof checkExport>['body'];
export interface LoadedPiece {
  ctx: ViewContext;
  entities: string[];
  claims: string[];
}
/** Claims that record a death, looked at for the people of one piece. */
const DEATHS = 5_000;

/**
 * Out of the whole case at the clocks, one consistent state of it, where it is small enough to be held; without clocks, a piece or whole datasets of a
 * larger one by their own claims.
 * @throws AppError `limit` beyond `API_LIMITS.exportClaims`, and for clocks of a case that is too large to be held; `invalid` for ids nobody has
 */
export async function loadPiece(db: Database, request: ExportRequest, o?: CallOptions): Promise<LoadedPiece> {
  const { claims } = await db.read(async (tx) => countCase(tx, await currentRevision(tx)), o);
  const isLarge = claims > API_LIMITS.asOfClaims;
  const piece =
    isLarge && !hasClocks(request.clocks)
      ? await readFlat(db, (reader) => pieceByClaims(reader, request), o)
      : pieceOfState(await loadViewState(db, request.clocks, o), request);
  if (piece.claims.length > API_LIMITS.exportClaims) throw tooMany(piece.claims.length);
  return piece;
}

/** Entities and claims named by the request itself, those of its paths included. */
function named(request: ExportRequest): { entities: Set<string>; claims: Set<string> } {
  const { paths } = request;
  return {
    entities: new Set([...request.entities, ...paths.flatMap((path) => path.entities)]),
    claims: new Set([...(request.claims ?? []), ...paths.flatMap((path) => path.claims)]),
  };
}

function pieceOfState(state: ViewState, request: ExportRequest): LoadedPiece {
  const { records } = state;
  const { entities, claims } = named(request);
  refuseUnknown([
    ...[...entities].filter((id) => !records.entities.has(id)),
    ...[...claims].filter((id) => !records.claims.has(id)),
    ...(request.datasets ?? []).filter((id) => !records.datasets.has(id)),
  ]);
  if (!request.claims && !request.datasets) for (const id of inducedClaims(state, request.entities)) claims.add(id);
  const wanted = new Set(request.datasets);
  if (request.datasets) {
    for (const claim of records.claims.values()) {
      const says = records.citations.get(claim.id) ?? [];
      if (wanted.has(claim.dataset) || says.some((c) => wanted.has(c.dataset))) claims.add(claim.id);
    }
    for (const entity of records.entities.values()) if (wanted.has(entity.dataset)) entities.add(entity.id);
  }
  const visible = [...claims].filter((id) => state.figures.get(id)?.visible);
  return { ctx: state, entities: [...entities].sort(), claims: visible.sort() };
}

/** What `pieceOfState` gives, by statements that look at the piece alone. */
export async function pieceByClaims(reader: FlatReader, request: ExportRequest): Promise<LoadedPiece> {
  const { tx, revision: rev } = reader;
  const { entities, claims } = named(request);
  const whole = request.datasets ? await idsOfDatasets(reader, request.datasets) : undefined;
  for (const id of whole?.get('entity') ?? []) entities.add(id);
  for (const id of whole?.get('claim') ?? []) claims.add(id);
  if (!request.claims && !request.datasets) {
    const ids = request.entities;
    const rows = await readSubgraphRows.run(tx, { rev, ids, ...SUBGRAPH_HUBS, limit: API_LIMITS.exportClaims + 1 });
    for (const row of rows) claims.add(row.id);
  }
  if (claims.size > API_LIMITS.exportClaims) throw tooMany(claims.size);
  const rows = await entitiesById.run(tx, { rev, ids: [...entities] });
  const asked = new Map(
    rows.map(({ json }): [string, Entity] => {
      const entity: Entity = JSON.parse(json);
      return [entity.id, entity];
    }),
  );
  const own = await recordContext(reader, claims);
  refuseUnknown([
    ...[...entities].filter((id) => !asked.has(id)),
    ...[...claims].filter((id) => !own.records.claims.has(id)),
    ...(request.datasets ?? []).filter((id) => !own.records.datasets.has(id)),
  ]);
  const deaths = (await deathsOf(reader, own.records.claims.values())).filter((id) => !own.records.claims.has(id));
  const ctx = deaths.length === 0 ? own : await recordContext(reader, [...claims, ...deaths]);
  // The map may be shared by all who read at this revision: never added to.
  const withAsked = { ...ctx.records, entities: new Map([...ctx.records.entities, ...asked]) };
  const records = whole ? await withDatasets(reader, withAsked, whole) : withAsked;
  const nameOf = (id: string) => ctx.node(id)?.name ?? records.entities.get(id)?.names[0]?.text ?? id;
  return { ctx: { ...ctx, nameOf, records }, entities: [...entities].sort(), claims: [...claims].sort() };
}

/** Claims that record the death of somebody named in the piece: of the dead the gate asks less. */
async function deathsOf(reader: FlatReader, claims: Iterable<Claim>): Promise<string[]> {
  const predicates = [...(await predicatesOf(reader)).values()].filter((p) => p.recordsDeath).map((p) => p.id);
  const entities = [...new Set([...claims].flatMap(entitiesOf))];
  if (predicates.length === 0 || entities.length === 0) return [];
  const rows = await listClaimRows.run(reader.tx, {
    rev: reader.revision,
    ...filterParams({ predicates, entities }),
    order: 'id',
    offset: 0,
    limit: DEATHS,
  });
  return rows.map((row) => row.id);
}

function refuseUnknown(ids: readonly string[]): void {
  if (ids.length === 0) return;
  const problems = ids.map((id): Problem => ({ code: 'unknown-id', message: `There is nothing with the id "${id}".` }));
  throw new AppError('invalid', `There is nothing with the id "${ids[0]}" to export.`, { problems });
}

function tooMany(claims: number): AppError {
  const value = API_LIMITS.exportClaims;
  return new AppError('limit', `An export takes at most ${value} claims; this one asks for ${claims} or more.`, {
    limit: { name: 'exportClaims', value },
  });
}
