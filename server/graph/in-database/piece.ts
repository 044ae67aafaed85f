/** The records of a piece that is to be taken out, by statements that look at the piece alone. */
import { closePieceInSlices, referredOutside, type PieceRequest } from '../../domain/publishing/piece.ts';
import { parseAll } from '../../store/load-records.ts';
import { identitiesOfEntities } from '../../store/statements/rivals-and-identities.ts';
import { sourcesWithChains } from '../../store/statements/sources.ts';
import { voicesById } from '../../store/statements/voices.ts';
import { runInSlices } from '../run-in-slices.ts';
import { API_LIMITS } from '../../contract/parts.ts';
import { sourceVisibleAt } from '../../domain/dates/visibility.ts';
import { displayName } from '../../domain/model/names.ts';
import type { Clocks } from '../../domain/model/questions.ts';
import { entitiesOf } from '../../domain/model/claim-ends.ts';
import type { Entity, IdentityDecision, Records } from '../../domain/model/records.ts';
import { listClaimRows } from '../../store/statements/claims.ts';
import { entitiesById } from '../../store/statements/entities.ts';
import { readSubgraphRows } from '../../store/statements/expansion.ts';
import { namedInPiece, refuseTooManyClaims, refuseUnknown } from '../piece-ids.ts';
import type { PieceAnswer, PieceQuestion } from '../graph.ts';
import { idsOfDatasets, withDatasets, type DatasetIds } from './dataset-records.ts';
import { filterParams } from './filter-params.ts';
import { predicatesOf, type DatabaseReader } from './row-context.ts';
import { SUBGRAPH_HUBS } from './hub.ts';
import { recordContext } from './record-context.ts';
import type { ViewContext } from '../view-context.ts';

/** Claims that record a death, looked at for the people of one piece. */
const DEATHS = 5_000;

/** What is asked for, by id, before any clock: what it names, what lies among its entities, what its datasets hold. */
export interface PieceIds {
  entities: Set<string>;
  claims: Set<string>;
  /** The records of the datasets taken whole, by kind. */
  whole?: DatasetIds;
}

/** @throws AppError `limit` beyond `API_LIMITS.exportClaims` claims */
export async function idsOfPiece(reader: DatabaseReader, request: PieceQuestion): Promise<PieceIds> {
  const { entities, claims } = namedInPiece(request);
  const whole = request.datasets ? await idsOfDatasets(reader, request.datasets) : undefined;
  for (const id of whole?.get('entity') ?? []) entities.add(id);
  for (const id of whole?.get('claim') ?? []) claims.add(id);
  if (!request.claims && !request.datasets) {
    const ids = [...request.entities];
    const rows = await readSubgraphRows.run(reader.tx, { rev: reader.revision, ids, ...SUBGRAPH_HUBS, limit: API_LIMITS.exportClaims + 1 });
    for (const row of rows) claims.add(row.id);
  }
  refuseTooManyClaims(claims.size, API_LIMITS.exportClaims);
  return { entities, claims, whole };
}

/** The context of a piece with its entities, whether or not a claim names them, and with the records of its datasets. @throws AppError `invalid` for ids nobody has */
export async function withPiece<Context extends ViewContext>(
  reader: DatabaseReader & { clocks?: Clocks },
  ctx: Context,
  { entities, claims, whole }: PieceIds,
  { datasets = [] }: PieceQuestion,
): Promise<Context> {
  const { clocks } = reader;
  const rows = await entitiesById.run(reader.tx, { rev: reader.revision, ids: [...entities] });
  const asked = new Map(
    rows.map(({ json }): [string, Entity] => {
      const entity: Entity = JSON.parse(json);
      return [entity.id, entity];
    }),
  );
  refuseUnknown([
    ...[...entities].filter((id) => !asked.has(id)),
    ...[...claims].filter((id) => !ctx.records.claims.has(id)),
    ...datasets.filter((id) => !ctx.records.datasets.has(id)),
  ]);
  // The map may be shared by all who read at this revision: never added to.
  const withAsked = { ...ctx.records, entities: new Map([...ctx.records.entities, ...asked]) };
  const held = whole ? await withDatasets(reader, withAsked, whole) : withAsked;
  const records = await closed(reader, { records: held, figures: ctx.figures }, { entities, claims, datasets });
  const sourceVisible = clocks && sourceVisibleAt(records.sources, clocks);
  const nameOf = (id: string) => {
    const entity = records.entities.get(id);
    return ctx.node(id)?.name ?? (entity ? displayName(entity, { sourceVisible }).text : id);
  };
  return { ...ctx, nameOf, records };
}

