/** Two states of the case, whole and at one revision, with what differs between them; and the paths of a trace in both. */
import { comparisonKind, isStriking, type ComparisonKind } from '../../domain/answering/answer-comparison.ts';
import type { ComparedSide } from '../../contract/routes/compare.ts';
import { compareCases, type CaseComparison } from '../../domain/comparing/compare-cases.ts';
import { comparePaths, type PathComparison } from '../../domain/comparing/compare-paths.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Selector, TraceSwitches } from '../../domain/model/questions.ts';
import type { TraceSides } from '../../domain/telling/trace-sides.ts';
import type { TracePath } from '../../domain/tracing/rank-paths.ts';
import type { Graph, WholeCase } from '../../graph/graph.ts';
import type { Database } from '../../store/connect.ts';
import { supposeDraft } from '../editing/suppose-draft.ts';
import type { SavedSet } from '../keeping/saved-set.ts';
import type { CallOptions } from '../route-types.ts';
import { runUnlessAborted } from '../run-unless-aborted.ts';
import { pathsIn, sidesOf } from '../tracing/trace-paths.ts';
import type { Traced } from '../views/trace-view.ts';

/** The same of both states. */
export interface Both<T> {
  before: T;
  after: T;
}
export interface ComparedStates {
  kind: ComparisonKind;
  graphs: Both<Graph>;
  cases: Both<WholeCase>;
  comparison: CaseComparison;
}
export interface AskedTrace {
  from: Selector;
  to: Selector;
  switches: TraceSwitches;
}
/** The paths of one trace in both states. */
export interface ComparedTrace extends PathComparison<TracePath> {
  before: number;
  after: number;
  /** There are more paths than were looked at, in one of the two at least. */
  more: boolean;
  sides: TraceSides;
}

/**
 * @throws AppError `limit` where the case does not fit the memory set for it; `invalid` for dates that are none, with the side they are of; what a write of a
 * draft would be refused with
 */
export async function compareStates(db: Database, graph: Graph, asked: Partial<Both<ComparedSide>>, o?: CallOptions): Promise<ComparedStates> {
  const signal = o?.signal;
  const stateOf = async (side: keyof Both<unknown>): Promise<Graph> => {
    const { draft, ...clocks } = asked[side] ?? {};
    return namingSide(side, () => (draft ? supposeDraft(db, graph, draft, clocks, o) : graph.beside(clocks)));
  };
  const graphs = { before: await stateOf('before'), after: await stateOf('after') };
  const cases = { before: await graphs.before.whole(), after: await graphs.after.whole() };
  signal?.throwIfAborted();
  const kind = comparisonKind(asked.before, asked.after);
  const comparison = await runUnlessAborted(compareCases(cases.before, cases.after, isStriking(kind, asked.after)), signal);
  return { kind, graphs, cases, comparison };
}

export type SavedSetOf = (id: string) => Promise<SavedSet | undefined>;

/** @throws AppError `not-found` for an entity that is in neither state */
export async function compareTrace(graphs: Both<Graph>, asked: AskedTrace, savedSet: SavedSetOf, isOver: () => boolean): Promise<ComparedTrace> {
  const ids = [...(asked.from.ids ?? []), ...(asked.to.ids ?? [])];
  const known = [await graphs.before.known(ids), await graphs.after.known(ids)];
  // Ids that nobody has in either are named as in any trace.
  if (ids.some((id) => !known.some((some) => some.has(id)))) await sidesOf(asked, { graph: graphs.after, savedSet });
  const [was, is] = [await tracedIn(graphs.before, asked, savedSet, isOver), await tracedIn(graphs.after, asked, savedSet, isOver)];
  return {
    ...comparePaths(was.paths, is.paths),
    before: was.paths.length,
    after: is.paths.length,
    more: [was, is].some(({ more, stoppedAtLimit }) => more || stoppedAtLimit),
    sides: { ...is.sides, from: union(was.sides.from, is.sides.from), to: union(was.sides.to, is.sides.to) },
  };
}

const union = (some: readonly string[], others: readonly string[]) => [...new Set([...some, ...others])].sort();

/** Of an entity that is not there yet no path begins, ends or leads through it. */
async function tracedIn(graph: Graph, asked: AskedTrace, savedSet: SavedSetOf, isOver: () => boolean): Promise<Traced> {
  const { mustPass = [], mustAvoid = [] } = asked.switches;
  const named = [...(asked.from.ids ?? []), ...(asked.to.ids ?? []), ...mustPass, ...mustAvoid];
  const known = await graph.known([...new Set(named)]);
  const there = (ids: readonly string[]) => ids.filter((id) => known.has(id));
  const side = (selector: Selector): Selector => (selector.ids ? { ...selector, ids: there(selector.ids) } : selector);
  const sides = await sidesOf({ from: side(asked.from), to: side(asked.to) }, { graph, savedSet });
  const passable = mustPass.every((id) => known.has(id));
  const switches = { ...asked.switches, mustPass: there(mustPass), mustAvoid: there(mustAvoid) };
  return pathsIn(graph, passable ? sides : { ...sides, from: [] }, switches, isOver);
}

const OF_A_SIDE: ReadonlySet<string> = new Set(['invalid', 'not-found', 'refused', 'conflict']);

/** Runs `work`; a fault in the dates of a side, or in its draft, is told with the side it is of. */
async function namingSide<T>(side: keyof Both<unknown>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || !OF_A_SIDE.has(error.code)) throw error;
    const problems = error.details.problems?.map((problem) => ({ ...problem, pointer: `/${side}${(problem.pointer ?? '').replace(/^\/clocks/, '')}` }));
    const message = error.message.startsWith('/clocks/') ? `/${side}${error.message.slice('/clocks'.length)}` : `${side}: ${error.message}`;
    throw new AppError(error.code, message, { ...error.details, ...(problems ? { problems } : {}) });
  }
}
