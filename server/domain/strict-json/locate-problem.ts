/** Finds the line and column of a fault in a text, from its offset or JSON pointer. */
import type { Problem } from '../model/errors.ts';
import { walkJson } from './walk-json.ts';

/** Both count from 1; columns are UTF-16 code units, as in editors. */
export interface LineColumn {
  line: number;
  column: number;
}

/** The JSON pointer (RFC 6901) of a list of keys and indexes from the top; the top itself is the empty string. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
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
  const values = new Map<string, number>();
  const keys = new Map<string, number>();
  const note = (path: readonly (string | number)[], offset: number) => {
    const pointer = pointerOf(path);
    if (wanted.has(pointer) && !values.has(pointer)) values.set(pointer, offset);
  };
  walkJson(text, {
    open: (_kind, path, offset) => note(path, offset),
    scalar: (_value, path, offset) => note(path, offset),
    key: (key, path, offset) => {
      const pointer = pointerOf([...path, key]);
      if (wanted.has(pointer) && !keys.has(pointer)) keys.set(pointer, offset);
    },
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
