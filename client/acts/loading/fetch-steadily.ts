/** Fetches through the cache and continues when the component that asked first is unmounted: only Stop or a newer request ends it. */
import { CancelledError, type FetchQueryOptions, type QueryKey } from '@tanstack/react-query';
import type { Run } from '../../state/latest.ts';
import type { Deps } from '../deps.ts';

/** How often a request is repeated that was aborted by an unmounted component. */
const TRIES = 3;

/** Stop aborts the request itself, and a component that shows it goes back to its earlier data. */
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
