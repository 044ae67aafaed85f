/** Runs long computing in slices, as long as somebody waits for it. */
import type { InSlices } from '../domain/figures/in-slices.ts';
import { runInSlices } from '../graph/run-in-slices.ts';

/** @throws the reason of the signal, after the slice in which it was aborted */
export function runUnlessAborted<T>(work: InSlices<T>, signal: AbortSignal | undefined): Promise<T> {
  return runInSlices(work, () => {
    signal?.throwIfAborted();
    return false;
  });
}
