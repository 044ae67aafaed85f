// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readStats } from '../../../server/contract/routes/stats.ts';
import { tracePaths } from '../../../server/contract/routes/trace.ts';
import { createQueryClient, traceQuery } from '../../api/queries.ts';
import { DepsContext } from '../../acts/deps.ts';
import { createLatest } from '../../state/latest.ts';
import { createStore, StoreContext } from '../../state/store.ts';
import { edge, node } from '../../testing/build-views.ts';
import { rendered, type Rendered } from '../../testing/render.ts';
import { ExportDialog } from './export-dialog.tsx';
import type { ExportWish } from './use-export.ts';

const refused = [{ kind: 'claim', id: 'c', label: 'A paid B', why: 'not-seen', reason: 'No source that was seen supports it.', remedy: 'Read one.' }];
const CHECKED = {
  refused: [] as typeof refused,
  left: { entities: 2, claims: 1, paths: 0 },
  title: 'The title of the server',
  asked: 'A selection of claims and entities.',
  printed: ['As told up to 2024.'],
  entities: 2,
  claims: 1,
  kept: { entities: ['a', 'b'], claims: ['c'] },
  revision: 1,
};
const PATH = {
  id: 'a|b',
  entities: ['a', 'b'],
  title: 'A to B',
  inShort: 'A to B',
  hops: [],
  weakest: { hop: 0, rank: 1, level: 'reported' },
  fewestUninvolved: 0,
  prose: { sentences: [], notes: [], closing: [] },
} satisfies ExportWish['path'];
const TRACE = { from: { ids: ['constructor'] }, to: { ids: ['b'], role: 'sponsor' as const }, switches: { maxHops: 3 } };
const NOT_LINKED = tracePaths.response.parse({
  paths: [],
  commonBody: [],
  linked: false,
  answer: {
    sentences: [{ text: 'No path of up to three hops was found from constructor to حارس.', claims: [], footnotes: [] }],
    facts: [],
    notes: [],
    knowledge: 'As told up to 2024.',
  },
  searched: { from: [], to: [], maxHops: 3, slack: 2, entitiesSeen: 2, stated: [], stoppedAtLimit: false, more: false, hubsNotPassed: [], text: 'Searched.' },
  nodes: [],
  edges: [],
  revision: 1,
});
const QUESTIONS = {
  questions: [
    { id: 'tied', dataset: 'd', kind: 'trace', text: 'Are the two tied?', ...TRACE },
    { id: 'q', dataset: 'd', kind: 'claims', text: 'Who paid whom?', filter: {} },
  ],
};

const STATS = readStats.response.parse({
  revision: 1,
  entities: 12,
  claims: 34,
  citations: 5,
  sources: 2,
  voices: 2,
  contested: 0,
  byLevel: [],
  byGroup: [],
  byType: [],
  datasets: [
    { id: 'constructor', title: 'The fire', entities: 12, claims: 34 },
    { id: 'core', title: 'Vocabulary', entities: 0, claims: 0 },
  ],
  knowledge: 'As told up to 2024.',
  stale: 0,
});

type Checked = Omit<typeof CHECKED, 'left'> & { left: typeof CHECKED.left & { notLinked?: boolean }; notLinked?: boolean };

let page: Rendered;
/** Bodies sent, by the last part of the address. */
let sent: [route: string, body: Record<string, unknown>][];
let told: string[];

