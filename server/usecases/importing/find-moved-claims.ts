/**
 * Finds claims whose figures change because other claims do: rivals, claims below a body, claims with the same root document. None of these changes in
 * standing, so they affect no further claims.
 */
import { accusationsIn } from '../../domain/figures/accusations.ts';
import { claimViews, stands } from '../../domain/figures/claim-views.ts';
import { askStored, maybeStored, type RecordKey } from '../../domain/importing/change-plan.ts';
import type { Records, Voice } from '../../domain/model/records.ts';
import { withinEdges, type WithinEdge } from '../../domain/figures/within.ts';
import type { Tx } from '../../store/connect.ts';
import { parseAll, storedRivalsOf } from '../../store/load-records.ts';
import { accusationsAt } from '../../store/statements/citations.ts';
import { claimsHaving, claimsOnSources, claimsRootedAt, edgesAbove, edgesBelow, NO_LIMIT } from '../../store/statements/claims.ts';
import { carriersOf, sourcesOfVoices } from '../../store/statements/sources.ts';
import { allVoices } from '../../store/statements/voices.ts';

export interface TwoStates {
  before: Records;
  after: Records;
  /** Claims changed directly. Both states hold them whole, where they exist there. */
  own: ReadonlySet<string>;
  /** Records of the delta that were not stored before, so that no stored record refers to them. */
  fresh: ReadonlySet<RecordKey>;
}

export interface MovedClaims {
  moved: Set<string>;
  /**
   * Directly changed claims that others depend on: they begin or cease to stand, or their `within` edge changes. Their stored rank and ends must never be
   * stale.
   */
  pivots: Set<string>;
}

export async function findMovedClaims(tx: Tx, rev: number, states: TwoStates): Promise<MovedClaims> {
  const moved = new Set<string>();
  const { before, after, own, fresh } = states;
  const viewsBefore = claimViews(before);
  const viewsAfter = claimViews(after);

  const turned = new Set([...own].filter((id) => stands(viewsBefore(id)) !== stands(viewsAfter(id))));
  for (const set of [...after.rivals, ...(await storedRivalsOf(tx, rev, maybeStored('claim', turned, fresh)))]) {
    if (set.claims.some((id) => turned.has(id))) for (const id of set.claims) moved.add(id);
  }

  const edgesBefore = withinEdges(before, (id) => stands(viewsBefore(id)));
  const edgesAfter = withinEdges(after, (id) => stands(viewsAfter(id)));
  const changed = difference(edgesBefore, edgesAfter, (edge) => `${edge.lower} ${edge.upper} ${edge.claim}`);
  if (changed.length > 0) await addBelow(tx, rev, states, changed, [...edgesBefore, ...edgesAfter], moved);

  const accusers = difference(accusationsIn(before, viewsBefore), accusationsIn(after, viewsAfter), ({ source, by }) => `${source} ${by}`);
  await addSameDocument(tx, rev, states, accusers, moved);
  return { moved, pivots: new Set([...turned, ...changed.map((edge) => edge.claim)]) };
}

/** Members of one list that are not in the other, each key once. */
function difference<T>(a: readonly T[], b: readonly T[], keyOf: (item: T) => string): T[] {
  const inA = new Map(a.map((item) => [keyOf(item), item]));
  const inB = new Map(b.map((item) => [keyOf(item), item]));
  return [...[...inA].filter(([key]) => !inB.has(key)), ...[...inB].filter(([key]) => !inA.has(key))].map(([, item]) => item);
}

/** Reason (b): claims at or below the lower end of a changed edge that have on their way a voice with a stake at or above its upper end. */
async function addBelow(
  tx: Tx,
  rev: number,
  { before, after, own, fresh }: TwoStates,
  changed: readonly WithinEdge[],
  known: readonly WithinEdge[],
  moved: Set<string>,
): Promise<void> {
  const above = await walk(
    changed.map((edge) => edge.upper),
    known,
    (edge) => [edge.lower, edge.upper],
    (ids) => edgesAbove.run(tx, { rev, ids, standing: true }),
    fresh,
  );
  const stored = parseAll<Voice>(await allVoices.run(tx, { rev }));
  const voices = [...stored, ...before.voices.values(), ...after.voices.values()].filter(
    ({ stake }) => Array.isArray(stake) && stake.some((entry) => 'entity' in entry && above.has(entry.entity)),
  );
  if (voices.length === 0) return;
  const spoken = await sourcesOfVoices.run(tx, { rev, voices: [...new Set(voices.map(({ id }) => id))] });
  if (spoken.length === 0) return;
  const sources = (await carriersOf.run(tx, { rev, ids: spoken.map(({ id }) => id) })).map(({ id }) => id);
  const resting = new Set((await claimsOnSources.run(tx, { rev, sources, limit: NO_LIMIT })).map(({ id }) => id));
  const below = await walk(
    changed.map((edge) => edge.lower),
    known,
    (edge) => [edge.upper, edge.lower],
    (ids) => edgesBelow.run(tx, { rev, ids }),
    fresh,
  );
  for (const { id } of await claimsHaving.run(tx, { rev, entities: [...below], limit: NO_LIMIT })) if (resting.has(id) && !own.has(id)) moved.add(id);
}

/**
 * All entities reached in one direction from some others by stored and given edges. Edges that stand before or after the change both count, because claims of
 * both states must be found.
 */
async function walk(
  from: Iterable<string>,
  known: readonly WithinEdge[],
  direction: (edge: WithinEdge) => [string, string],
  next: (ids: string[]) => Promise<WithinEdge[]>,
  fresh: ReadonlySet<RecordKey>,
): Promise<Set<string>> {
  const seen = new Set(from);
  for (let frontier = [...seen]; frontier.length > 0;) {
    const at = new Set(frontier);
    const steps = [...known, ...(await askStored('entity', frontier, fresh, next))].map(direction).filter(([a]) => at.has(a));
    frontier = [...new Set(steps.map(([, b]) => b))].filter((id) => !seen.has(id));
    for (const id of frontier) seen.add(id);
  }
  return seen;
}

/** Reason (c): claims whose root source gains or loses an accuser that its voice speaks for. */
async function addSameDocument(
  tx: Tx,
  rev: number,
  { before, after, own, fresh }: TwoStates,
  changed: readonly { source: string; by: string }[],
  moved: Set<string>,
): Promise<void> {
  const speaksFor = (records: Records, source: string, by: string) =>
    records.voices.get(records.sources.get(source)?.voice ?? '')?.entities.includes(by) ?? false;
  const relevant = changed.filter(({ source, by }) => speaksFor(before, source, by) || speaksFor(after, source, by));
  // No stored claim rests on a source that is new.
  const still = await askStored(
    'source',
    relevant.map(({ source }) => source),
    fresh,
    (sources) => accusationsAt.run(tx, { rev, sources, except: [...own] }),
  );
  const others = new Set(still.map(({ source, by }) => `${source} ${by}`));
  const really = relevant.filter(({ source, by }) => !others.has(`${source} ${by}`)).map(({ source }) => source);
  for (const { id } of await askStored('source', really, fresh, (sources) => claimsRootedAt.run(tx, { rev, sources, limit: NO_LIMIT }))) moved.add(id);
}
