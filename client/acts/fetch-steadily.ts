/** Asks through the cache and holds on when the page that asked first goes away: only Stop or a newer request ends it. */
import { CancelledError, type FetchQueryOptions, type QueryKey } from "@tanstack/react-query";
import type { Deps } from "./deps.ts";

/** A screen that goes takes its request along at most so often. */
const TRIES = 3;

export async function fetchSteadily<T, K extends QueryKey>(deps: Deps, run: { isNewest: () => boolean }, options: FetchQueryOptions<T, Error, T, K>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await deps.queries.fetchQuery(options);
    } catch (error) {
      if (!(error instanceof CancelledError) || !run.isNewest() || tried >= TRIES) throw error;
    }
  }
}
