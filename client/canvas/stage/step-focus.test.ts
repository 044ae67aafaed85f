import { describe, expect, it } from 'vitest';
import { edge, node, positionsOf } from '../../testing/build-views.ts';
import { stepFocus } from './step-focus.ts';

const nodes = ['a', 'b', 'c'].map((id) => node(id));
const at = positionsOf({ a: { x: 0, y: 0 }, b: { x: 100, y: 10 }, c: { x: 60, y: 0 } });

describe('arrow keys on the canvas', () => {
  it('start at the leftmost entity', () => {
    expect(stepFocus(undefined, 'ArrowRight', nodes, [], at)).toBe('a');
  });
  it('start at an entity that is drawn, and not at one that a fold counts', () => {
    expect(stepFocus(undefined, 'ArrowRight', [node('folded'), ...nodes], [], positionsOf({ b: { x: 100, y: 10 }, c: { x: 60, y: 0 } }))).toBe('c');
  });
  it('prefer a neighbour to an entity that is only nearer', () => {
    expect(stepFocus('a', 'ArrowRight', nodes, [edge('e', 'a', 'b')], at)).toBe('b');
    expect(stepFocus('a', 'ArrowRight', nodes, [], at)).toBe('c');
  });
  it('lead to the fold that counts a neighbour', () => {
    const places = positionsOf({ a: { x: 0, y: 0 }, 'alike b': { x: 100, y: 10 }, c: { x: 60, y: 0 } });
    const stops = [{ id: 'a' }, { id: 'alike b' }, { id: 'c' }];
    expect(stepFocus('a', 'ArrowRight', stops, [edge('e', 'a', 'b')], places, (id) => (id === 'b' ? 'alike b' : id))).toBe('alike b');
  });
  it('lead nowhere where there is nothing in that direction', () => {
    expect(stepFocus('a', 'ArrowUp', nodes, [edge('e', 'a', 'b')], at)).toBeUndefined();
  });
});
