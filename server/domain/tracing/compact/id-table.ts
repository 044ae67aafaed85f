/** Ids with numbers, packed in a few arrays: a million of them take some 30 MB, where as many strings in a Map take ten times that. */
import { copied, cutTo, grown, shared } from './shared-arrays.ts';

/** Ids are ASCII (model.md, "Identity"), so that comparing their bytes compares them as text. */
export interface IdTable {
  size: number;
  /** The characters of all ids, one after the other. */
  bytes: Uint8Array;
  /** Where each id begins, and at the end where the last one ends. */
  starts: Uint32Array;
  /** Open addressing: the number of an id and 1, or 0 where there is none; a power of two, at most two thirds full. */
  slots: Uint32Array;
}

export function emptyIdTable(expected = 16): IdTable {
  let slots = 32;
  while (slots * 2 < expected * 3) slots *= 2;
  return { size: 0, bytes: shared(Uint8Array, expected * 16), starts: shared(Uint32Array, expected + 1), slots: shared(Uint32Array, slots) };
}

/** The number of an id; -1 where it is not there. */
export function numberOf(table: IdTable, id: string): number {
  const { slots } = table;
  for (let at = hashOf(id) & (slots.length - 1); ; at = (at + 1) & (slots.length - 1)) {
    const n = slots[at]! - 1;
    if (n < 0 || isAt(table, n, id)) return n;
  }
}

export function idAt({ bytes, starts }: IdTable, n: number): string {
  let id = '';
  for (let i = starts[n]!; i < starts[n + 1]!; i += 1) id += String.fromCharCode(bytes[i]!);
  return id;
}

/** Less than 0 where the first id comes before the second. */
export function compareIds({ bytes, starts }: IdTable, a: number, b: number): number {
  const [from, other, most] = [starts[a]!, starts[b]!, Math.min(starts[a + 1]! - starts[a]!, starts[b + 1]! - starts[b]!)];
  for (let i = 0; i < most; i += 1) {
    const difference = bytes[from + i]! - bytes[other + i]!;
    if (difference !== 0) return difference;
  }
  return starts[a + 1]! - from - (starts[b + 1]! - other);
}

/** The number of an id, which is added where it is not there. */
export function addId(table: IdTable, id: string): number {
  const known = numberOf(table, id);
  if (known >= 0) return known;
  const n = table.size;
  if ((n + 1) * 3 > table.slots.length * 2) widen(table);
  const begin = table.starts[n]!;
  table.bytes = grown(table.bytes, begin + id.length);
  table.starts = grown(table.starts, n + 2);
  for (let i = 0; i < id.length; i += 1) {
    const code = id.charCodeAt(i);
    if (code > 127) throw new RangeError(`The id "${id}" has a character beyond ASCII.`);
    table.bytes[begin + i] = code;
  }
  table.starts[n + 1] = begin + id.length;
  table.size = n + 1;
  put(table.slots, hashOf(id), n);
  return n;
}

/** A table that can be added to, while the first one is read. */
export function copyOf({ size, bytes, starts, slots }: IdTable): IdTable {
  return { size, bytes: copied(bytes, bytes.length + 1_024), starts: copied(starts, size + 64), slots: copied(slots) };
}

/** The table without the room that it had for more ids. */
export function trimmed({ size, bytes, starts, slots }: IdTable): IdTable {
  return { size, bytes: cutTo(bytes, starts[size]!), starts: cutTo(starts, size + 1), slots };
}

function widen(table: IdTable): void {
  table.slots = shared(Uint32Array, table.slots.length * 2);
  for (let n = 0; n < table.size; n += 1) put(table.slots, hashAt(table, n), n);
}

function put(slots: Uint32Array, hash: number, n: number): void {
  let at = hash & (slots.length - 1);
  while (slots[at] !== 0) at = (at + 1) & (slots.length - 1);
  slots[at] = n + 1;
}

function isAt({ bytes, starts }: IdTable, n: number, id: string): boolean {
  const begin = starts[n]!;
  if (starts[n + 1]! - begin !== id.length) return false;
  for (let i = 0; i < id.length; i += 1) if (bytes[begin + i] !== id.charCodeAt(i)) return false;
  return true;
}

/** FNV-1a with the bits mixed once more, because ids often differ in their last characters alone. */
function hashOf(id: string): number {
  let hash = FIRST;
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), PRIME);
  return mixed(hash);
}

/** The same of an id in a table. */
function hashAt({ bytes, starts }: IdTable, n: number): number {
  let hash = FIRST;
  for (let i = starts[n]!; i < starts[n + 1]!; i += 1) hash = Math.imul(hash ^ bytes[i]!, PRIME);
  return mixed(hash);
}

const FIRST = 0x811c9dc5;
const PRIME = 0x01000193;

function mixed(bits: number): number {
  let hash = bits;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 12)) >>> 0;
}
