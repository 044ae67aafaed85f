/** Lists the watches, each with what of its answer changed since it was seen. In bounded time: those for which there is none are said. */
import { API_LIMITS } from '../../contract/parts.ts';
import type { listWatches as contract, WatchAsked } from '../../contract/routes/watches.ts';
import { canonicalJson } from '../../domain/model/canonical-json.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Graph } from '../../graph/graph.ts';
import { readGraph } from '../../graph/open-graph.ts';
import type { Database } from '../../store/connect.ts';
import { listWatchRows } from '../../store/statements/watches.ts';
import { compareStates, type ComparedStates } from '../comparing/compare-states.ts';
import { savedSetsIn } from '../keeping/saved-set.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { overAfter } from '../tracing/trace-paths.ts';
import { compareWatched } from './compare-watched.ts';
import { newestInstant, watchOfRow, type Watch } from './kept-watch.ts';

type Route = typeof contract;
/** In milliseconds; tests lower it. */
interface Time {
  watchesMs?: number;
}

export async function listWatches(
  db: Database,
  { query: { ids } }: Pick<InputOf<Route>, 'query'>,
  o?: CallOptions,
  { watchesMs = API_LIMITS.watchesMs }: Time = {},
): Promise<AnswerOf<Route>> {
  const isOver = overAfter(watchesMs, o?.signal);
  return readGraph(
    db,
    undefined,
    async (graph) => {
      const { rows, asOf } = await db.read(async (tx) => ({ rows: await listWatchRows.run(tx, {}), asOf: await newestInstant(tx, graph.revision) }), o);
      const kept = rows.map(watchOfRow).filter(({ id }) => ids === undefined || ids.includes(id));
      const asked = await askEach(kept, { graph, asOf, db, isOver, signal: o?.signal });
      const watches = asked.toSorted((a, b) => a.title.localeCompare(b.title, 'en') || (a.id < b.id ? -1 : 1));
      return { watches, notAsked: watches.filter(({ state }) => state === 'not-asked').length, asOf, revision: graph.revision };
    },
    o,
  );
}

interface Asking {
  graph: Graph;
  db: Database;
  /** When the newest of what the graph has was recorded. */
  asOf: string;
  isOver: () => boolean;
  signal: AbortSignal | undefined;
}

/** Those seen up to the same instant are asked together, so that the case of then is worked out once. */
async function askEach(kept: readonly Watch[], asking: Asking): Promise<WatchAsked[]> {
  const states = new Map<string, Promise<ComparedStates>>();
  const statesOf = ({ seen, question: { clocks } }: Watch): Promise<ComparedStates> => {
    const key = canonicalJson([seen, clocks ?? {}]);
    const known =
      states.get(key) ?? compareStates(asking.db, asking.graph, { before: { ...clocks, recorded: seen }, ...(clocks ? { after: clocks } : {}) }, asking);
    states.set(key, known);
    return known;
  };
  const asked: WatchAsked[] = [];
  for (const watch of kept.toSorted((a, b) => (a.seen === b.seen ? 0 : a.seen < b.seen ? 1 : -1))) {
    // Nothing was recorded since.
    if (watch.seen >= asking.asOf) asked.push({ ...watch, state: 'same' });
    else asked.push(asking.isOver() ? { ...watch, state: 'not-asked' } : await ask(watch, () => statesOf(watch), asking));
  }
  return asked;
}

async function ask(watch: Watch, statesOf: () => Promise<ComparedStates>, { db, signal }: Asking): Promise<WatchAsked> {
  try {
    const change = await compareWatched(watch.question, await statesOf(), savedSetsIn(db), overAfter(API_LIMITS.traceSearchMs, signal));
    return change.gained + change.lost + change.changed > 0 ? { ...watch, state: 'changed', change } : { ...watch, state: 'same' };
  } catch (error) {
    // What cannot be asked any more, such as a trace from somebody who was removed, is told and does not keep the others from being asked.
    if (error instanceof AppError && ['not-found', 'invalid', 'refused', 'limit'].includes(error.code))
      return { ...watch, state: 'failed', reason: error.message };
    throw error;
  }
}
