/** Files of an import are told by their content, whatever they are called; what is hostile or cut short is refused with its place. */
import { describe, expect, it } from 'vitest';
import { EXTENSION_ID } from '../../../exchange/stix/stix-ids.ts';
import { readImportFile, type ReadImport } from './read-import-file.ts';

const read = (text: string, name = 'some/file.txt', dataset?: string): ReadImport =>
  readImportFile({ name, bytes: new TextEncoder().encode(text) }, dataset === undefined ? {} : { dataset });
const problemsOf = ({ files }: ReadImport) => files.flatMap(({ problems }) => problems);
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const person = (n: number, more: object = {}) => ({
  type: 'identity',
  spec_version: '2.1',
  id: `identity--${uuid(n)}`,
  created: '2023-05-01T10:00:00.000Z',
  modified: '2023-05-01T10:00:00.000Z',
  name: `Person ${n}`,
  identity_class: 'individual',
  ...more,
});
const bundle = (objects: readonly unknown[]) => JSON.stringify({ type: 'bundle', id: `bundle--${uuid(0)}`, objects }, null, 1);
const held = (content: object) => ({ extensions: { [EXTENSION_ID]: { extension_type: 'property-extension', ...content } } });

describe('a file', () => {
  it('of our own is read as ever', () => {
    expect(read('{ "format": "attest/1", "dataset": { "id": "a" } }')).toMatchObject({ files: [{ content: { dataset: { id: 'a' } }, problems: [] }] });
    expect(read('{ "format": "attest/1", "dataset": { "id": "a" } }')).not.toHaveProperty('foreign');
  });
  it.each([
    ['a bundle', bundle([person(1)])],
    ['a list of objects', JSON.stringify([person(1)])],
    ['an object', JSON.stringify(person(1))],
  ])('is STIX by its content: %s', (_, text) => {
    expect(read(text).foreign).toMatchObject({ format: 'stix', read: 1, rejected: [] });
  });
  it.each([
    ['an object', '{ "a": 1 }'],
    ['a list', '[1]'],
  ])('that is unknown is refused, and what can be read is said: %s', (_, text) => {
    const [problem] = problemsOf(read(text));
    expect(problem?.remedy).toContain('STIX 2.1');
    expect(read(text).foreign).toBeUndefined();
  });
  const lines = ['{"id":"a","schema":"Person","properties":{"name":["A"]}}', '', '{"id":"b","schema":"Person","properties":{"name":["B"]}}'];
  it.each([
    ['lines', lines.join('\n')],
    ['lines of Windows, with a mark at the beginning', `\uFEFF${lines.join('\r\n')}\r\n`],
    ['a list', `[${lines[0]},${lines[2]}]`],
  ])('is FollowTheMoney by its content: %s', (_, text) => {
    const made = read(text);
    expect(made.foreign).toMatchObject({ format: 'ftm-entities', read: 2, rejected: [] });
    expect(made.files[0]?.content?.entities).toHaveLength(2);
  });
  it.each<[string, string, object]>([
    ['cut short', lines.join('\n').slice(0, -5), { line: 3, code: 'syntax' }],
    ['a field twice', `${lines.join('\n')}\n{"id":"c","id":"d"}`, { line: 4, code: 'duplicate-key' }],
    ['half a character', `${lines[0]}\n${String.raw`{"id":"\ud800"}`}`, { line: 2, code: 'lone-surrogate' }],
  ])('of lines is refused with the line at fault: %s', (_, text, problem) => {
    expect(problemsOf(read(text))[0]).toMatchObject(problem);
    expect(read(text).files[0]).not.toHaveProperty('content');
  });
  it('without a dataset gets one of its own, called after the file and its format; else the one asked for', () => {
    const { files } = read(bundle([person(1)]), 'in/Open Export (2).STIX.json');
    expect(files[0]?.content?.dataset).toEqual({ id: 'stix-open-export-2', title: 'Imported: Open Export (2)' });
    expect(files[0]?.content?.entities?.[0]?.id).toBe(`stix-open-export-2:identity--${uuid(1)}`);
    expect(read(bundle([person(1)]), 'a', 'mine').files[0]?.content).not.toHaveProperty('dataset');
  });
  it('of which nothing can be taken over is refused, with the reasons in the report', () => {
    const made = read(bundle([person(1, { revoked: true })]));
    expect(problemsOf(made)).toMatchObject([{ code: 'nothing-converted' }]);
    expect(made.foreign?.rejected).toEqual([{ reason: 'its maker revoked it', count: 1, places: ['object 1'] }]);
    expect(problemsOf(read(bundle([])))).toMatchObject([{ code: 'nothing-converted' }]);
    expect(problemsOf(read('{ "type": "bundle", "objects": 5 }'))).toMatchObject([{ code: 'nothing-converted' }]);
  });
});

