/** The request of an expansion combines the choice with the filters of the view: both must hold. */
import { describe, expect, it } from 'vitest';
import { type Filters, NO_FILTERS } from '../../state/view.ts';
import { type Choice, requestOf } from './use-expansion.ts';

const NOTHING: Choice = { off: [], types: [], origins: 0, uninvolved: 0, contested: false, withView: true, limit: 25 };
const view: Filters = {
  ...NO_FILTERS,
  standingAtLeast: 'charged',
  originsAtLeast: 2,
  hiddenTypes: ['Place'],
  hiddenPredicates: ['met-with'],
  sources: ['hub-s2'],
};

describe('the request of an expansion', () => {
  it('has the filters of the view where nothing is chosen', () => {
    const { limit, filter, types } = requestOf(NOTHING, view);
    expect(limit).toBe(25);
    expect(filter).toEqual({ standingAtLeast: 'charged', originsAtLeast: 2, typesNot: ['Place'], predicatesNot: ['met-with'], sources: ['hub-s2'] });
    expect(types).toBeUndefined();
  });
  it('has the higher of two standings and of two numbers', () => {
    expect(requestOf({ ...NOTHING, minimum: 'sanctioned', origins: 1 }, view).filter).toMatchObject({ standingAtLeast: 'charged', originsAtLeast: 2 });
    expect(requestOf({ ...NOTHING, minimum: 'convicted', origins: 3 }, view).filter).toMatchObject({ standingAtLeast: 'convicted', originsAtLeast: 3 });
  });
  it('leaves out what is switched off or hidden, also where its type is chosen', () => {
    const asked = requestOf({ ...NOTHING, off: ['hired'], types: ['Place', 'Gang'] }, view);
    expect(asked.filter.predicatesNot).toEqual(['hired', 'met-with']);
    expect(asked.filter.typesNot).toEqual(['Place']);
    expect(asked.types).toEqual(['Place', 'Gang']);
  });
  it('has the choice alone where the filters of the view are not to be used', () => {
    expect(requestOf({ ...NOTHING, off: ['hired'], withView: false }, view)).toEqual({ limit: 25, filter: { predicatesNot: ['hired'] } });
    expect(requestOf({ ...NOTHING, withView: false }, view)).toEqual({ limit: 25, filter: {} });
  });
});
