/** Arrays of numbers in memory that threads share. */

type Numbers = Uint8Array | Uint16Array | Uint32Array;
type Kind<A> = { new (buffer: SharedArrayBuffer): A; BYTES_PER_ELEMENT: number };

/** So many zeros. */
export function shared<A extends Numbers>(kind: Kind<A>, length: number): A {
  return new kind(new SharedArrayBuffer(length * kind.BYTES_PER_ELEMENT));
}

/** The same array where it has so many places, else a longer one with the same numbers. */
export function grown<A extends Numbers>(array: A, length: number): A {
  return length <= array.length ? array : copied(array, Math.max(length, Math.ceil(array.length * 1.5)));
}

/** The same array where it has just so many places, else one with its first numbers. */
export function cutTo<A extends Numbers>(array: A, length: number): A {
  return length === array.length ? array : copied(array.subarray(0, length) as A, length);
}

/** The first index from `low` at which an ascending array has this number or a greater one; `high` where there is none before it. */
export function firstAtLeast(ascending: Uint32Array, wanted: number, low = 0, high = ascending.length): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (ascending[middle]! < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** An array of so many places, in memory of its own, that begins with these numbers. */
export function copied<A extends Numbers>(array: A, length = array.length): A {
  const copy = shared(array.constructor as Kind<A>, length);
  copy.set(array);
  return copy;
}
