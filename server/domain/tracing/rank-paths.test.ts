import { describe, expect, it } from 'vitest';
import type { EntityType } from '../model/lists.ts';
import type { TraceSwitches } from '../model/questions.ts';
import { rankPaths } from './rank-paths.ts';
import { graphOf, type HopBrief } from '../testing/trace-graphs.ts';
import { DEFAULT_SWITCHES } from './trace-switches.ts';

function rank(sequences: string[], hops: HopBrief[], types: Record<string, EntityType> = {}, switches: TraceSwitches = {}) {
  const graph = graphOf(hops, types);
  const split = sequences.map((sequence) => sequence.split(' '));
  return rankPaths(split, graph, { ...DEFAULT_SWITCHES, ...switches });
}
const ids = (paths: readonly { entities: string[] }[]) => paths.map((path) => path.entities.join(' '));

describe('a hop', () => {
  it('lists its claims by rank, uninvolved origins, origins and id, the best first', () => {
    const between = { from: 'a', to: 'b' };
    const { paths } = rank(
      ['a b'],
      [
        { ...between, claim: 'last', rank: 1, uninvolvedOrigins: 2, origins: 9 },
        { ...between, claim: 'c-id', rank: 3, uninvolvedOrigins: 1, origins: 2 },
        { ...between, claim: 'b-id', rank: 3, uninvolvedOrigins: 1, origins: 2 },
        { ...between, claim: 'more-origins', rank: 3, uninvolvedOrigins: 1, origins: 3 },
        { ...between, claim: 'uninvolved', rank: 3, uninvolvedOrigins: 2, origins: 2 },
      ],
    );
    expect(paths[0]?.hops[0]).toMatchObject({
      best: 'uninvolved',
      claims: ['uninvolved', 'more-origins', 'b-id', 'c-id', 'last'],
      rank: 3,
      uninvolvedOrigins: 2,
      origins: 2,
    });
  });
  it('reports which way its best claim points', () => {
    const { paths } = rank(
      ['a b c'],
      [
        { from: 'a', to: 'b' },
        { from: 'c', to: 'b' },
      ],
    );
    expect(paths[0]?.hops.map((hop) => hop.forward)).toEqual([true, false]);
  });
  it('lists a claim with two segments once', () => {
    const { paths } = rank(
      ['a b'],
      [
        { claim: 'c', n: 0, from: 'a', to: 'b' },
        { claim: 'c', n: 1, from: 'b', to: 'a' },
      ],
    );
    expect(paths[0]?.hops[0]).toMatchObject({ claims: ['c'], n: 0, forward: true });
  });
  it('never counts a claim that may be no hop, and a pair without any is an error', () => {
    expect(() => rank(['a b'], [{ from: 'a', to: 'b', traversed: false }])).toThrow(/no claim that may be a hop joins a and b/);
  });
});

describe('the weakest hop', () => {
  it('is sought among the accusatory hops, where there are any', () => {
    const { paths } = rank(
      ['a b c d'],
      [
        { from: 'a', to: 'b', rank: 1, accusatory: false },
        { from: 'b', to: 'c', rank: 5 },
        { from: 'c', to: 'd', rank: 3 },
      ],
    );
    expect(paths[0]?.weakest).toEqual({ hop: 2, rank: 3 });
  });
  it('is sought among all where none accuses', () => {
    const { paths } = rank(
      ['a b c'],
      [
        { from: 'a', to: 'b', rank: 6, accusatory: false },
        { from: 'b', to: 'c', rank: 1, accusatory: false },
      ],
    );
    expect(paths[0]?.weakest).toEqual({ hop: 1, rank: 1 });
  });
  it('is, of two that stand equally low, the one with fewer uninvolved origins, then fewer origins, then the first', () => {
    const three = (one: Partial<HopBrief>, other: Partial<HopBrief>) =>
      rank(
        ['a b c'],
        [
          { from: 'a', to: 'b', ...one },
          { from: 'b', to: 'c', ...other },
        ],
      ).paths[0]?.weakest.hop;
    expect(three({ uninvolvedOrigins: 1 }, { uninvolvedOrigins: 0 })).toBe(1);
    expect(three({ origins: 2 }, { origins: 1 })).toBe(1);
    expect(three({}, {})).toBe(0);
  });
});

