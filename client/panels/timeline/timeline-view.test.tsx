// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createQueryClient, ROWS_MOST } from '../../api/queries.ts';
import { DepsContext } from '../../acts/deps.ts';
import type { EdgeView, TableRow } from '../../../server/contract/views.ts';
import { createLatest } from '../../state/latest.ts';
import { createStore, StoreContext, type Store } from '../../state/store.ts';
import { type Middle, NO_FILTERS } from '../../state/view.ts';
import { dated as on, edge, node } from '../../testing/build-views.ts';
import { rendered, type Rendered } from '../../testing/render.ts';
import { TimelineView } from './timeline-view.tsx';

let page: Rendered;
let store: Store;
let asked: { claims?: string[]; filter?: object; clocks?: object }[];
const nodes = [node('a', { name: 'Anna' }), node('b', { name: 'Bruno' }), node('constructor', { name: 'The plot', type: 'Plot' })];
const claim = (id: string, dates: string[], more: Partial<EdgeView> = {}): EdgeView =>
  edge(id, 'a', 'b', { sentence: `Sentence of ${id}.`, happened: dates.map((edtf) => on(edtf)), ...more });
const edges = [
  claim('paid', ['2022-07'], { level: 'charged', rank: 3, in: ['constructor'] }),
  claim('met', ['2019', '2021']),
  claim('knew', [], { originVoices: ['v'] }),
  claim('fled', ['2024-02-03'], { in: ['constructor'] }),
];
const steps: TableRow['steps'] = [{ level: 'charged', rank: 3, citation: 'c', counts: true, by: { id: 'a', name: 'Anna' }, on: on('2023-01-12') }];
const rowOf = (one: EdgeView): TableRow => ({ claim: one, published: one.id === 'knew' ? [on('2020-05-05')] : [], steps: one.id === 'paid' ? steps : [] });

function answer(address: string, init?: RequestInit): Promise<Response> {
  if (!address.endsWith('/api/claims/table')) return Promise.resolve(new Response('{}'));
  const body = JSON.parse(String(init?.body)) as (typeof asked)[number];
  asked.push(body);
  const known = new Map(edges.map((one) => [one.id, one]));
  const rows = (body.claims ?? [...known.keys()]).flatMap((id) => known.get(id) ?? []).map(rowOf);
  return Promise.resolve(new Response(JSON.stringify({ rows, nodes, total: rows.length, uncertain: 0, revision: 1 })));
}
/** The page is slow beside many others. */
const soon = (check: () => void): Promise<void> => vi.waitFor(() => act(async () => check()), { timeout: 10_000 });
async function show(): Promise<void> {
  const queries = createQueryClient();
  page = rendered(
    <MantineProvider>
      <QueryClientProvider client={queries}>
        <StoreContext.Provider value={store}>
          <DepsContext.Provider value={{ store, queries, latest: createLatest(), tell: vi.fn() }}>
            <TimelineView />
          </DepsContext.Provider>
        </StoreContext.Provider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  await soon(() => expect(page.host.querySelector('.time-row, .notice')).not.toBeNull());
}
const key = (name: string, more: KeyboardEventInit = {}): void =>
  act(() => void page.find('[role=treegrid]')!.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more })));
const press = (selector: string, words: string): void => act(() => page.find(selector, words)!.click());
const place = (middle: Middle): void => act(() => store.dispatch({ type: 'middle', words: 'Timeline', middle }));
const clocks = () => store.get().history.present.clocks;
/** What each row says to those who do not see it. */
const said = (): string[] =>
  [...page.host.querySelectorAll<HTMLElement>('.time-row')].map((row) => {
    const hidden = row.querySelector('.visually-hidden')?.textContent ?? row.querySelector('.none')?.textContent ?? '';
    return `${row.querySelector('.name')!.textContent} | ${hidden}`;
  });

