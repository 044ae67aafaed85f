/** The sentence of a comparison with a draft, and what two states are said to differ in. */
import { describe, expect, it } from 'vitest';
import type { ClaimChange } from '../comparing/claim-changes.ts';
import type { ClaimDifference } from '../comparing/compare-cases.ts';
import { answerComparison, comparisonKind, type ComparisonKind, type StateAsked } from './answer-comparison.ts';

const draft = { dataset: 'demo', records: {} };
const some = (n: number, ...changes: ClaimChange[]): ClaimDifference[] =>
  Array.from({ length: n }, (_, i) => ({ claim: `c${i}`, kind: 'changed' as const, changes: i === 0 ? changes : [] }));
function told(counts: { gained?: ClaimDifference[]; lost?: ClaimDifference[]; changed?: ClaimDifference[] }, after: object = { draft }): string {
  const all = { gained: [], lost: [], changed: [], falls: [], retold: [], stands: [], before: 10, ...counts };
  return answerComparison(all, { kind: 'draft', after })
    .map(({ text }) => text)
    .join('');
}

describe('with a draft', () => {
  it.each([
    [{}, 'With the draft no claim differs.'],
    [{ gained: some(1) }, 'With the draft the case gains 1 claim.'],
    [{ gained: some(2), lost: some(1) }, 'With the draft the case gains 2 claims and loses 1.'],
    [{ lost: some(2), changed: some(1, 'contested') }, 'With the draft the case loses 2 claims and 1 changes.'],
    [{ gained: some(2), lost: some(1), changed: some(3, 'rose') }, 'With the draft the case gains 2 claims, loses 1, and 3 change: 1 rises in standing.'],
    [{ changed: [...some(1, 'sank'), ...some(1, 'rose')] }, 'With the draft 2 claims change: 1 rises and 1 sinks in standing.'],
  ])('%#', (counts, sentence) => expect(told(counts)).toBe(sentence));
  it('on the first side alone it is the second that is without it', () =>
    expect(told({ lost: some(1) }, {})).toBe('Without the draft the case loses 1 claim.'));
});

describe('two states differ', () => {
  it.each<[StateAsked, StateAsked, ComparisonKind]>([
    [{}, { draft }, 'draft'],
    [{ draft }, {}, 'draft'],
    [{ published: '2020' }, { published: '2020', draft }, 'draft'],
    [{ without: { voices: ['a'] } }, { without: { voices: ['a'] }, draft }, 'draft'],
    [{ draft }, { draft: { ...draft } }, 'none'],
    [{ draft }, { published: '2020', draft }, 'dates'],
    [{ draft }, { draft: { ...draft, dataset: 'other' } }, 'other'],
    [{}, { published: '2020', draft }, 'other'],
    [{}, { without: { voices: ['a'] }, draft }, 'other'],
  ])('%# by what one has and the other has not', (before, after, kind) => expect(comparisonKind(before, after)).toBe(kind));
});
