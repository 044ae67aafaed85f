/** What changed of a claim since it was exported. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveFigures } from '../figures/derive-figures.ts';
import { arbitraryRecords } from '../testing/arbitrary-records.ts';
import { records, type CitationBrief } from '../testing/build-records.ts';
import { checkProperty } from '../testing/check-property.ts';
import { claimChanges } from '../comparing/claim-changes.ts';
import { changesInWords, claimThen, claimThenLine, parseClaimThen } from './claims-then.ts';

const then = (citations: CitationBrief[]) => {
  const built = records({
    voices: [{ id: 'one' }, { id: 'two' }],
    sources: [
      { id: 'one', voice: 'one' },
      { id: 'two', voice: 'two' },
    ],
    entities: { man: 'Person', court: 'Agency', trial: 'Case', plot: 'Plot' },
    predicates: [{ id: 'did', accuses: ['subject'] }],
    claims: [{ id: 'c', predicate: 'did', subject: 'man', object: 'plot', citations }],
  });
  return claimThen('c', deriveFigures(built).get('c')!);
};
const said = (source: string, more: CitationBrief = {}): CitationBrief => ({ source, locator: 1, ...more });
const charged = { level: 'charged', by: 'court', case: 'trial' } as const;

describe('since an export', () => {
  it.each([
    ['another origin says it', [said('one')], [said('one'), said('two')], ['gained-origin']],
    ['one of two is gone', [said('one'), said('two')], [said('one')], ['lost-origin']],
    ['it is charged', [said('one')], [said('one', { standing: charged })], ['rose']],
    ['it is denied', [said('one')], [said('one'), said('two', { stance: 'disputes', standing: { level: 'denied', by: 'man' } })], ['denied', 'contested']],
    ['nothing happened', [said('one')], [said('one')], []],
  ] as const)('%s', (_, before, after, changes) => expect(claimChanges(then([...before]), then([...after]))).toEqual(changes));
  it('an acquittal is told, with what it does to the standing', () => {
    const acquitted = said('two', { stance: 'disputes', standing: { level: 'acquitted', by: 'court', case: 'trial' } });
    expect(claimChanges(then([said('one', { standing: charged })]), then([said('one', { standing: charged }), acquitted]))).toContain('acquitted');
  });
  it('it is gone', () => expect(claimChanges(then([said('one')]), undefined)).toEqual(['gone']));
});

it('the line of a claim is read again as it was written, for any records', () => {
  checkProperty(
    'the line of a claim is read again',
    fc.property(arbitraryRecords(), (of) => {
      for (const [id, figures] of deriveFigures(of)) {
        const one = claimThen(id, figures);
        expect(parseClaimThen(claimThenLine(one))).toEqual(one);
        expect(claimChanges(one, one)).toEqual([]);
      }
    }),
    { runs: 60 },
  );
  expect(parseClaimThen('constructor')).toBeUndefined();
});

it('changes are told in words, the heaviest first', () => {
  expect(
    changesInWords([
      { id: 'a', changes: ['gained-origin'] },
      { id: 'b', changes: ['gained-origin', 'rose'] },
      { id: 'c', changes: ['acquitted', 'sank'] },
    ]),
  ).toBe('Since then 1 acquitted, 1 sank in standing, 1 rose in standing, 2 gained an origin.');
  expect(changesInWords([])).toBe('Nothing that was told of these claims has changed since.');
});