describe('paths', () => {
  const hops: HopBrief[] = [
    { from: 'a', to: 'strong', rank: 5 },
    { from: 'strong', to: 'z', rank: 5 },
    { from: 'a', to: 'witnessed', rank: 5, uninvolvedOrigins: 2 },
    { from: 'witnessed', to: 'z', rank: 5, uninvolvedOrigins: 1 },
    { from: 'a', to: 'z', rank: 1 },
    { from: 'a', to: 'long', rank: 5 },
    { from: 'long', to: 'strong', rank: 5 },
    { from: 'a', to: 'also-strong', rank: 5 },
    { from: 'also-strong', to: 'z', rank: 5 },
  ];
  const all = ['a z', 'a strong z', 'a long strong z', 'a witnessed z', 'a also-strong z'];
  it('come in the order of weakest standing, fewest uninvolved origins, hops, ids', () => {
    expect(ids(rank(all, hops).paths)).toEqual(['a witnessed z', 'a also-strong z', 'a strong z', 'a long strong z', 'a z']);
  });
  it('or with fewer hops first', () => {
    expect(ids(rank(all, hops, {}, { order: 'hops' }).paths)).toEqual(['a z', 'a witnessed z', 'a also-strong z', 'a strong z', 'a long strong z']);
  });
  it('longer than the shortest link and the slack are left out', () => {
    expect(ids(rank(all, hops, {}, { slack: 1 }).paths)).not.toContain('a long strong z');
  });
});

describe('a body in common', () => {
  const within = { within: true, group: 'structure' as const };
  const bodyOnly = (path: string, hops: HopBrief[], types: Record<string, EntityType>) => {
    const { paths, commonBody } = rank([path], hops, types);
    expect(paths.length + commonBody.length).toBe(1);
    return commonBody[0]?.bodies ?? [];
  };
  it('is no link: a unit and a man both under one corps', () => {
    const hops = [
      { from: 'unit', to: 'corps', ...within },
      { from: 'man', to: 'corps', ...within },
    ];
    expect(bodyOnly('unit corps man', hops, { corps: 'Agency' })).toEqual(['corps']);
    expect(bodyOnly('unit corps man', hops, { corps: 'Organization' })).toEqual(['corps']);
  });
  it('is one by association too, and by one of each', () => {
    const hops: HopBrief[] = [
      { from: 'corps', to: 'x', group: 'association' },
      { from: 'man', to: 'corps', ...within },
    ];
    expect(bodyOnly('x corps man', hops, { corps: 'Agency' })).toEqual(['corps']);
  });
  it('is none where the body is a link of a chain: man, corps, state', () => {
    const hops = [
      { from: 'man', to: 'corps', ...within },
      { from: 'corps', to: 'state', ...within },
    ];
    expect(bodyOnly('man corps state', hops, { corps: 'Agency', state: 'Country' })).toEqual([]);
  });
  it('is none for two members of one gang', () => {
    const hops = [
      { from: 'one', to: 'gang', ...within },
      { from: 'other', to: 'gang', ...within },
    ];
    expect(bodyOnly('one gang other', hops, { gang: 'Gang' })).toEqual([]);
  });
  it('is none where any other claim joins a hop: the corps also tasked the man', () => {
    const hops: HopBrief[] = [
      { from: 'unit', to: 'corps', ...within },
      { from: 'man', to: 'corps', ...within },
      { from: 'corps', to: 'man', group: 'sponsorship' },
    ];
    expect(bodyOnly('unit corps man', hops, { corps: 'Agency' })).toEqual([]);
  });
  it('stands apart, and does not shorten the links', () => {
    const hops: HopBrief[] = [
      { from: 'unit', to: 'corps', ...within },
      { from: 'man', to: 'corps', ...within },
      { from: 'unit', to: 'x' },
      { from: 'x', to: 'y' },
      { from: 'y', to: 'man' },
    ];
    const { paths, commonBody } = rank(['unit corps man', 'unit x y man'], hops, { corps: 'Agency' }, { slack: 0 });
    expect(ids(paths)).toEqual(['unit x y man']);
    expect(ids(commonBody)).toEqual(['unit corps man']);
  });
});
