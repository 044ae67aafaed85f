/** A fault of format is reported at its place, with what was expected and what was probably meant. */
import { describe, expect, test } from 'vitest';
import { PROBLEM_LIMITS } from '../../../domain/importing/problem-list.ts';
import type { Problem } from '../../../domain/model/errors.ts';
import { readCuratedFile } from './read-curated-file.ts';

const read = (content: object): Problem[] =>
  readCuratedFile({ name: 'a.json', bytes: new TextEncoder().encode(JSON.stringify({ format: 'attest/1', ...content }, null, 1)) }).problems;
const entity = { id: 'e', type: 'Person', names: [{ text: 'E', lang: 'en', kind: 'primary' }] };
const claim = (citation: object, more: object = {}) => ({
  claims: [{ id: 'c', subject: 'a', predicate: 'p', object: 'b', ...more, citations: [{ paraphrase: 'x', ...citation }] }],
});

test('a file that begins with a byte-order mark is read as without it', () => {
  const bytes = new TextEncoder().encode('\uFEFF{"format":"attest/1","dataset":{"id":"d"}}');
  expect(readCuratedFile({ name: 'a.json', bytes })).toMatchObject({ problems: [], content: { dataset: { id: 'd' } } });
});

const CASES: [string, object, Partial<Problem>][] = [
  ['a misspelt field', { datset: { id: 'x' } }, { code: 'unknown-field', pointer: '/datset', line: 3, column: 2, remedy: 'did you mean "dataset"?' }],
  [
    'a misspelt type',
    { entities: [{ ...entity, type: 'Persn' }] },
    { code: 'not-allowed-value', pointer: '/entities/0/type', remedy: 'did you mean "Person"?' },
  ],
  [
    'a missing field',
    { voices: [{ id: 'v', name: 'V' }] },
    { code: 'missing-field', pointer: '/voices/0/stake', remedy: 'expected "none", "unclear" or a list' },
  ],
  ['an id with a space', { entities: [{ ...entity, id: 'A b' }] }, { code: 'invalid-id', pointer: '/entities/0/id' }],
  ['a reserved id', { entities: [{ ...entity, id: 'none' }] }, { code: 'reserved-id', pointer: '/entities/0/id' }],
  ['a number for an id', claim({}, { subject: 7 }), { code: 'wrong-type', pointer: '/claims/0/subject', message: 'expected "unknown" or an id, found 7' }],
  ['a text object without its language', claim({}, { object: { text: 'x' } }), { code: 'missing-field', pointer: '/claims/0/object/lang' }],
  [
    'a stake of no such kind, in the branch that fits',
    { voices: [{ id: 'v', name: 'V', stake: [{ entity: 'e', as: 'foe', why: 'w' }] }] },
    { code: 'not-allowed-value', pointer: '/voices/0/stake/0/as' },
  ],
  [
    'a misspelt stake',
    { voices: [{ id: 'v', name: 'V', stake: 'unclaer' }] },
    { code: 'not-allowed-value', pointer: '/voices/0/stake', remedy: 'did you mean "unclear"?' },
  ],
  [
    'a locator of no kind',
    claim({ locator: { paragraf: 3 } }),
    { code: 'wrong-type', pointer: '/claims/0/citations/0/locator', message: expect.stringContaining('{ "paragraph": … }') },
  ],
  [
    'half a paragraph',
    claim({ locator: { paragraph: 1.5 } }),
    { code: 'wrong-type', pointer: '/claims/0/citations/0/locator/paragraph', message: 'expected a whole number, found 1.5' },
  ],
  ['too long a paraphrase', claim({ paraphrase: 'x'.repeat(4_001) }), { code: 'string-too-long', pointer: '/claims/0/citations/0/paraphrase' }],
  ['an empty text', claim({ paraphrase: '' }), { code: 'blank-text', pointer: '/claims/0/citations/0/paraphrase' }],
  [
    'a claim without citation',
    { claims: [{ id: 'c', subject: 'a', predicate: 'p', object: 'b', citations: [] }] },
    { code: 'list-too-short', pointer: '/claims/0/citations' },
  ],
  [
    'a list of one date',
    claim({ happened: [{ edtf: '2022', basis: 'stated' }] }),
    { code: 'list-too-short', pointer: '/claims/0/citations/0/happened', remedy: 'write the one date alone, without a list: { "edtf": …, "basis": … }' },
  ],
  ...['happened', 'published'].map((field): (typeof CASES)[number] => [
    `a text for the date ${field}`,
    field === 'happened' ? claim({ happened: '2022-07' }) : { sources: [{ id: 's', kind: 'k', voice: 'v', seen: true, published: '2022-07' }] },
    {
      code: 'wrong-type',
      pointer: field === 'happened' ? '/claims/0/citations/0/happened' : '/sources/0/published',
      message: expect.stringContaining('found "2022-07"'),
      remedy: 'write { "edtf": "2022-07", "basis": "stated" }',
    },
  ]),
  [
    'a text for a date that is none',
    claim({ happened: 'summer' }),
    { code: 'wrong-type', remedy: 'write { "edtf": …, "basis": … }, with a date like 2022, 2022-07 or 2022-07-28' },
  ],
  [
    'a language that is none',
    { entities: [{ ...entity, names: [{ text: 'E', lang: 'Farsi (Iran)', kind: 'primary' }] }] },
    { code: 'invalid-value', pointer: '/entities/0/names/0/lang', message: '"Farsi (Iran)" is no language tag (BCP 47)' },
  ],
  ['a list of no date', claim({ happened: [] }), { code: 'list-too-short', remedy: expect.stringContaining('leave the field out') }],
  ['a count that ends before it begins', claim({ count: { min: 3, max: 1, basis: 'stated' } }), { code: 'invalid-value', message: 'min must not exceed max' }],
  [
    'an address of another kind',
    { sources: [{ id: 's', kind: 'k', voice: 'v', seen: true, url: 'ftp://example.org' }] },
    { code: 'invalid-format', pointer: '/sources/0/url' },
  ],
  [
    'an address with a line break',
    { sources: [{ id: 's', kind: 'k', voice: 'v', seen: true, url: 'https://x.example/\n\n# b' }] },
    { code: 'address-with-stray-characters', pointer: '/sources/0/url', remedy: expect.stringContaining('take them out') },
  ],
  [
    'a question of no kind',
    { questions: [{ id: 'q', text: 't', kind: 'traces' }] },
    { code: 'not-allowed-value', pointer: '/questions/0/kind', remedy: 'did you mean "trace"?' },
  ],
  ['a question without kind', { questions: [{ id: 'q', text: 't' }] }, { code: 'missing-field', pointer: '/questions/0/kind' }],
  [
    'a question from nowhere',
    { questions: [{ id: 'q', text: 't', kind: 'trace', from: {}, to: { ids: ['a'] } }] },
    { code: 'invalid-value', pointer: '/questions/0/from' },
  ],
  ['another format', { format: 'attest/2' }, { code: 'not-attest', pointer: '/format', line: 2 }],
];

