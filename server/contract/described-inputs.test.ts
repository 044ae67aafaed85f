/** What the JSON Schema of an input says is what the input takes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ID_PATTERN, RESERVED_ENDS, ROLES } from '../domain/model/lists.ts';
import { inOneLine } from '../domain/model/plain-text.ts';
import { checkProperty } from '../domain/testing/check-property.ts';
import { commaList, limitQuery, queryNumber } from './parts.ts';
import { id, languageTag, longText, plainText, role, script, shortText } from './records.ts';
import { checkExport } from './routes/exports.ts';
import { ROUTES } from './routes.ts';
import { viewLink } from './view-link.ts';

const schemaOf = (input: z.ZodType) => z.toJSONSchema(input, { io: 'input' });
const patternOf = (input: z.ZodType) => new RegExp(schemaOf(input).pattern ?? expect.fail('no pattern'), 'u');
const takes = (input: z.ZodType, value: unknown) => input.safeParse(value).success;

describe('a text', () => {
  it.each([
    '',
    ' ',
    '\n',
    '\u00AD',
    '\u0301',
    '\u200B',
    '\u3000',
    'a\u0000',
    'a\u007F',
    'a\u0085',
    'a\u202E',
    'a\u2066',
    'a\uFFF9',
    '\u2062\u206A',
    '\u180E\u034F',
  ])('%j is refused and not described', (text) => {
    expect([takes(shortText, text), patternOf(shortText).test(text)]).toEqual([false, false]);
  });
  it.each(['a', ' a ', 'علی نژاد', 'می‌خواهم', '👨‍👩‍👧', 'e\u0301', '🏴'])('%j is taken and described', (text) => {
    expect([takes(shortText, text), patternOf(shortText).test(text)]).toEqual([true, true]);
  });
  it.each(['two\nlines', 'two\r\nlines', 'a\u2028b', 'a\u2029b', 'a\n'])(
    'with the line break of %j is taken; of a name or title the break becomes a space',
    (text) => {
      for (const input of [longText, shortText]) expect([takes(input, text), patternOf(input).test(text)]).toEqual([true, true]);
      expect([longText.parse(text), shortText.parse(text)]).toEqual([text, inOneLine(text)]);
      expect(takes(checkExport.body, { title: text })).toBe(true);
    },
  );
  it('that is taken is described', () => {
    checkProperty(
      'text taken',
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), (text) => {
        // Half of a character is no text of JSON.
        if (text.isWellFormed() && takes(shortText, text)) expect(patternOf(shortText).test(text), JSON.stringify(text)).toBe(true);
      }),
      { runs: 2_000 },
    );
  });
  it('that is only asked for may be empty, but holds no NUL', () => {
    expect(['', ' ', 'a\nb', '\u202E', 'a\u0000'].map((text) => [takes(plainText, text), patternOf(plainText).test(text)])).toEqual([
      ...Array.from({ length: 4 }, () => [true, true]),
      [false, false],
    ]);
  });
  it('of a view that is stored, or of an export that is printed, is held to what a stored text is', () => {
    const inputs = [
      { input: checkExport.body, holding: (text: string) => ({ title: text }) },
      { input: checkExport.body, holding: (text: string) => ({ filters: [text] }) },
      { input: viewLink, holding: (title: string) => ({ v: 1, panel: { kind: 'entities', title } }) },
    ];
    for (const { input, holding } of inputs) {
      expect(['Iran’s claims', 'a\u202Eb', '\u{E0041}', '\u200B'].map((text) => takes(input, holding(text)))).toEqual([true, false, false, false]);
    }
  });
});

it('an id is described by its pattern, without the words that are reserved', () => {
  expect(schemaOf(id)).toMatchObject({ pattern: ID_PATTERN.source, not: { enum: [...RESERVED_ENDS] } });
  for (const word of RESERVED_ENDS) expect(takes(id, word), word).toBe(false);
});

describe('a list in a query string', () => {
  const roles = commaList(role);
  const ids = commaList(id);
  it.each(['', ',', 'target', 'target,judge', ',target,,judge,'])('%j is taken and described', (text) => {
    expect([takes(roles, text), patternOf(roles).test(text)]).toEqual([true, true]);
  });
  it.each(['x', 'target,x', 'target, judge', 'targetjudge', ' '])('%j is refused and not described', (text) => {
    expect([takes(roles, text), patternOf(roles).test(text)]).toEqual([false, false]);
  });
  it('of ids or of roles takes what its expression makes', () => {
    const listed = fc.oneof(fc.constantFrom(...ROLES), fc.stringMatching(ID_PATTERN), fc.constant(''));
    checkProperty(
      'lists',
      fc.property(fc.array(listed, { maxLength: 5 }), (items) => {
        const text = items.join(',');
        expect([text, takes(roles, text)]).toEqual([text, patternOf(roles).test(text)]);
        if (!items.some((item) => (RESERVED_ENDS as readonly string[]).includes(item))) expect([text, takes(ids, text)]).toEqual([text, true]);
      }),
      { runs: 300 },
    );
  });
});

describe('a number in a query string', () => {
  const number = queryNumber(z.int().min(0).max(50));
  it('is described as a whole number within its bounds', () => {
    expect(schemaOf(number)).toMatchObject({ type: 'integer', minimum: 0, maximum: 50 });
    expect(schemaOf(limitQuery('searchResults', 20))).toMatchObject({ type: 'integer', minimum: 1, maximum: 50, description: '20 where it is left out' });
  });
  it.each([
    ['0', 0],
    ['7', 7],
    ['7.0', 7],
    ['5e1', 50],
  ])('%j is %i', (text, value) => expect(number.parse(text)).toBe(value));
  it.each(['', ' ', ' 7', '0x10', '007', '+7', '7.5', '51', '-1', 'true', 'null', 'Infinity'])('%j is none', (text) => {
    expect(takes(number, text)).toBe(false);
  });
});

it('the positions of a view are described item by item', () => {
  const { properties } = schemaOf(viewLink);
  expect(properties?.['e']).toMatchObject({ items: { prefixItems: [{ type: 'string' }, { type: 'number' }, { type: 'number' }], items: false, minItems: 3 } });
});
it.each([
  ['a clock', { clocks: { published: 'soon' } }],
  ['a clock with an open end', { clocks: { happened: '2024/..' } }],
  ['the date of a filter', { panel: { kind: 'claims', title: '', filter: { firstPublishedAfter: '2024-13' } } }],
])('a view is refused where %s is no date', (_, part) => {
  expect([takes(viewLink, { v: 1 }), takes(viewLink, { v: 1, ...part })]).toEqual([true, false]);
});
it('a path to export holds its entities and claims, and nothing else', () => {
  const { body } = ROUTES.checkExport;
  const path = { entities: ['a', 'b'], claims: ['c'] };
  expect([takes(body, { paths: [path] }), takes(body, { paths: [{ ...path, more: 1 }] })]).toEqual([true, false]);
  expect(schemaOf(body).properties?.['paths']).toMatchObject({ items: { additionalProperties: false } });
});

/** Where the JSON Schema of a request lets a text be any text at all, the character NUL among them, which no text of a request may hold. */
function textsOfAnyForm(schema: unknown, at: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { type, pattern, format, enum: words, const: one } = schema as Record<string, unknown>;
  const isFree = type === 'string' && [pattern, format, words, one].every((form) => form === undefined);
  return [...(isFree ? [at] : []), ...Object.entries(schema).flatMap(([key, part]) => textsOfAnyForm(part, `${at}/${key}`))];
}

