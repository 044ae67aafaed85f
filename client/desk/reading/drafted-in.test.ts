/** What a draft does to the passages of a text, by paragraph. */
import { expect, test } from 'vitest';
import { type DraftEntry, emptyDraft, withEntries } from '../../state/draft/draft-change.ts';
import { draftedIn } from './drafted-in.ts';

const citation = (paragraph: number, more: object = {}) => ({
  source: 'daily',
  locator: { paragraph },
  paraphrase: 'It says so.',
  standing: { level: 'reported' },
  ...more,
});
const claim = (id: string, citations: object[], more: Partial<DraftEntry> = {}): DraftEntry => ({
  kind: 'claim',
  id,
  name: id,
  record: { id, subject: 'ivan', predicate: 'met', object: id, citations },
  cites: citations.map(() => null),
  names: [],
  revision: 7,
  ...more,
});
const there = (id: string, paragraphs: number[], now: object[], cites: (string | null)[]): DraftEntry => {
  const citations = paragraphs.map((one) => citation(one));
  return claim(id, now, { before: { id, subject: 'ivan', predicate: 'met', object: id, citations }, cited: paragraphs.map((one) => `${id}-${one}`), cites });
};
const shown = (entries: DraftEntry[], source = 'daily') =>
  [...draftedIn([withEntries(emptyDraft('demo'), entries)], source)].flatMap(([paragraph, list]) =>
    list.map(({ entry, did }) => `${paragraph} ${entry.id} ${did}`),
  );

test('new passages stand at their paragraph, with the words that were marked; those of another source do not', () => {
  const mark = { start: 3, end: 9, sha256: 'a'.repeat(64) };
  const draft = withEntries(emptyDraft('demo'), [claim('one', [citation(2, { mark }), citation(5), citation(6, { source: 'weekly' })])]);
  expect([...draftedIn([draft], 'daily')]).toMatchObject([
    [2, [{ did: 'made', mark }]],
    [5, [{ did: 'made' }]],
  ]);
  expect(shown([claim('one', [citation(2)])], 'weekly')).toEqual([]);
});

test('of a claim that is there only what changes: a passage said otherwise, one more, one gone', () => {
  const now = [citation(1), citation(2, { paraphrase: 'Otherwise.' }), citation(9)];
  expect(shown([there('c', [1, 2, 3], now, ['c-1', 'c-2', null])])).toEqual(['2 c changed', '9 c made', '3 c removed']);
});

test('all its passages where the claim itself says something else, or is taken away', () => {
  const entry = there('c', [1, 2], [citation(1), citation(2)], ['c-1', 'c-2']);
  expect(shown([{ ...entry, record: { ...entry.record, intended: true } }])).toEqual(['1 c changed', '2 c changed']);
  const { record: _, cites: _cites, ...gone } = entry;
  expect(shown([gone])).toEqual(['1 c removed', '2 c removed']);
});
