import { describe, expect, it } from 'vitest';
import { ENTITY_TYPES, GROUPS, WITHHELD_TYPES } from '../model/lists.ts';
import { DEFAULT_SWITCHES, effectiveSwitches, isHop, mayPass } from './trace-switches.ts';

describe('the switches of a trace', () => {
  it('are the defaults, with nothing to state, where nothing is asked and people are the ends', () => {
    expect(effectiveSwitches({}, ['Person'], ['Country'])).toEqual({
      ...DEFAULT_SWITCHES,
      stated: [],
    });
  });
  it.each([
    ['Place', 'geography'],
    ['Case', 'justice'],
    ['Measure', 'justice'],
  ] as const)('a %s at either end turns %s and its type on, and says so', (type, group) => {
    for (const [from, to] of [
      [[type], ['Person' as const]],
      [['Person' as const], [type]],
    ] as const) {
      const switches = effectiveSwitches({}, from, to);
      expect(switches).toMatchObject({ throughTypes: [type], groups: [group] });
      expect(switches.stated).toEqual([expect.stringContaining(`group “${group}” count as hops`)]);
    }
  });
  it('a Case and a Measure turn justice on once, and each its own type', () => {
    const { throughTypes, groups, stated } = effectiveSwitches({}, ['Case'], ['Measure']);
    expect({ throughTypes, groups }).toEqual({
      throughTypes: ['Case', 'Measure'],
      groups: ['justice'],
    });
    expect(stated).toHaveLength(2);
  });
  it('every one switched on is stated, and none that says the default', () => {
    const given = {
      throughTypes: ['Country' as const],
      throughGeneric: true,
      throughAggregate: true,
      groups: ['statement' as const],
      degreeLimit: 7,
      maxHops: 3,
      slack: 0,
      order: 'hops' as const,
      standingAtLeast: 'charged' as const,
      uninvolvedAtLeast: 1,
      datasets: ['constructor', 'other'],
    };
    expect(effectiveSwitches(given, [], []).stated).toEqual([
      'Paths may pass through countries.',
      'Claims of the group “statement” count as hops.',
      'Paths may pass through generic entities.',
      'Paths may pass through aggregates.',
      'Paths pass through no entity with more than 7 segments.',
      'Paths have at most 3 hops.',
      'Only the shortest paths are shown.',
      'Paths with fewer hops come first.',
      'Only claims that stand at “charged” or higher count as hops.',
      'Only claims with at least 1 uninvolved origin count as hops.',
      'Only claims of the datasets “constructor” and “other” count as hops.',
    ]);
    expect(effectiveSwitches({ ...DEFAULT_SWITCHES }, [], []).stated).toEqual([]);
  });
  it('a switch that is undefined counts as not set', () => {
    expect(effectiveSwitches({ maxHops: undefined, slack: undefined }, [], [])).toMatchObject({
      maxHops: 6,
      slack: 2,
    });
  });
});

describe('what a trace withholds', () => {
  it('is a country, a place, a case, a measure, and no other type', () => {
    const plain = ENTITY_TYPES.filter((type) => mayPass({ type, generic: false, aggregate: false }, DEFAULT_SWITCHES));
    expect(WITHHELD_TYPES).toEqual(['Country', 'Place', 'Case', 'Measure']);
    expect(plain).toEqual(['Person', 'Group', 'Gang', 'Agency', 'Organization', 'Plot', 'Event', 'Item']);
  });
  it('is whatever no dataset asked for holds', () => {
    const claim = { group: 'execution' as const, rank: 1, origins: 1, uninvolvedOrigins: 0, traversed: true, disputedOnly: false };
    const asked = { ...DEFAULT_SWITCHES, datasets: ['constructor'] };
    expect([['constructor'], ['a', 'constructor'], ['a'], []].map((datasets) => isHop({ ...claim, datasets }, asked))).toEqual([true, true, false, false]);
    expect(isHop({ ...claim, datasets: ['a'] }, DEFAULT_SWITCHES)).toBe(true);
  });
  it('is justice, geography, statement, identity, and no other group', () => {
    const claim = { rank: 1, origins: 1, uninvolvedOrigins: 0, traversed: true, disputedOnly: false };
    const followed = GROUPS.filter((group) => isHop({ ...claim, group }, DEFAULT_SWITCHES));
    expect(followed).toEqual(['sponsorship', 'intermediation', 'execution', 'target', 'structure', 'association']);
  });
});
