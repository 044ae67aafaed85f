/** Long computing in slices: who asks for it may do something else in between, and may tell it that its time is over. */

/** Yields often. `next(true)` tells that the time is over: a search ends with what it has; what must be whole goes on. Returns its result. */
export type InSlices<T> = Generator<void, T, boolean>;

/** All of it at once, without a limit of time. */
export function inOneGo<T>(work: InSlices<T>): T {
  for (;;) {
    const slice = work.next(false);
    if (slice.done) return slice.value;
  }
}
