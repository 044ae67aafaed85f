/** Change sets stand by local day, each once, with what they changed counted by kind. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProperty } from '../../../server/domain/testing/check-property.ts';
import type { ChangeSetView } from '../../api/queries-changes.ts';
import { byDay, countsText, dayInWords, dayOf, madeBy } from './change-lines.tsx';

const set = (id: string, at: Date, more: Partial<ChangeSetView> = {}): ChangeSetView => ({
  id,
  kind: 'edit',
  who: 'Ada',
  why: 'a test',
  at: at.toISOString(),
  revision: 1,
  undoes: [],
  effects: [],
  ...more,
});

describe('the list of change sets', () => {
  it('says today and yesterday, and the day of what is older', () => {
    const now = new Date(2026, 2, 1, 0, 30);
    expect([new Date(2026, 2, 1, 0, 10), new Date(2026, 1, 28, 23, 50), new Date(2026, 1, 27)].map((at) => dayInWords(dayOf(at.toISOString()), now))).toEqual([
      'Today',
      'Yesterday',
      '27 February 2026',
    ]);
  });
  it('holds each change set once, in its order, though a page gave it twice', () => {
    checkProperty(
      'each once',
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'constructor'), fc.nat(3))), (given) => {
        const sets = given.map(([id]) => set(id, new Date(2026, 0, 1 + id.length)));
        const shown = byDay(sets).flatMap(([, ofDay]) => ofDay.map(({ id }) => id));
        expect(shown.toSorted()).toEqual([...new Set(given.map(([id]) => id))].toSorted());
      }),
    );
  });
  it('counts records by kind, and says where nothing or too much was changed', () => {
    expect(countsText({ changed: { entity: 1, claim: 2, citation: 3 } })).toBe('1 entity, 2 claims, 3 citations');
    expect([countsText({ changed: {} }), countsText({})]).toEqual(['no record changed', 'more records than are counted here']);
  });
  it('says of each how it was made', () => {
    expect([set('a', new Date()), set('b', new Date(), { kind: 'import' }), set('c', new Date(), { undoes: ['a'] })].map(madeBy)).toEqual([
      'by hand or over the API',
      'imported',
      'undo',
    ]);
  });
});
