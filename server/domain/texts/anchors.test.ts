/** No citation is moved unseen, whatever becomes of a text: each that shows a paragraph shows the one it was made for. */
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkProperty } from '../testing/check-property.ts';
import { anchorsAfter, isOrphan, type Anchor, type PlacedCitation, type TextParagraph } from './anchors.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const text = (...paragraphs: string[]): TextParagraph[] => paragraphs.map((one) => ({ text: one, sha256: sha256(one) }));
const byCitation = (anchors: readonly Anchor[]) => new Map(anchors.map((anchor) => [anchor.citation, anchor]));
const orphans = (citations: readonly PlacedCitation[], anchors: ReadonlyMap<string, Anchor>, now: readonly TextParagraph[]) =>
  citations.filter((citation) => isOrphan(citation, anchors.get(citation.id), now)).map(({ id }) => id);

const first = text('One.', 'Two.', 'Three.');
const cited: PlacedCitation[] = [
  { id: 'constructor', paragraph: 1 },
  { id: 'b', paragraph: 2, mark: { start: 0, end: 3, sha256: sha256('Two.') } },
  { id: 'c', paragraph: 3 },
];

describe('citations of a text that is replaced', () => {
  it('are orphans where their paragraph is another one, and keep the words they stood on', () => {
    const after = text('One.', 'A paragraph that is new.', 'Two.', 'Three.');
    const anchors = byCitation(anchorsAfter(cited, new Map(), first, after));
    expect(orphans(cited, anchors, after)).toEqual(['b', 'c']);
    expect(anchors.get('b')?.words).toEqual({ exact: 'Two', prefix: '', suffix: '.' });
    expect(anchors.get('c')?.words?.exact).toBe('Three.');
  });
  it('are none any more once the text is as it was', () => {
    const between = text('Other.', 'Two.');
    const lost = byCitation(anchorsAfter(cited, new Map(), first, between));
    expect(orphans(cited, lost, between)).toEqual(['constructor', 'c']);
    const back = byCitation(anchorsAfter(cited, lost, between, first));
    expect(orphans(cited, back, first)).toEqual([]);
    expect(back.size).toBe(0);
  });
  it('are still told apart where the text was deleted before another came', () => {
    const gone = byCitation(anchorsAfter(cited, new Map(), first, []));
    expect([...gone.keys()]).toEqual(['constructor', 'b', 'c']);
    const other = text('Another one.', 'Two.', 'Three.');
    expect(orphans(cited, byCitation(anchorsAfter(cited, gone, [], other)), other)).toEqual(['constructor']);
  });
  it('are right again where somebody names another paragraph', () => {
    const after = text('New.', 'One.', 'Two.', 'Three.');
    const anchors = byCitation(anchorsAfter(cited, new Map(), first, after));
    expect(isOrphan({ id: 'constructor', paragraph: 2 }, anchors.get('constructor'), after)).toBe(false);
  });
  it('are orphans of every other text once theirs was redacted, until somebody says where they stand', () => {
    const redacted = byCitation([
      { citation: 'constructor', paragraph: 1 },
      { citation: 'b', paragraph: 2 },
    ]);
    const other = text('Another.', 'Two.', 'Three.');
    // A mark has a digest of its own.
    expect(orphans(cited, redacted, other)).toEqual(['constructor']);
    const again = byCitation(anchorsAfter(cited, redacted, [], other));
    expect([...again.values()]).toEqual([{ citation: 'constructor', paragraph: 1 }]);
    expect(orphans(cited, byCitation(anchorsAfter(cited, again, other, first)), first)).toEqual(['constructor']);
    expect(isOrphan({ id: 'constructor', paragraph: 3 }, redacted.get('constructor'), other)).toBe(false);
  });
  it('are orphans beyond the end of the text, and where a mark is longer than its paragraph', () => {
    expect(isOrphan({ id: 'x', paragraph: 4 }, undefined, first)).toBe(true);
    expect(isOrphan({ id: 'x', paragraph: 1, mark: { start: 0, end: 9, sha256: sha256('One.') } }, undefined, first)).toBe(true);
  });
});

it('in 200 texts that were changed again and again, none shows a paragraph it was not made for', () => {
  const paragraph = fc.constantFrom('Alpha.', 'Beta.', 'Gamma.', 'Delta.', 'Epsilon.');
  const version = fc.array(paragraph, { maxLength: 6 }).map((list) => text(...list));
  const citation = fc.record({ paragraph: fc.integer({ min: 1, max: 6 }), marked: fc.boolean() });
  checkProperty(
    'no mark moves unseen',
    fc.property(version, fc.array(version, { minLength: 1, maxLength: 4 }), fc.array(citation, { minLength: 1, maxLength: 6 }), (start, versions, wanted) => {
      const made = wanted.flatMap(({ paragraph: n, marked }, i): (PlacedCitation & { of: string })[] => {
        const there = start[n - 1];
        if (!there) return [];
        const mark = marked ? { mark: { start: 0, end: 3, sha256: there.sha256 } } : {};
        return [{ id: `c${i}`, paragraph: n, of: there.sha256, ...mark }];
      });
      let anchors = new Map<string, Anchor>();
      let before = start;
      for (const after of versions) {
        anchors = byCitation(anchorsAfter(made, anchors, before, after));
        before = after;
        for (const one of made) {
          const isThere = after[one.paragraph - 1]?.sha256 === one.of;
          expect(isOrphan(one, anchors.get(one.id), after)).toBe(!isThere);
        }
      }
    }),
    { runs: 200 },
  );
});
