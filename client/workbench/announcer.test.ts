import { describe, expect, it } from 'vitest';
import { act, amend, HISTORY_LIMIT, jump, redo, startHistory, undo } from '../state/history.ts';
import { said } from './announcer.tsx';

const one = act(startHistory('nothing'), 'Place Iran', 'iran');
const two = act(one, 'Expand Iran', 'more');

describe('the announcement of a step', () => {
  it('names the act, the act undone, and the act redone', () => {
    expect(said(one, two)).toBe('Expand Iran');
    expect(said(two, undo(two))).toBe('Taken back: Expand Iran');
    expect(said(undo(two), two)).toBe('Done again: Expand Iran');
    expect(said(undo(two), redo(undo(two)))).toBe('Done again: Expand Iran');
  });
  it('names the last act of a jump, and a new act after an undo as new', () => {
    expect(said(two, jump(two, 0))).toBe('Taken back: Place Iran');
    expect(said(jump(two, 0), two)).toBe('Done again: Expand Iran');
    const back = undo(two);
    expect(said(back, act(back, 'Hide Iran', 'less'))).toBe('Hide Iran');
  });
  it('is empty where a layout set positions or nothing changed, and works when the history is full', () => {
    expect(said(two, amend(two, 'laid out'))).toBeUndefined();
    expect(said(two, two)).toBeUndefined();
    let full = two;
    for (let i = 0; i <= HISTORY_LIMIT; i += 1) full = act(full, `step ${i}`, `${i}`);
    expect(said(full, act(full, 'One more', 'x'))).toBe('One more');
  });
});