describe('what the extension holds', () => {
  const entity = { id: 'a', type: 'Person', names: [{ text: 'A', lang: 'en', kind: 'primary' }] };
  it('goes through the same schema as any file, and a fault has its place in the bundle', () => {
    const objects = [{ record: entity }, { record: { ...entity, type: 'King' } }].map((one, n) => person(n, held({ kind: 'entity', dataset: 'd', ...one })));
    const text = bundle(objects);
    const made = read(text);
    const [problem] = problemsOf(made);
    expect(problem).toMatchObject({ pointer: '/entities/1/type', line: text.slice(0, text.lastIndexOf('{\n   "type": "identity"')).split('\n').length });
    expect(made.files[0]?.malformed).toEqual(['a']);
  });
  it('may be of any id, of several cases, and is none of ours without a record', () => {
    const made = read(
      bundle([
        person(1, held({ kind: 'entity', dataset: 'constructor', record: { ...entity, id: 'constructor' } })),
        person(2, held({ kind: 'entity', dataset: 'd', record: { ...entity, id: 'tostring' } })),
        person(3, held({ kind: 'entity', dataset: 5, record: 5 })),
        person(4, held({ kind: 'claim', record: entity, citations: 'none' })),
        person(5, held({ kind: 'segment', claim: 'hasOwnProperty' })),
        person(6),
      ]),
    );
    expect(made.files.map(({ name, content }) => [name, content?.dataset?.id, content?.entities?.[0]?.id])).toEqual([
      ['some/file.txt (constructor)', 'constructor', 'constructor'],
      ['some/file.txt (d)', 'd', 'tostring'],
    ]);
    expect(problemsOf(made)).toEqual([]);
    expect(made.foreign?.rejected.map(({ count, places }) => [count, places])).toEqual([
      [2, ['object 3', 'object 4']],
      [1, ['object 5']],
      [1, ['object 6']],
    ]);
  });
});

describe('what is hostile', () => {
  const text = bundle([person(1)]);
  it.each<[string, string, string]>([
    ['cut short', text.slice(0, -9), 'syntax'],
    ['a field twice', text.replace('"name"', '"type": "tool", "name"'), 'duplicate-key'],
    ['__proto__', text.replace('"name"', '"__proto__": { "a": 1 }, "name"'), 'forbidden-key'],
    ['constructor', text.replace('"name"', '"constructor": 1, "name"'), 'forbidden-key'],
    ['half a character', text.replace('Person 1', String.raw`\ud800`), 'lone-surrogate'],
    ['NUL', text.replace('Person 1', String.raw`\u0000`), 'nul-character'],
    ['nested deeply', text.replace('"Person 1"', '['.repeat(5_000) + ']'.repeat(5_000)), 'too-deep'],
  ])('is refused with its place: %s', (_, hostile, code) => {
    const made = read(hostile);
    expect(problemsOf(made).map((problem) => problem.code)).toContain(code);
    expect(problemsOf(made)[0]?.line).toBeGreaterThan(0);
    expect(made.files.every(({ content }) => content === undefined)).toBe(true);
  });
  it('is no matter of time: 100,000 objects, half of them with a fault, and a text of a million letters', { timeout: 60_000 }, () => {
    const started = performance.now();
    const many = Array.from({ length: 100_000 }, (_, n) => person(n, { [`x_${n % 50}`]: 1, name: n % 2 === 0 ? 'a\u202Eb' : `Person ${n}` }));
    const made = read(bundle([...many, person(100_001, { description: 'a'.repeat(1_000_000) })]));
    expect(made.foreign?.read).toBe(100_001);
    expect(made.foreign?.rejected).toMatchObject([{ count: 50_000 }]);
    expect(made.foreign?.lost.map(({ reason }) => reason)).toContainEqual(expect.stringContaining('a description'));
    expect(made.foreign?.lost.length).toBeLessThan(60);
    expect(performance.now() - started).toBeLessThan(45_000);
  });
});
