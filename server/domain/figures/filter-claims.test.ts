/** What a filter lets through. */
import { describe, expect, it } from 'vitest';
import { deriveFigures } from './derive-figures.ts';
import { claimTest } from './filter-claims.ts';
import type { ClaimFilter } from '../model/questions.ts';
import { records } from '../testing/build-records.ts';
import { DENIED, HIRED, PART_OF, TARGETED } from '../testing/plot-predicates.ts';

const predicates = [PART_OF, HIRED, TARGETED];

describe('a filter', () => {
  const built = records({
    predicates,
    voices: [{ id: 'v' }, { id: 'w' }],
    sources: [
      { id: 's', voice: 'v', published: '2018' },
      { id: 't', voice: 'w', published: '2022' },
    ],
    entities: { gang: 'Gang', plot: 'Plot' },
    claims: [
      {
        id: 'one',
        predicate: 'hired',
        subject: 'a',
        object: 'gang',
        in: 'plot',
        citations: [
          { source: 's', standing: { level: 'charged', by: 'us', case: 'k' } },
          { source: 't', dataset: 'second' },
        ],
      },
      {
        id: 'two',
        predicate: 'part-of',
        subject: 'b',
        object: 'c',
        citations: [{ source: 's', standing: { level: 'alleged', by: 'us' } }],
      },
      { id: 'three', predicate: 'targeted', subject: 'plot', object: 'unknown', citations: DENIED },
    ],
  });
  const passing = (filter: ClaimFilter, published?: string) => {
    const figures = deriveFigures(built, { clocks: { published } });
    const passes = claimTest(filter, built);
    return [...built.claims.values()].filter((claim) => passes(claim, figures.get(claim.id)!)).map(({ id }) => id);
  };
  it.each<[ClaimFilter, string[]]>([
    [{}, ['one', 'two', 'three']],
    [{ standingAtLeast: 'reported' }, ['one', 'two']],
    [{ standingAtLeast: 'sanctioned' }, ['one']],
    [{ standingAtMost: 'reported' }, ['two', 'three']],
    [{ originsAtLeast: 2 }, ['one']],
    [{ originsAtMost: 0 }, ['three']],
    [{ uninvolvedAtLeast: 1, uninvolvedAtMost: 1 }, ['two']],
    [{ contested: true }, ['three']],
    [{ contested: false }, ['one', 'two']],
    [{ disputedOnly: true }, ['three']],
    [{ disputedOnly: false }, ['one', 'two']],
    [{ openOnly: true }, []],
    [{ openOnly: false }, ['one', 'two', 'three']],
    [{ firstPublishedAfter: '2017-12' }, ['one', 'two']],
    [{ firstPublishedAfter: '2018-06~' }, []],
    [{ firstPublishedAfter: '2017/..' }, []],
    [{ groups: ['sponsorship', 'target'] }, ['one', 'three']],
    [{ predicates: ['part-of'] }, ['two']],
    [{ predicatesNot: ['part-of', 'hired'] }, ['three']],
    [{ predicatesNot: [] }, ['one', 'two', 'three']],
    [{ entities: ['plot'] }, ['one', 'three']],
    [{ types: ['Plot'] }, ['three']],
    [{ types: ['Gang', 'Plot'] }, ['one', 'three']],
    [{ typesNot: ['Gang'] }, ['two', 'three']],
    [{ typesNot: ['Plot'] }, ['one', 'two']],
    [{ typesNot: [] }, ['one', 'two', 'three']],
    [{ sources: ['t'] }, ['one']],
    [{ voices: ['v'] }, ['one', 'two']],
    [{ voicesAll: ['v'] }, ['one', 'two']],
    [{ voicesAll: ['w', 'v'] }, ['one']],
    [{ voicesAll: ['v', 'nobody'] }, []],
    [{ voicesAll: [] }, ['one', 'two', 'three']],
    [{ datasets: ['second'] }, ['one']],
    [{ datasets: ['test'] }, ['one', 'two', 'three']],
    [{ groups: ['sponsorship'], originsAtMost: 1 }, []],
  ])('%j lets %j through', (filter, ids) => {
    expect(passing(filter)).toEqual(ids);
  });
  it('sees what the view sees', () => {
    expect(passing({ sources: ['t'] }, '2019')).toEqual([]);
    expect(passing({ originsAtLeast: 2 }, '2019')).toEqual([]);
    expect(passing({}, '2017')).toEqual([]);
  });
  it('tells apart a claim with an origin that is not established', () => {
    const open = records({
      predicates,
      voices: [{ id: 'v' }],
      sources: [{ id: 's', voice: 'v' }],
      claims: [
        { id: 'named', predicate: 'part-of', subject: 'a', object: 'b', citations: [{ source: 's' }] },
        { id: 'open', predicate: 'part-of', subject: 'b', object: 'c', citations: [{ source: 's', originBasis: 'not-established' }] },
      ],
    });
    const figures = deriveFigures(open, {});
    const passingOf = (openOnly: boolean) => {
      const passes = claimTest({ openOnly }, open);
      return [...open.claims.values()].filter((claim) => passes(claim, figures.get(claim.id)!)).map(({ id }) => id);
    };
    expect(passingOf(true)).toEqual(['open']);
    expect(passingOf(false)).toEqual(['named']);
  });
});
