// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { createStore } from '../../state/store.ts';
import { json, renderedInPage, settled } from '../../testing/render-in-page.tsx';
import type { Rendered } from '../../testing/render.ts';
import { AtAGlance } from './at-a-glance.tsx';

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
const NOTHING = {
  voice: { id: 'court', name: 'The court' },
  beside: [],
  disputes: [],
  accusedBy: [],
  carries: [],
  carriedBy: [],
  totals: { beside: 0, disputes: 0, accusedBy: 0, carries: 0, carriedBy: 0 },
  revision: 1,
};

let page: Rendered;
const store = createStore();
async function open(answer: object): Promise<void> {
  vi.stubGlobal('fetch', () => Promise.resolve(json({ ...NOTHING, ...answer })));
  page = renderedInPage(<AtAGlance id="court" />, { store });
  await settled();
}
afterEach(() => {
  page.end();
  vi.unstubAllGlobals();
});

it('says how much later or earlier another tells its claims, never more exactly than the dates', async () => {
  const beside = [
    {
      id: 'paper',
      name: 'The paper',
      claims: 16,
      after: { claims: 3, least: 5, most: 32 },
      before: { claims: 1, least: 10, most: 10 },
      sameDay: 2,
      open: 10,
      told: [
        { claim: item('bo'), sequence: 'after', days: { least: 5, most: 32 } },
        { claim: item('cy'), sequence: 'before', days: { least: -10, most: -10 } },
        { claim: item('di'), sequence: 'same-day', days: { least: 0, most: 0 } },
        { claim: item('ed'), sequence: 'open', days: { least: -9, most: 21 } },
        { claim: item('flo'), sequence: 'after', days: { least: 1 } },
        { claim: item('gus'), sequence: 'before', days: { most: -1 } },
        { claim: item('hal'), sequence: 'open', days: {} },
      ],
    },
  ];
  await open({ beside, totals: { ...NOTHING.totals, beside: 60 } });
  expect(page.text()).toContain(
    '16 claims of both · 1 told earlier, by 10 days, 2 told on the same day, 3 told later, by 5 to 32 days, 10 where the dates do not tell',
  );
  expect(page.text()).toContain('1 of 60 voices, those with most claims in common');
  expect(page.text()).toContain('The firmest 7 of 16');
  const lines = [...page.host.querySelectorAll('.under-claim')].map((line) => line.textContent);
  expect(lines).toEqual([
    '5 to 32 days later',
    '10 days earlier',
    'on the same day',
    'the dates do not tell which came first',
    'at least 1 day later',
    'at least 1 day earlier',
    'the dates do not tell which came first',
  ]);
});

it('says what it disputes and how, what accuses whom it speaks for, and whom it carries; each opens', async () => {
  await open({
    disputes: [{ claim: item('bo'), levels: ['denied'] }],
    accusedBy: [item('cy')],
    carries: [{ id: 'paper', name: 'The paper', claims: 2 }],
    totals: { ...NOTHING.totals, disputes: 1, accusedBy: 104, carries: 1 },
  });
  for (const text of ['What it disputes (1)', 'denied', 'What accuses whom it speaks for (104)', 'The firmest 1 of 104', 'Whom it carries (1)', '2 claims'])
    expect(page.text()).toContain(text);
  act(() => page.find('button', 'The paper')!.click());
  expect(store.get().panels.at(-1)).toEqual({ kind: 'voice', id: 'paper' });
  act(() => page.find('button', 'A is alleged to have paid cy.')!.click());
  expect(store.get().panels.at(-1)).toEqual({ kind: 'claim', id: 'cy' });
});

it('says that there is nothing to say', async () => {
  await open({});
  expect(page.text()).toContain('No other voice tells what it tells');
});

it('says why there is none of a case that is not held in memory, which is no failure to try again', async () => {
  const problem = {
    type: 'about:blank',
    status: 422,
    code: 'limit',
    title: 'limit',
    detail: 'This question is about the whole case.',
    remedy: 'Ask for less.',
    limit: { name: 'graphMemoryClaims', value: 9 },
  };
  vi.stubGlobal('fetch', () => Promise.resolve(json(problem, 422)));
  page = renderedInPage(<AtAGlance id="court" />, { store });
  await settled();
  expect(page.text()).toContain('This question is about the whole case.');
  expect(page.find('[role=alert]')).toBeUndefined();
  expect(page.find('button')).toBeUndefined();
});
