/** Where in a text a fault stands: offsets and JSON pointers as line and column. */
import type { Problem } from '../model/errors.ts';
import { walkJson } from './walk-json.ts';

/** 1-based; columns count UTF-16 code units, as editors do. */
export interface LineColumn {
  line: number;
  column: number;
}

/** JSON pointer (RFC 6901) of a way down from the top; the top itself is the empty text. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** A function from offsets of one text to lines and columns; lines end with LF, CR or CR LF. */
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
 * Problems with the line and column of their pointer in the text. A pointer to what is not there (a missing field) takes the place of the nearest thing
 * around it that is. A value's place is where the value begins; of an unknown field (`at: 'key'` by its code) where its name begins.
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
      // A missing field keeps its own pointer; any other is where the fault was found (`via` may be written without a list).
      if (offset !== undefined) return { ...problem, ...(problem.code === 'missing-field' ? {} : { pointer: at }), ...find(offset) };
      if (at === '') return problem;
    }
  });
}
