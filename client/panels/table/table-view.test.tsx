// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createQueryClient, ROWS_MOST } from '../../api/queries.ts';
import { DepsContext } from '../../acts/deps.ts';
import { createLatest } from '../../state/latest.ts';
import { createStore, StoreContext, type Store } from '../../state/store.ts';
import { edge, node } from '../../testing/build-views.ts';
import { rendered, type Rendered } from '../../testing/render.ts';
import { ExportContext, type ExportWish } from '../export/use-export.ts';
import { TableView } from './table-view.tsx';

let page: Rendered;
let store: Store;
let wished: ExportWish[];
const nodes = [node('a', { name: 'Anna' }), node('b', { name: 'Bruno' }), node('constructor', { name: 'Cleo', type: 'Gang' })];
const edges = [
  edge('paid', 'a', 'b', { level: 'charged', rank: 3, label: 'paid', group: 'sponsorship' }),
  edge('met', 'b', 'constructor', { label: 'met', group: 'association' }),
  edge('led', 'a', 'constructor', { level: 'convicted', rank: 6, label: 'led', group: 'structure', originsOpen: true }),
];

function show(): void {
  const queries = createQueryClient();
  page = rendered(
    <MantineProvider>
      <QueryClientProvider client={queries}>
        <StoreContext.Provider value={store}>
          <DepsContext.Provider value={{ store, queries, latest: createLatest(), tell: vi.fn() }}>
            <ExportContext.Provider value={(wish) => void wished.push(wish)}>
              <TableView />
            </ExportContext.Provider>
          </DepsContext.Provider>
        </StoreContext.Provider>
      </QueryClientProvider>
    </MantineProvider>,
  );
}
const press = (selector: string, words: string): void => act(() => page.find(selector, words)!.click());
const key = (name: string): void =>
  act(() => void page.find('[role=grid]')!.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true })));
const type = (text: string): void =>
  act(() => {
    const field = page.find<HTMLInputElement>('input[type=search]')!;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });

beforeEach(() => {
  sessionStorage.clear();
  wished = [];
  // Without a layout engine every element is as large as the window.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200);
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{}')));
  store = createStore();
  store.dispatch({ type: 'place', words: 'Placed', nodes, edges, entities: nodes.map(({ id }) => id), clocks: {} });
});
afterEach(() => {
  page.end();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});
const cells = (column: number): string[] =>
  [...page.host.querySelectorAll(`.grid-body [role=row] [data-column='${column}']`)].map((cell) => cell.textContent ?? '');

describe('the table', () => {
  it('holds what is drawn, the firmest first, and turns the order at the press of its head', () => {
    show();
    expect(cells(0)).toEqual(['convicted', 'charged', 'reported']);
    press('[role=columnheader]', 'Standing');
    expect(cells(0)).toEqual(['reported', 'charged', 'convicted']);
    press('[role=columnheader]', 'What');
    expect(cells(2)).toEqual(['led', 'met', 'paid']);
  });
  it('says how many rows its search leaves', () => {
    show();
    type('cleo anna');
    expect(cells(2)).toEqual(['led']);
    expect(page.find('[role=status]')!.textContent).toBe('1 of 3');
    type('nobody');
    expect(page.text()).toContain('No row passes.');
  });
  it('shows the filters of the view, and how many claims they leave out', () => {
    store.dispatch({ type: 'filters', words: 'Filter', filters: { ...store.get().history.present.filters, standingAtLeast: 'charged' } });
    show();
    expect(cells(0)).toEqual(['convicted', 'charged']);
    expect(page.text()).toContain('1 claim left out by the filters');
  });
  it('is moved in by the arrows; Space chooses for table and graph, Enter opens the evidence', () => {
    show();
    key('ArrowDown');
    key(' ');
    expect(store.get().selection).toEqual({ entities: [], claims: ['led'] });
    key('ArrowDown');
    key(' ');
    expect(store.get().selection.claims).toEqual(['led', 'paid']);
    key(' ');
    expect(store.get().selection.claims).toEqual(['led']);
    expect(page.host.querySelectorAll('[aria-selected=true]')).toHaveLength(1);
    key('Enter');
    expect(store.get().panels.at(-1)).toEqual({ kind: 'claim', id: 'paid' });
    act(() => store.dispatch({ type: 'select', selection: { entities: [], claims: ['met'] } }));
    expect(page.host.querySelector('.table-foot')?.textContent).toContain('b is said to have hired constructor');
  });
  it('holds entities too, with the number of their claims', () => {
    show();
    press('.segmented button', 'Entities');
    expect(cells(0).toSorted()).toEqual(['Anna', 'Bruno', 'Cleo']);
    expect(cells(3)).toEqual(['2', '2', '2']);
  });
  it('takes the rows that pass out through the export, with its filters in words', () => {
    show();
    type('anna');
    press('button', 'CSV');
    expect(wished[0]!.rows).toMatchObject({
      title: 'The table: 2 claims',
      claims: ['led', 'paid'],
      entities: [],
      lines: ['in the table, with the words “anna”'],
    });
  });
});

