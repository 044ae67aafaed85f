// @vitest-environment happy-dom
/** What falls without what is struck: N goes through it, and the ways to suppose something more. */
import { act } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { words } from '../../i18n/messages.ts';
import { emptyDraft, withEntry } from '../../state/draft/draft-change.ts';
import { changeDrafts } from '../../state/draft/draft-store.ts';
import { createStore } from '../../state/store.ts';
import { json, renderedInPage, settled } from '../../testing/render-in-page.tsx';
import type { Rendered } from '../../testing/render.ts';
import { WhatIfPanel } from './what-if-panel.tsx';
import { WhatIfTab } from './what-if-tab.tsx';

const t = words.whatIf;
const standing = { level: 'reported', rank: 1, told: 'reported', origins: 1, originsOpen: false, uninvolvedOrigins: 0, contested: false };
const claim = (id: string, struck: string) => ({
  id,
  kind: 'lost',
  struck,
  sentence: `Sentence of ${id}`,
  changes: [],
  told: [],
  entities: [],
  before: standing,
});
const list = (...items: object[]) => ({ total: items.length, items });
const answer = {
  kind: 'strike',
  answer: { text: '', parts: [{ text: 'Without it 2 of 4 claims fall.' }] },
  standing: { before: 4, after: 1, untouched: 0 },
  gained: list(),
  lost: list(),
  changed: list(),
  falls: list(claim('one', 'falls'), claim('two', 'falls')),
  retold: list(claim('echo', 'retold')),
  stands: list({ ...claim('still', 'stands'), kind: 'changed', after: standing }),
  entitiesGained: list(),
  entitiesLost: list(),
  marks: [],
  revision: 1,
};

const STATS = {
  entities: 1,
  claims: 1,
  citations: 1,
  sources: 1,
  voices: 1,
  contested: 0,
  stale: 0,
  revision: 7,
  byLevel: [],
  byGroup: [],
  byType: [],
  knowledge: '',
  datasets: [{ id: 'harbour', title: 'The harbour case', entities: 1, claims: 1, revision: 7 }],
};
let page: Rendered;
afterEach(() => {
  page?.end();
  changeDrafts.throwAway('harbour');
  vi.unstubAllGlobals();
});

it('goes with N to the next claim that falls or is only retold, and begins anew after the last', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(json(answer)));
  const store = createStore();
  store.dispatch({ type: 'clocks', words: 'struck', clocks: { without: { voices: ['paper'] } } });
  page = renderedInPage(<WhatIfPanel />, { store });
  await settled();
  const seen = [0, 1, 2, 3].map(() => {
    act(() => void document.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true })));
    return [store.get().selection.claims[0], (document.activeElement as HTMLElement).dataset['claim']];
  });
  expect(seen).toEqual(['one', 'two', 'echo', 'one'].map((id) => [id, id]));
});

it('leads from each draft that has something in it to what it would change', async () => {
  vi.stubGlobal('fetch', (url: string) => Promise.resolve(json(String(url).includes('/api/stats') ? STATS : { voices: [] })));
  const entry = { kind: 'entity' as const, id: 'mate', name: 'Mate', record: { id: 'mate', type: 'Person' }, names: [], revision: 7 };
  changeDrafts.change('harbour', () => withEntry(emptyDraft('harbour'), entry));
  const store = createStore();
  page = renderedInPage(<WhatIfTab />, { store });
  await settled();
  act(() => page.find<HTMLButtonElement>('button', t.draftOf('The harbour case'))!.click());
  expect(store.get().history.present.compare).toMatchObject({ before: {}, after: {}, draft: 'harbour' });
  expect(store.get().panels.at(-1)).toEqual({ kind: 'compare' });
});
