// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DepsContext } from '../acts/deps.ts';
import { createQueryClient } from '../api/queries.ts';
import { caseRevision } from '../api/revision.ts';
import { words } from '../i18n/messages.ts';
import { createLatest } from '../state/latest.ts';
import { createStore, StoreContext } from '../state/store.ts';
import { edge, node } from '../testing/build-views.ts';
import { rendered } from '../testing/render.ts';
import { ASKED_EVERY, CaseChanged } from './case-changed.tsx';

const passed = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
let revision = 1_000;

/** The server as it answers after the change: one claim and its entities are left. */
function serve(): void {
  vi.stubGlobal('fetch', (url: string) => {
    if (url.startsWith('/api/health')) return Promise.resolve(new Response(JSON.stringify({ status: 'ready', revision })));
    if (url.startsWith('/api/claims')) {
      const problem = { type: 'about:blank', title: 'x', status: 404, code: 'not-found', detail: 'There is no such claim.', remedy: 'look it up' };
      return Promise.resolve(new Response(JSON.stringify(problem), { status: 404 }));
    }
    const answer = { nodes: [node('a'), node('b', { name: 'New name' })], edges: [edge('hired', 'a', 'b')], missing: ['c'], more: 0, revision };
    return Promise.resolve(new Response(JSON.stringify(answer)));
  });
}
beforeEach(() => {
  vi.useFakeTimers();
  revision += 10;
  caseRevision.hear(revision);
  serve();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A page with three people, of whom two are drawn with two claims. */
function opened() {
  const store = createStore();
  const nodes = [node('a'), node('b'), node('c')];
  const edges = [edge('hired', 'a', 'b'), edge('paid', 'a', 'b')];
  store.dispatch({ type: 'place', words: 'Place', nodes, edges, entities: ['a', 'b', 'c'], clocks: {} });
  const deps = { store, queries: createQueryClient(), latest: createLatest(), tell: vi.fn() };
  const page = rendered(
    <StoreContext.Provider value={store}>
      <DepsContext.Provider value={deps}>
        <CaseChanged />
      </DepsContext.Provider>
    </StoreContext.Provider>,
  );
  return { page, store };
}

it('an open page asks for the revision, says what of the drawn has changed, and goes on until it is put away', async () => {
  const { page, store } = opened();
  await passed(ASKED_EVERY);
  expect(page.text()).toBe('');
  revision += 1;
  await passed(ASKED_EVERY);
  expect(page.find('section')?.textContent).toContain('1 entity is no longer in the case. 1 claim is no longer in the case. 1 entity has a new name.');
  expect(page.find('details')?.textContent).toContain('B: now New name');
  expect([...store.get().cache.edges.keys()]).toEqual(['hired']);
  await act(async () => page.find('button', 'Close')?.click());
  expect(page.text()).toBe('');
  revision += 1;
  await passed(ASKED_EVERY);
  expect(page.text()).toContain('What is drawn is as it was.');
  page.end();
});

it('what this page wrote itself is read again, and told only where somebody else wrote, too', async () => {
  const { page, store } = opened();
  await passed(ASKED_EVERY);
  await act(async () => caseRevision.wrote((revision += 1)));
  await passed(0);
  expect([...store.get().cache.edges.keys()]).toEqual(['hired']);
  expect(page.text()).toBe('');
  // A poll may hear of it before the write is answered.
  let answer = (): void => undefined;
  await act(async () => void caseRevision.whileWriting(() => new Promise<void>((done) => (answer = done))));
  await act(async () => caseRevision.hear((revision += 1)));
  await passed(0);
  expect(page.text()).toBe('');
  await act(async () => {
    caseRevision.own(revision);
    answer();
  });
  await passed(0);
  expect(page.text()).toBe('');
  await act(async () => caseRevision.wrote((revision += 2)));
  await passed(0);
  expect(page.text()).toContain(words.changed.title);
  page.end();
});