beforeEach(() => {
  sessionStorage.clear();
  asked = [];
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200);
  vi.stubGlobal('fetch', answer);
  store = createStore();
  store.dispatch({ type: 'place', words: 'Placed', nodes, edges, entities: nodes.map(({ id }) => id), clocks: {} });
  store.dispatch({ type: 'middle', words: 'Timeline', middle: { show: 'timeline' } });
});
afterEach(() => {
  page.end();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('the timeline', () => {
  it('holds every claim of what is drawn in its lane, with its dates and steps in words, and the undated apart', async () => {
    await show();
    expect(asked).toEqual([{ claims: ['paid', 'met', 'knew', 'fled'] }]);
    expect(said()).toEqual([
      'The plot2 | ',
      'Sentence of paid. | charged; July 2022; charged by Anna, 12 January 2023',
      'Sentence of fled. | reported; 3 February 2024',
      'No plot or measure named1 | 1 claim, 1 undated',
      'Sentence of met. | reported; 2019 or 2021',
      'Undated1 | kept, and counted apart',
    ]);
    expect(page.text()).toContain('3 claims with a date');
    press('button', '1 without');
    expect(said().at(-1)).toBe('Sentence of knew. | reported; no date');
  });
  it('is placed by publication, and its lanes are people or voices; each is a step that is undone', async () => {
    await show();
    press('.segmented button', 'Published');
    expect(store.get().history.present.middle).toEqual({ show: 'timeline', by: 'published' });
    await soon(() => expect(said()).toContain('Sentence of knew. | reported; published 5 May 2020'));
    place({ show: 'timeline', lanes: 'people' });
    await soon(() => expect(said().map((row) => row.split(' |')[0])).toContain('Anna3'));
    act(() => store.dispatch({ type: 'undo' }));
    expect(store.get().history.present.middle.by).toBe('published');
  });
  it('has one selection with graph and table, and opens the evidence', async () => {
    await show();
    key('ArrowDown');
    key(' ');
    expect(store.get().selection.claims).toEqual(['paid']);
    expect(page.host.querySelectorAll('[aria-selected=true]')).toHaveLength(1);
    key('Enter');
    expect(store.get().panels.at(-1)).toEqual({ kind: 'claim', id: 'paid' });
    act(() => store.dispatch({ type: 'select', selection: { entities: [], claims: ['met'] } }));
    expect(page.host.querySelector('.table-foot')?.textContent).toContain('Sentence of met.');
    key('Home');
    key('Enter');
    expect(said()[0]).toBe('The plot2 | 2 claims');
    expect(said()).toHaveLength(4);
  });
  it('sets the date of the view by the keys, and keeps what is later, hollow', async () => {
    await show();
    key('ArrowLeft');
    expect(clocks()).toEqual({ happened: '2024-02-03' });
    key('ArrowLeft');
    expect(clocks()).toEqual({ happened: '2023-01-12' });
    // The date of the axis is lifted from what is asked, so that what is later is there.
    expect(asked.every((body) => body.clocks === undefined)).toBe(true);
    await soon(() => expect(said()).toContain('Sentence of fled. | reported; 3 February 2024; later than the date of the view'));
    expect(page.host.querySelector('.time-strip')?.textContent).toContain('1 claim here is later or may be');
    key('ArrowLeft', { shiftKey: true });
    expect(clocks()).toEqual({ happened: '2022-01-12' });
    key('0');
    expect(clocks()).toEqual({});
    act(() => store.dispatch({ type: 'undo' }));
    expect(clocks()).toEqual({ happened: '2022-01-12' });
  });
  it('has the clock as a slider, whose keys lead to the first and the last date', async () => {
    await show();
    const slider = page.find('[role=slider]')!;
    const slide = (name: string): void => act(() => void slider.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true })));
    expect(slider.getAttribute('aria-valuetext')).toBe('no date');
    slide('Home');
    expect(clocks()).toEqual({ happened: '2019-12-31' });
    expect(slider.getAttribute('aria-valuetext')).toBe('31 December 2019');
    slide('End');
    expect(clocks()).toEqual({ happened: '2024-02-03' });
  });
  it('stands at the end of the span that is shown', async () => {
    await show();
    press('button', 'Stand at the end shown');
    expect(Object.keys(clocks())).toEqual(['happened']);
    expect(clocks().happened! >= '2024').toBe(true);
  });
  it('says what to do where nothing is drawn, where filters leave nothing, and where no claim has a date', async () => {
    store.dispatch({ type: 'filters', words: 'Filter', filters: { ...store.get().history.present.filters, standingAtLeast: 'convicted' } });
    await show();
    expect(page.text()).toContain('The filters leave out all 4 claims. Take one away.');
    act(() => store.dispatch({ type: 'clear', words: 'Clear' }));
    act(() => store.dispatch({ type: 'filters', words: 'Clear', filters: NO_FILTERS }));
    place({ show: 'timeline' });
    expect(page.text()).toContain('Ask a question, or expand somebody');
    act(() => store.dispatch({ type: 'place', words: 'Placed', nodes, edges: [edges[2]!], entities: ['a', 'b'], clocks: {} }));
    await soon(() => expect(page.text()).toContain('No claim here says when it happened.'));
    // They are listed all the same.
    expect(said()).toContain('Sentence of knew. | reported; no date');
    press('button', 'Place by when it was published');
    expect(store.get().history.present.middle.by).toBe('published');
  });
  it('of a list that has dates of its own takes none of the view', async () => {
    await show();
    place({ show: 'timeline', of: { kind: 'claims', title: 'A list', filter: {}, clocks: { happened: '2023' } } });
    await soon(() => expect(page.text()).toContain('A list'));
    expect(page.find('[role=slider]')).toBeUndefined();
    key('ArrowLeft');
    expect(clocks()).toEqual({});
  });
  it('reads what is drawn in pages, at most 5,000 claims, and says so', async () => {
    const many = Array.from({ length: ROWS_MOST + 200 }, (_, i) => edge(`c${String(i).padStart(4, '0')}`, 'a', 'b'));
    store.dispatch({ type: 'clear', words: 'Clear' });
    store.dispatch({ type: 'place', words: 'Placed', nodes, edges: many, entities: ['a', 'b'], clocks: {} });
    store.dispatch({ type: 'middle', words: 'Timeline', middle: { show: 'timeline' } });
    await show();
    await soon(() => expect(page.text()).toContain('The first 5,000 of 5,200 claims'));
    expect(asked.map(({ claims }) => claims?.length)).toEqual([1_000, 1_000, 1_000, 1_000, 1_000]);
  });
});
