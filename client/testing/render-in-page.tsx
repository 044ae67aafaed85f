/** Renders a component as the page does: with its queries, its store and what acts depend on. */
import type { ReactNode } from 'react';
import { act } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { vi } from 'vitest';
import { createQueryClient } from '../api/queries.ts';
import { DepsContext } from '../acts/deps.ts';
import { createLatest } from '../state/latest.ts';
import { createStore, StoreContext } from '../state/store.ts';
import { rendered, type Rendered } from './render.ts';

/** @param o `store` for a test that looks at it, `tell` for one that hears what is told */
export function renderedInPage(node: ReactNode, o: { store?: ReturnType<typeof createStore>; tell?: ReturnType<typeof vi.fn> } = {}): Rendered {
  const queries = createQueryClient();
  const { store = createStore(), tell = vi.fn() } = o;
  return rendered(
    <QueryClientProvider client={queries}>
      <StoreContext.Provider value={store}>
        <DepsContext.Provider value={{ store, queries, latest: createLatest(), tell: tell as never }}>{node}</DepsContext.Provider>
      </StoreContext.Provider>
    </QueryClientProvider>,
  );
}

/** An answer of the API. */
export const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

/** Milliseconds more that the first wait of a test file takes: what reads an answer is then run for the first time. */
const FIRST_MS = 150;
let isFirst = true;

/** Waits, in milliseconds, until what was asked is answered and shown. */
export function settled(ms = 50): Promise<void> {
  const wait = ms + (isFirst ? FIRST_MS : 0);
  isFirst = false;
  return act(() => new Promise<void>((go) => void setTimeout(go, wait)));
}
