import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemList } from '../../../domain/importing/problem-list.ts';
import { cleanText } from '../../../domain/model/plain-text.ts';
import { checkProperty } from '../../../domain/testing/check-property.ts';
import { findRewritten } from './find-rewritten.ts';
import { readCuratedFile } from './read-curated-file.ts';

const rewritten = (given: unknown, kept: unknown) => {
  const found = new ProblemList();
  findRewritten(given, kept, '', found);
  return found.list();
};

describe('a text kept in another form than it was given in', () => {
  it('is told as given, with what cannot be seen as escapes, at its place', () => {
    expect(rewritten({ 'a/b': [{ name: 'E\u0301ric\u200B' }] }, { 'a/b': [{ name: 'Éric' }] })).toMatchObject([
      { code: 'text-rewritten', message: String.raw`given as "E\u0301ric\u200b", kept as "Éric"`, pointer: '/a~1b/0/name' },
    ]);
  });
  it('is told in the part that differs, where it is long', () => {
    const [problem] = rewritten(`${'x'.repeat(500)}e\u0301${'y'.repeat(500)}`, `${'x'.repeat(500)}é${'y'.repeat(500)}`);
    expect(problem?.message).toBe(String.raw`given as "…${'x'.repeat(20)}e\u0301${'y'.repeat(38)}…", kept as "…${'x'.repeat(20)}é${'y'.repeat(39)}…"`);
  });
  it('is told once for each text, and the others are not', () => {
    const texts = fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }), { maxLength: 9 });
    checkProperty(
      'texts rewritten',
      fc.property(texts, (given) => {
        const kept = given.map(cleanText);
        const places = given.flatMap((text, i) => (text === kept[i] ? [] : [`/${i}`]));
        expect(
          rewritten(given, kept)
            .map(({ pointer }) => pointer)
            .sort(),
        ).toEqual(places.sort());
      }),
    );
  });
});

describe('a file', () => {
  const file = (name: string) =>
    readCuratedFile({
      name: 'a.json',
      bytes: new TextEncoder().encode(
        JSON.stringify(
          { format: 'attest/1', dataset: { id: 'd' }, entities: [{ id: 'a', type: 'Person', names: [{ text: name, lang: 'fr', kind: 'primary' }] }] },
          undefined,
          1,
        ),
      ),
    });
  it('tells which of its texts are rewritten, with their lines', () => {
    const { problems, rewritten: told } = file('E\u0301ric\nLe Brun');
    expect(problems).toEqual([]);
    expect(told).toMatchObject([
      {
        code: 'text-rewritten',
        message: String.raw`given as "E\u0301ric\u000aLe Brun", kept as "Éric Le Brun"`,
        pointer: '/entities/0/names/0/text',
        file: 'a.json',
      },
    ]);
    expect(told[0]?.line).toBeGreaterThan(1);
  });
  it('of which none is has nothing to tell', () => {
    expect(file('Éric Le Brun').rewritten).toEqual([]);
  });
});
