/** A claim without a date of its own is dated by the plot, event or case it belongs to. */
import { describe, expect, it } from 'vitest';
import { deriveFigures } from './derive-figures.ts';
import type { Clocks } from '../model/questions.ts';
import { records, type ClaimBrief } from '../testing/build-records.ts';

/** The figures of an undated membership claim that is `in` the given plots or events, which other claims date. */
function membership(within: string[], dating: ClaimBrief[], clocks: Clocks) {
  const built = records({
    sources: [
      { id: 'early', published: '2022' },
      { id: 'late', published: '2024' },
    ],
    entities: { plot: 'Plot', other: 'Plot', rally: 'Event', trial: 'Case', man: 'Person', gang: 'Gang' },
    predicates: [
      { id: 'member-of', within: true },
      { id: 'aimed-at', group: 'target' },
      { id: 'charged', group: 'justice' },
      { id: 'said', group: 'statement' },
    ],
    claims: [{ id: 'membership', subject: 'man', predicate: 'member-of', object: 'gang', in: within }, ...dating],
  });
  return deriveFigures(built, { clocks }).get('membership')!;
}
const dated = (id: string, within: string, edtf: string, more: Partial<ClaimBrief> = {}): ClaimBrief => ({
  id,
  subject: 'man',
  predicate: 'aimed-at',
  object: 'target',
  in: within,
  citations: [{ happened: edtf }],
  ...more,
});
const PLOT = dated('aim', 'plot', '2022');

describe('a plot dated 2022, a membership claim in it undated', () => {
  it('is left out of a view as happened by 2018', () => expect(membership(['plot'], [PLOT], { happened: '2018' })).toMatchObject({ visible: false }));
  it('is shown by 2022, marked as dated by its plot and not as undated', () => {
    expect(membership(['plot'], [PLOT], { happened: '2022' })).toMatchObject({ visible: true, uncertain: false, datedBy: ['plot'] });
  });
  it('is shown and marked in the middle of 2022, and left out there by firm only', () => {
    expect(membership(['plot'], [PLOT], { happened: '2022-06' })).toMatchObject({ visible: true, uncertain: true, datedBy: ['plot'] });
    expect(membership(['plot'], [PLOT], { happened: '2022-06', firmOnly: true }).visible).toBe(false);
  });
  it('has no such mark where no date is asked for', () => expect(membership(['plot'], [PLOT], {})).not.toHaveProperty('datedBy'));
});

describe('the span', () => {
  const visibleBy2018 = (within: string[], ...dating: ClaimBrief[]) => membership(within, dating, { happened: '2018' }).visible;
  it('begins with the first date of the plot, also of a claim that has the plot as an end', () => {
    expect(visibleBy2018(['plot'], PLOT, dated('planned', 'other', '2017', { object: 'plot', in: [] }))).toBe(true);
  });
  it('is not taken from legal acts and statements', () => {
    expect(membership(['plot'], [dated('charge', 'plot', '2022', { predicate: 'charged' })], { happened: '2018' })).not.toHaveProperty('datedBy');
    expect(membership(['plot'], [dated('word', 'plot', '2022', { predicate: 'said' })], { happened: '2018' })).not.toHaveProperty('datedBy');
  });
  it('is not taken from a claim that it dates', () => {
    expect(membership(['plot'], [dated('aim', 'plot', '', { citations: [{}] })], { happened: '2018' })).toMatchObject({ visible: true, uncertain: true });
  });
  it('of a plot comes before that of an event, and that before that of a case', () => {
    const [early, late] = [dated('march', 'rally', '2017'), dated('aim', 'plot', '2022')];
    expect(visibleBy2018(['rally', 'plot'], early, late)).toBe(false);
    expect(visibleBy2018(['rally', 'trial'], early, dated('deed', 'trial', '2022'))).toBe(true);
    expect(visibleBy2018(['rally', 'plot'], early)).toBe(true);
  });
  it('of two plots is what the two share, and none where they share nothing', () => {
    const by = (first: string, second: string, clock: string) =>
      membership(['plot', 'other'], [dated('a', 'plot', first), dated('b', 'other', second)], { happened: clock });
    expect(by('2016/2020', '2019/2022', '2018').visible).toBe(false);
    expect(by('2016/2020', '2019/2022', '2020')).toMatchObject({ uncertain: false, datedBy: ['other', 'plot'] });
    expect(by('2016', '2022', '2018')).toMatchObject({ visible: true, uncertain: true });
    expect(by('2016', '2022', '2018')).not.toHaveProperty('datedBy');
  });
  it('is taken from what is published by the date of the view', () => {
    const dating = dated('aim', 'plot', '2022', { citations: [{ source: 'late', happened: '2022' }] });
    expect(membership(['plot'], [dating], { happened: '2018', published: '2023' }).visible).toBe(true);
    expect(membership(['plot'], [dating], { happened: '2018', published: '2024' }).visible).toBe(false);
  });
  it('does not date a claim that has a date', () => {
    const own = dated('own', 'plot', '2017');
    const figures = deriveFigures(records({ entities: { plot: 'Plot' }, claims: [PLOT, own] }), { clocks: { happened: '2018' } }).get('own');
    expect(figures).toMatchObject({ visible: true, uncertain: false });
    expect(figures).not.toHaveProperty('datedBy');
  });
});
