// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { GAP_KINDS, type GapKind } from '../../../server/domain/model/lists.ts';
import { createStore } from '../../state/store.ts';
import { json, renderedInPage, settled } from '../../testing/render-in-page.tsx';
import type { Rendered } from '../../testing/render.ts';
import { ExportContext, type ExportWish } from '../export/use-export.ts';
import { GapsPanel } from './gaps-panel.tsx';

const item = (id: string) => ({
  id,
  sentence: `A is alleged to have paid ${id}.`,
  level: 'alleged',
  rank: 1,
  origins: 1,
  originsOpen: false,
  uninvolvedOrigins: 0,
  contested: false,
});
const counts: Record<GapKind, number> = { retelling: 0, 'no-origin': 1, 'one-origin': 120, parties: 1, unclear: 0, unread: 1 };
const GAPS = [
  {
    claim: item('bo'),
    carries: 3,
    reasons: [
      { kind: 'one-origin', voices: [{ id: 'justice', name: 'The ministry', why: [] }], sources: [] },
      { kind: 'parties', voices: [{ id: 'justice', name: 'The ministry', why: ['accuses him', 'brings the case'] }], sources: [] },
      {
        kind: 'unread',
        voices: [],
        sources: [
          { id: 'i', name: '[The indictment]' },
          { id: 'j', name: '[The hearing]' },
        ],
      },
    ],
  },
  { claim: item('cy'), carries: 0, reasons: [{ kind: 'no-origin', voices: [], sources: [] }] },
];

let page: Rendered;
let asked: URL[] = [];
let wished: ExportWish[] = [];
async function open(answer: object = {}, store = createStore()): Promise<void> {
  [asked, wished] = [[], []];
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(new URL(address, 'http://attest.example'));
    const links = { pairs: 5, searched: 5, links: 12, isComplete: true };
    return Promise.resolve(json({ gaps: GAPS, total: 2, totals: counts, claims: 400, links, revision: 1, ...answer }));
  });
  page = renderedInPage(
    <ExportContext.Provider value={(wish) => void wished.push(wish)}>
      <GapsPanel />
    </ExportContext.Provider>,
    { store },
  );
  await vi.waitFor(() => act(() => expect(page.text()).toContain('What wants corroboration')));
  await settled();
}
const press = async (name: string): Promise<void> => {
  const button = page.find('button', name);
  expect(button, name).toBeDefined();
  act(() => button!.click());
  await settled();
};
afterEach(() => {
  page.end();
  vi.unstubAllGlobals();
});

it('says of each claim why it is listed, and how many links it carries', async () => {
  await open();
  for (const line of [
    '2 of 400 claims lack something.',
    'Counted over the 12 shortest links of 5 pairs of a sponsor and a target.',
    'Its one origin is The ministry.',
    'It rests on parties only: The ministry – accuses him; brings the case.',
    'Nobody here has read where it comes from: [The indictment] · [The hearing].',
    'Carries 3 of 12 links.',
    'Nobody is named as its origin.',
  ])
    expect(page.text()).toContain(line);
  expect(page.text()).not.toContain('Carries 0');
  expect(page.text()).not.toContain('A limit or the time was met');
});

it('says what it could not count, and that there is nothing to count', async () => {
  await open({ links: { pairs: 2_000, searched: 30, links: 12, isComplete: false } });
  expect(page.text()).toContain('A limit or the time was met after 30 of 2,000 pairs: there may be more links than were counted.');
  page.end();
  await open({ links: { pairs: 0, searched: 0, links: 0, isComplete: true }, gaps: [], total: 0 });
  expect(page.text()).toContain('No plot here has both a sponsor and a target');
  expect(page.text()).toContain('No claim lacks this at the dates of the view.');
  expect(page.find('button', 'Export')).toBeUndefined();
});

it('asks by a reason, of the cases on view at its dates; a reason that no claim has cannot be chosen', async () => {
  const store = createStore();
  const { filters } = store.get().history.present;
  store.dispatch({ type: 'filters', words: 'Filters', filters: { ...filters, datasets: ['one', 'two'] } });
  await open({}, store);
  expect(Object.fromEntries(asked.at(-1)!.searchParams)).toEqual({ datasets: 'one,two', limit: '100' });
  await press('parties only (1)');
  expect(Object.fromEntries(asked.at(-1)!.searchParams)).toEqual({ kinds: 'parties', datasets: 'one,two', limit: '100' });
  expect(page.find('button', 'parties only (1)')?.getAttribute('aria-pressed')).toBe('true');
  expect(page.find('button', 'Any reason')?.getAttribute('aria-pressed')).toBe('false');
  for (const kind of GAP_KINDS) expect(page.text()).toContain(`(${counts[kind]})`);
  expect((page.find('button', 'stake unclear (0)') as HTMLButtonElement).disabled).toBe(true);
});

it('can be watched, by the reason and the cases that are asked for', async () => {
  const store = createStore();
  const { filters } = store.get().history.present;
  store.dispatch({ type: 'filters', words: 'Filters', filters: { ...filters, datasets: ['one'] } });
  await open({}, store);
  await press('parties only (1)');
  await press('Watch this');
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', (_: string, { method, body }: RequestInit) => {
    if (method === 'PUT') sent.push(JSON.parse(body as string));
    return Promise.resolve(json({}, 500));
  });
  const name = page.host.querySelector<HTMLInputElement>('form[aria-label="Watch this"] input')!;
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(name, 'Ada');
    name.dispatchEvent(new Event('input', { bubbles: true }));
  });
  act(() => void name.form!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
  await settled();
  expect(sent).toMatchObject([
    { title: 'What wants corroboration: parties only', who: 'Ada', question: { kind: 'gaps', kinds: ['parties'], datasets: ['one'] } },
  ]);
});

it('reads more where there are more, opens the evidence of a claim, and exports those listed', async () => {
  const store = createStore();
  await open({ total: 120 }, store);
  await press('Export the 2 claims listed');
  expect(wished).toEqual([{ rows: { title: 'What wants corroboration: Any reason', entities: [], claims: ['bo', 'cy'], lines: [] } }]);
  await press('Read 100 more');
  expect(asked.at(-1)!.searchParams.get('limit')).toBe('200');
  await press('A is alleged to have paid bo.');
  expect(store.get().panels.at(-1)).toEqual({ kind: 'claim', id: 'bo' });
});

it('says why the question is not answered of a case that is not held in memory', async () => {
  vi.stubGlobal('fetch', () =>
    Promise.resolve(
      json(
        {
          type: 'about:blank',
          status: 422,
          code: 'limit',
          title: 'limit',
          remedy: 'Ask for less.',
          detail: 'This question is about the whole case.',
          limit: { name: 'graphMemoryClaims', value: 9 },
        },
        422,
      ),
    ),
  );
  page = renderedInPage(<GapsPanel />);
  await settled();
  expect(page.text()).toContain('This question is about the whole case.');
});
