// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { createStore } from '../../state/store.ts';
import { json, renderedInPage, settled } from '../../testing/render-in-page.tsx';
import type { Rendered } from '../../testing/render.ts';
import { OverlapPanel } from './overlap-panel.tsx';

const ANSWER = {
  voices: [
    { id: 'court', name: 'The court', claims: 7, alone: 4 },
    { id: 'paper', name: 'The paper', claims: 5, alone: 2 },
    { id: 'blog', name: 'The blog', claims: 1, alone: 0 },
  ],
  inAll: 3,
  pairs: [
    { a: 0, b: 1, both: 3 },
    { a: 1, b: 2, both: 1 },
  ],
  revision: 1,
};

let page: Rendered;
let asked: URL[] = [];
async function open(answer: object = {}, datasets: string[] = []) {
  asked = [];
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(new URL(address, 'http://attest.example'));
    return Promise.resolve(json({ ...ANSWER, ...answer }));
  });
  const store = createStore();
  store.dispatch({ type: 'filters', words: 'Filters', filters: { ...store.get().history.present.filters, datasets } });
  page = renderedInPage(<OverlapPanel />, { store });
  await settled();
  return store;
}
const at = (row: number, column: number): HTMLElement => page.host.querySelector<HTMLElement>(`[data-at="${row} ${column}"]`)!;
const key = (name: string, more: KeyboardEventInit = {}): void =>
  act(() => void document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more })));
afterEach(() => {
  page.end();
  vi.unstubAllGlobals();
});

it('says in each cell of how many claims both are origins, and each without the other; the same from both sides', async () => {
  await open();
  expect(page.text()).toContain('3 voices that are an origin of a claim.');
  expect(at(0, 2).textContent).toBe('3');
  expect(at(0, 2).getAttribute('aria-label')).toBe('3 claims of both The court and The paper; 4 of The court without the other, 2 of The paper');
  expect(at(1, 1).textContent).toBe('3');
  expect(at(1, 1).getAttribute('aria-label')).toBe('3 claims of both The paper and The court; 2 of The paper without the other, 4 of The court');
  expect(at(0, 1).getAttribute('aria-label')).toBe('4 claims of The court alone');
  expect(at(0, 3).getAttribute('aria-label')).toBe('No claim of both The court and The blog; 7 of The court without the other, 1 of The blog');
  expect(at(0, 3).getAttribute('aria-disabled')).toBe('true');
  expect([...page.host.querySelectorAll('thead th')].map((head) => head.getAttribute('aria-label') ?? head.textContent)).toEqual([
    'Voice',
    '1, The court',
    '2, The paper',
    '3, The blog',
  ]);
});

it('opens the claims of a cell, those of one alone, and a voice; of what is empty nothing', async () => {
  const store = await open({}, ['one']);
  expect(asked[0]?.searchParams.get('datasets')).toBe('one');
  const opened = (row: number, column: number) => {
    act(() => at(row, column).click());
    return store.get().panels.at(-1);
  };
  expect(opened(0, 3)).toBeUndefined();
  expect(opened(1, 1)).toEqual({
    kind: 'claims',
    title: 'Claims of both The paper and The court',
    filter: { voicesAll: ['paper', 'court'], datasets: ['one'] },
  });
  expect(opened(0, 1)).toEqual({ kind: 'claims', title: 'Claims of The court alone', filter: { voices: ['court'], originsAtMost: 1, datasets: ['one'] } });
  expect(opened(2, 0)).toEqual({ kind: 'voice', id: 'blog' });
});

it('has one stop for Tab, and is moved in by the arrow keys', async () => {
  const store = await open();
  const stops = () => [...page.host.querySelectorAll<HTMLElement>('[data-at][tabindex="0"]')].map((cell) => cell.dataset.at);
  expect(stops()).toEqual(['0 0']);
  at(0, 0).focus();
  key('ArrowRight');
  key('ArrowRight');
  key('ArrowDown');
  expect([document.activeElement, stops()]).toEqual([at(1, 2), ['1 2']]);
  key('End', { ctrlKey: true });
  expect(document.activeElement).toBe(at(2, 3));
  key('ArrowDown');
  expect(document.activeElement).toBe(at(2, 3));
  key('ArrowLeft');
  key('Enter');
  expect(store.get().panels.at(-1)).toMatchObject({ kind: 'claims', filter: { voicesAll: ['blog', 'paper'] } });
});

it('says how many voices are left out, and that there is none', async () => {
  await open({ inAll: 80 });
  expect(page.text()).toContain('The 3 with most claims of 80 voices.');
  page.end();
  await open({ voices: [], pairs: [], inAll: 0 });
  expect(page.text()).toContain('No voice is an origin of a claim at the dates of the view.');
});
