import { describe, expect, it } from 'vitest';
import { claimFilter } from '../../../server/contract/records.ts';
import type { FilterKey } from '../../../server/contract/view-filters.ts';
import type { EdgeView } from '../../../server/contract/views.ts';
import { edge } from '../../testing/build-views.ts';
import { activeFilters, describeFilters, expandFilterOf, isFiltering, passing, remaining, tallied } from './filters.ts';
import { linkOf, readLink } from '../link/link-codec.ts';
import { initialState, reduce } from '../reduce.ts';
import { type Filters, NO_FILTERS } from '../view.ts';

const reported = edge('a', 'iran', 'gang');
const charged = edge('b', 'amirov', 'plot', { level: 'charged', rank: 3, group: 'execution', origins: 2, uninvolvedOrigins: 0 });
const disputed = edge('c', 'x', 'y', { level: 'disputed-only', rank: -1, contested: true, origins: 0, originsOpen: true });
const all = [reported, charged, disputed];
const passes = (claim: EdgeView, filters: Filters) => passing(filters, (id) => (id === 'plot' ? 'Plot' : 'Person'))(claim);

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
    expect(expandFilterOf(NO_FILTERS)).toEqual({});
    const asked = expandFilterOf({ ...NO_FILTERS, hiddenGroups: ['justice'], hiddenTypes: ['Place'], originsAtLeast: 2, contestedOnly: true });
    expect(asked.groups).not.toContain('justice');
    expect(asked).toMatchObject({ typesNot: ['Place'], originsAtLeast: 2, contested: true });
    const named = { hiddenPredicates: ['hired'], sources: ['s'], voices: ['v'], datasets: ['d'] };
    expect(expandFilterOf({ ...NO_FILTERS, ...named, openOnly: true })).toEqual({
      predicatesNot: ['hired'],
      sources: ['s'],
      voices: ['v'],
      datasets: ['d'],
      openOnly: true,
    });
  });
});

/** Every declared filter with a value that is not its default, and the claims of which it should leave the second out. */
const EACH: { [Key in FilterKey]: { value: NonNullable<Filters[Key]>; kept: Partial<EdgeView>; left: Partial<EdgeView> } } = {
  standingAtLeast: { value: 'charged', kept: { rank: 3, level: 'charged' }, left: { rank: 2, level: 'sanctioned' } },
  originsAtLeast: { value: 2, kept: { origins: 2 }, left: { origins: 1 } },
  uninvolvedAtLeast: { value: 1, kept: { uninvolvedOrigins: 1 }, left: { uninvolvedOrigins: 0 } },
  openOnly: { value: true, kept: { originsOpen: true }, left: { originsOpen: false } },
  contestedOnly: { value: true, kept: { contested: true }, left: { contested: false } },
  firstPublishedAfter: { value: '2021-06', kept: { firstPublished: '2021-07-01' }, left: { firstPublished: '2021-06-30' } },
  hiddenGroups: { value: ['justice'], kept: { group: 'target' }, left: { group: 'justice' } },
  hiddenTypes: { value: ['Plot'], kept: {}, left: { object: 'plot' } },
  hiddenPredicates: { value: ['hired'], kept: { predicate: 'paid' }, left: { predicate: 'hired' } },
  sources: { value: ['constructor'], kept: { sources: ['paper', 'constructor'] }, left: { sources: ['paper'] } },
  voices: { value: ['constructor'], kept: { originVoices: ['constructor'] }, left: { originVoices: [] } },
  datasets: { value: ['test'], kept: { datasets: ['test'] }, left: { datasets: ['another'] } },
};

describe.each(Object.entries(EACH))('the filter %s', (key, { value, kept, left }) => {
  const filters: Filters = { ...NO_FILTERS, [key]: value };
  it('lets pass what it should, is told in one line, can be dropped and is asked of an expansion', () => {
    expect([passes(edge('a', 'x', 'y', kept), filters), passes(edge('b', 'x', 'y', left), filters)]).toEqual([true, false]);
    const [only, ...more] = activeFilters(filters, (id) => id);
    expect([only?.id, more]).toEqual([key, []]);
    expect(only?.line).not.toBe('');
    expect({ ...filters, ...only?.without }).toEqual(NO_FILTERS);
    const filter = expandFilterOf(filters);
    expect(Object.keys(filter)).toHaveLength(1);
    expect(claimFilter.parse(filter)).toEqual(filter);
  });
  it('is held by the link, alone', () => {
    const state = reduce(initialState(), { type: 'filters', words: 'Filter', filters });
    expect(linkOf(state)).toEqual({ v: 1, f: { [key]: value } });
    expect(readLink(linkOf(state))?.history.present.filters).toEqual(filters);
  });
});
