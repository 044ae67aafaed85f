/** Reads one entity with its names, roles, identity decisions and a page of its claims, firmest first. */
import type { readEntity as contract } from '../../contract/routes/entities.ts';
import { entitiesOf } from '../../domain/model/claim-ends.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Name } from '../../domain/model/records.ts';
import { rolesOf } from '../../domain/figures/roles.ts';
import type { Database } from '../../store/connect.ts';
import type { ClaimRow } from '../../store/queries/claim-row.ts';
import { readEntityClaims } from '../../store/queries/read-entity-claims.ts';
import { readEntityRow } from '../../store/queries/read-entity.ts';
import { clocksOf, hasClocks, loadViewState } from '../../graph/resident/load-view-state.ts';
import { readEntityAsOf } from '../../graph/resident/read-entity.ts';
import { nodesById } from '../../graph/resident/view-state.ts';
import { flatContext, type FlatReader } from '../../graph/in-database/flat-context.ts';
import { claimsAroundHub, degreeOf, HUB_DEGREE } from '../../graph/in-database/hub.ts';
import { readFlat } from '../../graph/in-database/read-flat.ts';
import { roleClaims } from '../../graph/in-database/role-claims.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { edgeViews } from '../views/edge-view.ts';
import { entityReference } from '../views/references.ts';
import { entityRoleView } from '../views/role-view.ts';

type Route = typeof contract;
type Input = Pick<InputOf<Route>, 'params' | 'query'>;

export async function readEntity(db: Database, input: Input, o?: CallOptions): Promise<AnswerOf<Route>> {
  const clocks = clocksOf(input.query);
  if (hasClocks(clocks)) return readEntityAsOf(await loadViewState(db, clocks, o), input);
  return readFlat(db, (reader) => readNow(reader, input), o);
}

async function readNow(reader: FlatReader, { params: { id }, query }: Input): Promise<AnswerOf<Route>> {
  const { tx, revision } = reader;
  const [own] = await readEntityRow.run(tx, { rev: revision, id });
  if (!own) throw new AppError('not-found', `There is no entity "${id}".`);
  const page = await claimPage(reader, id, query);
  const roleRows = await roleClaims(reader, { entities: [id] });
  const others = own.identities.map(([other]) => other);
  const ctx = await flatContext(reader, [...roleRows, ...page.rows], [id, ...others]);
  const entity = ctx.node(id);
  if (!entity) throw new AppError('not-found', `There is no entity "${id}".`);
  const names: Name[] = JSON.parse(own.names);
  const shown = page.rows.flatMap((row) => ctx.records.claims.get(row.id) ?? []);
  const claims = edgeViews(shown, ctx);
  const touched = new Set(shown.flatMap((claim) => entitiesOf(claim)));
  return {
    entity,
    names,
    claims,
    nodes: nodesById([id, ...touched], ctx),
    total: page.total,
    offset: query.offset,
    roles: rolesOf(ctx.records, ctx.figures)
      .filter((entry) => entry.entity === id)
      .map((entry) => entityRoleView(entry, ctx)),
    identities: own.identities.map(([other, decision, why]) => ({ other: entityReference(other, ctx), decision, why })),
    revision,
  };
}

/** On a hub only the first page is ordered over a bounded scan; the total then is the degree. */
async function claimPage(reader: FlatReader, id: string, { offset, limit }: Input['query']) {
  const { degree } = await degreeOf(reader, id);
  if (degree > HUB_DEGREE) {
    const rows = await claimsAroundHub(reader, id, { limit: offset + limit, order: 'standing' });
    return { rows: rows.slice(offset), total: degree };
  }
  const rows: (ClaimRow & { total: number })[] = await readEntityClaims.run(reader.tx, {
    rev: reader.revision,
    id,
    offset,
    limit,
  });
  // A page past the end brings no row to say how many there are.
  return { rows, total: rows[0]?.total ?? (offset === 0 ? 0 : degree) };
}
