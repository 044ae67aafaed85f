import { describe, expect, it } from 'vitest';
import { edge } from '../../testing/build-views.ts';
import { bundlesOf, isBundled, pairOf, turned } from './bundles.ts';

const reported = edge('a', 'iran', 'gang');
const charged = edge('b', 'gang', 'iran', { rank: 3, level: 'charged', origins: 1 });
const firmer = edge('c', 'iran', 'gang', { rank: 3, level: 'charged', origins: 2 });
const alone = edge('d', 'iran', 'amirov');
const all = [reported, charged, firmer, alone];

describe('bundles', () => {
  it('hold every claim of a pair in either direction, the firmest first', () => {
    const [one, ...more] = bundlesOf(all, { all: true, except: [] });
    expect(more).toEqual([]);
    expect(one?.pair).toBe('gang iran');
    expect(one?.claims.map((claim) => claim.id)).toEqual(['c', 'b', 'a']);
    expect(one?.best.id).toBe('c');
  });
  it('are drawn one by one where none is asked for, or this pair is named', () => {
    expect(bundlesOf(all, { all: false, except: [] })).toEqual([]);
    expect(bundlesOf(all, { all: true, except: ['gang iran'] })).toEqual([]);
    expect(bundlesOf(all, { all: false, except: ['gang iran'] })).toHaveLength(1);
  });
  it('turn one pair, and turn it back', () => {
    const once = turned({ all: false, except: [] }, pairOf({ from: 'iran', to: 'gang' }));
    expect(isBundled(once, 'gang iran')).toBe(true);
    expect(turned(once, 'gang iran')).toEqual({ all: false, except: [] });
  });
});
