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

/** The items that `holds` is true of, in their order; a slice an item. */
export function* filterInSlices<T>(items: Iterable<T>, holds: (item: T) => boolean): InSlices<T[]> {
  const kept: T[] = [];
  for (const item of items) {
    if (holds(item)) kept.push(item);
    yield;
  }
  return kept;
}

/** What `each` returns for each item, in their order; a slice an item. */
export function* eachInSlices<T, R>(items: Iterable<T>, each: (item: T) => R): InSlices<R[]> {
  const results: R[] = [];
  for (const item of items) {
    results.push(each(item));
    yield;
  }
  return results;
}
