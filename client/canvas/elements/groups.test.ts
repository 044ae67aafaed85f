import { describe, expect, it } from 'vitest';
import { node } from '../../testing/build-views.ts';
import { framesOf } from './groups.ts';

const nodes = [node('a'), node('b'), node('c', { type: 'Plot' }), node('iran', { type: 'Country', name: 'Iran' })];
const nameOf = (id: string): string => nodes.find((n) => n.id === id)?.name ?? id;

describe('frames', () => {
  it('are none unless asked for', () => {
    expect(framesOf({ nodes, canvas: { grouping: 'none', groups: [] }, nameOf }).frames).toEqual([]);
  });
  it('hold each entity of a type once, and count what they hold', () => {
    const { frames, of } = framesOf({ nodes, canvas: { grouping: 'type', groups: [] }, nameOf });
    expect(frames.find((f) => f.id === 'group:type:Person')?.members).toEqual(['a', 'b']);
    expect(frames.find((f) => f.id === 'group:type:Person')?.label).toMatch(/ 2$|\(2\)$/);
    expect(of.size).toBe(nodes.length);
  });
  it('made by hand come before those by type, and hold only what is drawn', () => {
    const { frames, of } = framesOf({ nodes, canvas: { grouping: 'type', groups: [{ id: 'g1', name: 'Cell', members: ['a', 'gone'] }] }, nameOf });
    expect(of.get('a')).toBe('group:hand:g1');
    expect(frames.find((f) => f.id === 'group:hand:g1')?.members).toEqual(['a']);
    expect(frames.find((f) => f.id === 'group:type:Person')?.members).toEqual(['b']);
  });
  it('by country say that they are based on claims, and leave out entities without such a claim', () => {
    const { frames, of } = framesOf({
      nodes,
      canvas: { grouping: 'country', groups: [] },
      countryOf: new Map([
        ['a', 'iran'],
        ['c', 'several'],
      ]),
      nameOf,
    });
    expect(frames.map((f) => f.label)).toEqual(['Iran, as claims tell (1)', 'Several countries, as claims tell (1)']);
    expect(of.has('b')).toBe(false);
  });
});
