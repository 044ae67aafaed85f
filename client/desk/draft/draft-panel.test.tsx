// @vitest-environment happy-dom
/** The draft: what it changes and what that does, what stands in the way of which record, its commit, a conflict and a lost answer, and throwing it away. */
import { QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PlannedReport } from '../../../server/contract/routes/changes.ts';
import { createQueryClient } from '../../api/queries.ts';
import { caseRevision } from '../../api/revision.ts';
import { DepsContext } from '../../acts/deps.ts';
import { words } from '../../i18n/messages.ts';
import { type DraftEntry, emptyDraft } from '../../state/draft/draft-change.ts';
import { changeDrafts } from '../../state/draft/draft-store.ts';
import { createLatest } from '../../state/latest.ts';
import { createStore, StoreContext } from '../../state/store.ts';
import { plannedReport } from '../../testing/build-reports.ts';
import { rendered, type Rendered } from '../../testing/render.ts';
import { DraftPanel } from './draft-panel.tsx';

const t = words.draft;
const CASE = 'harbour';
interface Sent {
  url: string;
  method: string;
  body: Record<string, unknown>;
}
let page: Rendered;
let sent: Sent[];
let tell: ReturnType<typeof vi.fn>;
let plan: () => Response;
let write: () => Response | Promise<Response>;
let history: () => Response;

const person = (text: string) => ({ id: 'mate', type: 'Person', names: [{ text, lang: 'en', kind: 'primary' }] });
const changed: DraftEntry = { kind: 'entity', id: 'mate', name: 'Mate by me', record: person('Mate by me'), before: person('Mate'), names: [], revision: 7 };
const citation = { source: 'gazette', locator: { paragraph: 3 }, paraphrase: 'So it says.', standing: { level: 'reported' } };
const claim = { id: 'c-1', subject: 'skipper', predicate: 'hired', object: 'mate', citations: [citation] };
const made: DraftEntry = { kind: 'claim', id: 'c-1', name: 'Skipper hired Mate', record: claim, cites: [null], names: [], revision: 7 };

const report = (more: Partial<PlannedReport> = {}): PlannedReport =>
  plannedReport({ claims: { summary: ['1 claim is new'], standingChanges: [], originChanges: [] }, ...more });
const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const problem = (code: string, status: number): Response =>
  json({ type: 'about:blank', title: code, status, code, detail: 'the record was changed', remedy: 'look again', problems: [] }, status);

const settled = (ms = 20): Promise<void> => act(() => new Promise<void>((go) => void setTimeout(go, ms)));
const until = async (there: () => boolean): Promise<void> => {
  for (let i = 0; i < 80 && !there(); i += 1) await settled(50);
  expect(there(), page.text()).toBe(true);
};
function open(): void {
  const queries = createQueryClient();
  const store = createStore();
  page = rendered(
    <QueryClientProvider client={queries}>
      <StoreContext.Provider value={store}>
        <DepsContext.Provider value={{ store, queries, latest: createLatest(), tell: tell as never }}>
          <DraftPanel />
        </DepsContext.Provider>
      </StoreContext.Provider>
    </QueryClientProvider>,
  );
}
async function show(...entries: DraftEntry[]): Promise<void> {
  changeDrafts.change(CASE, () => ({ ...emptyDraft(CASE), entries, past: [[]] }));
  open();
  await settled();
}
const press = async (text: string): Promise<void> => {
  act(() => page.find('button', text)!.click());
  await settled();
};
const type = (selector: string, text: string): void => page.type(selector, text);
const commitButton = (): HTMLButtonElement | undefined => page.find<HTMLButtonElement>('button[type=submit]');
async function commit(): Promise<void> {
  await until(() => commitButton()?.disabled === false);
  type('textarea', 'read again');
  if (page.find('form input')) type('form input', 'Ada');
  act(() => void page.find('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
  await settled();
}
/** The page of another test may have heard of a later revision than that of the other person's change. */
const newest = (): number => Math.max(9, caseRevision.get().revision ?? 0);
const written = (): Sent[] => sent.filter(({ url, method }) => url.endsWith('/api/changes') && method === 'POST');
const clear = (): void => changeDrafts.change(CASE, () => emptyDraft(CASE));

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  clear();
  sent = [];
  tell = vi.fn();
  plan = () => json(report());
  write = () => json(report({ outcome: 'done', revision: { before: 7, after: 8 }, changeSet: 'set-1' } as Partial<PlannedReport>));
  history = () => json({ states: [], names: [], revision: 7 });
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) => {
    const request = { url, method: init?.method ?? 'GET', body: JSON.parse((init?.body as string | undefined) ?? '{}') as Record<string, unknown> };
    sent.push(request);
    if (url.includes('/api/changes/plan')) return Promise.resolve(plan());
    if (url.endsWith('/api/changes') && request.method === 'POST') return Promise.resolve(write());
    if (url.includes('/history')) return Promise.resolve(history());
    if (url.includes('/api/changes/')) return Promise.resolve(problem('not-found', 404));
    return Promise.resolve(json({ datasets: [], questions: [], revision: 7 }));
  });
  caseRevision.hear(7);
});
afterEach(() => {
  page.end();
  clear();
  vi.unstubAllGlobals();
});

