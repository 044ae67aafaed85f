/** The records of a piece that is to be taken out, by statements that look at the piece alone. */
import { API_LIMITS } from '../../contract/parts.ts';
import { entitiesOf } from '../../domain/model/claim-ends.ts';
import type { Claim, Entity } from '../../domain/model/records.ts';
import { listClaimRows } from '../../store/statements/claims.ts';
import { entitiesById } from '../../store/statements/entities.ts';
import { readSubgraphRows } from '../../store/statements/expansion.ts';
import { namedInPiece, refuseTooManyClaims, refuseUnknown } from '../piece-ids.ts';
import type { PieceAnswer, PieceQuestion } from '../graph.ts';
import { idsOfDatasets, withDatasets } from './dataset-records.ts';
import { filterParams } from './filter-params.ts';
import { predicatesOf, type DatabaseReader } from './row-context.ts';
import { SUBGRAPH_HUBS } from './hub.ts';
import { recordContext } from './record-context.ts';

/** Claims that record a death, looked at for the people of one piece. */
const DEATHS = 5_000;

export async function pieceOf(reader: DatabaseReader, request: PieceQuestion): Promise<PieceAnswer> {
  const { tx, revision: rev } = reader;
  const { entities, claims } = namedInPiece(request);
  const whole = request.datasets ? await idsOfDatasets(reader, request.datasets) : undefined;
  for (const id of whole?.get('entity') ?? []) entities.add(id);
  for (const id of whole?.get('claim') ?? []) claims.add(id);
  if (!request.claims && !request.datasets) {
    const ids = [...request.entities];
    const rows = await readSubgraphRows.run(tx, { rev, ids, ...SUBGRAPH_HUBS, limit: API_LIMITS.exportClaims + 1 });
    for (const row of rows) claims.add(row.id);
  }
  refuseTooManyClaims(claims.size, API_LIMITS.exportClaims);
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
async function deathsOf(reader: DatabaseReader, claims: Iterable<Claim>): Promise<string[]> {
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
