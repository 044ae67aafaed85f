/** Runs a long search in slices of some milliseconds, so that other requests are answered in between. */
import type { InSlices } from '../domain/tracing/find-paths.ts';

/** Milliseconds that other requests wait for one slice. A light read waits several times: once for each answer of the database it needs. */
const SLICE_MS = 2;

/** @param isOver whether the time of the search is over; looked at after each slice */
export async function runInSlices<T>(search: InSlices<T>, isOver: () => boolean = () => false): Promise<T> {
  let over = false;
  for (;;) {
    const until = performance.now() + SLICE_MS;
    do {
      const slice = search.next(over);
      if (slice.done) return slice.value;
    } while (performance.now() < until);
    await new Promise((resolve) => setImmediate(resolve));
    over = isOver();
  }
}
