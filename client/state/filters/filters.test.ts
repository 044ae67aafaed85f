import { describe, expect, it } from 'vitest';
import { edge } from '../../testing/build-views.ts';
import { activeFilters, describeFilters, expandFilterOf, isFiltering, passes, remaining, tallied } from './filters.ts';
import { type Filters, NO_FILTERS } from '../view.ts';

const reported = edge('a', 'iran', 'gang');
const charged = edge('b', 'amirov', 'plot', { level: 'charged', rank: 3, group: 'execution', origins: 2, uninvolvedOrigins: 0 });
const disputed = edge('c', 'x', 'y', { level: 'disputed-only', rank: -1, contested: true, origins: 0, originsOpen: true });
const all = [reported, charged, disputed];

describe('filters over what is drawn', () => {
  it('let everything pass unless one is set', () => {
    expect(all.every((e) => passes(e, NO_FILTERS))).toBe(true);
  });
  it('keep a standing and what is firmer', () => {
    const f = { ...NO_FILTERS, standingAtLeast: 'sanctioned' as const };
    expect(all.filter((e) => passes(e, f)).map((e) => e.id)).toEqual(['b']);
  });
  it('tell an uninvolved origin from two, and from none established', () => {
    const by = (change: Partial<Filters>) => all.filter((e) => passes(e, { ...NO_FILTERS, ...change })).map((e) => e.id);
    expect(by({ uninvolvedAtLeast: 1 })).toEqual(['a', 'c']);
    expect(by({ originsAtLeast: 2 })).toEqual(['b']);
    expect(by({ openOnly: true })).toEqual(['c']);
    expect(by({ originsAtLeast: 2, uninvolvedAtLeast: 1 })).toEqual([]);
  });
  it('hide a group, and keep to a source, a voice, the contested', () => {
    expect(passes(charged, { ...NO_FILTERS, hiddenGroups: ['execution'] })).toBe(false);
    expect(passes(reported, { ...NO_FILTERS, sources: ['another'] })).toBe(false);
    expect(passes(reported, { ...NO_FILTERS, voices: ['doj', 'newsroom'] })).toBe(true);
    expect(passes(reported, { ...NO_FILTERS, hiddenPredicates: ['hired'] })).toBe(false);
    expect(passes(reported, { ...NO_FILTERS, datasets: ['another'] })).toBe(false);
    expect(passes(reported, { ...NO_FILTERS, contestedOnly: true })).toBe(false);
  });
  it('tell what each choice would leave, by claims and by the types of their entities', () => {
    const left = (filters: Filters, change: Partial<Filters>) => remaining(all, filters, change, (id) => (id === 'plot' ? 'Plot' : 'Person')).map((e) => e.id);
    expect(left(NO_FILTERS, { standingAtLeast: 'reported' })).toEqual(['a', 'b']);
    expect(left({ ...NO_FILTERS, hiddenGroups: ['execution'] }, { standingAtLeast: 'reported' })).toEqual(['a']);
    expect(left({ ...NO_FILTERS, hiddenTypes: ['Plot'] }, {})).toEqual(['a', 'c']);
    expect(left({ ...NO_FILTERS, hiddenTypes: ['Plot'] }, { hiddenTypes: [] })).toEqual(['a', 'b', 'c']);
  });
  it('tally claims by a value, each claim once a value and the most frequent first', () => {
    const twice = edge('d', 'x', 'y', { sources: ['paper', 'report', 'paper'] });
    expect(tallied([...all, twice], (e) => e.sources).map(([id, claims]) => [id, claims.length])).toEqual([
      ['paper', 4],
      ['report', 1],
    ]);
  });
  it('can each be dropped alone', () => {
    const filters: Filters = { ...NO_FILTERS, standingAtLeast: 'charged', sources: ['paper'], hiddenGroups: ['justice'], manner: 'dim' };
    const active = activeFilters(filters, (id) => id);
    expect(active.map((one) => one.id)).toEqual(['standingAtLeast', 'hiddenGroups', 'sources']);
    const cleared = active.reduce<Filters>((left, one) => ({ ...left, ...one.without }), filters);
    expect(isFiltering(cleared)).toBe(false);
    expect(cleared.manner).toBe('dim');
  });
  it('say in words what is active, and nothing when none is', () => {
    expect(describeFilters(NO_FILTERS, (id) => id)).toEqual([]);
    const lines = describeFilters({ ...NO_FILTERS, standingAtLeast: 'charged', voices: ['doj'], hiddenTypes: ['Place'] }, () => 'the ministry');
    expect(lines).toEqual(['standing at least charged', 'without places', 'with the origin the ministry only']);
  });
  it('are told from the way they leave out, and given to an expansion', () => {
    expect(isFiltering({ ...NO_FILTERS, manner: 'dim' })).toBe(false);
    expect(isFiltering({ ...NO_FILTERS, sources: ['paper'] })).toBe(true);
    expect(expandFilterOf(NO_FILTERS)).toEqual({ filter: {} });
    const asked = expandFilterOf({ ...NO_FILTERS, hiddenGroups: ['justice'], hiddenTypes: ['Place'], originsAtLeast: 2, contestedOnly: true });
    expect(asked.filter.groups).not.toContain('justice');
    expect(asked.types).not.toContain('Place');
    expect(asked.filter).toMatchObject({ originsAtLeast: 2, contested: true });
    const named = { hiddenPredicates: ['hired'], sources: ['s'], voices: ['v'], datasets: ['d'] };
    expect(expandFilterOf({ ...NO_FILTERS, ...named, openOnly: true }).filter).toEqual({
      predicatesNot: ['hired'],
      sources: ['s'],
      voices: ['v'],
      datasets: ['d'],
      openOnly: true,
    });
  });
});
