/** Walks JSON text token by token without recursion and calls a visitor; used by strict parsing and by locating a pointer. */
import { createScanner, type ScanError, type SyntaxKind } from 'jsonc-parser';

/** The scanner's kinds and errors as numbers, because isolated modules cannot read ambient const enums. */
const KIND = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  null: 7,
  true: 8,
  false: 9,
  string: 10,
  number: 11,
  lineComment: 12,
  blockComment: 13,
  lineBreak: 14,
  trivia: 15,
  unknown: 16,
  eof: 17,
} as const;

const SCAN_ERRORS: Readonly<Record<number, string>> = {
  1: 'a comment is not closed',
  2: 'a string is not closed on its line',
  3: 'a number is not finished',
  4: '\\u needs four hexadecimal digits',
  5: 'an escape other than \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u',
  6: 'a control character stands in a string unescaped',
};

/** What to do where JSON breaks off and it cannot be told what was meant. */
const MEND = 'mend it there; an editor that checks JSON shows the place';

export type Scalar = string | number | boolean | null;
export type SyntaxFault = { code: 'comment' | 'trailing-comma' | 'not-a-number' | 'syntax'; message: string; remedy: string };

/** Callbacks of the walk. Offsets are UTF-16 code units from the start of the text; `path` is the keys and indexes from the top. */
export interface JsonVisitor {
  open?(kind: 'object' | 'array', path: readonly (string | number)[], offset: number): void;
  close?(path: readonly (string | number)[]): void;
  /** `raw` is the text of a number as written. */
  scalar?(value: Scalar, path: readonly (string | number)[], offset: number, raw: string): void;
  /** Called before the value of the field; `path` is that of the object. */
  key?(key: string, path: readonly (string | number)[], offset: number): void;
  fault?(fault: SyntaxFault, path: readonly (string | number)[], offset: number): void;
  /** Called after each token; true ends the walk. */
  done?(): boolean;
}

interface Frame {
  kind: 'object' | 'array';
  /** The kind of token that may come next. */
  wants: 'first' | 'value' | 'comma' | 'key' | 'colon';
}

