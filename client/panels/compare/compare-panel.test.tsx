// @vitest-environment happy-dom
/** The panel of a comparison: its sentence, lists and chips, the next difference, and what is said where nothing differs. */
import { act } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { startComparison } from '../../acts/compare-states.ts';
import { createStore } from '../../state/store.ts';
import type { Comparison } from '../../state/view.ts';
import { json, renderedInPage, settled } from '../../testing/render-in-page.tsx';
import type { Rendered } from '../../testing/render.ts';
import { createQueryClient } from '../../api/queries.ts';
import { createLatest } from '../../state/latest.ts';
import { ComparePanel } from './compare-panel.tsx';

const standing = { level: 'reported', rank: 1, told: 'reported', origins: 1, originsOpen: false, uninvolvedOrigins: 0, contested: false };
const claim = (id: string, more: object) => ({ id, kind: 'gained', sentence: `Sentence of ${id}`, changes: [], told: [], entities: ['man'], ...more });
const list = (...items: object[]) => ({ total: items.length, items });
const NONE = list();
const answer = {
  kind: 'dates',
  answer: { text: '', parts: [{ text: 'Between the two dates ' }, { text: 'the case gained 1 claim', strong: true }] },
  standing: { before: 2, after: 2, untouched: 2 },
  gained: list(claim('fresh', { after: standing })),
  lost: list(claim('gone', { kind: 'lost', before: standing, told: ['retracted by the paper'] })),
  changed: list(
    claim('firmer', {
      kind: 'changed',
      changes: ['rose', 'contested'],
      before: standing,
      after: { ...standing, level: 'convicted', rank: 6, told: 'convicted by the court' },
      told: ['newly contested'],
    }),
  ),
  falls: NONE,
  retold: NONE,
  stands: NONE,
  entitiesGained: NONE,
  entitiesLost: NONE,
  questions: { asked: 3, notAsked: 0, changed: [{ id: 'q', text: 'Who paid?', kind: 'claims', before: 1, after: 2, gained: 1, lost: 0 }] },
  marks: [],
  revision: 1,
};
const compare: Comparison = { before: { published: '2022' }, after: {}, show: 'both' };

let page: Rendered;
afterEach(() => {
  page?.end();
  vi.unstubAllGlobals();
});
async function open(body: object, state = createStore()) {
  vi.stubGlobal('fetch', () => Promise.resolve(json(body)));
  state.dispatch({ type: 'compare', words: 'compare', compare });
  page = renderedInPage(<ComparePanel />, { store: state });
  await settled();
  return state;
}
const press = (text: string) => act(() => page.find<HTMLButtonElement>('button', text)!.click());
const rows = () => [...page.host.querySelectorAll<HTMLElement>('.compared-row')].map((row) => row.dataset['claim']);

it('says first what answers, then what changed, was lost and gained, each with its standing before and after', async () => {
  await open(answer);
  for (const text of [
    'Between the two dates the case gained 1 claim',
    'reported',
    'convicted by the court',
    'newly contested',
    'retracted by the paper',
    '1 of 3 change',
    '1 → 2 claims',
  ])
    expect(page.text()).toContain(text);
  expect(rows()).toEqual(['firmer', 'gone', 'fresh']);
  expect(page.host.querySelector('strong')?.textContent).toBe('the case gained 1 claim');
});

it('lists only what a chip names', async () => {
  await open(answer);
  press('Lost');
  expect(rows()).toEqual(['gone']);
  press('All');
  expect(rows()).toHaveLength(3);
});

it('goes with N from difference to difference, and begins anew after the last', async () => {
  const store = await open(answer);
  const next = () => act(() => void document.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true })));
  const seen = [0, 1, 2, 3].map(() => {
    next();
    return store.get().selection.claims[0];
  });
  expect(seen).toEqual(['firmer', 'gone', 'fresh', 'firmer']);
});

it('opens the evidence of what was lost where it stands', async () => {
  const store = await open(answer);
  press('Evidence: Sentence of gone');
  expect(store.get().history.present.compare?.show).toBe('before');
  expect(store.get().history.present.clocks).toEqual({ published: '2022' });
  expect(store.get().panels.at(-1)).toEqual({ kind: 'claim', id: 'gone' });
});

it('says where nothing differs, and goes on to the next date with a difference', async () => {
  const store = await open({
    ...answer,
    gained: NONE,
    lost: NONE,
    changed: NONE,
    questions: { asked: 3, notAsked: 0, changed: [] },
    next: { published: '2023-05', claims: 4 },
  });
  expect(page.text()).toContain('Nothing differs between the two. The next date with a difference is May 2023: 4 claims.');
  press('Compare with that date');
  expect(store.get().history.present.compare?.after).toEqual({ published: '2023-05' });
});

it('is begun with the day in the middle of the texts, is one step of the view, and is left where the view stood', async () => {
  const dates = ['2020', '2021-03', '2024'];
  vi.stubGlobal('fetch', () =>
    Promise.resolve(
      json({
        sources: dates.map((edtf, i) => ({
          id: `s${i}`,
          dataset: 'd',
          kind: 'article',
          published: { edtf, basis: 'stated' },
          voice: { id: 'v', name: 'V' },
          seen: true,
          shortTitle: 'A text',
          citations: 1,
          rootOf: 1,
        })),
      }),
    ),
  );
  const store = createStore();
  await startComparison({ store, queries: createQueryClient(), latest: createLatest(), tell: vi.fn() });
  expect(store.get().history.present.compare).toEqual({ before: { published: '2021-03-31' }, after: {}, show: 'both' });
  expect(store.get().panels.at(-1)).toEqual({ kind: 'compare' });
  store.dispatch({ type: 'undo' });
  expect([store.get().history.present.compare, store.get().panels]).toEqual([undefined, []]);
});
