/** A byte-order mark of UTF-8 changes nothing; a file in UTF-16 or UTF-32 is told so, in one problem. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProperty } from '../testing/check-property.ts';
import { otherEncoding } from './other-encoding.ts';
import { parseStrictJson } from './parse-strict-json.ts';

const MARK = '\uFEFF';
const utf8 = (text: string) => new TextEncoder().encode(text);
const unitsOf = (text: string) => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
const pointsOf = (text: string) => Array.from(text, (sign) => sign.codePointAt(0) ?? 0);
/** Whole numbers as bytes, the highest first (`big`) or last. */
const bytesOf = (numbers: readonly number[], width: 2 | 4, big: boolean) =>
  new Uint8Array(
    numbers.flatMap((n) => {
      const bytes = Array.from({ length: width }, (_, i) => Math.floor(n / 256 ** (width - 1 - i)) % 256);
      return big ? bytes : bytes.reverse();
    }),
  );
const ENCODINGS: readonly (readonly [name: string, encode: (text: string) => Uint8Array])[] = [
  ['UTF-16 (big-endian)', (text) => bytesOf(unitsOf(text), 2, true)],
  ['UTF-16 (little-endian)', (text) => bytesOf(unitsOf(text), 2, false)],
  ['UTF-32 (big-endian)', (text) => bytesOf(pointsOf(text), 4, true)],
  ['UTF-32 (little-endian)', (text) => bytesOf(pointsOf(text), 4, false)],
];

describe('a byte-order mark of UTF-8', () => {
  const of = (text: string) => {
    const { text: _, ...read } = parseStrictJson(utf8(text), 'a.json', { topLevel: 'any' });
    return read;
  };
  it.each(['{"a":1}', '{"a":1,\n "a":2}', '{"a": 0.5, "b": NaN}', '', ' \n'])('changes nothing of what is read of %j, and no place of a fault', (text) =>
    expect(of(MARK + text)).toEqual(of(text)),
  );
  it('is no fault of a file', () => expect(of(`${MARK}{"a":1}`)).toEqual({ value: { a: 1 }, hasValue: true, problems: [] }));
  it('moves no place of a fault, whatever the text', () => {
    const piece = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '1', 'NaN', '\n', ' ', '//x\n', 'محمد', '🦊');
    checkProperty(
      'a byte-order mark changes nothing',
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(of(MARK + pieces.join(''))).toEqual(of(pieces.join('')));
      }),
      { runs: 500 },
    );
  });
  it('a byte that is not UTF-8 is counted with the mark', () => {
    const { problems } = parseStrictJson(new Uint8Array([0xef, 0xbb, 0xbf, 0x22, 0xff, 0x22]), 'a.json', { topLevel: 'any' });
    expect(problems).toMatchObject([{ code: 'not-utf-8', message: 'byte 5 of the file is not UTF-8', line: 1, column: 2 }]);
  });
  it('inside the text, or twice, is no mark', () => {
    for (const text of [`{${MARK}"a":1}`, `${MARK}${MARK}{"a":1}`]) expect(of(text).problems).not.toEqual([]);
  });
});

describe.each(ENCODINGS)('a file in %s', (name, encode) => {
  const text = '{"format": "attest/1", "name": "مُحَمَّد 🦊"}';
  it.each([
    ['with', MARK],
    ['without', ''],
  ])('%s a byte-order mark is refused in one problem, which says what to do', (_, mark) => {
    expect(parseStrictJson(encode(mark + text), 'a.json')).toEqual({
      hasValue: false,
      text: '',
      problems: [
        {
          code: 'not-utf-8',
          message: `the file is written in ${name}, not in UTF-8`,
          remedy: 'save it as UTF-8 (most editors ask for the encoding under “Save as”), and give that file',
          file: 'a.json',
          pointer: '',
          line: 1,
          column: 1,
        },
      ],
    });
  });
  it.each(['[]', ' {}', '\r\n{}', '"م"', '1'])('is told from its first signs %j', (begins) => expect(otherEncoding(encode(begins))).toBe(name));
  it('whatever its size: to split it would not help', () => {
    expect(parseStrictJson(encode(text), 'a.json', { limits: { fileBytes: 3 } }).problems).toMatchObject([{ code: 'not-utf-8' }]);
  });
  it('as the body of a request is called a body', () => {
    expect(parseStrictJson(encode(text), 'body', { called: 'body' }).problems).toMatchObject([{ message: `the body is written in ${name}, not in UTF-8` }]);
  });
});

it('no JSON in UTF-8 is taken for another encoding, whatever it says', () =>
  checkProperty(
    'JSON in UTF-8 is in no other encoding',
    fc.property(fc.json({ stringUnit: 'binary' }), (text) => {
      expect(otherEncoding(utf8(text))).toBeUndefined();
    }),
    { runs: 300 },
  ));
