/** Pieces give the paragraph back whole, each marked as its place is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf } from './pieces-of.ts';

describe('the pieces of a paragraph', () => {
  it('are cut where a passage or a name begins or ends', () => {
    const pieces = piecesOf('Ann met Bo.', {
      passages: [{ start: 0, end: 7, citation: 'a' }],
      names: [{ start: 0, end: 3, entities: ['constructor'] }],
      possible: [{ start: 8, end: 10 }],
    });
    expect(pieces.map(({ text, citations, entities, possible }) => [text, citations.join(), entities?.join() ?? '', possible])).toEqual([
      ['Ann', 'a', 'constructor', false],
      [' met', 'a', '', false],
      [' ', '', '', false],
      ['Bo', '', '', true],
      ['.', '', '', false],
    ]);
  });
  it('are the paragraph, whatever is marked in it', () => {
    const part = fc.record({ start: fc.integer({ min: -2, max: 30 }), length: fc.nat(30) }).map(({ start, length }) => ({ start, end: start + length }));
    const seed = Date.now() % 1_000_000;
    process.stdout.write(`pieces: seed ${seed}\n`);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(part), fc.array(part), (paragraph, passages, possible) => {
        const pieces = piecesOf(paragraph, { passages: passages.map((one, i) => ({ ...one, citation: `c${i}` })), names: [], possible });
        expect(pieces.map(({ text }) => text).join('')).toBe(paragraph);
        let at = 0;
        for (const { text, citations } of pieces) {
          const covering = passages.flatMap((one, i) => (one.start <= at && one.end >= at + text.length && text !== '' ? [`c${i}`] : []));
          expect(citations.filter(() => text !== '')).toEqual(covering);
          at += text.length;
        }
      }),
      { seed, numRuns: 200 },
    );
  });
});