describe('the table of one entity', () => {
  it('holds every claim of it, read in pages, and says what is left out', async () => {
    const asked: unknown[] = [];
    vi.stubGlobal('fetch', (address: string, init?: RequestInit) => {
      if (!address.endsWith('/api/claims/table')) return Promise.resolve(new Response('{}'));
      const body = JSON.parse(String(init?.body)) as { offset: number };
      asked.push(body);
      const claim = edge(`c${body.offset}`, 'a', 'b', { sentence: `Claim ${body.offset}` });
      return Promise.resolve(new Response(JSON.stringify({ rows: [{ claim, published: [], steps: [] }], nodes, total: 1_001, uncertain: 0, revision: 1 })));
    });
    store.dispatch({ type: 'middle', words: 'Table', middle: { show: 'table', of: { kind: 'entity', id: 'a' } } });
    show();
    await vi.waitFor(() => act(async () => expect(page.text()).toContain('All claims of Anna')));
    expect(asked).toEqual([
      { filter: { entities: ['a'] }, offset: 0 },
      { filter: { entities: ['a'] }, offset: 1_000 },
    ]);
    expect(cells(1)).toEqual(['Anna', 'Anna']);
    act(() => page.host.querySelector<HTMLElement>('.chip-drop')!.click());
    expect(store.get().history.present.middle).toEqual({ show: 'table' });
    act(() => store.dispatch({ type: 'undo' }));
    expect(store.get().history.present.middle.of).toEqual({ kind: 'entity', id: 'a' });
  });
  it('holds the firmest 5,000 claims, and says how many there are beyond', async () => {
    const offsets: number[] = [];
    vi.stubGlobal('fetch', (address: string, init?: RequestInit) => {
      if (!address.endsWith('/api/claims/table')) return Promise.resolve(new Response('{}'));
      const { offset } = JSON.parse(String(init?.body)) as { offset: number };
      offsets.push(offset);
      const rows = Array.from({ length: 1_000 }, (_, i) => ({ claim: edge(`c${offset + i}`, 'a', 'b'), published: [], steps: [] }));
      return Promise.resolve(new Response(JSON.stringify({ rows, nodes, total: 6_200, uncertain: 0, revision: 1 })));
    });
    store.dispatch({ type: 'middle', words: 'Table', middle: { show: 'table', of: { kind: 'entity', id: 'a' } } });
    show();
    await vi.waitFor(() => act(async () => expect(page.text()).toContain(`The firmest ${ROWS_MOST.toLocaleString('en')} of 6,200 claims`)), { timeout: 5_000 });
    expect(offsets).toEqual([0, 1_000, 2_000, 3_000, 4_000]);
    expect(page.text()).toContain('Claims 5,000');
  });
});
