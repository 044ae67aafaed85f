/** Entities as they are drawn at the dates of a view: the name of then, and the number of claims visible then. */
import type { NodeView } from '../../../contract/views.ts';
import { claimViews } from '../../../domain/figures/claim-views.ts';
import { entitiesOf } from '../../../domain/model/claim-ends.ts';
import { emptyRecords } from '../../../domain/model/empty-records.ts';
import { hasLine } from '../../../domain/model/segments.ts';
import { AppError } from '../../../domain/model/errors.ts';
import { addClaimsById, completeReferences } from '../../../store/load-records.ts';
import { claimsHaving } from '../../../store/statements/claims.ts';
import type { IdentityDecision } from '../../../domain/model/records.ts';
import { identitiesOfEntities } from '../../../store/statements/rivals-and-identities.ts';
import type { ViewState } from '../../resident/view-state.ts';
import type { ViewContext } from '../../view-context.ts';
import { nodesOf } from '../row-context.ts';
import { addPlotClaims, ONE_TOO_MANY, type DatedReader } from './load-part.ts';
import { turnBackIdentities } from './recorded-part.ts';

/** Most ends of claims looked at to count the visible claims of the entities of one answer. Beyond them an entity shows all its claims on record. */
const MOST_ENDS = 5_000;

/** The state with these entities as nodes. */
export async function withNodes<State extends ViewState>(
  reader: DatedReader,
  state: State,
  ids: Iterable<string>,
): Promise<State & ViewContext & { isClaimed(id: string): boolean }> {
  const asked = new Set(ids);
  const stored = await nodesOf(reader, asked);
  const { counts, claimed } = await visibleDegrees(
    reader,
    [...asked].map((id) => ({ id, degree: stored.get(id)?.degree ?? 0 })),
  );
  const unsureThen = await unsureAt(reader, [...asked]);
  const node = (id: string): NodeView | undefined => {
    const [then, now] = [state.node(id), stored.get(id)];
    if (!then || !asked.has(id)) return then;
    return { ...then, unsure: unsureThen?.has(id) ?? now?.unsure ?? then.unsure, ...(counts.get(id) ?? countsOf(now ?? then)) };
  };
  return { ...state, node, isClaimed: (id) => claimed?.has(id) ?? (stored.get(id)?.degree ?? 0) > 0 };
}

/** Entities of which it was not decided, at the recorded clock, whether they are one with another; undefined where that clock is not set. */
async function unsureAt({ tx, revision: rev, past }: DatedReader, ids: readonly string[]): Promise<Set<string> | undefined> {
  if (!past || ids.length === 0) return undefined;
  const now = (await identitiesOfEntities.run(tx, { rev, entities: [...ids] })).map(({ json }): IdentityDecision => JSON.parse(json));
  return new Set(turnBackIdentities(past, now).flatMap(({ a, b, decision }) => (decision === 'unsure' ? [a, b] : [])));
}

type Counts = Pick<NodeView, 'degree' | 'lineless'>;
const countsOf = ({ degree, lineless }: Counts): Counts => ({ degree, lineless });

/** Visible claims by entity, with those that have nothing to draw; and the entities that have any; the best connected entities may be missing in the first, and are in the second. */
async function visibleDegrees(
  reader: DatedReader,
  nodes: readonly Pick<NodeView, 'id' | 'degree'>[],
): Promise<{ counts: Map<string, Counts>; claimed?: Set<string> }> {
  const { tx, revision, clocks, past } = reader;
  const counted = new Map<string, Counts>();
  let ends = 0;
  for (const { id, degree } of nodes.toSorted((a, b) => a.degree - b.degree)) {
    ends += degree;
    if (ends > MOST_ENDS) break;
    counted.set(id, { degree: 0, lineless: 0 });
  }
  const claimed = new Set(nodes.flatMap(({ id }) => (counted.has(id) ? [] : [id])));
  if (counted.size === 0) return { counts: counted, claimed };
  const found = await claimsHaving.run(tx, { rev: revision, entities: [...counted.keys()], limit: ONE_TOO_MANY });
  const ids = new Set([...found.map(({ id }) => id), ...(past?.claims ?? [])]);
  const records = emptyRecords();
  await addClaimsById(tx, revision, records, ids);
  past?.turnBack(records);
  await completeReferences(tx, revision, records);
  try {
    await addPlotClaims(reader, records);
    past?.turnBack(records);
  } catch (error) {
    // A number beside a name is no reason to refuse the answer.
    if (error instanceof AppError && error.code === 'limit') return { counts: new Map() };
    throw error;
  }
  const viewOf = claimViews(records, clocks);
  for (const id of ids) {
    const claim = records.claims.get(id);
    for (const entity of claim ? entitiesOf(claim) : []) claimed.add(entity);
    const view = viewOf(id);
    if (!view?.visible) continue;
    const predicate = records.predicates.get(view.claim.predicate);
    const lineless = predicate !== undefined && !hasLine(view.claim, predicate, (end) => records.entities.get(end)?.type) ? 1 : 0;
    for (const entity of entitiesOf(view.claim)) {
      const known = counted.get(entity);
      if (known) counted.set(entity, { degree: known.degree + 1, lineless: known.lineless + lineless });
    }
  }
  return { counts: counted, claimed };
}
