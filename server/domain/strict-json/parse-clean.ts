/** Parses JSON text with the platform's parser, where a quick look shows that strict parsing would find nothing to refuse. */

export interface CleanLimits {
  depth: number;
  stringLength: number;
}

const SIGN = {
  quote: 34,
  minus: 45,
  point: 46,
  zero: 48,
  nine: 57,
  colon: 58,
  largeE: 69,
  openBracket: 91,
  backslash: 92,
  closeBracket: 93,
  smallE: 101,
  openBrace: 123,
  closeBrace: 125,
} as const;
/** A whole number of at most this many digits is kept by a double; others are looked at one by one by strict parsing. */
const SAFE_DIGITS = 15;

/**
 * The value of the text, equal to what strict parsing gives; undefined where the text is not JSON, or where something in it needs strict parsing: a field twice
 * in one object, a forbidden field, NUL or half of a surrogate pair, a number that is not a short whole one, too long a string,
 * too deep a value. Costs a fifth of strict parsing, which also keeps the place of every value.
 */
export function parseClean(text: string, forbidden: ReadonlySet<string>, limits: CleanLimits): { value: unknown } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const written = fieldsWritten(text, limits);
  if (written === undefined) return undefined;
  // JSON.parse keeps the last of several fields of one name, so that an object then has fewer fields than are written.
  // NUL and half of a surrogate pair can only be written as an escape, since the bytes were UTF-8 and JSON refuses control characters.
  const isFine = text.includes('\\u') ? isWholeText : () => true;
  return fieldsKept(value, forbidden, isFine) === written ? { value } : undefined;
}

/** Number of fields in a text that is JSON: one for each colon outside strings. Undefined where a number, a string or the depth needs a closer look. */
function fieldsWritten(text: string, limits: CleanLimits): number | undefined {
  let fields = 0;
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === SIGN.quote) {
      const end = endOfString(text, i);
      if (end - i - 1 > limits.stringLength) return undefined;
      i = end;
    } else if (code === SIGN.colon) fields += 1;
    else if (code === SIGN.openBrace || code === SIGN.openBracket) {
      depth += 1;
      if (depth > limits.depth) return undefined;
    } else if (code === SIGN.closeBrace || code === SIGN.closeBracket) depth -= 1;
    else if (code === SIGN.minus || (code >= SIGN.zero && code <= SIGN.nine)) {
      const end = endOfDigits(text, i + 1);
      const next = text.charCodeAt(end);
      // A fraction or an exponent follows.
      if (end - i > SAFE_DIGITS || next === SIGN.point || next === SIGN.largeE || next === SIGN.smallE) return undefined;
      i = end - 1;
    }
  }
  return fields;
}

/** Offset of the quote that closes the string opened at `start`. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    if (end < 0) return text.length;
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === SIGN.backslash) backslashes += 1;
    if (backslashes % 2 === 0) return end;
  }
}

function endOfDigits(text: string, from: number): number {
  let end = from;
  while (text.charCodeAt(end) >= SIGN.zero && text.charCodeAt(end) <= SIGN.nine) end += 1;
  return end;
}

function isWholeText(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/** Number of fields of all objects in the value; NaN where one has a forbidden name, or where a text is not fine. */
function fieldsKept(value: unknown, forbidden: ReadonlySet<string>, isFine: (text: string) => boolean): number {
  if (typeof value === 'string') return isFine(value) ? 0 : Number.NaN;
  let fields = 0;
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const item = waiting.pop();
    if (typeof item !== 'object' || item === null) continue;
    const isList = Array.isArray(item);
    for (const [key, one] of Object.entries(item)) {
      if (!isList) {
        if (forbidden.has(key) || !isFine(key)) return Number.NaN;
        fields += 1;
      }
      if (typeof one === 'string' && !isFine(one)) return Number.NaN;
      if (typeof one === 'object' && one !== null) waiting.push(one);
    }
  }
  return fields;
}
