/** Finds the line and column of a fault in a text, from its offset or JSON pointer. */
import { pointerOf, type Problem } from '../model/errors.ts';
import { walkJson } from './walk-json.ts';

/** Both count from 1; columns are UTF-16 code units, as in editors. */
export interface LineColumn {
  line: number;
  column: number;
}

/** Returns a function from offsets of the text to line and column. Lines end with LF, CR or CR LF. */
export function lineFinder(text: string): (offset: number) => LineColumn {
  const starts = [0];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/**
 * Adds line and column to problems by their pointer. Where the pointer leads to nothing (a missing field), the nearest value around it is used. The place of a
 * value is where it begins; of an unknown field, where its name begins (`at: 'key'`).
 */
export function locateProblems(problems: readonly Problem[], text: string): Problem[] {
  const pending = problems.filter((problem) => problem.line === undefined && problem.pointer !== undefined);
  if (pending.length === 0) return [...problems];
  const wanted = new Set<string>();
  for (const { pointer = '' } of pending) {
    for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
      if (wanted.has(at)) break;
      wanted.add(at);
      if (at === '') break;
    }
  }
  // The walk may end before it begins, where only the top is wanted.
  const values = new Map([['', Math.max(0, text.search(/\S/))]]);
  const keys = new Map<string, number>();
  const units = new WantedUnits(wanted);
  const note = (into: Map<string, number>, path: readonly (string | number)[], offset: number) => {
    if (!units.has(path)) return;
    const pointer = pointerOf(path);
    if (wanted.has(pointer) && !into.has(pointer)) into.set(pointer, offset);
  };
  walkJson(text, {
    open: (_kind, path, offset) => note(values, path, offset),
    close: (path) => units.leave(path),
    scalar: (_value, path, offset) => {
      note(values, path, offset);
      units.leave(path);
    },
    key: (key, path, offset) => {
      if (path.length < 2 || units.has(path)) note(keys, [...path, key], offset);
    },
    done: () => units.isDone,
  });
  const find = lineFinder(text);
  return problems.map((problem) => {
    if (problem.line !== undefined || problem.pointer === undefined) return problem;
    const first = problem.code === 'unknown-field' ? keys : values;
    for (let at = problem.pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
      const offset = first.get(at) ?? values.get(at) ?? keys.get(at);
      // A missing field keeps its own pointer. Any other problem gets the pointer of the value that was found (`via` may be written without a list).
      if (offset !== undefined) return { ...problem, ...(problem.code === 'missing-field' ? {} : { pointer: at }), ...find(offset) };
      if (at === '') return problem;
    }
  });
}

/** Which items of the top-level lists, and which other top-level fields, wanted pointers lie in: a large file is walked no further, and elsewhere no pointer is built. */
class WantedUnits {
  /** Top-level field → indexes of its items; null: the whole field. */
  private readonly fields = new Map<string, Set<number | null>>();
  private left = 0;

  constructor(pointers: Iterable<string>) {
    for (const pointer of pointers) {
      const [, field, index] = pointer.split('/');
      if (field === undefined) continue;
      const key = field.replaceAll('~1', '/').replaceAll('~0', '~');
      const of = this.fields.get(key) ?? new Set<number | null>();
      this.fields.set(key, of);
      // The list itself is wanted only as the nearest value around an item.
      if (index !== undefined) of.add(/^\d+$/.test(index) ? Number(index) : null);
    }
    for (const of of this.fields.values()) {
      if (of.size === 0) of.add(null);
      this.left += of.size;
    }
  }

  get isDone(): boolean {
    return this.left === 0;
  }

  has(path: readonly (string | number)[]): boolean {
    if (path.length === 0) return true;
    const of = this.fields.get(String(path[0]));
    return of !== undefined && (path.length === 1 || of.has(null) || of.has(Number(path[1])));
  }

  /** Called when the walk leaves a value. */
  leave(path: readonly (string | number)[]): void {
    if (path.length === 0 || path.length > 2) return;
    const of = this.fields.get(String(path[0]));
    if (of?.delete(path.length === 1 ? null : Number(path[1]))) this.left -= 1;
  }
}
