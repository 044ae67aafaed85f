/** Resolves a selector to the entities a trace starts or ends at: ids, and all of a role, a type or a saved set, united. */
import { API_LIMITS } from '../../contract/parts.ts';
import { entitiesAt } from '../../domain/model/claim-ends.ts';
import { AppError, type Problem } from '../../domain/model/errors.ts';
import type { Selector } from '../../domain/model/questions.ts';
import type { Graph } from '../../graph/graph.ts';
import type { SavedSet } from '../keeping/saved-set.ts';

/** Where a selector is resolved: in the graph at the clocks of the view, and in the saved sets as they are now. */
export interface SelectorSource {
  graph: Graph;
  savedSet(id: string): Promise<SavedSet | undefined>;
}

/** How many saved sets may refer to each other in a row. */
const SETS_DEEP = 4;
/** Most claims whose ends a saved query may gather. */
const SET_CLAIMS = 5_000;

export interface Side {
  /** Entity ids, sorted. */
  ids: string[];
  /** Ids in the saved sets that no entity has any more, sorted. */
  gone: string[];
}

/**
 * The entities of one side of a trace.
 * @throws AppError `not-found` for an unknown id or saved set, `refused` for sets that lead too deep, `limit` beyond `API_LIMITS.traceEnds`
 */
export async function resolveSelector(selector: Selector, source: SelectorSource, pointer: string): Promise<Side> {
  const side = await selectedEntities(selector, source, pointer);
  if (side.ids.length > API_LIMITS.traceEnds) throw tooMany();
  return side;
}

/** The same without a limit on their number. */
export async function selectedEntities(selector: Selector, source: SelectorSource, pointer: string): Promise<Side> {
  const gone = new Set<string>();
  const ids = await gather(selector, source, pointer, gone, 0);
  return { ids: [...ids].sort(), gone: [...gone].sort() };
}

async function gather(selector: Selector, source: SelectorSource, pointer: string, gone: Set<string>, depth: number): Promise<Set<string>> {
  const found = new Set<string>();
  const add = (ids: Iterable<string>) => {
    for (const id of ids) found.add(id);
  };
  if (selector.ids) {
    const known = await source.graph.known(selector.ids);
    const missing = selector.ids.filter((id) => !known.has(id));
    if (depth === 0 && missing.length > 0) throw unknownIds(missing, pointer);
    for (const id of missing) gone.add(id);
    add(known.keys());
  }
  if (selector.role) add((await source.graph.roles({ roles: [selector.role] })).entries.map((entry) => entry.entity));
  if (selector.type) add(await source.graph.ofType(selector.type, API_LIMITS.traceEnds + 1));
  if (selector.savedSet) add(await savedSetIds(selector.savedSet, source, pointer, gone, depth));
  return found;
}

async function savedSetIds(id: string, source: SelectorSource, pointer: string, gone: Set<string>, depth: number): Promise<Set<string>> {
  const set = await source.savedSet(id);
  if (!set) throw new AppError('not-found', `There is no saved set "${id}".`);
  if (depth >= SETS_DEEP) throw new AppError('refused', `The saved set "${id}" leads through more than ${SETS_DEEP} others.`);
  if (set.ids) {
    const known = await source.graph.known(set.ids);
    for (const member of set.ids) if (!known.has(member)) gone.add(member);
    return new Set(known.keys());
  }
  if (!set.query) return new Set();
  if (!('claims' in set.query)) return gather(set.query, source, pointer, gone, depth + 1);
  const { claims } = await source.graph.claims(set.query.claims, { order: 'standing', offset: 0, limit: SET_CLAIMS });
  return new Set(claims.flatMap((claim) => [...entitiesAt(claim, 'subject'), ...entitiesAt(claim, 'object')]));
}

function unknownIds(missing: readonly string[], pointer: string): AppError {
  const problems: Problem[] = missing.map((id) => ({
    code: 'unknown-id',
    message: `There is no entity "${id}".`,
    remedy: 'leave it out, or look for the id by a search',
    pointer: `${pointer}/ids`,
  }));
  return new AppError('not-found', `There is no entity "${missing[0]}" to trace.`, { problems });
}

function tooMany(): AppError {
  const value = API_LIMITS.traceEnds;
  return new AppError('limit', `A trace starts and ends at no more than ${value} entities each; name fewer.`, {
    limit: { name: 'traceEnds', value },
  });
}
