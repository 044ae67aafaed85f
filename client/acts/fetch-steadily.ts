/** Asks through the cache and holds on when the page that asked first goes away: only Stop or a newer request ends it. */
import { CancelledError, type FetchQueryOptions, type QueryKey } from '@tanstack/react-query';
import type { Run } from '../state/latest.ts';
import type { Deps } from './deps.ts';

/** A screen that goes takes its request along at most so often. */
const TRIES = 3;

/** Stop reaches the request itself: it is aborted, and a screen that shows it goes back to what it had. */
export async function fetchSteadily<T, K extends QueryKey>(
  deps: Deps,
  run: Pick<Run, 'isNewest' | 'signal'>,
  options: FetchQueryOptions<T, Error, T, K>,
): Promise<T> {
  const stop = (): void => void deps.queries.cancelQueries({ queryKey: options.queryKey, exact: true });
  run.signal.addEventListener('abort', stop, { once: true });
  try {
    return await ask(deps, run, options);
  } finally {
    run.signal.removeEventListener('abort', stop);
  }
}

async function ask<T, K extends QueryKey>(deps: Deps, run: Pick<Run, 'isNewest'>, options: FetchQueryOptions<T, Error, T, K>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await deps.queries.fetchQuery(options);
    } catch (error) {
      if (!(error instanceof CancelledError) || !run.isNewest() || tried >= TRIES) throw error;
    }
  }
}
