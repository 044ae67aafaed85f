import { describe, expect, it } from 'vitest';
import { contextOf } from '../domain/testing/narration-context.ts';
import { defaultAsked } from './default-asked.ts';
import { defaultTitle } from './default-title.ts';

const label = (text: string) => [{ text, lang: 'en', kind: 'label' as const }];
const primary = (text: string) => [{ text, lang: 'en', kind: 'primary' as const }];
const ctx = contextOf({
  dataset: { id: 'demo', title: 'A demonstration' },
  entities: [
    { id: 'ann', names: primary('Ann Lee') },
    { id: 'constructor', names: primary('حسن') },
    { id: 'gang', type: 'Gang', names: label('Gang from the east') },
    { id: 'plot', type: 'Plot', names: label('Plot to kill a writer') },
    { id: 'state', type: 'Country', names: primary('Sylvania') },
  ],
  claims: [
    { id: 'a', predicate: 'met', subject: 'ann', object: 'gang' },
    { id: 'b', predicate: 'met', subject: 'state', object: 'gang' },
    { id: 'c', predicate: 'met', subject: 'constructor', object: 'plot' },
    { id: 'd', predicate: 'met', subject: 'unknown', object: 'none' },
    { id: 'loop', predicate: 'met', subject: 'plot', object: 'plot' },
  ],
});
const title = (claims: string[], entities: string[] = [], datasets: string[] = []) => defaultTitle({ ctx, claims, entities, datasets });
const path = (from: string, to: string) => ({ entities: [from, 'gang', to], hops: [], weakest: { hop: 0, sentence: '' } }) as never;

describe('the title of an export that was given none', () => {
  it('is that of the case where something of it is left out, which it says', () => {
    expect(defaultTitle({ ctx, claims: ['a'], entities: ['ann', 'gang'], datasetsCut: ['demo'] })).toBe('A demonstration, without what was left out');
    expect(defaultAsked({ ctx, datasetsCut: ['demo'] })).toBe('All of A demonstration, without what was left out.');
  });
  it('names the ends of a single claim', () => {
    expect(title(['a'])).toBe('Ann Lee and the gang from the east');
    expect(title(['loop'])).toBe('The plot to kill a writer');
  });
  it('names the entities of most claims first, and counts the rest', () => {
    expect(title(['a', 'b'])).toBe('The gang from the east, Ann Lee and Sylvania');
    expect(title(['a', 'b', 'c'])).toBe('The gang from the east, Ann Lee, Sylvania and 2 more');
  });
  it('names entities that stand there alone, and each once', () => {
    expect(title([], ['constructor'])).toBe('حسن');
    expect(title(['d'], ['state', 'ann', 'state'])).toBe('Ann Lee and Sylvania');
  });
  it('counts the claims where nobody is named, and says so of nothing', () => {
    expect(title(['d'])).toBe('1 claim');
    expect(title([])).toBe('0 claims');
  });
  it('says as of when it is told', () => {
    const at = contextOf({ entities: [{ id: 'ann', names: primary('Ann Lee') }] }, { happened: '2022-08', published: '2023' });
    expect(defaultTitle({ ctx: at, claims: [], entities: ['ann'] })).toBe(
      'Ann Lee, as published by the end of 2023, of what had happened by the end of August 2022',
    );
  });
  it('names the datasets taken whole', () => {
    expect(title(['a'], [], ['demo', 'x', 'y', 'z', 'w'])).toBe('A demonstration, x, y and 2 more');
  });
  it('names the ends of several paths, each pair once', () => {
    const of = (...paths: never[]) => defaultTitle({ ctx, entities: [], claims: [], paths });
    expect(of(path('ann', 'state'), path('ann', 'state'))).toBe('From Ann Lee to Sylvania: 2 paths');
    expect(of(path('ann', 'state'), path('constructor', 'state'))).toBe('From Ann Lee to Sylvania and from حسن to Sylvania: 2 paths');
  });
});
