import { describe, expect, it } from 'vitest';
import { edge, node } from '../testing/build-views.ts';
import { initialState, reduce } from './reduce.ts';
import { drawnClocks, isStruckHere, isWhatIf, strikeToggled } from './struck.ts';

describe('what is struck', () => {
  it('is put into the clocks and back by the same press, beside the dates', () => {
    const one = strikeToggled({ published: '2023' }, 'voices', 'constructor');
    expect(one).toEqual({ published: '2023', without: { voices: ['constructor'] } });
    const two = strikeToggled(one, 'claims', 'x');
    expect([isWhatIf(two), isStruckHere(two, 'claims', 'x'), isStruckHere(two, 'voices', 'x')]).toEqual([true, true, false]);
    expect(strikeToggled(strikeToggled(two, 'voices', 'constructor'), 'claims', 'x')).toEqual({ published: '2023' });
    expect(drawnClocks(two)).toEqual({ published: '2023' });
  });
});

describe('a view without something', () => {
  const without = { voices: ['v'] };
  const struck = reduce(initialState(), { type: 'clocks', words: 'Strike', clocks: { without } });
  const place = { type: 'place' as const, words: 'Trace', nodes: [node('a')], edges: [edge('x', 'a', 'b')], entities: ['a'] };
  it('draws what an answer names, and reads it as it is', () => {
    const placed = reduce(struck, { ...place, clocks: { without } });
    expect(placed.history.present.canvas.entities).toEqual(['a']);
    expect(placed.cache.nodes.has('a')).toBe(false);
    const read = reduce(placed, { type: 'received', clocks: {}, nodes: [node('a')], edges: [], absent: [] });
    expect(read.cache.nodes.has('a')).toBe(true);
    // What was read is kept when it is put back.
    expect(reduce(read, { type: 'undo' }).cache.nodes.has('a')).toBe(true);
    expect(reduce(read, { type: 'clocks', words: 'Leave', clocks: {} }).cache.nodes.has('a')).toBe(true);
  });
  it('takes no answer without something else, nor keeps its figures', () => {
    const other = { without: { voices: ['w'] } };
    expect(reduce(struck, { ...place, clocks: other })).toBe(struck);
    expect(reduce(struck, { type: 'received', clocks: { without }, nodes: [node('a')], edges: [], absent: [] }).cache).toBe(struck.cache);
  });
});
