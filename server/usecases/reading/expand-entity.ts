/** Grows the view from an entity: its claims filtered, ordered and capped, with how many more there are. */
import type { expandEntity as contract } from '../../contract/routes/entities.ts';
import { RANK_OF_LEVEL } from '../../domain/model/lists.ts';
import type { Database } from '../../store/connect.ts';
import type { ClaimRow } from '../../store/queries/claim-row.ts';
import { expandEntityRows } from '../../store/queries/expand-entity.ts';
import { hasClocks, loadViewState } from '../../graph/resident/load-view-state.ts';
import { expandEntityAsOf } from '../../graph/resident/neighbours.ts';
import { nodesById } from '../../graph/resident/view-state.ts';
import { flatContext, type FlatReader } from '../../graph/in-database/flat-context.ts';
import { aroundParams, claimsAroundHub, degreeOf, HUB_DEGREE, type AroundFilter } from '../../graph/in-database/hub.ts';
import { readFlat } from '../../graph/in-database/read-flat.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { edgeEntities, edgeViews } from '../views/edge-view.ts';

type Route = typeof contract;
type Input = Pick<InputOf<Route>, 'params' | 'body'>;

export async function expandEntity(db: Database, input: Input, o?: CallOptions): Promise<AnswerOf<Route>> {
  const { clocks } = input.body;
  if (hasClocks(clocks)) return expandEntityAsOf(await loadViewState(db, clocks, o), input);
  return readFlat(
    db,
    async (reader) => {
      const { rows, more, moreAtLeast } = await claimsAround(reader, input);
      const ctx = await flatContext(reader, rows, [input.params.id]);
      const edges = edgeViews(ctx.claims, ctx);
      const nodes = nodesById([input.params.id, ...edges.flatMap(edgeEntities)], ctx);
      return { nodes, edges, more, moreAtLeast, revision: reader.revision };
    },
    o,
  );
}

async function claimsAround(reader: FlatReader, { params: { id }, body }: Input) {
  const { groups, predicates, types, originsAtLeast, uninvolvedAtLeast, contested, order, limit, except } = body;
  const rankAtLeast = body.standingAtLeast && RANK_OF_LEVEL[body.standingAtLeast];
  const filter: AroundFilter = { groups, predicates, types, rankAtLeast, originsAtLeast, uninvolvedAtLeast, contested };
  const { degree } = await degreeOf(reader, id);
  if (degree > HUB_DEGREE) {
    const rows: ClaimRow[] = await claimsAroundHub(reader, id, { limit, order, except }, filter);
    // How many pass the filter would need the whole hub; without one the number of its ends of claims says about how many there are.
    const isFiltered = Object.values(filter).some((part) => part !== undefined);
    const more = isFiltered ? Number(rows.length === limit) : Math.max(0, degree - rows.length - except.length);
    return { rows, more, moreAtLeast: true };
  }
  const figuresAsked = [rankAtLeast, originsAtLeast, uninvolvedAtLeast, contested];
  const rows = await expandEntityRows.run(reader.tx, {
    rev: reader.revision,
    id,
    ...aroundParams(filter),
    filtersFigures: figuresAsked.some((part) => part !== undefined),
    except,
    order,
    limit,
  });
  return { rows, more: Math.max(0, (rows[0]?.total ?? 0) - rows.length), moreAtLeast: false };
}
