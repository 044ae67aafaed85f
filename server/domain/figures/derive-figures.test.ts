/** Deriving figures takes time in proportion to the number of claims. */
import { describe, expect, it } from 'vitest';
import { deriveFigures } from './derive-figures.ts';
import { notEstablishedIndex } from './no-established-link.ts';
import { records, type ClaimBrief } from '../testing/build-records.ts';
import { withinEdges } from './within.ts';

const CLAIMS = 20_000;
/** In milliseconds. Quadratic work would take minutes; linear work takes under a second on an idle machine. */
const AMPLE = 60_000;

/** All claims share one entity, one source, one voice with a stake in the top of the hierarchy, and one rival set. */
function crowded(claim: (i: number) => Partial<ClaimBrief>) {
  const claims = Array.from({ length: CLAIMS }, (_, i): ClaimBrief => ({
    id: `c${i}`,
    subject: 'hub',
    predicate: 'met',
    object: `e${i}`,
    citations: [{ id: `k${i}`, standing: { level: 'alleged', by: 'hub' } }],
    ...claim(i),
  }));
  return records({
    voices: [{ id: 'v', entities: ['hub'], stake: [{ entity: 'top', as: 'ally', why: 'allied' }] }],
    sources: [{ id: 's', voice: 'v' }],
    predicates: [{ id: 'part-of', within: true }],
    claims,
    rivals: [{ claims: claims.map(({ id }) => id) }],
  });
}

describe('20,000 claims are derived in seconds', () => {
  it('all on one hub, one source and one voice, in one rival set', { timeout: AMPLE }, () => {
    const built = crowded(() => ({}));
    const small = { ...built, rivals: [] };
    const figures = deriveFigures(small);
    expect(figures.size).toBe(CLAIMS);
    expect(figures.get('c7')?.involvedReasons.map(({ reason }) => reason)).toEqual(['c', 'd']);
    const [one] = deriveFigures(built, { only: ['c7'] }).values();
    expect(one?.contestedBy[0]?.ids).toHaveLength(CLAIMS - 1);
  });

  it('as one chain of bodies, with a stake at its top', { timeout: AMPLE }, () => {
    const built = crowded((i) => ({
      predicate: 'part-of',
      subject: i === 0 ? 'bottom' : `e${i - 1}`,
      object: i === CLAIMS - 1 ? 'top' : `e${i}`,
    }));
    const figures = deriveFigures({ ...built, rivals: [] });
    expect(figures.get('c0')?.involvedReasons.map(({ reason }) => reason)).toEqual(['b', 'c']);
    const beside = notEstablishedIndex(built, withinEdges(built, figures));
    expect([...built.claims.values()].flatMap(beside)).toEqual([]);
  });

  it('and 20,000 citations of one claim, each with a date and a count', { timeout: AMPLE }, () => {
    const built = records({
      claims: [
        {
          id: 'c',
          predicate: 'met',
          citations: Array.from({ length: CLAIMS }, (_, i) => ({
            id: `k${i}`,
            happened: `${1900 + (i % 100)}`,
            count: { min: i % 50, max: i % 50, basis: 'stated' as const },
          })),
        },
      ],
    });
    const figures = deriveFigures(built).get('c');
    expect([figures?.happened.length, figures?.count.length, figures?.citations]).toEqual([100, 50, CLAIMS]);
  });
});
