// @vitest-environment happy-dom
/** Where nobody is called what was typed, the search offers to make that entity. */
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { words } from '../../i18n/messages.ts';
import { openForms } from '../../state/draft/open-forms.ts';
import { node } from '../../testing/build-views.ts';
import type { Rendered } from '../../testing/render.ts';
import { json, renderedInPage, settled } from '../../testing/render-in-page.tsx';
import { Finder } from './finder.tsx';

const ANN = node('ann', { name: 'Ann Alder' });
let page: Rendered;
async function show(onPick?: () => void): Promise<void> {
  page = renderedInPage(<Finder {...(onPick ? { onPick } : {})} />);
  await settled();
}
async function search(text: string): Promise<void> {
  page.type('input[type=search]', text);
  for (let i = 0; i < 60 && !/No name matches|Nothing matches|Ann Alder/.test(page.text()); i += 1) await settled(30);
  await settled(60);
}
const making = (name: string) => page.find<HTMLButtonElement>('button', words.forms.make('entity', name));
const begun = (name: string) => [{ form: 'new', kind: 'entity', begun: { names: [{ text: name, lang: 'en', kind: 'primary' }] } }];

beforeEach(() => {
  sessionStorage.clear();
  vi.stubGlobal('fetch', (address: string) => {
    const { pathname, searchParams } = new URL(address, 'http://here');
    if (pathname === '/api/said') return Promise.resolve(json({ results: [], totals: { claim: 0, source: 0, voice: 0 }, totalAtLeast: false, revision: 7 }));
    const isAnn = searchParams.get('q') === 'Ann';
    return Promise.resolve(
      json({
        results: isAnn ? [{ entity: ANN, dataset: 'harbour', matched: { text: ANN.name, lang: 'en', kind: 'primary', why: 'exact' } }] : [],
        total: Number(isAnn),
        revision: 7,
      }),
    );
  });
});
afterEach(() => {
  page.end();
  while (openForms.get().length > 0) openForms.close();
  vi.unstubAllGlobals();
});

it('by pointer, with the name begun', async () => {
  await show();
  await search('Ben Birch');
  act(() => making('Ben Birch')!.click());
  expect(openForms.get()).toEqual(begun('Ben Birch'));
  expect(page.find<HTMLInputElement>('input[type=search]')!.value).toBe('');
});
it('by Enter, where nothing at all was found', async () => {
  await show();
  await search('Ben Birch');
  act(() => void page.find('input[type=search]')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })));
  expect(openForms.get()).toEqual(begun('Ben Birch'));
});
it('not where somebody is called that', async () => {
  await show();
  await search('Ann');
  expect(page.text()).toContain('Ann Alder');
  expect(making('Ann')).toBeUndefined();
});
it('not where the search passes on what it finds', async () => {
  await show(vi.fn());
  await search('Ben Birch');
  expect(page.text()).toContain('Nothing matches');
  expect(making('Ben Birch')).toBeUndefined();
});
