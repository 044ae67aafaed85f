import { describe, expect, it } from 'vitest';
import { edge, positionsOf } from '../../testing/build-views.ts';
import { freeGroupId, hide, leavesOf, moveByHand, place, release, remove, showHidden } from './canvas-content.ts';
import { EMPTY_CANVAS } from '../view.ts';

const hired = edge('hired', 'iran', 'gang', { at: ['prague'] });
const led = edge('led', 'amirov', 'gang');
const ordered = edge('ordered', 'iran', 'mehdiyev', { via: ['associate'] });
const edges = new Map([hired, led, ordered].map((e) => [e.id, e]));
const base = {
  ...place(EMPTY_CANVAS, ['iran', 'gang', 'amirov'], [hired, led]),
  positions: positionsOf({ iran: { x: 0, y: 0 }, gang: { x: 200, y: 0 }, amirov: { x: 400, y: 0 } }),
};

describe('the content of the canvas', () => {
  it('takes a claim only where every entity of its edges is there', () => {
    expect(place(EMPTY_CANVAS, ['iran', 'mehdiyev'], [ordered]).claims).toEqual([]);
    expect(place(EMPTY_CANVAS, ['iran', 'associate', 'mehdiyev'], [ordered]).claims).toEqual(['ordered']);
  });
  it('remembers ends that are not drawn, which are needed to read the claim again', () => {
    expect(base.also).toEqual(['prague']);
    const drawnToo = place(base, ['prague'], []);
    expect(drawnToo.also).not.toContain('prague');
    expect(remove(drawnToo, ['prague'], edges).also).toEqual(['prague']);
  });
  it('gives new entities a position beside their parent and moves nothing else', () => {
    const withNeighbours = place(base, ['associate', 'mehdiyev'], [ordered], 'iran');
    expect(withNeighbours.positions.get('iran')).toEqual({ x: 0, y: 0 });
    expect(withNeighbours.positions.get('gang')).toEqual({ x: 200, y: 0 });
    const at = withNeighbours.positions.get('mehdiyev')!;
    expect(Math.hypot(at.x, at.y)).toBeLessThan(600);
  });
  it('gives the same positions in whatever order new entities come', () => {
    const one = place(base, ['associate', 'mehdiyev'], [ordered], 'iran').positions;
    expect(place(base, ['mehdiyev', 'associate'], [ordered], 'iran').positions).toEqual(one);
  });
  it('stays the same object where nothing new was placed', () => {
    expect(place(base, ['iran'], [hired])).toBe(base);
  });
  it('loses the claims of a removed entity', () => {
    const left = remove(base, ['gang'], edges);
    expect(left.entities).toEqual(['iran', 'amirov']);
    expect(left.claims).toEqual([]);
    expect(left.positions.get('gang')).toBeUndefined();
  });
  it('loses, when an entity is collapsed, neighbours connected to it alone', () => {
    expect(leavesOf(base, 'gang', edges)).toEqual(['amirov', 'iran']);
    expect(leavesOf(moveByHand(base, positionsOf({ amirov: { x: 1, y: 1 } })), 'gang', edges)).toEqual(['iran']);
    expect(leavesOf(base, 'iran', edges)).toEqual([]);
  });
  it('hides and shows again what was hidden, one by one or by placing it again', () => {
    const hidden = hide(base, ['gang'], ['led']);
    expect(showHidden(hidden)).toEqual(base);
    expect(place(hidden, ['gang'], [led]).hidden).toEqual([]);
    expect(showHidden(base)).toBe(base);
  });
  it('gives a new group the smallest free id', () => {
    const group = (id: string) => ({ id, name: id, members: ['iran'] });
    expect(freeGroupId([])).toBe('g1');
    expect(freeGroupId([group('g1'), group('g3')])).toBe('g2');
  });
  it('keeps the position of an entity placed by hand until it is released', () => {
    const moved = moveByHand(base, positionsOf({ iran: { x: 5, y: 6 } }));
    expect(moved.placed).toEqual(['iran']);
    expect(release(moved, ['iran']).placed).toEqual([]);
    expect(release(base, ['iran'])).toBe(base);
  });
});
