import { describe, expect, it } from 'vitest';
import type { EvidenceView } from '../../../server/contract/views.ts';
import { passagesAt, standingRows } from './standing-steps.ts';

type Step = EvidenceView['history'][number];
const step = (citation: string, more: Partial<Step> = {}): Step => ({
  level: 'charged',
  rank: 3,
  citation,
  stance: 'supports',
  counts: true,
  uncertain: false,
  ...more,
});

describe('the history of a standing', () => {
  it('keeps its order, and has one row for passages of the same step', () => {
    const history = [step('a'), step('b', { level: 'convicted', rank: 6 }), step('c'), step('d', { on: { edtf: '2023', basis: 'stated' } })];
    expect(standingRows(history).map((row) => row.citations)).toEqual([['a', 'c'], ['b'], ['d']]);
    expect(
      standingRows(history)
        .flatMap((row) => row.citations)
        .toSorted(),
    ).toEqual(['a', 'b', 'c', 'd']);
  });

  it('gives the passages of a rank, without those taken back', () => {
    const history = [step('a'), step('b', { counts: false, fell: 'retracted' }), step('c', { level: 'alleged', rank: 1 })];
    expect(passagesAt(history, 3)).toEqual(['a']);
    expect(passagesAt(history, 4)).toEqual([]);
  });
});