describe('reported alone, with line and column', () => {
  for (const [what, content, expected] of CASES) {
    test(what, () => {
      const problems = read(content);
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatchObject({ file: 'a.json', line: expect.any(Number), column: expect.any(Number), ...expected });
    });
  }
});

test('a fault of the text and one of the format at one place are reported once', () => {
  const text = '{ "format": "attest/1", "entities": [{ "id": "e", "type": NaN, "names": [{ "text": "E", "lang": "en", "kind": "primary" }] }] }';
  const { problems, content } = readCuratedFile({ name: 'a.json', bytes: new TextEncoder().encode(text) });
  expect(problems.map((p) => p.code)).toEqual(['not-a-number']);
  expect(Object.keys(content?.entities ?? [])).toEqual([]);
});
test('a valid file has no problem', () => {
  const { problems, content } = readCuratedFile({
    name: 'a.json',
    bytes: new TextEncoder().encode(JSON.stringify({ format: 'attest/1', entities: [entity] })),
  });
  expect(problems).toEqual([]);
  expect(content?.entities?.[0]?.id).toBe('e');
});

test('returns the valid records beside a malformed one, each at its place, and names the malformed one', () => {
  const sound = (id: string) => ({ id, type: 'Person', names: [{ text: id, lang: 'en', kind: 'primary' }] });
  const text = JSON.stringify({ format: 'attest/1', colour: 'red', entities: [sound('first'), { ...sound('second'), type: 'Persona' }, sound('third')] });
  const { problems, content, malformed } = readCuratedFile({ name: 'a.json', bytes: new TextEncoder().encode(text) });
  expect(problems.map((p) => p.pointer).toSorted()).toEqual(['/colour', '/entities/1/type']);
  expect(malformed).toEqual(['second']);
  const places: [number, string][] = [];
  content?.entities?.forEach((entity, i) => places.push([i, entity.id]));
  expect(places).toEqual([
    [0, 'first'],
    [2, 'third'],
  ]);
});

test('returns nothing where the fault concerns all records', () => {
  const text = JSON.stringify({ format: 'attest/1', defaults: { source: 7 }, entities: [] });
  expect(readCuratedFile({ name: 'a.json', bytes: new TextEncoder().encode(text) }).content).toBeUndefined();
});

test('of a file in which everything is wrong some faults of each kind are told, the others are counted, and reading stops', () => {
  const file = { format: 'attest/1', entities: Array.from({ length: 30_000 }, (_, i) => ({ id: `e${i}`, type: 'Nobody' })) };
  const { problems, stopped, malformed } = readCuratedFile({ name: 'a.json', bytes: new TextEncoder().encode(JSON.stringify(file)) });
  expect(stopped).toBe(true);
  expect(malformed.length).toBeLessThan(15_000);
  expect(problems.length).toBeLessThan(50);
  expect(problems).toContainEqual(
    expect.objectContaining({
      code: 'missing-field',
      pointer: '/entities/0/names',
      line: 1,
      count: expect.any(Number),
      places: expect.objectContaining({ length: 10 }),
    }),
  );
  expect(problems.at(-1)).toMatchObject({ code: 'checking-stopped', message: expect.stringContaining('limit problemsCounted of 10000') });
});

test.each([
  ['unknown fields', (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`colour${i}`, 1]))],
  ['wrong items of a list', (n: number) => ({ entities: [{ ...entity, candidates: Array.from({ length: n }, (_, i) => `E ${i}`) }] })],
])('of an object with very many %s no more are described than are counted', (_, content) => {
  const { problems, stopped } = readCuratedFile({
    name: 'a.json',
    bytes: new TextEncoder().encode(JSON.stringify({ format: 'attest/1', ...content(20_000) })),
  });
  const total = problems.reduce((sum, { count = 1, code }) => (code === 'checking-stopped' ? sum : sum + count), 0);
  expect(total).toBe(PROBLEM_LIMITS.problemsCounted);
  expect(stopped).toBe(true);
  expect(problems.at(-1)?.code).toBe('checking-stopped');
});