it('says that nothing is drafted where nothing is', () => {
  open();
  expect(page.text()).toContain(t.none);
  expect(commitButton()).toBeUndefined();
});

it('lists its records with what each is, and what they do to the claims', async () => {
  await show(changed, made);
  const rows = [...page.host.querySelectorAll<HTMLElement>('.draft-row')].map((row) => row.dataset['did']);
  expect(rows).toEqual(['changed', 'made']);
  await until(() => page.text().includes('1 claim is new'));
  expect(page.text()).toContain(t.against(7));
});

it('places what stands in the way at its record, and cannot be committed then', async () => {
  plan = () =>
    json(
      report({
        outcome: 'refused',
        problems: [{ code: 'unknown-id', message: 'there is no source “gazette”', remedy: 'choose one', pointer: '/records/claims/0/citations/0/source' }],
      }),
    );
  await show(changed, made);
  await until(() => page.text().includes('there is no source'));
  expect(page.host.querySelectorAll('.draft-row')[1]?.textContent).toContain('there is no source “gazette”');
  expect(page.host.querySelectorAll('.draft-row')[0]?.textContent).not.toContain('there is no source');
  expect(commitButton()?.disabled).toBe(true);
});

it('leaves a record as it is, and brings the step back', async () => {
  await show(changed, made);
  act(() => page.host.querySelector<HTMLButtonElement>(`[aria-label="${t.leaveOut('Mate by me')}"]`)!.click());
  expect(changeDrafts.of(CASE).entries.map(({ id }) => id)).toEqual(['c-1']);
  await press(t.stepBack);
  expect(changeDrafts.of(CASE).entries.map(({ id }) => id)).toEqual(['mate', 'c-1']);
});

it('is written once as one change set, signed and with its reason; then it is empty', async () => {
  await show(changed, made);
  await commit();
  await until(() => changeDrafts.of(CASE).entries.length === 0);
  expect(written()).toHaveLength(1);
  expect(written()[0]!.body).toMatchObject({
    dataset: CASE,
    revision: 7,
    who: 'Ada',
    why: 'read again',
    records: { entities: [changed.record], claims: [claim] },
  });
  expect(tell).toHaveBeenCalledWith(t.committed, false, expect.anything());
});

it('is kept where the answer is lost, blocked until its outcome is asked for by its operation', async () => {
  await show(changed);
  write = () => Promise.reject(new TypeError('no network'));
  await commit();
  await until(() => page.text().includes(t.unknown));
  const operation = written()[0]!.body['operation'];
  expect(changeDrafts.of(CASE)).toMatchObject({ sent: operation, entries: [{ id: 'mate' }] });
  expect(commitButton()?.disabled).toBe(true);
  await press(t.ask);
  expect(sent.some(({ url }) => url.includes(`/api/changes/${String(operation)}`))).toBe(true);
  expect(tell).toHaveBeenCalledWith(t.notWritten);
  expect(changeDrafts.of(CASE)).toMatchObject({ sent: undefined, entries: [{ id: 'mate' }] });
});

