import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { act, amend, type History, HISTORY_LIMIT, jump, redo, stages, startHistory, undo } from './history.ts';

describe('undo and redo', () => {
  it('go back and forward through every act, each with its words', () => {
    const done = act(act(startHistory('empty'), 'Place Iran', 'one'), 'Expand Iran', 'two');
    const back = undo(done);
    expect(back.present).toBe('one');
    expect(back.future[0]?.act).toBe('Expand Iran');
    expect(redo(back)).toEqual(done);
    expect(undo(undo(back)).present).toBe('empty');
  });
  it('allow no redo after a new act', () => {
    const forked = act(undo(act(startHistory('a'), 'to b', 'b')), 'to c', 'c');
    expect(forked.future).toEqual([]);
    expect(undo(forked).present).toBe('a');
  });
  it('leave the history as it is where nothing changed', () => {
    const history = startHistory('a');
    expect(act(history, 'nothing', 'a')).toBe(history);
    expect(undo(history)).toBe(history);
    expect(redo(history)).toBe(history);
  });
  it('keep a bounded number of steps', () => {
    let history = startHistory(0);
    for (let i = 1; i <= HISTORY_LIMIT + 5; i += 1) history = act(history, `step ${i}`, i);
    expect(history.past).toHaveLength(HISTORY_LIMIT);
    expect(history.past[0]?.document).toBe(5);
  });
  it('take the positions of a layout without a step of their own', () => {
    const history = amend(act(startHistory('a'), 'to b', 'b'), 'b, laid out');
    expect(history.past).toHaveLength(1);
    expect(undo(history).present).toBe('a');
    expect(redo(undo(history)).present).toBe('b, laid out');
  });
});

/** All documents of a history, oldest first. */
const documents = <D>(history: History<D>): D[] => [...history.past.map((s) => s.document), history.present, ...history.future.map((s) => s.document)];

describe('the stages of a history', () => {
  it('name the act that led to each, and mark the current one', () => {
    const history = undo(act(act(startHistory('a'), 'to b', 'b'), 'to c', 'c'));
    expect(stages(history).map((stage) => `${stage.act}|${stage.when}`)).toEqual(['|past', 'to b|now', 'to c|future']);
    expect(jump(history, 0).present).toBe('a');
    expect(jump(history, 2).present).toBe('c');
    expect(jump(history, 3)).toBe(history);
    expect(jump(history, -1)).toBe(history);
    expect(jump(history, 0.5)).toBe(history);
  });
  it('stay in their order with the same documents through any row of undo, redo and jump, until the next act', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('act' as const) }),
      fc.record({ kind: fc.constant('undo' as const) }),
      fc.record({ kind: fc.constant('redo' as const) }),
      fc.record({ kind: fc.constant('jump' as const), to: fc.integer({ min: -2, max: 30 }) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let history = startHistory(0);
        let n = 0;
        for (const next of steps) {
          const before = { acts: stages(history).map((s) => s.act), documents: documents(history), at: history.past.length };
          if (next.kind === 'act') {
            n += 1;
            history = act(history, `act ${n}`, n);
            expect(documents(history)).toEqual([...before.documents.slice(0, before.at + 1), n]);
            expect(stages(history).map((s) => s.act)).toEqual([...before.acts.slice(0, before.at + 1), `act ${n}`]);
            continue;
          }
          history = next.kind === 'undo' ? undo(history) : next.kind === 'redo' ? redo(history) : jump(history, next.to);
          expect(stages(history).map((s) => s.act)).toEqual(before.acts);
          expect(documents(history)).toEqual(before.documents);
          expect(
            stages(history)
              .filter((s) => s.when === 'now')
              .map((s) => s.at),
          ).toEqual([history.past.length]);
        }
      }),
      { seed: 5, numRuns: 200, verbose: 1 },
    );
  });
});
