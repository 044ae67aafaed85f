/** Entities as they are drawn at the dates of a view: the name of then, and the number of claims visible then. */
import type { NodeView } from '../../../contract/views.ts';
import { claimViews } from '../../../domain/figures/claim-views.ts';
import { entitiesOf } from '../../../domain/model/claim-ends.ts';
import { emptyRecords } from '../../../domain/model/empty-records.ts';
import { AppError } from '../../../domain/model/errors.ts';
import { addClaimsById, completeReferences } from '../../../store/load-records.ts';
import { claimsHaving } from '../../../store/statements/claims.ts';
import type { ViewState } from '../../resident/view-state.ts';
import type { ViewContext } from '../../view-context.ts';
import { nodesOf } from '../row-context.ts';
import { addPlotClaims, ONE_TOO_MANY, type DatedReader } from './load-part.ts';

/** Most ends of claims looked at to count the visible claims of the entities of one answer. Beyond them an entity shows all its claims on record. */
const MOST_ENDS = 5_000;

/** The state with these entities as nodes. */
export async function withNodes<State extends ViewState>(reader: DatedReader, state: State, ids: Iterable<string>): Promise<State & ViewContext> {
  const stored = await nodesOf(reader, ids);
  const counts = await visibleDegrees(reader, [...stored.values()]);
  const node = (id: string): NodeView | undefined => {
    const then = state.node(id);
    const now = stored.get(id);
    return then && now ? { ...then, unsure: now.unsure, degree: counts.get(id) ?? now.degree } : then;
  };
  return { ...state, node };
}

/** Visible claims by entity; the best connected entities may be missing. */
async function visibleDegrees(reader: DatedReader, nodes: readonly NodeView[]): Promise<Map<string, number>> {
  const { tx, revision, clocks } = reader;
  const counted = new Map<string, number>();
  let ends = 0;
  for (const { id, degree } of nodes.toSorted((a, b) => a.degree - b.degree)) {
    ends += degree;
    if (ends > MOST_ENDS) break;
    counted.set(id, 0);
  }
  if (counted.size === 0) return counted;
  const found = await claimsHaving.run(tx, { rev: revision, entities: [...counted.keys()], limit: ONE_TOO_MANY });
  const ids = found.map(({ id }) => id);
  const records = emptyRecords();
  await addClaimsById(tx, revision, records, ids);
  await completeReferences(tx, revision, records);
  try {
    await addPlotClaims(reader, records);
  } catch (error) {
    // A number beside a name is no reason to refuse the answer.
    if (error instanceof AppError && error.code === 'limit') return new Map();
    throw error;
  }
  const viewOf = claimViews(records, clocks);
  for (const id of ids) {
    const view = viewOf(id);
    if (!view?.visible) continue;
    for (const entity of entitiesOf(view.claim)) {
      const known = counted.get(entity);
      if (known !== undefined) counted.set(entity, known + 1);
    }
  }
  return counted;
}
