/** People of one name are not taken for each other in what is printed (fault 16). */
import { describe, expect, it } from 'vitest';
import { contextOf, sentenceOf } from '../testing/narration-context.ts';
import { nameApart, sharedNameLines, sharedNames } from './shared-names.ts';

const smith = (id: string, text = 'John Smith') => ({ id, type: 'Person' as const, names: [{ text, lang: 'en', kind: 'primary' as const }] });
const ctx = contextOf({
  entities: [smith('john-1'), smith('john-2', 'JOHN SMITH'), smith('ann', 'Ann Smith'), { id: 'plot', type: 'Plot' }],
  predicates: [{ id: 'killed', group: 'execution', takes: ['Person', 'Plot'], roles: { subject: 'perpetrator' } }],
  claims: [
    { id: 'c1', subject: 'john-1', predicate: 'killed', object: 'john-2', citations: [{ source: 's', standing: 'reported' }] },
    { id: 'c2', subject: 'john-1', predicate: 'killed', object: 'plot', citations: [{ source: 's', standing: 'reported' }] },
  ],
});

describe('entities of one name', () => {
  const told = { ...ctx, sameName: sharedNames(['john-2', 'ann', 'john-1', 'plot'], ctx) };
  it('are those whose shown names differ in case only', () => {
    expect([...told.sameName].sort()).toEqual(['john-1', 'john-2']);
  });
  it('stand in a sentence with what tells them apart, others without', () => {
    expect(sentenceOf('c1', told)).toMatch(/John Smith \(the first of two so called\).*JOHN SMITH \(the second of two so called\)/);
    expect(sentenceOf('c1', told)).not.toMatch(/Ann Smith \(|\[/);
  });
  it('are told apart by type, by kind or by what the curator calls them, where that differs', () => {
    const paris = (id: string, more: object) => ({ id, names: [{ text: 'Paris', lang: 'en', kind: 'primary' as const }], ...more });
    const label = (text: string) => ({ names: [...paris('', {}).names, { text, lang: 'en', kind: 'label' as const }] });
    const among = (...entities: { id: string }[]) => {
      const of = contextOf({ entities });
      return entities.map(({ id }) => nameApart(id, of));
    };
    expect(among(paris('a', { type: 'Place' }), paris('b', { type: 'Person' }))).toEqual(['Paris (the place)', 'Paris (the person)']);
    expect(among(paris('a', { type: 'Place', kind: 'city' }), paris('b', { type: 'Place', kind: 'suburb' }))).toEqual([
      'Paris (the city)',
      'Paris (the suburb)',
    ]);
    expect(among(paris('a', label('the clerk')), paris('b', label('the innkeeper')))).toEqual(['Paris (the clerk)', 'Paris (the innkeeper)']);
    expect(among(paris('constructor', label('the clerk')), paris('b', {}), paris('a', {}))).toEqual([
      'Paris (the clerk)',
      'Paris (the second of three so called)',
      'Paris (the first of three so called)',
    ]);
  });
  it('are those of the cases told alone: a piece of one case says nothing of a namesake in another', () => {
    const here = contextOf({
      entities: [
        { ...smith('a'), dataset: 'constructor' },
        { ...smith('b'), dataset: 'other' },
        { ...smith('c'), dataset: 'constructor' },
      ],
    });
    expect(nameApart('a', here)).toBe('John Smith (the first of three so called)');
    expect(nameApart('a', { ...here, casesTold: new Set(['constructor']) })).toBe('John Smith (the first of two so called)');
    expect(nameApart('b', { ...here, casesTold: new Set(['other']) })).toBe('John Smith');
  });
  it('are listed with what they are and their hedged role', () => {
    expect(sharedNameLines(['john-1', 'john-2', 'ann', 'plot'], new Set(['c1', 'c2']), told)).toEqual([
      expect.stringMatching(
        /^2 entities are called John Smith: the first of two so called \(Person, reported perpetrator: .+\) and the second of two so called \(Person\)\.$/,
      ),
    ]);
  });
  it('are told apart where only one of them is told of, in sentences and in lists', () => {
    expect(sentenceOf('c2', ctx)).toMatch(/John Smith \(the first of two so called\)/);
    expect(nameApart('john-2', ctx)).toBe('JOHN SMITH (the second of two so called)');
    expect(nameApart('ann', ctx)).toBe('Ann Smith');
  });
  it('are named in the line only as far as they are in what is printed, with roles that its claims give', () => {
    expect(sharedNameLines(['ann', 'john-1'], new Set(), ctx)).toEqual(['2 entities are called John Smith; here stands the first of two so called (Person).']);
    expect(sharedNameLines(['john-1'], new Set(['c2']), ctx)[0]).toMatch(/; here stands the first of two so called \(Person, reported perpetrator: .+\)\.$/);
  });
  it('are told apart at a date at which they go by one name, and not where they then do not', () => {
    const then = { ...ctx, nameOf: (id: string) => (id === 'john-2' ? 'a man in a coat' : ctx.nameOf(id)) };
    expect(nameApart('john-2', then)).toBe('a man in a coat');
    const alike = { ...ctx, nameOf: (id: string) => (id === 'ann' || id === 'plot' ? 'Somebody' : ctx.nameOf(id)) };
    expect(nameApart('ann', { ...alike, sameName: sharedNames(['ann', 'plot'], alike) })).toBe('Somebody (the person)');
  });
  it('are told of only where there are any', () => {
    expect(sharedNameLines(['ann', 'plot'], new Set(['c2']), ctx)).toEqual([]);
    expect(sharedNames(['john-1', 'ann'], ctx).size).toBe(0);
  });
});
