/** The best match comes first, and the answer says why it matched. */
import { describe, expect, it } from 'vitest';
import { rankMatches, type MatchCandidate } from './rank-matches.ts';

const person = (id: string, ...texts: string[]): MatchCandidate => ({
  id,
  names: texts.map((text, i) => ({ text, lang: 'en', kind: i === 0 ? 'primary' : 'alias' })),
  degree: 1,
});
const ranked = (q: string, ...people: MatchCandidate[]) => rankMatches(q, people).map((m) => `${m.id} ${m.why}`);

describe('rank-matches', () => {
  it('ranks the whole name above its beginning, its words and a misspelling', () => {
    const people = [
      person('misspelt', 'Rafad Amirov'),
      person('words', 'Colonel Amirov, Rafat'),
      person('begun', 'Rafat Amirov the elder'),
      person('whole', 'Rafat Amirov'),
    ];
    expect(ranked('rafat amirov', ...people)).toEqual(['whole exact', 'begun prefix', 'words words', 'misspelt fuzzy']);
  });
  it('names the alias that matched, not the primary name', () => {
    const [match] = rankMatches('farkhoddin', [person('a', 'Polad Omarov', 'Farkhoddin')]);
    expect(match?.name.text).toBe('Farkhoddin');
    expect(match?.name.kind).toBe('alias');
  });
  it('finds a name written in another script', () => {
    expect(ranked('Рафат Амиров', person('a', 'Rafat Amirov'))).toEqual(['a transliterated']);
    expect(ranked('Амиров', person('a', 'Rafat Amirov'))).toEqual(['a transliterated']);
    expect(ranked('رضا پهلوی', person('a', 'Reza Pahlavi'), person('b', 'Rosa Phillips'))).toEqual(['a transliterated']);
  });
  it('finds a name whose last word is not finished', () => {
    expect(ranked('masih alin', person('a', 'Masih Alinejad'))).toEqual(['a prefix']);
    expect(ranked('alin', person('a', 'Masih Alinejad'))).toEqual(['a words']);
  });
  it('gives exact names only, where asked to', () => {
    expect(rankMatches('amirov', [person('a', 'Rafat Amirov')], { exact: true })).toEqual([]);
  });
  it('answers an empty search with all, the best connected first', () => {
    expect(ranked(' ', { ...person('a', 'A'), degree: 1 }, { ...person('b', 'B'), degree: 9 })).toEqual(['b any', 'a any']);
  });
});
