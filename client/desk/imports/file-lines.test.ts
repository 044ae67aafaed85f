import { describe, expect, it } from 'vitest';
import { linesAround, recordNameAt } from './file-lines.ts';

const text = Array.from({ length: 10 }, (_, i) => `line ${i + 1}`).join('\n');

describe('the lines around a fault', () => {
  it.each([
    [1, [1, 2, 3]],
    [5, [3, 4, 5, 6, 7]],
    [10, [8, 9, 10]],
  ])('of line %i have their numbers', (line, numbers) => {
    const lines = linesAround(text, line, 2);
    expect(lines.map(({ number }) => number)).toEqual(numbers);
    expect(lines.every((one) => one.text === `line ${one.number}`)).toBe(true);
  });

  it('end at any kind of line end, and a long one is cut', () => {
    expect(linesAround('a\r\nb\rc', 2, 1).map((one) => one.text)).toEqual(['a', 'b', 'c']);
    expect(linesAround('x'.repeat(5_000), 1)[0]!.text).toHaveLength(241);
  });
});

describe('a record of a file is called', () => {
  const content = {
    entities: [{ id: 'ann', names: [{ text: 'Ann Ash' }] }, { id: 'constructor' }],
    claims: [{ id: 'c', subject: 'ann', predicate: 'described-as', object: { text: 'a courier' } }, { subject: 7 }],
    sources: [null],
  };
  it.each([
    ['/entities/0', 'Ann Ash'],
    ['/entities/1', 'constructor'],
    ['/claims/0', 'Ann Ash · described-as · a courier'],
    ['/claims/1', '/claims/1'],
    ['/sources/0', '/sources/0'],
    ['/constructor/0', '/constructor/0'],
    ['', 'a.json'],
  ])('%j: %s', (pointer, name) => {
    expect(recordNameAt(content, { file: 'a.json', pointer })).toBe(name);
  });

  it('by its place where the file is no JSON', () => {
    expect(recordNameAt(undefined, { file: 'a.json', pointer: '/claims/0' })).toBe('/claims/0');
  });
});
