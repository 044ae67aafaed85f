/** Does long computing in slices, so that the process answers others in between. */
import { setImmediate } from 'node:timers/promises';

/** Milliseconds of one slice. */
const SLICE_MS = 8;
/** Steps between two looks at the clock: one step may take a few microseconds only. */
const STEPS = 20;

/** Takes all steps of `work` and returns what it returns. */
export async function inSlices<R>(work: Generator<unknown, R>): Promise<R> {
  for (;;) {
    const until = performance.now() + SLICE_MS;
    do {
      for (let i = 0; i < STEPS; i += 1) {
        const step = work.next();
        if (step.done) return step.value;
      }
    } while (performance.now() < until);
    await setImmediate();
  }
}
