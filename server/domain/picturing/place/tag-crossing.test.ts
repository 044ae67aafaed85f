import { describe, expect, it } from 'vitest';
import { measureByTable } from '../plan/measure.ts';
import { boxOf } from '../plan/boxes.ts';
import type { DrawnEntity } from '../picture.ts';
import type { Block, Plan, PlannedLine } from '../plan/plan.ts';
import { tagCrossing } from './tag-crossing.ts';

const entity = (id: string): DrawnEntity => ({ id, type: 'Person', name: id, vague: false, lane: 3 });
const block = (id: string): Block => {
  const box = boxOf(entity(id), 'row', {}, measureByTable);
  return { id, lane: 3, width: box.width, height: box.height, boxes: [box] };
};
const line = (from: string, to: string, kind: PlannedLine['kind'] = 'claim'): PlannedLine => ({
  id: `${from} ${to}`,
  from,
  to,
  kind,
  joins: [`${from} ${to}`],
  claims: 1,
  bothWays: false,
  text: 'hired',
});
const LEFT = ['a', 'b', 'c', 'd'];
const RIGHT = ['w', 'x', 'y', 'z'];
const at = new Map<string, { x: number; y: number }>([
  ...LEFT.map((id, n) => [id, { x: 0, y: n * 60 }] as const),
  ...RIGHT.map((id, n) => [id, { x: 400, y: n * 60 }] as const),
]);
const plan = (lines: PlannedLine[]): Plan => ({
  form: 'row',
  load: 8,
  room: { width: 800, height: 600 },
  blocks: [...LEFT, ...RIGHT].map(block),
  lines,
  rails: [],
  folds: [],
  unfolded: [],
  waiting: [],
});
/** One line from the top to the bottom, which three others cross; its end "a" has three lines. */
const CROSSED = [line('a', 'w'), line('a', 'x'), line('a', 'z'), line('b', 'w'), line('c', 'x'), line('d', 'y')];

describe('lines that would cross many others', () => {
  it('end as tags: the one that most others cross comes first', () => {
    expect(tagCrossing(plan(CROSSED), at, new Set())[0]).toBe('a z');
  });
  it('stay lines where one of the ends is kept, where a fold moved them, and where neither end has lines enough to be named by a tag', () => {
    expect(tagCrossing(plan(CROSSED), at, new Set(['a']))).not.toContain('a z');
    expect(tagCrossing(plan(CROSSED.map((one) => (one.to === 'z' ? line('a', 'z', 'held') : one))), at, new Set())).not.toContain('a z');
    const alone = [line('a', 'z'), line('b', 'w'), line('c', 'x'), line('d', 'y')];
    expect(tagCrossing(plan(alone), at, new Set())).toEqual([]);
  });
  it('are none where nothing crosses', () => {
    expect(tagCrossing(plan([line('a', 'w'), line('b', 'x'), line('c', 'y'), line('a', 'x')]), at, new Set())).toEqual([]);
  });
});
