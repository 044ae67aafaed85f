// @vitest-environment happy-dom
/** A comparison of the case with a draft and without it: what is asked, when it is asked anew, and what is said where it cannot be. */
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { compareWithDraft } from '../../acts/draft/compare-with-draft.ts';
import { createQueryClient } from '../../api/queries.ts';
import { words } from '../../i18n/messages.ts';
import { emptyDraft, withEntry, type DraftEntry } from '../../state/draft/draft-change.ts';
import { changeDrafts } from '../../state/draft/draft-store.ts';
import { createLatest } from '../../state/latest.ts';
import { encodeView } from '../../state/link/link-codec.ts';
import { createStore } from '../../state/store.ts';
import { json, renderedInPage, settled } from '../../testing/render-in-page.tsx';
import type { Rendered } from '../../testing/render.ts';
import { ComparePanel } from './compare-panel.tsx';

const t = words.compare;
const CASE = 'harbour';
const standing = { level: 'reported', rank: 1, told: 'reported', origins: 1, originsOpen: false, uninvolvedOrigins: 0, contested: false };
const list = (...items: object[]) => ({ total: items.length, items });
const fresh = { id: 'c-1', kind: 'gained', sentence: 'Skipper hired Mate', changes: [], told: [], entities: ['skipper', 'mate'], after: standing };
const answer = (...gained: object[]) => ({
  kind: 'draft',
  answer: { text: '', parts: [{ text: 'With the draft the case ' }, { text: `gains ${gained.length} claim`, strong: true }] },
  standing: { before: 2, after: 3, untouched: 2 },
  gained: list(...gained),
  lost: list(),
  changed: list(),
  falls: list(),
  retold: list(),
  stands: list(),
  entitiesGained: list({ id: 'mate', name: 'Mate' }),
  entitiesLost: list(),
  marks: [],
  revision: 7,
});
const citation = { source: 'gazette', locator: { paragraph: 3 }, paraphrase: 'So it says.', standing: { level: 'reported' } };
const claim: DraftEntry = {
  kind: 'claim',
  id: 'c-1',
  name: 'Skipper hired Mate',
  record: { id: 'c-1', subject: 'skipper', predicate: 'hired', object: 'mate', citations: [citation] },
  cites: [null],
  names: [],
  revision: 7,
};
const person = (text: string): DraftEntry => ({
  kind: 'entity',
  id: 'mate',
  name: text,
  record: { id: 'mate', type: 'Person', names: [{ text, lang: 'en', kind: 'primary' }] },
  names: [],
  revision: 7,
});

const STATS = {
  entities: 1,
  claims: 1,
  citations: 1,
  sources: 1,
  voices: 1,
  contested: 0,
  stale: 0,
  revision: 7,
  byLevel: [],
  byGroup: [],
  byType: [],
  knowledge: '',
  datasets: [{ id: CASE, title: 'The harbour case', entities: 1, claims: 1, revision: 7 }],
};

interface Sent {
  url: string;
  body: { before: object; after: { draft?: { dataset: string; revision: number; records: Record<string, unknown[]> } } };
}
let page: Rendered;
let sent: Sent[];
let reply: () => Response;
beforeEach(() => {
  sent = [];
  reply = () => json(answer(fresh));
  vi.stubGlobal('fetch', (url: string, { body }: { body?: string } = {}) => {
    if (!String(url).includes('/api/compare')) return Promise.resolve(json(STATS));
    sent.push({ url: String(url), body: JSON.parse(body ?? '{}') as Sent['body'] });
    return Promise.resolve(reply());
  });
  changeDrafts.throwAway(CASE);
});
afterEach(() => {
  page?.end();
  changeDrafts.throwAway(CASE);
  vi.unstubAllGlobals();
});

