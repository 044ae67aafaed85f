import { describe, expect, it } from 'vitest';
import { edge, node } from '../../testing/build-views.ts';
import { countryOf } from './country-of.ts';

const nodes = new Map(
  [
    node('iran', { type: 'Country' }),
    node('iraq', { type: 'Country' }),
    node('irgc', { type: 'Agency' }),
    node('quds', { type: 'Agency' }),
    node('tehran', { type: 'Place' }),
    node('a'),
    node('b'),
  ].map((one) => [one.id, one]),
);
const told = (predicate: string, from: string, to: string, rank = 1) => edge(`${predicate}-${from}-${to}`, from, to, { predicate, rank });

describe('the country that claims give an entity', () => {
  it('is found through bodies and places, and absent where no claim gives one', () => {
    const claims = [
      told('organ-of', 'irgc', 'iran'),
      told('part-of', 'quds', 'irgc'),
      told('located-in', 'tehran', 'iran'),
      told('resident-of', 'a', 'tehran'),
    ];
    expect([...countryOf(nodes.keys(), claims, nodes)]).toEqual([
      ['iran', 'iran'],
      ['iraq', 'iraq'],
      ['irgc', 'iran'],
      ['quds', 'iran'],
      ['tehran', 'iran'],
      ['a', 'iran'],
    ]);
  });
  it('is several where claims of one kind give several, and is that of the first kind that gives one', () => {
    const claims = [
      told('citizen-of', 'a', 'iran'),
      told('citizen-of', 'a', 'iraq'),
      told('citizen-of', 'b', 'iraq'),
      told('resident-of', 'b', 'iran'),
      told('citizen-of', 'b', 'iran', -1),
    ];
    expect([...countryOf(['a', 'b'], claims, nodes)]).toEqual([
      ['a', 'several'],
      ['b', 'iraq'],
    ]);
  });
  it('is absent where bodies form a cycle, and ignores travel', () => {
    expect(countryOf(['irgc', 'a'], [told('part-of', 'irgc', 'quds'), told('part-of', 'quds', 'irgc'), told('travelled-to', 'a', 'iran')], nodes).size).toBe(0);
  });
});