/** The records with all that the piece refers to, so that a file of it can have stubs for what is not in it. */
async function closed(reader: DatabaseReader, { records: held, figures }: Pick<ViewContext, 'records' | 'figures'>, request: PieceRequest): Promise<Records> {
  const { tx, revision: rev } = reader;
  const records = { ...held, sources: new Map(held.sources), voices: new Map(held.voices), entities: new Map(held.entities) };
  const tried = new Set<string>();
  const missing = (kind: string, ids: Iterable<string>, known: ReadonlyMap<string, unknown>) => {
    const wanted = [...new Set(ids)].filter((id) => !known.has(id) && !tried.has(`${kind} ${id}`));
    for (const id of wanted) tried.add(`${kind} ${id}`);
    return wanted;
  };
  for (;;) {
    const piece = await runInSlices(closePieceInSlices({ records, figures }, request));
    const outside = referredOutside(piece, records);
    const sourceIds = missing('source', outside.sources, records.sources);
    const voiceIds = missing('voice', [...outside.voices, ...piece.sources.flatMap((id) => records.sources.get(id)?.voice ?? [])], records.voices);
    const entityIds = missing('entity', outside.entities, records.entities);
    if (sourceIds.length + voiceIds.length + entityIds.length === 0) {
      const decided = parseAll<IdentityDecision>(await identitiesOfEntities.run(tx, { rev, entities: piece.entities }));
      const identities = [...new Map([...records.identities, ...decided].map((one) => [one.id, one])).values()];
      return { ...records, identities };
    }
    const put = <T extends { id: string }>(map: Map<string, T>, rows: readonly { json: string }[]) => {
      for (const record of parseAll<T>(rows)) map.set(record.id, record);
    };
    if (sourceIds.length > 0) put(records.sources, await sourcesWithChains.run(tx, { rev, ids: sourceIds }));
    if (voiceIds.length > 0) put(records.voices, await voicesById.run(tx, { rev, ids: voiceIds }));
    if (entityIds.length > 0) put(records.entities, await entitiesById.run(tx, { rev, ids: entityIds }));
  }
}

export async function pieceOf(reader: DatabaseReader, request: PieceQuestion): Promise<PieceAnswer> {
  const ids = await idsOfPiece(reader, request);
  const own = await recordContext(reader, ids.claims);
  const deaths = await deathsOf(reader, own.records);
  const ctx = deaths.length === 0 ? own : await recordContext(reader, [...ids.claims, ...deaths]);
  return { ctx: await withPiece(reader, ctx, ids, request), entities: [...ids.entities].sort(), claims: [...ids.claims].sort() };
}

/** Further claims that record the death of somebody named in the piece: of the dead the gate asks less. */
export async function deathsOf(reader: DatabaseReader, { claims }: Pick<Records, 'claims'>): Promise<string[]> {
  const predicates = [...(await predicatesOf(reader)).values()].filter((p) => p.recordsDeath).map((p) => p.id);
  const entities = [...new Set([...claims.values()].flatMap(entitiesOf))];
  if (predicates.length === 0 || entities.length === 0) return [];
  const rows = await listClaimRows.run(reader.tx, {
    rev: reader.revision,
    ...filterParams({ predicates, entities }),
    order: 'id',
    offset: 0,
    limit: DEATHS,
  });
  return rows.map((row) => row.id).filter((id) => !claims.has(id));
}
