/** Runs long computing in slices of some milliseconds, so that other requests are answered in between. */
import type { InSlices } from '../domain/figures/in-slices.ts';

/** Milliseconds that other requests wait for one slice. A light read waits several times: once for each answer of the database it needs. */
const SLICE_MS = 2;

/**
 * Takes all steps of `work` and returns what it returns.
 * @param isOver whether the time of the work is over; looked at after each slice, and told to `work`
 */
export async function runInSlices<T>(work: InSlices<T>, isOver: () => boolean = () => false): Promise<T> {
  let over = false;
  for (;;) {
    const until = performance.now() + SLICE_MS;
    do {
      const slice = work.next(over);
      if (slice.done) return slice.value;
    } while (performance.now() < until);
    await new Promise((resolve) => setImmediate(resolve));
    over = isOver();
  }
}
