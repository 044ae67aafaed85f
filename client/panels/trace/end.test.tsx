// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { DepsContext } from '../../acts/deps.ts';
import { createQueryClient } from '../../api/queries.ts';
import { createLatest } from '../../state/latest.ts';
import { createStore, StoreContext } from '../../state/store.ts';
import { type Rendered, rendered } from '../../testing/render.ts';
import { End } from './end.tsx';

function open(): Rendered {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ savedSets: [], results: [], total: 0 }))));
  const store = createStore();
  store.dispatch({ type: 'trace', words: 'From Ann', trace: { ...store.get().history.present.trace, from: { ids: ['ann'] } } });
  const queries = createQueryClient();
  return rendered(
    <QueryClientProvider client={queries}>
      <StoreContext.Provider value={store}>
        <DepsContext.Provider value={{ store, queries, latest: createLatest(), tell: vi.fn() }}>
          <End end="from" />
        </DepsContext.Provider>
      </StoreContext.Provider>
    </QueryClientProvider>,
  );
}

afterEach(() => {
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

it('a name that is being typed into an end is there again after the panel was closed', async () => {
  const page = open();
  expect(page.find('input')).toBeUndefined();
  await act(async () => page.find('button.twist')?.click());
  const input = page.find<HTMLInputElement>('input');
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, 'Be');
    input?.dispatchEvent(new Event('input', { bubbles: true }));
  });
  page.end();
  const again = open();
  expect(again.find<HTMLInputElement>('input')?.value).toBe('Be');
  again.end();
});
