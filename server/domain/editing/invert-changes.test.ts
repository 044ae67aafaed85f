/** The opposite of change sets brings records back to the states before them, and never over a later change of another. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordKey } from '../importing/change-plan.ts';
import { checkProperty } from '../testing/check-property.ts';
import { changesOf, invertChanges, restoreTo, stateAt, type RecordHistory, type RecordState } from './invert-changes.ts';

const KEY: RecordKey = 'entity/constructor';
const state = (from: number, to: number | undefined, json: string): RecordState => ({ from, ...(to === undefined ? {} : { to }), json, aliases: [] });
const invert = (history: RecordHistory, ...revisions: number[]) => invertChanges(new Map([[KEY, history]]), revisions);

describe('the opposite of a change set', () => {
  it('takes away what it made, and puts back what it changed or removed', () => {
    expect(invert([state(1, undefined, 'a')], 1)).toMatchObject({ remove: [KEY], later: [] });
    expect(invert([state(1, 2, 'a'), state(2, undefined, 'b')], 2).put.get(KEY)?.json).toBe('a');
    expect(invert([state(1, 2, 'a')], 2).put.get(KEY)?.json).toBe('a');
  });
  it('names the later change of a record that stands in its way, unless that is undone too', () => {
    const history = [state(1, 2, 'a'), state(2, 3, 'b'), state(3, undefined, 'c')];
    expect(invert(history, 2).later).toEqual([{ key: KEY, revisions: [3] }]);
    expect(invert(history, 2, 3)).toMatchObject({ later: [] });
    expect(invert(history, 2, 3).put.get(KEY)?.json).toBe('a');
  });
  it('is free where a later change was undone already', () => {
    const history = [state(1, 2, 'a'), state(2, 3, 'b'), state(3, 4, 'c'), state(4, undefined, 'b')];
    expect(invert(history, 2).put.get(KEY)?.json).toBe('a');
    expect(invert(history, 3).put.size).toBe(0);
  });
});

/** A record that was made, changed and removed at random revisions. */
const history = fc.array(fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }), { minLength: 1, maxLength: 8 }).map((texts): RecordState[] => {
  const states: RecordState[] = [];
  for (const [i, json] of texts.entries()) {
    const last = states.at(-1);
    const open = last && last.to === undefined ? last : undefined;
    if (open?.json === json) continue;
    if (open) states[states.length - 1] = { ...open, to: i + 1 };
    if (json !== undefined) states.push(state(i + 1, undefined, json));
  }
  return states;
});

it('of all that came after a revision brings back the state at it, as a restore does', () => {
  checkProperty(
    'undo of the latest changes',
    fc.property(history, fc.nat(8), (states, at) => {
      const later = changesOf(states).filter((revision) => revision > at);
      const histories = new Map([[KEY, states]]);
      const inverse = invertChanges(histories, later);
      expect(inverse.later).toEqual([]);
      const [now, then] = [stateAt(states, Number.POSITIVE_INFINITY), stateAt(states, at)];
      const after = inverse.remove.length > 0 ? undefined : (inverse.put.get(KEY) ?? now);
      expect(after?.json).toBe(then?.json);
      const restored = restoreTo(histories, at);
      expect([[...restored.put.keys()], restored.remove]).toEqual([[...inverse.put.keys()], inverse.remove]);
    }),
  );
});