async function open(...entries: DraftEntry[]) {
  changeDrafts.change(CASE, () => entries.reduce(withEntry, emptyDraft(CASE)));
  const store = createStore();
  store.dispatch({ type: 'clocks', words: 'dates', clocks: { published: '2024', recorded: '2025' } });
  act(() => compareWithDraft({ store, queries: createQueryClient(), latest: createLatest(), tell: () => undefined }, CASE));
  page = renderedInPage(<ComparePanel />, { store });
  await settled(500);
  return store;
}

it('asks for the case at the dates of the view, and for the same with the edits of the draft', async () => {
  const store = await open(person('Mate'), claim);
  const { before, after } = sent.at(-1)!.body;
  // A draft is not recorded yet.
  expect(before).toEqual({ published: '2024' });
  expect(after).toMatchObject({ published: '2024', draft: { dataset: CASE, revision: 7 } });
  expect(Object.keys(after.draft!.records)).toEqual(['entities', 'claims']);
  for (const text of ['With the draft the case gains 1 claim', 'Skipper hired Mate', 'The harbour case', t.draftHelp]) expect(page.text()).toContain(text);
  // A claim of the draft alone has no evidence on record.
  expect(page.find('button', t.evidence)).toBeUndefined();
  expect(store.get().panels.at(-1)).toEqual({ kind: 'compare' });
});

it('asks anew when the draft changes, and not while it is as it was', async () => {
  await open(person('Mate'), claim);
  const asked = sent.length;
  await settled(500);
  expect(sent.length).toBe(asked);
  act(() => changeDrafts.change(CASE, (draft) => withEntry(draft, person('Another Mate'))));
  await settled(900);
  expect(sent.length).toBe(asked + 1);
  expect(JSON.stringify(sent.at(-1)!.body.after.draft)).toContain('Another Mate');
});

it('says where the draft is gone, and asks nothing', async () => {
  await open(claim);
  act(() => changeDrafts.throwAway(CASE));
  const asked = sent.length;
  await settled(600);
  expect(page.text()).toContain(t.draftGone);
  expect([page.text().includes('gains 1 claim'), sent.length]).toEqual([false, asked]);
});

it('tells what the draft could not be written with, as its plan does', async () => {
  const problem = { code: 'unknown-id', message: 'no entity has the id "mate"', remedy: 'define it', pointer: '/after/draft/records/claims/0/object' };
  reply = () => json({ type: 'about:blank', title: 'Refused', status: 422, code: 'refused', detail: 'Refused', remedy: 'define it', problems: [problem] }, 422);
  await open(claim);
  await settled(900);
  expect(page.text()).toContain(t.draftFaults);
  expect(page.text()).toContain('no entity has the id "mate"');
});

it('saves the table with the draft', async () => {
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:', revokeObjectURL: () => undefined }));
  await open(person('Mate'), claim);
  await act(async () => page.find<HTMLButtonElement>('button', t.csv)!.click());
  await settled();
  expect(sent.at(-1)!.url).toContain('/api/compare/csv');
  expect(sent.at(-1)!.body.after.draft!.dataset).toBe(CASE);
});

it('is one step of the view that undo takes back, and stands in no link', async () => {
  const store = await open(person('Mate'), claim);
  const withIt = encodeView(store.get());
  expect(store.get().history.present.compare).toMatchObject({ draft: CASE });
  const text = Buffer.from(withIt, 'base64url').toString();
  expect([text.includes('cmp'), text.includes('compare'), text.includes(CASE), text.includes('mate')]).toEqual([false, false, false, false]);
  act(() => store.dispatch({ type: 'undo' }));
  expect(store.get().history.present).toMatchObject({ clocks: { published: '2024', recorded: '2025' } });
  expect(store.get().history.present.compare).toBeUndefined();
  expect(store.get().panels).toEqual([]);
});

it('keeps both sides at the same dates', async () => {
  const store = await open(claim);
  act(() => store.dispatch({ type: 'clocks', words: 'dates', clocks: { published: '2020' } }));
  expect(store.get().history.present.compare).toMatchObject({ before: { published: '2020' }, after: { published: '2020' }, draft: CASE });
});
