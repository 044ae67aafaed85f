// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { createQueryClient } from '../api/queries.ts';
import { DepsContext } from '../acts/deps.ts';
import { createLatest } from '../state/latest.ts';
import { createStore, StoreContext } from '../state/store.ts';
import { rendered, type Rendered } from '../testing/render.ts';
import { ClaimsPanel, RolesPanel } from './lists-panel.tsx';

const answer = {
  sentences: [
    { text: 'One claim matches, of one distinct origin; its standing is alleged.', claims: ['c'], footnotes: [] },
    { text: 'A is alleged to have paid B.', claims: ['c'], footnotes: [1] },
  ],
  facts: [{ of: 'uninvolved', text: '1 of 1 claim', claims: ['c'] }],
  notes: [{ n: 1, text: 'The paper, paragraph 3.', claim: 'c', citation: 'x' }],
  knowledge: 'As told up to 2023-02; later outcomes not searched.',
};

let page: Rendered;
let asked: string[] = [];
async function open(panel: React.ReactNode): Promise<void> {
  asked = [];
  vi.stubGlobal('fetch', (address: string, init?: RequestInit) => {
    const body = typeof init?.body === 'string' ? init.body : '';
    const wish = `${address} ${body}`;
    asked.push(wish);
    const words = /inWords("|=)?:?true/.test(wish) ? { answer } : {};
    return Promise.resolve(new Response(JSON.stringify({ ...words, claims: [], nodes: [], plots: [], total: 1, uncertain: 0, revision: 1 })));
  });
  const store = createStore();
  const queries = createQueryClient();
  const deps = { store, queries, latest: createLatest(), tell: vi.fn() };
  page = rendered(
    <MantineProvider>
      <QueryClientProvider client={queries}>
        <StoreContext.Provider value={store}>
          <DepsContext.Provider value={deps}>{panel}</DepsContext.Provider>
        </StoreContext.Provider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  await vi.waitFor(() => act(() => expect(page.text()).toContain('One claim matches')));
}
afterEach(() => {
  page.end();
  vi.unstubAllGlobals();
});

it.each([
  ['claims', <ClaimsPanel key="claims" title="Who paid whom?" filter={{ contested: true }} />],
  ['roles', <RolesPanel key="roles" title="Who paid whom?" roles={['sponsor']} />],
])('a list of %s is answered in words above it, with its notes, and can be copied', async (_, panel) => {
  await open(panel);
  for (const text of [
    'Who paid whom?',
    'A is alleged to have paid B.',
    'Uninvolved origin',
    '1 of 1 claim',
    'The paper, paragraph 3.',
    'later outcomes not searched',
  ]) {
    expect(page.text()).toContain(text);
  }
  const writeText = vi.fn(() => Promise.resolve());
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  page.find('button', 'Copy with footnotes')?.click();
  await vi.waitFor(() =>
    expect(writeText).toHaveBeenCalledWith(expect.stringMatching(/^Who paid whom\?\n\n.*paid B\.\[1\]\n\nUninvolved origin: 1 of 1 claim\n\n\[1\] The paper/)),
  );
});

it('a list of roles asks for the roles of its question alone', async () => {
  await open(<RolesPanel title="Who pays?" roles={['sponsor']} plots={['p', 'q']} datasets={['one']} />);
  expect(asked.join()).toMatch(/roles=sponsor&plots=p(,|%2C)q&datasets=one/);
});
