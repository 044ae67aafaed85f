/** A claim of a symmetric predicate is told from either end, and never in the passive. */
import { describe, expect, it } from 'vitest';
import core from '../../../fixtures/vocabulary/core.json' with { type: 'json' };
import { narratePath } from './narrate-path.ts';
import type { ClaimBrief, PredicateBrief } from '../testing/build-records.ts';
import { contextOf, sentenceOf } from '../testing/narration-context.ts';
import { pathOfClaims } from '../testing/path-of-claims.ts';

const predicates = core.predicates as unknown as PredicateBrief[];
const name = (id: string, text: string) => ({ id, names: [{ text, lang: 'en', kind: 'primary' as const }] });
const ctxOf = (claim: Partial<ClaimBrief>) =>
  contextOf({
    voices: [{ id: 'daily', name: 'The Daily' }],
    entities: [name('ann', 'Ann'), name('ben', 'Ben'), name('cy', 'Cy'), name('dee', 'Dee')],
    predicates,
    claims: [{ id: 'c', predicate: 'communicated-with', subject: 'ben', object: 'ann', ...claim }],
  });
const told = (way: string[], claim: Partial<ClaimBrief> = {}) => {
  const ctx = ctxOf(claim);
  return narratePath(pathOfClaims(way, ['c'], ctx.records, ctx.figures), ctx).sentences[0]?.text;
};

describe('a claim without direction', () => {
  it('is told from the end at which the path arrives', () => {
    expect(told(['ann', 'ben'])).toBe('Ann communicated with Ben, according to The Daily.');
    expect(told(['ben', 'ann'])).toBe('Ben communicated with Ann, according to The Daily.');
  });
  it('names its intermediaries in the order of the path', () => {
    const via = { via: ['cy', 'dee'] };
    expect(told(['ben', 'cy'], via)).toBe('Ben communicated with Ann through Cy, and then Dee, according to The Daily.');
    expect(told(['ann', 'dee'], via)).toBe('Ann communicated with Ben through Dee, and then Cy, according to The Daily.');
  });
  it('that accuses both its ends can be told from either', () => {
    const accusing = { predicate: 'collaborated-with' };
    expect(told(['ben', 'ann'], accusing)).toBe('Ben is reported by The Daily to have collaborated with Ann.');
    expect(told(['ann', 'ben'], accusing)).toBe('Ann is reported by The Daily to have collaborated with Ben.');
  });
  it('is told from the one who has admitted it', () => {
    const admitted = { predicate: 'collaborated-with', citations: [{ standing: { level: 'admitted' as const, by: 'ben' } }] };
    expect(sentenceOf('c', ctxOf(admitted))).toBe('Ben has admitted having collaborated with Ann, according to The Daily');
  });
  it('never attributes the intention of one end to the other', () => {
    const meant = { predicate: 'collaborated-with', intended: true };
    expect(told(['ann', 'ben'], meant)).toBe('Ben is reported by The Daily to have intended to collaborate with Ann.');
  });
});
