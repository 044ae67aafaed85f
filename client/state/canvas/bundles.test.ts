import { describe, expect, it } from 'vitest';
import { edge } from '../../testing/build-views.ts';
import { pairOf } from '../../../server/domain/picturing/drawn/pairs.ts';
import { bundlesOf, isBundled, toggledBundle } from './bundles.ts';

const reported = edge('a', 'iran', 'gang');
const charged = edge('b', 'gang', 'iran', { rank: 3, level: 'charged', origins: 1 });
const firmer = edge('c', 'iran', 'gang', { rank: 3, level: 'charged', origins: 2 });
const alone = edge('d', 'iran', 'amirov');
const all = [reported, charged, firmer, alone];

describe('bundles', () => {
  it('hold every claim of a pair in either direction, highest standing first', () => {
    const [one, ...more] = bundlesOf(all, { all: true, except: [] });
    expect(more).toEqual([]);
    expect(one?.pair).toBe('gang iran');
    expect(one?.claims.map((claim) => claim.id)).toEqual(['c', 'b', 'a']);
    expect(one?.best.id).toBe('c');
  });
  it('are drawn as single claims where bundling is off, or the pair is excepted', () => {
    expect(bundlesOf(all, { all: false, except: [] })).toEqual([]);
    expect(bundlesOf(all, { all: true, except: ['gang iran'] })).toEqual([]);
    expect(bundlesOf(all, { all: false, except: ['gang iran'] })).toHaveLength(1);
  });
  it('can be toggled for one pair, and back', () => {
    const once = toggledBundle({ all: false, except: [] }, pairOf({ from: 'iran', to: 'gang' }));
    expect(isBundled(once, 'gang iran')).toBe(true);
    expect(toggledBundle(once, 'gang iran')).toEqual({ all: false, except: [] });
  });
});
