/** Parses the JSON of a curated file. What a lenient parser would silently change or lose is refused, with a code and a place. */
import { type Problem, pointerOf } from '../model/errors.ts';
import { lineFinder } from './locate-problem.ts';
import { otherEncoding } from './other-encoding.ts';
import { otherFormat } from './other-format.ts';
import { packedKind } from './packed-file.ts';
import { parseClean } from './parse-clean.ts';
import { walkJson, type Scalar } from './walk-json.ts';

/** Named limits of one file. */
export const JSON_LIMITS = {
  /** Bytes of one file. */
  fileBytes: 268_435_456,
  /** How deep objects and lists may be nested. */
  depth: 32,
  /** UTF-16 code units of one string or field name. */
  stringLength: 20_000,
  /** Problems reported of one file; the last one says how many more there are. */
  problemsTold: 1_000,
} as const;

export interface ParseOptions {
  limits?: Partial<Record<keyof typeof JSON_LIMITS, number>>;
  /** `object` (the default) refuses any other value at the top level. */
  topLevel?: 'object' | 'any';
  /** What the text is called in messages: `file` (the default), or the `body` of a request. */
  called?: 'file' | 'body';
}

/** `value` is set where the text could be read to its end. It is reliable only where `problems` is empty. */
export interface ParsedJson {
  value?: unknown;
  hasValue: boolean;
  text: string;
  problems: Problem[];
}

/** Field names that have a meaning in JavaScript objects. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
/** No meant file nests this deep; parsing stops here. */
const HOPELESS_DEPTH = 10_000;

/**
 * Parses one file. Refused, each by its code: `packed-file`, `other-format`, `too-large`, `empty-file`, `not-utf-8`, `syntax`, `comment`, `trailing-comma`, `not-a-number`
 * (NaN, Infinity), `duplicate-key`, `forbidden-key`, `nul-character`, `lone-surrogate`, `unsafe-integer` (beyond 2^53), `lossy-number` (digits that a double
 * does not keep), `too-deep`, `string-too-long`, `not-an-object`. Every problem has file, JSON pointer, line and column. A byte-order mark of UTF-8 is taken off. For all other text `value` equals what
 * `JSON.parse` gives.
 */
