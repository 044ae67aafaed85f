/** A record that two people change: what one alone changed is never lost, and what both changed is as it was chosen. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProperty } from '../../../server/domain/testing/check-property.ts';
import type { DraftEntry } from './draft-change.ts';
import type { FileRecord } from './file-form.ts';
import { type Difference, mergeEntry, type Side } from './merge-entry.ts';

type Now = DraftEntry & { record: FileRecord };
const entry = (kind: DraftEntry['kind'], record: FileRecord, more: Partial<DraftEntry> = {}): Now => ({
  kind,
  id: 'x',
  name: 'x',
  record,
  names: [],
  revision: 5,
  ...more,
});
const merged = (mine: DraftEntry, now: Now, side: Side) => mergeEntry(mine, now, () => side, 9);
const told = (differences: Difference[]) => differences.map(({ place, by }) => `${place}: ${by}`);

describe('of a record of fields', () => {
  const before = { id: 'x', type: 'Person', kind: 'sailor', note: 'old' };
  const now = entry('entity', { ...before, kind: 'mate', note: 'theirs' });
  const mine = entry('entity', { ...before, note: 'mine', article: 'the' }, { before });
  it('only what both changed is asked; the rest of mine stays with theirs', () => {
    const { differences, entry: left } = merged(mine, now, 'theirs');
    expect(told(differences)).toEqual(['kind: theirs', 'note: both', 'article: mine']);
    expect(left).toMatchObject({ record: { kind: 'mate', note: 'theirs', article: 'the' }, before: now.record, revision: 9 });
    expect(merged(mine, now, 'mine').entry?.record).toEqual({ ...before, kind: 'mate', note: 'mine', article: 'the' });
  });
  it('nothing is left to do where what I changed is given up', () => {
    const only = entry('entity', { ...before, note: 'mine' }, { before });
    expect(merged(only, now, 'theirs').entry).toBeUndefined();
  });
  it('of one that both made under one id, each field that differs is asked', () => {
    const { differences } = merged(entry('entity', { id: 'x', note: 'mine' }), entry('entity', { id: 'x', note: 'theirs' }), 'mine');
    expect(told(differences)).toEqual(['note: both']);
  });
});

describe('of a claim', () => {
  const passage = (paraphrase: string, more: FileRecord = {}): FileRecord => ({ source: 'gazette', paraphrase, ...more });
  const claim = (citations: FileRecord[], more: FileRecord = {}) => ({ id: 'x', subject: 'a', predicate: 'met', object: 'b', ...more, citations });
  const before = claim([passage('one'), passage('two'), passage('three')]);
  const was = { before, cited: ['1', '2', '3'] };
  const now = entry('claim', claim([passage('one', { quote: 'theirs' }), passage('two'), passage('four')], { attempted: true }), { cited: ['1', '2', '4'] });
  it('each passage is compared by field, new ones of both stay, and one that only one took away is gone', () => {
    const mine = entry('claim', claim([passage('one of mine'), passage('three'), passage('five')]), { ...was, cites: ['1', '3', null] });
    const { differences, entry: left } = merged(mine, now, 'mine');
    expect(told(differences)).toEqual([
      'attempted: theirs',
      'citations/1/paraphrase: mine',
      'citations/1/quote: theirs',
      'citations/2: mine',
      'citations/4: theirs',
      'citations/3: theirs',
    ]);
    expect(left?.record).toEqual(claim([passage('one of mine', { quote: 'theirs' }), passage('four'), passage('five')], { attempted: true }));
    expect(left).toMatchObject({ cites: ['1', '4', null], cited: ['1', '2', '4'] });
  });
  it('a passage that I changed and they took away is asked, and is a new one where mine stands', () => {
    const mine = entry('claim', claim([passage('one'), passage('two'), passage('three of mine')]), { ...was, cites: ['1', '2', '3'] });
    expect(told(merged(mine, now, 'mine').differences)).toContain('citations/3: both');
    expect(merged(mine, now, 'mine').entry).toMatchObject({ cites: ['1', '2', '4', null] });
    expect(merged(mine, now, 'theirs').entry).toBeUndefined();
  });
});

it('no change of mine is lost that they did not change too, whatever both did', () => {
  const record = fc.dictionary(fc.constantFrom('note', 'kind', 'article', 'constructor'), fc.constantFrom('x', 'y', 'z'), { noNullPrototype: true });
  checkProperty(
    'merges of a draft',
    fc.property(record, record, record, fc.constantFrom<Side>('mine', 'theirs'), (before, theirs, mine, side) => {
      const result = merged(entry('entity', mine, { before }), entry('entity', theirs), side).entry?.record ?? theirs;
      for (const field of ['note', 'kind', 'article', 'constructor']) {
        const of = (one: FileRecord): unknown => (Object.hasOwn(one, field) ? one[field] : undefined);
        const changed = of(mine) !== of(before);
        const wanted = !changed ? of(theirs) : of(theirs) === of(before) || side === 'mine' ? of(mine) : of(theirs);
        expect(of(result)).toBe(wanted);
      }
    }),
  );
});
