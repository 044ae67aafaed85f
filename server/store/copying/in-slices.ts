/** Gives lines on in slices, between which other work of this process is let in. */
import { setImmediate } from 'node:timers/promises';

const LINES_A_SLICE = 200;

export async function* inSlices<T>(lines: AsyncIterable<T>, signal?: AbortSignal): AsyncGenerator<T> {
  let count = 0;
  for await (const line of lines) {
    yield line;
    count += 1;
    if (count % LINES_A_SLICE !== 0) continue;
    signal?.throwIfAborted();
    await setImmediate();
  }
}