interface Seen {
  /** Whether the view has a trace that found no path. */
  isUnlinked?: boolean;
  /** Whether its answer is read in words. */
  isRead?: boolean;
  /** Whether nothing is drawn. */
  isBare?: boolean;
  /** Entities drawn beside the two. */
  more?: number;
  /** Entities selected. */
  selected?: string[];
}
/** Opens the dialog over one drawn claim; the server answers a check with these. */
async function open(checked: Partial<Checked> = {}, wish: ExportWish = {}, { isUnlinked, isRead, isBare, more = 0, selected = [] }: Seen = {}): Promise<void> {
  const answers = new Map<string, unknown>([
    ['check', { ...CHECKED, ...checked }],
    ['questions', QUESTIONS],
    ['stats', STATS],
  ]);
  vi.stubGlobal('fetch', (address: string, init?: RequestInit) => {
    const route = address.split('/').at(-1) ?? '';
    if (typeof init?.body === 'string') sent.push([route, JSON.parse(init.body) as Record<string, unknown>]);
    if (route === 'exports') return Promise.resolve(new Response('# Dossier', { headers: { 'content-disposition': 'attachment; filename="dossier.md"' } }));
    return Promise.resolve(new Response(JSON.stringify(answers.get(route) ?? {})));
  });
  const store = createStore();
  const ids = ['a', 'b', ...Array.from({ length: more }, (_, n) => `e${n}`)];
  if (!isBare) store.dispatch({ type: 'place', words: 'Placed', nodes: ids.map((id) => node(id)), edges: [edge('c', 'a', 'b')], entities: ids, clocks: {} });
  store.dispatch({ type: 'open', panel: { kind: 'claims', title: 'Who paid whom?', filter: {} } });
  const queries = createQueryClient();
  if (selected.length > 0) store.dispatch({ type: 'select', selection: { entities: selected, claims: [] } });
  if (isUnlinked) {
    store.dispatch({ type: 'trace', words: 'Traced', trace: TRACE });
    queries.setQueryData(traceQuery(TRACE.from, TRACE.to, TRACE.switches, {}).queryKey, NOT_LINKED);
  }
  if (isRead) store.dispatch({ type: 'open', panel: { kind: 'prose' } });
  const deps = { store, queries, latest: createLatest(), tell: (message: string) => void told.push(message) };
  page = rendered(
    <MantineProvider>
      <QueryClientProvider client={queries}>
        <StoreContext.Provider value={store}>
          <DepsContext.Provider value={deps}>
            <ExportDialog wish={wish} onClose={vi.fn()} />
          </DepsContext.Provider>
        </StoreContext.Provider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  await vi.waitFor(() => act(async () => expect(document.querySelector('.printed')?.textContent).toContain('As told up to 2024.')));
}
const field = (selector: string) => document.querySelector<HTMLInputElement>(`.dialog ${selector}`);
/** As a browser does where somebody types: React listens for the event, and looks whether the value differs. */
function type(into: HTMLInputElement | null, text: string): void {
  if (!into) throw new Error('no field to type into');
  act(() => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(into) as object, 'value')?.set?.call(into, text);
    into.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
const pieceOf = (text: string) => [...document.querySelectorAll('.dialog label')].find(({ textContent }) => textContent === text)?.querySelector('input');
const write = () => [...document.querySelectorAll<HTMLButtonElement>('.dialog button')].find((button) => button.type === 'submit');

beforeEach(() => {
  sent = [];
  told = [];
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }));
});
afterEach(() => {
  page.end();
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

describe('the export dialog', () => {
  it('shows the title of the server and the question of the view, and sends no title that nobody typed', async () => {
    await open();
    expect(field('input.field')?.placeholder).toBe('The title of the server');
    await vi.waitFor(() => act(async () => expect(field('textarea.field')?.placeholder).toBe('Who paid whom?')));
    await act(async () => write()?.click());
    await vi.waitFor(() => expect(told).toEqual(['Written: dossier.md']));
    const body = sent.find(([route]) => route === 'exports')?.[1];
    expect(body).toMatchObject({ format: 'markdown-dossier', claims: ['c'], asked: 'Who paid whom?' });
    expect(body).not.toHaveProperty('title');
    expect(body).not.toHaveProperty('gate');
  });
  it('keeps a typed title and question while it is closed, for the piece they were typed for, until the file is written', async () => {
    const typed = () => [field('input.field')?.value, field('textarea.field')?.value];
    await open();
    type(field('input.field'), 'My title');
    type(field('textarea.field'), 'My question?');
    page.end();
    await open({}, { path: PATH });
    expect(typed()).toEqual(['', '']);
    type(field('input.field'), 'Of the path');
    page.end();
    await open();
    expect(typed()).toEqual(['My title', 'My question?']);
    await act(async () => write()?.click());
    await vi.waitFor(() => expect(told).toEqual(['Written: dossier.md']));
    expect(sent.find(([route]) => route === 'exports')?.[1]).toMatchObject({ title: 'My title', asked: 'My question?' });
    page.end();
    await open({}, { path: PATH });
    expect(typed()).toEqual(['Of the path', '']);
    page.end();
    await open();
    expect(typed()).toEqual(['', '']);
  });
  it('waits for a choice on what is refused, and asks what the file holds once that is left out', async () => {
    await open({ refused, left: { entities: 2, claims: 1, paths: 0 }, claims: 2 });
    expect(write()?.disabled).toBe(true);
    await act(async () => field('input[name=gate]')?.click());
    expect(write()?.disabled).toBe(false);
    await vi.waitFor(() => expect(sent.filter(([route]) => route === 'check').map(([, body]) => body.gate)).toEqual([undefined, { leaveOut: true }]));
  });
  it('overrides the gate for the piece that this was chosen for, and for no other', async () => {
    await open({ refused, left: { entities: 2, claims: 1, paths: 0 }, claims: 2 }, { path: PATH });
    const radios = () => [...document.querySelectorAll<HTMLInputElement>('.dialog input[name=gate]')];
    await act(async () => radios()[1]?.click());
    expect(radios()[1]?.checked).toBe(true);
    await act(async () => [...document.querySelectorAll<HTMLInputElement>('.dialog input[name=what]')][1]?.click());
    await vi.waitFor(() => act(async () => expect(radios().map(({ checked }) => checked)).toEqual([false, false])));
  });
  it('exports what is selected', async () => {
    await open({}, {}, { selected: ['a', 'b'], more: 2 });
    await act(async () => pieceOf('What is selected: 2 entities, 1 claim')?.click());
    await vi.waitFor(() => expect(sent.findLast(([route]) => route === 'check')?.[1]).toMatchObject({ entities: ['a', 'b'], claims: ['c'] }));
  });
  it('exports the cases on view whole, whatever is drawn, also where nothing is', async () => {
    await open();
    const whole = 'The whole case “The fire”: 34 claims';
    await vi.waitFor(() => act(async () => expect(pieceOf(whole)).toBeDefined()));
    await act(async () => pieceOf(whole)?.click());
    await vi.waitFor(() => expect(sent.findLast(([route]) => route === 'check')?.[1]).toMatchObject({ entities: [], datasets: ['constructor'], filters: [] }));
    await vi.waitFor(() => act(async () => expect(write()?.disabled).toBe(false)));
    await act(async () => write()?.click());
    await vi.waitFor(() => expect(sent.findLast(([route]) => route === 'exports')?.[1]).toMatchObject({ datasets: ['constructor'] }));
    expect(sent.findLast(([route]) => route === 'exports')?.[1]).not.toHaveProperty('claims');
    page.end();
    await open({}, {}, { isBare: true });
    await vi.waitFor(() => act(async () => expect(pieceOf(whole)?.checked).toBe(true)));
  });
  it('lets nobody leave out everything', async () => {
    await open({ refused, left: { entities: 0, claims: 0, paths: 0 } });
    expect(field('input[name=gate]')?.disabled).toBe(true);
    expect(document.querySelector('.dialog')?.textContent).toContain('Nothing would be left');
  });
  it('writes no dossier without a claim, and another format all the same', async () => {
    await open({ claims: 0 });
    expect(document.querySelector('.dialog [role=alert]')?.textContent).toContain('A dossier tells claims, and this holds none.');
    expect(write()?.disabled).toBe(true);
    const formatOf = (words_: string) =>
      [...document.querySelectorAll('label')].find(({ textContent }) => textContent?.includes(words_))?.querySelector('input');
    await act(async () => formatOf('for Word')?.click());
    expect(write()?.disabled).toBe(true);
    await act(async () => formatOf('Own JSON')?.click());
    expect(write()?.disabled).toBe(false);
  });
  it('takes the format of another program, and a bundle, where they are asked for', async () => {
    await open();
    const program = document.querySelector<HTMLSelectElement>('select[aria-label="Program"]');
    expect([...(program?.options ?? [])].map(({ value }) => value)).toContain('stix');
    await act(async () => {
      program!.value = 'gexf';
      program!.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await act(async () =>
      [...document.querySelectorAll('label')]
        .find(({ textContent }) => textContent?.includes('BagIt'))
        ?.querySelector('input')
        ?.click(),
    );
    await act(async () => write()?.click());
    await vi.waitFor(() => expect(sent.find(([route]) => route === 'exports')?.[1]).toMatchObject({ format: 'gexf', bundle: true }));
  });
  it('sends where the entities stand for a picture, and for a dossier with one, and never what they are called', async () => {
    const choose = (text: string, type = 'radio') =>
      act(async () =>
        [...document.querySelectorAll<HTMLInputElement>(`.dialog input[type=${type}]`)]
          .find((one) => one.closest('label')?.textContent.includes(text))
          ?.click(),
      );
    for (const [format, label, pictured] of [
      ['svg', 'Picture as vector drawing (SVG)', false],
      ['png', 'Picture (PNG)', false],
      ['embed', 'Page for an article', false],
      ['html-dossier', 'Dossier as a web page', true],
    ] as const) {
      sent.length = 0;
      await open();
      await choose(label);
      if (pictured) await choose('With the picture', 'checkbox');
      await act(async () => write()?.click());
      await vi.waitFor(() => expect(sent.some(([route]) => route === 'exports')).toBe(true));
      const body = sent.find(([route]) => route === 'exports')?.[1];
      expect(body).toMatchObject({ format, entities: ['a', 'b'], claims: ['c'] });
      expect(body?.['picture']).toBe(pictured || undefined);
      const places = body?.['positions'];
      expect(Array.isArray(places)).toBe(true);
      for (const place of Array.isArray(places) ? (places as object[]) : []) expect(Object.keys(place).sort()).toEqual(['id', 'x', 'y']);
      page.end();
    }
    await open();
    expect([...document.querySelectorAll('.dialog label')].some(({ textContent }) => textContent?.includes('With the picture'))).toBe(true);
    await choose('CSV set');
    expect([...document.querySelectorAll('.dialog label')].some(({ textContent }) => textContent?.includes('With the picture'))).toBe(false);
  });
  it('says at once where there are more entities than a picture shows, and what to do', async () => {
    await open({}, {}, { more: 299 });
    const choose = (text: string, kind = 'radio') =>
      act(async () =>
        [...document.querySelectorAll<HTMLInputElement>(`.dialog input[type=${kind}]`)]
          .find((one) => one.closest('label')?.textContent.includes(text))
          ?.click(),
      );
    expect(write()?.disabled).toBe(false);
    for (const [label, kind] of [
      ['Picture (PNG)', 'radio'],
      ['Dossier as a web page', 'radio'],
      ['With the picture', 'checkbox'],
    ] as const) {
      await choose(label, kind);
      const isPicture = label !== 'Dossier as a web page';
      expect(document.querySelector('.dialog [role=alert]')?.textContent ?? '').toContain(isPicture ? 'at most 300 entities; this holds 301' : '');
      expect(write()?.disabled).toBe(isPicture);
    }
  });
  it('does not name in the question whom the gate leaves out', async () => {
    await open({ refused: [{ ...refused[0]!, kind: 'entity', id: 'a' }] });
    await vi.waitFor(() => act(async () => expect(field('textarea.field')?.placeholder).toBe('Who paid whom?')));
    await act(async () => field('input[name=gate]')?.click());
    expect(field('textarea.field')?.placeholder).toBe('A selection of claims and entities.');
  });
});

describe('the answer of a trace that found no path', () => {
  const chosen = (name: string) => document.querySelector(`.dialog input[name=${name}]:checked`)?.closest('label')?.textContent;
  const choice = (text: string) =>
    [...document.querySelectorAll<HTMLInputElement>('.dialog input[type=radio]')].find((one) => one.closest('label')?.textContent.includes(text));
  const checkedWith = () => sent.findLast(([route]) => route === 'check')?.[1];
  const untold = { claims: 0, left: { entities: 2, claims: 0, paths: 0, notLinked: true }, notLinked: true };
  const LEAD = NOT_LINKED.answer.sentences[0]!.text;

  it('is what is exported while it is read: by its ends, switches and question, as a dossier even without a claim', async () => {
    await open(untold, {}, { isUnlinked: true, isRead: true });
    expect(chosen('what')).toBe(`The answer: ${LEAD}`);
    await vi.waitFor(() => act(async () => expect(field('textarea.field')?.placeholder).toBe('Are the two tied?')));
    expect(document.querySelector('.dialog [role=alert]')).toBeNull();
    await act(async () => write()?.click());
    await vi.waitFor(() => expect(told).toEqual(['Written: dossier.md']));
    const body = sent.find(([route]) => route === 'exports')?.[1];
    expect(body).toEqual({ format: 'markdown-dossier', trace: TRACE, entities: [], claims: [], paths: [], filters: [], asked: 'Are the two tied?' });
  });
  it('is written with the title that was typed for it, which no other piece takes', async () => {
    await open(untold, { answer: true }, { isUnlinked: true });
    type(field('input.field'), 'My title');
    await act(async () => choice('What is drawn')?.click());
    expect(field('input.field')?.value).toBe('');
    expect(checkedWith()).not.toHaveProperty('trace');
    await act(async () => choice('The answer')?.click());
    await act(async () => write()?.click());
    await vi.waitFor(() => expect(sent.find(([route]) => route === 'exports')?.[1]).toMatchObject({ title: 'My title', trace: TRACE }));
  });
  it('is offered where something else is read, and chosen where nothing is drawn', async () => {
    await open({}, {}, { isUnlinked: true });
    expect(chosen('what')).toMatch(/^What is drawn/);
    expect(choice('The answer')).toBeDefined();
    page.end();
    await open(untold, {}, { isUnlinked: true, isBare: true });
    expect(chosen('what')).toContain(LEAD);
  });
  it('is not offered where the view has no trace', async () => {
    await open({}, { answer: true });
    expect(choice('The answer')).toBeUndefined();
    expect(chosen('what')).toMatch(/^What is drawn/);
  });
  it('is no picture', async () => {
    await open(untold, { answer: true }, { isUnlinked: true });
    expect(choice('Picture (PNG)')?.disabled).toBe(true);
    await act(async () => choice('CSV set')?.click());
    await act(async () => write()?.click());
    await vi.waitFor(() => expect(sent.find(([route]) => route === 'exports')?.[1]).toMatchObject({ format: 'csv-set', trace: TRACE }));
  });
  it('is not left out into a dossier of nothing where the gate refuses an end, and says what is lost', async () => {
    const gone = [{ ...refused[0]!, kind: 'entity', id: 'constructor' }];
    await open(
      { refused: gone, claims: 2, notLinked: true, left: { entities: 1, claims: 0, paths: 0, notLinked: false } },
      { answer: true },
      { isUnlinked: true },
    );
    expect(choice('Leave those out')?.disabled).toBe(true);
    page.end();
    await open(
      { refused: gone, claims: 2, notLinked: true, left: { entities: 1, claims: 1, paths: 0, notLinked: false } },
      { answer: true },
      { isUnlinked: true },
    );
    expect(document.querySelector('#gate-left')?.textContent).toBe('Leaves 1 of 2 claims; that the two sides are not linked cannot be told without the rest.');
    await act(async () => choice('Leave those out')?.click());
    await vi.waitFor(() => expect(checkedWith()).toMatchObject({ trace: TRACE, gate: { leaveOut: true } }));
  });
});
