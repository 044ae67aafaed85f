import { describe, expect, it } from 'vitest';
import type { SaidHitView } from '../../../server/contract/routes/said.ts';
import { arrangeOptions, type Result } from './arrange-options.ts';

const name = (id: string, type: Result['entity']['type'], why: Result['matched']['why']): Result => ({
  entity: { id, type, name: id } as Result['entity'],
  dataset: 'harbour',
  matched: { text: id, lang: 'en', kind: 'name', why },
});
const hit: SaidHitView = { kind: 'voice', id: 'police', title: { text: 'Police', lit: [] } };
const ANSWERED = { names: false, said: false };

describe('the options of a search', () => {
  it('are the names by type, in the order of the answer, then what is said', () => {
    const found = [name('a', 'Person', 'exact'), name('b', 'Country', 'prefix'), name('c', 'Person', 'fuzzy')];
    const options = arrangeOptions(found, [hit], ANSWERED);
    expect(options.names.map(({ entity }) => entity.id)).toEqual(['a', 'c', 'b']);
    expect(options).toMatchObject({ hits: [hit], firstName: 0, firstHit: 3 });
  });
  it('are what is said first where every name is only spelled alike', () => {
    expect(arrangeOptions([name('recall-of-ambassadors', 'Event', 'fuzzy')], [hit], ANSWERED)).toMatchObject({ firstHit: 0, firstName: 1 });
    expect(arrangeOptions([name('recall-of-ambassadors', 'Event', 'fuzzy')], [], ANSWERED)).toMatchObject({ firstName: 0 });
  });
  it('do not show names that are only spelled alike before it is known whether something is said', () => {
    const alike = [name('recall-of-ambassadors', 'Event', 'fuzzy')];
    expect(arrangeOptions(alike, [], { names: false, said: true })).toMatchObject({ names: [], hits: [] });
    expect(arrangeOptions([name('a', 'Person', 'exact'), ...alike], [], { names: false, said: true }).names).toHaveLength(2);
  });
  it('do not show what is said before the names are there', () => {
    expect(arrangeOptions([], [hit], { names: true, said: false }).hits).toEqual([]);
  });
});