export function parseStrictJson(bytes: Uint8Array, file: string, options: ParseOptions = {}): ParsedJson {
  const limits = { ...JSON_LIMITS, ...options.limits };
  const { called = 'file' } = options;
  const unread = unreadable(bytes, called, limits.fileBytes);
  if (unread) return { hasValue: false, text: '', problems: [{ ...unread, file, pointer: '', line: 1, column: 1 }] };
  const { text, offset: badAt } = decode(bytes);
  const find = lazily(() => lineFinder(text));
  const problems: Problem[] = [];
  let untold = 0;
  const tell = (code: string, message: string, path: readonly (string | number)[], offset: number, remedy: string) => {
    if (problems.length >= limits.problemsTold) {
      untold += 1;
      return;
    }
    problems.push({ code, message, remedy, file, pointer: pointerOf(path), ...find()(offset) });
  };
  if (badAt !== undefined) tell('not-utf-8', `byte ${badAt.byte + 1} of the ${called} is not UTF-8`, [], badAt.offset, 'write it as UTF-8');
  if (text.trim() === '') {
    tell('empty-file', `the ${called} is empty`, [], 0, `a ${called} holds one JSON object`);
    return { hasValue: false, text, problems };
  }

  const clean = problems.length === 0 ? parseClean(text, FORBIDDEN_KEYS, limits) : undefined;
  if (clean && (options.topLevel === 'any' || isObject(clean.value))) return { value: clean.value, hasValue: true, text, problems };

  const other = called === 'file' && problems.length === 0 ? otherFormat(text) : undefined;
  if (other) {
    tell('other-format', `this is ${other.name}, where JSON is expected`, [], 0, other.remedy);
    return { hasValue: false, text, problems };
  }

  const builder = new ValueBuilder();
  /** Depth at which too deep a value began; everything inside it is skipped. */
  let skippingFrom: number | undefined;
  let depth = 0;
  let hopeless = false;
  const checkText = (value: string, what: string, path: readonly (string | number)[], offset: number) => {
    if (value.length > limits.stringLength)
      tell('string-too-long', `${what} has ${value.length} characters, more than the limit stringLength of ${limits.stringLength}`, path, offset, 'shorten it');
    if (value.includes('\0')) tell('nul-character', `${what} holds the character NUL`, path, offset, 'take it out');
    if (!value.isWellFormed()) tell('lone-surrogate', `${what} holds half of a surrogate pair`, path, offset, 'write the whole character');
  };
  const reachedEnd = walkJson(text, {
    open(kind, path, offset) {
      depth += 1;
      if (skippingFrom === undefined && depth > limits.depth) {
        tell('too-deep', `objects and lists nest deeper than the limit depth of ${limits.depth}`, path, offset, 'nothing that is read here needs such depth');
        skippingFrom = depth;
        builder.scalar(null, path);
      } else if (skippingFrom === undefined) builder.open(kind, path);
      hopeless = depth > HOPELESS_DEPTH;
    },
    close() {
      if (skippingFrom === undefined) builder.close();
      else if (depth === skippingFrom) skippingFrom = undefined;
      depth -= 1;
    },
    key(key, path, offset) {
      if (skippingFrom !== undefined) return;
      const at = [...path, key];
      checkText(key, 'the field name', at, offset);
      if (FORBIDDEN_KEYS.has(key)) tell('forbidden-key', `${JSON.stringify(key)} is not allowed as a field name`, at, offset, 'take the field out');
      else if (builder.has(key)) tell('duplicate-key', `the field ${JSON.stringify(key)} stands twice in one object`, at, offset, 'keep one of the two');
    },
    scalar(value, path, offset, raw) {
      if (skippingFrom !== undefined) return;
      if (typeof value === 'string') checkText(value, 'the text', path, offset);
      if (typeof value === 'number') {
        const fault = numberFault(raw, value);
        if (fault) tell(fault.code, fault.message, path, offset, fault.remedy);
      }
      builder.scalar(value, path);
    },
    fault: (fault, path, offset) => tell(fault.code, fault.message, path.at(-1) === -1 ? path.slice(0, -1) : path, offset, fault.remedy),
    done: () => hopeless,
  });
  const { value } = builder;
  if (reachedEnd && (options.topLevel ?? 'object') === 'object' && !isObject(value)) {
    tell(
      'not-an-object',
      `expected one object at the top of the file, found ${value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`}`,
      [],
      0,
      'wrap it: { "format": "attest/1", … }',
    );
  }
  if (untold > 0)
    problems.push({
      code: 'more-problems',
      message: `${untold} more problems in this ${called} are not listed`,
      remedy: 'mend those that are listed, then read it again',
      file,
    });
  return { value, hasValue: reachedEnd, text, problems };
}

/** Why the bytes are not read as text at all: what they are, before how many, since to split another kind of file would not help. */
function unreadable(bytes: Uint8Array, called: string, most: number): Pick<Problem, 'code' | 'message' | 'remedy'> | undefined {
  const packed = packedKind(bytes);
  if (packed) return { code: 'packed-file', message: `this is ${packed.name}, where JSON is expected`, remedy: packed.remedy };
  const encoding = otherEncoding(bytes);
  if (encoding !== undefined) {
    const remedy = 'save it as UTF-8 (most editors ask for the encoding under “Save as”), and give that file';
    return { code: 'not-utf-8', message: `the ${called} is written in ${encoding}, not in UTF-8`, remedy };
  }
  if (bytes.byteLength <= most) return undefined;
  const message = `the file has ${bytes.byteLength} bytes, more than the limit fileBytes of ${most}`;
  return { code: 'too-large', message, remedy: 'split it over several files of one folder' };
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Builds the value during the walk. A forbidden field is never set; of a duplicate the first is kept. */
class ValueBuilder {
  value: unknown = undefined;
  private readonly stack: (Record<string, unknown> | unknown[])[] = [];

  has(key: string): boolean {
    const top = this.stack.at(-1);
    return top !== undefined && Object.hasOwn(top, key);
  }

  open(kind: 'object' | 'array', path: readonly (string | number)[]): void {
    const made: Record<string, unknown> | unknown[] = kind === 'object' ? {} : [];
    this.put(made, path);
    this.stack.push(made);
  }

  close(): void {
    this.stack.pop();
  }

  scalar(value: Scalar, path: readonly (string | number)[]): void {
    this.put(value, path);
  }

  private put(value: unknown, path: readonly (string | number)[]): void {
    const top = this.stack.at(-1);
    if (top === undefined) this.value = value;
    else if (Array.isArray(top)) top.push(value);
    else {
      const key = String(path.at(-1));
      if (!FORBIDDEN_KEYS.has(key) && !Object.hasOwn(top, key)) top[key] = value;
    }
  }
}

/** Compares with the text, because the parsed number has already lost the digits in question. */
function numberFault(raw: string, value: number): { code: string; message: string; remedy: string } | undefined {
  const shown = raw.length > 40 ? `${raw.slice(0, 40)}…` : raw;
  const written = digitsOf(raw);
  const isInteger = written.exponent >= 0;
  if (isInteger && (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)) {
    return { code: 'unsafe-integer', message: `${shown} is beyond 2^53 and would be rounded`, remedy: 'write it as a text' };
  }
  const kept = Number.isFinite(value) ? digitsOf(String(value)) : undefined;
  if (kept?.digits !== written.digits || kept.exponent !== written.exponent) {
    return { code: 'lossy-number', message: `${shown} has more digits than a number keeps`, remedy: 'round it, or write it as a text' };
  }
  return undefined;
}

/** The digits of a decimal without zeros at either end, and the power of ten they are multiplied by. Zero is no digits and exponent 0. */
function digitsOf(raw: string): { digits: string; exponent: number } {
  const [mantissa = '', power = '0'] = raw.replace(/^-/, '').toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const all = (whole + fraction).replace(/^0+/, '');
  const digits = all.replace(/0+$/, '');
  if (digits === '') return { digits: '', exponent: 0 };
  return { digits, exponent: Number(power) - fraction.length + (all.length - digits.length) };
}

/** The text without its byte-order mark, and where its first byte stands that is not UTF-8. */
function decode(bytes: Uint8Array): { text: string; offset?: { byte: number; offset: number } } {
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const content = bom ? bytes.subarray(3) : bytes;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content) };
  } catch {
    const byte = firstInvalidByte(content);
    const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(content.subarray(0, byte));
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(content), offset: { byte: byte + (bom ? 3 : 0), offset: before.length } };
  }
}

/** Offset of the byte at which the first ill-formed sequence begins (Unicode 15, table 3-7). */
function firstInvalidByte(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length;) {
    const lead = bytes[i] ?? 0;
    const length = lead < 0x80 ? 1 : lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
    if (length === 0) return i;
    const second = bytes[i + 1] ?? 0;
    if ((lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f) || (lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f)) return i;
    for (let k = 1; k < length; k += 1) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return i;
    i += length;
  }
  return bytes.length;
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