it('asks what became of its own write where the case has it already, and does not lay that to somebody else', async () => {
  const mine = { ...person('Mate by me'), dataset: CASE };
  const by = { id: 'set-0', kind: 'edit', who: 'Ada', why: 'mine', at: '2026-11-30T00:00:00Z', revision: 9, undoes: [], effects: [] };
  history = () => json({ states: [{ of: { kind: 'entity', id: 'mate' }, record: mine, fields: [], by }], names: [], revision: 9 });
  plan = () => problem('conflict', 409);
  await show(changed);
  act(() => changeDrafts.change(CASE, (now) => ({ ...now, sent: 'an-operation' })));
  await until(() => page.text().includes(t.unknown) && page.host.querySelector('.conflicts') === null);
  expect(page.text()).not.toContain(t.conflict(1));
  expect(commitButton()?.disabled).toBe(true);
});

it('tells what others changed field by field, and writes nothing before it is chosen which stands', async () => {
  const theirs = { ...person('Mate by them'), dataset: CASE };
  const by = { id: 'set-0', kind: 'edit', who: 'Bob', why: 'theirs', at: '2026-11-30T00:00:00Z', revision: 9, undoes: [], effects: [] };
  history = () => json({ states: [{ of: { kind: 'entity', id: 'mate' }, record: theirs, fields: [], by }], names: [], revision: 9 });
  plan = () => problem('conflict', 409);
  await show(changed);
  await until(() => page.host.querySelector('.conflicts article')?.textContent?.includes('Mate by them') === true);
  expect(page.host.querySelector('.conflicts')?.textContent).toContain('Mate by them');
  expect(page.host.querySelector('.conflicts')?.textContent).toContain('Mate by me');
  expect(written()).toEqual([]);
  plan = () => json(report());
  const take = (): HTMLButtonElement | undefined => page.find<HTMLButtonElement>('.conflicts button', t.takeSo);
  expect(take()?.disabled).toBe(true);
  act(() => page.find<HTMLInputElement>('.conflict-field input[type=radio]', t.mine)!.click());
  await press(t.takeSo);
  await until(() => page.host.querySelector('.conflicts') === null);
  await until(() => changeDrafts.of(CASE).entries[0]?.revision === newest());
  expect(changeDrafts.of(CASE).entries[0]).toMatchObject({
    record: { names: [{ text: 'Mate by me' }] },
    before: { names: [{ text: 'Mate by them' }] },
    revision: newest(),
  });
});

it('asks of a conflict only what both changed: what I alone did stays, whichever stands of the other', async () => {
  const before = person('Mate');
  const mine = { ...changed, before, record: { ...person('Mate by me'), kind: 'sailor' } };
  const theirs = { ...person('Mate by them'), generic: true, dataset: CASE };
  const by = { id: 'set-0', kind: 'edit', who: 'Bob', why: 'theirs', at: '2026-11-30T00:00:00Z', revision: 9, undoes: [], effects: [] };
  history = () => json({ states: [{ of: { kind: 'entity', id: 'mate' }, record: theirs, fields: [], by }], names: [], revision: 9 });
  plan = () => problem('conflict', 409);
  await show(mine);
  await until(() => page.host.querySelector('.conflicts article') !== null);
  expect(page.host.querySelectorAll('.conflict-field')).toHaveLength(1);
  for (const text of [t.onlyMine, 'sailor', t.onlyTheirs]) expect(page.host.querySelector('.conflicts')?.textContent).toContain(text);
  act(() => page.find<HTMLInputElement>('.conflict-field input[type=radio]', t.theirs)!.click());
  plan = () => json(report());
  await press(t.takeSo);
  await until(() => changeDrafts.of(CASE).entries[0]?.revision === newest());
  expect(changeDrafts.of(CASE).entries[0]?.record).toEqual({ ...person('Mate by them'), generic: true, kind: 'sailor' });
});

it('is thrown away only once that is said again', async () => {
  await show(changed);
  await press(t.throwAway);
  expect(page.text()).toContain(t.throwSure('1 entity'));
  await press(t.keep);
  expect(changeDrafts.of(CASE).entries).toHaveLength(1);
  await press(t.throwAway);
  await press(t.throwDo);
  expect(changeDrafts.get().all.has(CASE)).toBe(false);
});
