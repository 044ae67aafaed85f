/** Arrays of numbers in memory that threads share. */

type Numbers = Uint8Array | Uint16Array | Uint32Array;
type Kind<A> = { new (buffer: SharedArrayBuffer): A; BYTES_PER_ELEMENT: number };

/** So many zeros. */
export function shared<A extends Numbers>(kind: Kind<A>, length: number): A {
  return new kind(new SharedArrayBuffer(length * kind.BYTES_PER_ELEMENT));
}

/** The same array where it has so many places, else a longer one with the same numbers. */
export function grown<A extends Numbers>(array: A, length: number): A {
  if (length <= array.length) return array;
  const longer = shared(array.constructor as Kind<A>, Math.max(length, Math.ceil(array.length * 1.5)));
  longer.set(array);
  return longer;
}

/** The first numbers of an array in memory of their own. */
export function cutTo<A extends Numbers>(array: A, length: number): A {
  if (length === array.length) return array;
  const shorter = shared(array.constructor as Kind<A>, length);
  shorter.set(array.subarray(0, length));
  return shorter;
}