describe('every text of a request', () => {
  it.each(Object.entries(ROUTES))('of %s is described by its form', (_name, route) => {
    const { params, query, body } = route as { params?: z.ZodType; query?: z.ZodType; body?: z.ZodType };
    const parts = Object.entries({ params, query, body }).flatMap(([part, input]) => (input ? [[part, input] as const] : []));
    expect(parts.flatMap(([part, input]) => textsOfAnyForm(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }), part))).toEqual([]);
  });
  it('that names a language or a script is taken only in the form that is described', () => {
    for (const input of [languageTag, script]) {
      const texts = ['en', 'az-Cyrl', 'zh-Hant-TW', 'Arab', 'arab', 'x\u0000yz', 'Абвг', '😀😀', '1234', 'a', '', 'en_GB'];
      for (const text of texts) if (takes(input, text)) expect([text, patternOf(input).test(text)]).toEqual([text, true]);
    }
    expect(['Arab', 'Cyrl', 'Ara', 'Arabs', '😀😀', 'A\u0000bc'].map((text) => takes(script, text))).toEqual([true, true, false, false, false, false]);
    checkProperty(
      'language tags',
      fc.property(fc.string({ unit: fc.constantFrom(...'aZ9-_ é\u0000'), minLength: 2, maxLength: 12 }), (text) => {
        if (takes(languageTag, text)) expect(patternOf(languageTag).test(text), text).toBe(true);
      }),
    );
  });
});