/** Quotes of a word processor, and single ones. */
const OTHER_QUOTE = /^[\p{Pi}\p{Pf}\u201E\u201A\uFF02\u2033'`]/u;
const NOT_NUMBERS = /^[+-]?(?:NaN|nan|Infinity|inf)/;

/**
 * Walks the whole text. Comments, trailing and missing commas, `NaN` and the like are reported and the walk goes on; at any other fault it stops.
 * @returns false where it stopped before the end
 */
export function walkJson(text: string, visitor: JsonVisitor): boolean {
  const scanner = createScanner(text, false);
  const frames: Frame[] = [];
  const path: (string | number)[] = [];
  let seenTop = false;
  let commaAt = 0;
  const fault = (f: SyntaxFault, offset: number) => visitor.fault?.(f, path, offset);
  const stop = (message: string, offset: number, remedy = MEND): false => {
    fault({ code: 'syntax', message, remedy }, offset);
    return false;
  };

  /** Prepares the path for the next value; false where no value may stand here. */
  const beginValue = (offset: number): boolean => {
    const frame = frames.at(-1);
    if (!frame) {
      if (seenTop) return stop('expected the end after the first value', offset, 'write one JSON value, and nothing after it');
      seenTop = true;
      return true;
    }
    if (frame.kind === 'array') {
      const last = path.at(-1);
      path[path.length - 1] = typeof last === 'number' ? last + 1 : 0;
      if (frame.wants === 'comma') fault({ code: 'syntax', message: 'expected a comma between two items', remedy: 'write a comma before this item' }, offset);
      frame.wants = 'comma';
      return true;
    }
    if (frame.wants === 'value') {
      frame.wants = 'comma';
      return true;
    }
    return stop(frame.wants === 'colon' ? 'expected a colon after the field name' : 'expected a field name in double quotes', offset, 'write "field": value');
  };
  const endValue = () => {
    if (frames.at(-1)?.kind === 'object') path.pop();
  };

  for (;;) {
    const kind: SyntaxKind | number = scanner.scan();
    const offset = scanner.getTokenOffset();
    const error: ScanError | number = scanner.getTokenError();
    if (kind === KIND.trivia || kind === KIND.lineBreak) continue;
    if (kind === KIND.lineComment || kind === KIND.blockComment) {
      fault({ code: 'comment', message: 'a comment is not JSON', remedy: 'take the comment out' }, offset);
      continue;
    }
    if (visitor.done?.()) return false;
    if (error !== 0) return stop(SCAN_ERRORS[error] ?? 'not JSON', offset);
    const frame = frames.at(-1);
    switch (kind) {
      case KIND.openBrace:
      case KIND.openBracket: {
        if (!beginValue(offset)) return false;
        const opened = kind === KIND.openBrace ? 'object' : 'array';
        visitor.open?.(opened, path, offset);
        frames.push({ kind: opened, wants: 'first' });
        // The index of an array is kept in the path; it is -1 until the first item.
        if (opened === 'array') path.push(-1);
        break;
      }
      case KIND.closeBrace:
      case KIND.closeBracket: {
        const closes = kind === KIND.closeBrace ? 'object' : 'array';
        if (frame?.kind !== closes) return stop(`a closing ${closes === 'object' ? '}' : ']'} that closes nothing here`, offset);
        if (frame.wants === 'colon') return stop('expected a colon after the field name', offset, 'write "field": value');
        if (closes === 'object' && frame.wants === 'value') return stop('expected a value after the colon', offset, 'write the value, or take the field out');
        if (closes === 'array') path.pop();
        if (frame.wants === 'key' || frame.wants === 'value')
          fault({ code: 'trailing-comma', message: 'a comma before the closing bracket is not JSON', remedy: 'take the comma out' }, commaAt);
        frames.pop();
        visitor.close?.(path);
        endValue();
        break;
      }
      case KIND.comma:
        if (frame?.wants !== 'comma') return stop('a comma where a value or a field name was expected', offset);
        frame.wants = frame.kind === 'object' ? 'key' : 'value';
        commaAt = offset;
        break;
      case KIND.colon:
        if (frame?.wants !== 'colon') return stop('a colon where none may stand', offset);
        frame.wants = 'value';
        break;
      case KIND.string:
        if (frame?.kind === 'object' && frame.wants !== 'value') {
          if (frame.wants === 'colon') return stop('expected a colon after the field name', offset, 'write "field": value');
          if (frame.wants === 'comma')
            fault({ code: 'syntax', message: 'expected a comma between two fields', remedy: 'write a comma before this field' }, offset);
          const key = scanner.getTokenValue();
          visitor.key?.(key, path, offset);
          path.push(key);
          frame.wants = 'colon';
          break;
        }
        if (!beginValue(offset)) return false;
        visitor.scalar?.(scanner.getTokenValue(), path, offset, '');
        endValue();
        break;
      case KIND.number: {
        const raw = text.slice(offset, offset + scanner.getTokenLength());
        if (!beginValue(offset)) return false;
        visitor.scalar?.(Number(raw), path, offset, raw);
        endValue();
        break;
      }
      case KIND.null:
      case KIND.true:
      case KIND.false:
        if (!beginValue(offset)) return false;
        visitor.scalar?.(kind === KIND.null ? null : kind === KIND.true, path, offset, '');
        endValue();
        break;
      case KIND.eof:
        if (frame)
          return stop(
            `the text ends inside ${frame.kind === 'object' ? 'an object: expected }' : 'a list: expected ]'}`,
            offset,
            'close it, or take the whole of it again where it was cut off',
          );
        if (!seenTop) return stop('there is no value', offset, 'write one JSON object');
        return true;
      default: {
        const rest = text.slice(offset, offset + 12);
        const word = NOT_NUMBERS.exec(rest)?.[0];
        if (word === undefined) {
          const remedy = OTHER_QUOTE.test(rest) ? 'use straight double quotes: "' : MEND;
          return stop(`expected ${wanted(frame)}, found ${JSON.stringify(firstWord(text, offset))}`, offset, remedy);
        }
        fault({ code: 'not-a-number', message: `${word} is not a JSON number`, remedy: 'write a number, or leave the field out' }, offset);
        scanner.setPosition(offset + word.length);
        if (!beginValue(offset)) return false;
        visitor.scalar?.(null, path, offset, '');
        endValue();
      }
    }
  }
}

function wanted(frame: Frame | undefined): string {
  if (!frame) return 'a value';
  if (frame.wants === 'colon') return 'a colon';
  if (frame.wants === 'comma') return `a comma or ${frame.kind === 'object' ? '}' : ']'}`;
  return frame.kind === 'object' && frame.wants !== 'value' ? 'a field name in double quotes' : 'a value';
}

function firstWord(text: string, offset: number): string {
  return /^[^\s,:{}[\]"]{1,24}/.exec(text.slice(offset, offset + 24))?.[0] ?? text.slice(offset, offset + 1);
}
