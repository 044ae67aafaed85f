/** Which bodies are above which, by the claims that stand. */
import { describe, expect, it } from 'vitest';
import { deriveFigures } from './derive-figures.ts';
import { records } from '../testing/build-records.ts';
import { DENIED, HIRED, PART_OF, partOf } from '../testing/plot-predicates.ts';
import { bodiesAbove, withinEdges } from './within.ts';

const predicates = [PART_OF, HIRED];

describe('the bodies above', () => {
  const built = records({
    predicates,
    claims: [
      partOf('w1', 'man', 'unit'),
      partOf('w2', 'unit', 'corps'),
      partOf('w3', 'corps', 'state'),
      { ...partOf('w4', 'man', 'gang'), citations: DENIED },
      partOf('w5', 'unknown', 'corps'),
      partOf('w6', 'state', 'corps'),
      { id: 'h', predicate: 'hired', subject: 'state', object: 'other' },
    ],
  });
  const edges = withinEdges(built, deriveFigures(built));
  it('are found by visible within claims that stand and whose ends are known', () => {
    expect(edges.map(({ claim, lower, upper }) => `${claim} ${lower} < ${upper}`)).toEqual([
      'w1 man < unit',
      'w2 unit < corps',
      'w3 corps < state',
      'w6 state < corps',
    ]);
    expect(withinEdges(built, (id) => id === 'w4')).toEqual([{ claim: 'w4', lower: 'man', upper: 'gang' }]);
  });
  it('are found transitively, without the entities asked about', () => {
    expect([...bodiesAbove(['man'], edges)].sort()).toEqual(['corps', 'state', 'unit']);
    expect([...bodiesAbove(['corps'], edges)]).toEqual(['state']);
    expect(bodiesAbove(['other'], edges).size).toBe(0);
  });
});
