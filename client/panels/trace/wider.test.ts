import { describe, expect, it } from 'vitest';
import type { TraceSwitches } from '../../../server/domain/model/questions.ts';
import { traceSwitches } from '../../../server/contract/records.ts';
import { switched, together, widenings } from './wider.ts';

const searched = { from: [], to: [], maxHops: 6, slack: 2, entitiesSeen: 9, stated: [], stoppedAtLimit: false, more: false, hubsNotPassed: [], text: '' };
const ids = (switches: TraceSwitches, more = {}) =>
  widenings({ searched: { ...searched, maxHops: switches.maxHops ?? 6, ...more }, linked: false }, switches, {}).map((way) => way.id);

describe('the ways to search wider', () => {
  it('are only those not used yet', () => {
    expect(ids({})).toEqual(['generic', 'aggregate', 'types', 'groups', 'hops']);
    expect(ids({ throughGeneric: true, maxHops: 8, groups: ['justice'] })).toEqual(['aggregate', 'types', 'groups']);
    expect(ids({ standingAtLeast: 'charged', uninvolvedAtLeast: 1 })).toContain('standing');
    expect(ids({ datasets: ['constructor'] })).toContain('datasets');
    expect(ids({ originsAtLeast: 2, uncontested: true, mustPass: ['a'], mustAvoid: ['b'] })).toEqual(
      expect.arrayContaining(['origins', 'contested', 'passed', 'avoided']),
    );
    expect(ids({}, { hubsNotPassed: [{ id: 'iran', name: 'Iran' }] })).toContain('degree');
    expect(widenings({ searched, linked: true }, {}, { happened: '2021' }).map((way) => way.id)).toEqual(expect.arrayContaining(['slack', 'clocks']));
  });
  it('can all be used at once, and then none is left; each is a switch of the API', () => {
    const start: TraceSwitches = { standingAtLeast: 'charged', throughTypes: ['Place'], datasets: ['fire'] };
    const ways = widenings({ searched, linked: false }, start, {});
    for (const way of ways) expect(traceSwitches.safeParse(switched(start, way.switches)).success, way.id).toBe(true);
    const all = switched(start, together(ways).switches);
    expect(widenings({ searched: { ...searched, maxHops: all.maxHops ?? 6 }, linked: false }, all, {})).toEqual([]);
  });
});
