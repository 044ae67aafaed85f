/** People of one name are told apart by what is said of them, hedged. */
import { describe, expect, it } from 'vitest';
import { records } from '../../domain/testing/build-records.ts';
import { buildViewState } from '../../graph/resident/view-state.ts';
import { residentGraph } from '../../graph/resident/resident-graph.ts';
import { tellApart } from './tell-apart.ts';

const person = (id: string, text: string, ...aliases: string[]) => ({
  id,
  names: [{ text, lang: 'en', kind: 'primary' as const }, ...aliases.map((alias) => ({ text: alias, lang: 'en', kind: 'alias' as const }))],
});
const state = buildViewState(
  records({
    sources: [{ id: 'paper' }],
    entities: [
      person('js-1', 'John Smith'),
      person('js-2', 'John Smith'),
      person('js-3', 'John Smith'),
      person('other', 'Jane Roe'),
      person('same-1', 'Ann Lee'),
      person('same-2', 'Ann Lee'),
      person('bare-1', 'Bo Roe'),
      person('bare-2', 'Bo Roe'),
      person('bare-3', 'Bo Roe', 'The Fox', 'B. R.'),
      { ...person('bare-4', 'Bo Roe'), kind: 'boxer' },
    ],
    predicates: [{ id: 'met-with' }],
    claims: [
      { id: 'c0', subject: 'same-1', predicate: 'met-with', object: 'other' },
      { id: 'c3', subject: 'same-2', predicate: 'met-with', object: 'other' },
      { id: 'c1', subject: 'js-1', predicate: 'met-with', object: 'other' },
      { id: 'c2', subject: 'other', predicate: 'met-with', object: 'js-2' },
    ],
  }),
  1,
  {},
);
const graph = residentGraph(state);
const nodes = (...ids: string[]) => ids.flatMap((id) => state.node(id) ?? []);

describe('tell-apart', () => {
  it('tells the firmest claim of each of those that have one name', async () => {
    const told = await tellApart(graph, nodes('js-1', 'js-2', 'js-3', 'other'));
    expect([...told.keys()].sort()).toEqual(['js-1', 'js-2', 'js-3']);
    expect(told.get('js-3')).toBe('js-3');
    expect(told.get('js-1')).not.toBe(told.get('js-2'));
    expect(told.get('js-1')).toContain('Jane Roe');
  });
  it('tells what the record itself has where there is no claim: kind and other names, and last the id', async () => {
    const told = await tellApart(graph, nodes('bare-1', 'bare-2', 'bare-3', 'bare-4'));
    expect(Object.fromEntries(told)).toEqual({
      'bare-1': 'bare-1',
      'bare-2': 'bare-2',
      'bare-3': 'also called The Fox, B. R.',
      'bare-4': 'boxer',
    });
  });
  it('counts them where the same is said of both', async () => {
    const told = await tellApart(graph, nodes('same-1', 'same-2'));
    expect(told.get('same-1')).toMatch(/the first of two so called.*Jane Roe/);
    expect(told.get('same-2')).toMatch(/the second of two so called.*Jane Roe/);
  });
  it('says nothing of names that are told apart by themselves', async () => {
    expect([...(await tellApart(graph, nodes('js-1', 'other')))]).toEqual([]);
  });
});
