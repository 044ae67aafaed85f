import { describe, expect, it } from 'vitest';
import { type Case, casesOnView, sizeOnView, tickedCases } from './cases.ts';

const one = (id: string, claims: number, edtf?: string): Case => ({
  id,
  title: `The ${id}`,
  claims,
  entities: claims === 0 ? 0 : 10,
  ...(edtf ? { knowledgeUntil: { edtf, basis: 'stated' } } : {}),
});
const datasets = [one('core', 0), one('small', 20, '2023-02'), one('big', 500, '2024-09')];
const shown = (ticked: string[], drawn: string[]) => casesOnView(datasets, { datasets: ticked }, { datasets: drawn }).shown.map(({ id }) => id);

describe('the cases on view', () => {
  it('are those of what is drawn, whichever is the bigger (fault 36)', () => {
    expect(shown([], ['small'])).toEqual(['small']);
    expect(casesOnView(datasets, { datasets: [] }, { datasets: ['small'] })).toMatchObject({
      told: 'As told up to 2023-02; later outcomes not searched.',
      until: { first: '2023-02', last: '2023-02' },
    });
  });
  it('are the ticked ones before that, and all where nothing is drawn; a dataset of words is none', () => {
    expect(shown(['small'], ['big', 'small'])).toEqual(['small']);
    expect(shown([], [])).toEqual(['big', 'small']);
    expect(shown(['gone'], [])).toEqual(['big', 'small']);
  });
  it('are told beside those that are ticked, of which some may have nothing drawn', () => {
    const ticked = (now: string[], drawn: string[]) => casesOnView(datasets, { datasets: now }, { datasets: drawn }).ticked.map(({ id }) => id);
    expect(ticked([], ['small'])).toEqual(['big', 'small']);
    expect(ticked(['small'], ['big'])).toEqual(['small']);
    expect(ticked(['gone'], [])).toEqual(['big', 'small']);
  });
  it('have the size of the loaded where all are on view, and else their own', () => {
    const all = { entities: 15, claims: 510 };
    expect(sizeOnView(casesOnView(datasets, { datasets: [] }, { datasets: [] }), all)).toEqual(all);
    expect(sizeOnView(casesOnView(datasets, { datasets: ['small'] }, { datasets: [] }), all)).toEqual({ entities: 10, claims: 20 });
  });
  it('are ticked and unticked one by one, all being no filter, and the last one stays', () => {
    const loaded = datasets.slice(1);
    expect(tickedCases(loaded, [], 'big')).toEqual(['small']);
    expect(tickedCases(loaded, ['small'], 'big')).toEqual([]);
    expect(tickedCases(loaded, ['small'], 'small')).toEqual(['small']);
  });
});
