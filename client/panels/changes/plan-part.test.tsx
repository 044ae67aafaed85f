// @vitest-environment happy-dom
/** What an undo would do is shown before it is done; it is signed, written once, and a conflict or a lost answer is told. */
import { QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ChangeReport } from '../../../server/contract/routes/changes.ts';
import { createQueryClient } from '../../api/queries.ts';
import { caseRevision } from '../../api/revision.ts';
import { DepsContext } from '../../acts/deps.ts';
import { words } from '../../i18n/messages.ts';
import { createLatest } from '../../state/latest.ts';
import { createStore, StoreContext, type Store } from '../../state/store.ts';
import { changeReport } from '../../testing/build-reports.ts';
import { rendered, type Rendered } from '../../testing/render.ts';
import { PlanPart } from './plan-part.tsx';
import { settled } from '../../testing/render-in-page.tsx';

interface Sent {
  url: string;
  body: Record<string, unknown>;
}
let page: Rendered;
let store: Store;
let sent: Sent[];
let tell: ReturnType<typeof vi.fn>;
let left: ReturnType<typeof vi.fn>;
/** What the server answers to each request in turn; the last one goes on. */
let answers: ((request: Sent) => Response | Promise<Response>)[];

const report = (more: Parameters<typeof changeReport>[0]): ChangeReport =>
  changeReport({ records: { removed: 2 }, claims: { summary: ['1 claim is removed'], standingChanges: [], originChanges: [] }, ...more });
const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const problem = (code: string, status: number, message: string): Response =>
  json({ type: 'about:blank', title: code, status, code, detail: message, remedy: 'look again', problems: [{ code, message, remedy: 'look again' }] }, status);

async function show(): Promise<void> {
  const queries = createQueryClient();
  left = vi.fn();
  page = rendered(
    <QueryClientProvider client={queries}>
      <StoreContext.Provider value={store}>
        <DepsContext.Provider value={{ store, queries, latest: createLatest(), tell: tell as never }}>
          <PlanPart
            wish={{ act: 'undo', id: 'set-1', also: [] }}
            says={{ title: 'Undo this change set', act: 'Undo', done: 'Undone.' }}
            onLeave={left as never}
          />
        </DepsContext.Provider>
      </StoreContext.Provider>
    </QueryClientProvider>,
  );
  await settled();
}
const press = async (words: string): Promise<void> => {
  act(() => page.find('button', words)!.click());
  await settled();
};
const type = (selector: string, text: string): void => page.type(selector, text);
const submit = async (): Promise<void> => {
  act(() => void page.find('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
  await settled();
};
const written = (): Sent[] => sent.filter(({ body }) => body['dryRun'] === false);

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
  sent = [];
  tell = vi.fn();
  answers = [() => json(report({}))];
  store = createStore();
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) => {
    const request = { url, body: JSON.parse((init?.body as string | undefined) ?? '{}') as Record<string, unknown> };
    sent.push(request);
    const answer = answers.length > 1 ? answers.shift()! : answers[0]!;
    return Promise.resolve(answer(request));
  });
  caseRevision.hear(7);
});
afterEach(() => {
  page.end();
  vi.unstubAllGlobals();
});

it('says what it would do before anything is written, and asks for reason and name', async () => {
  await show();
  expect(page.text()).toContain('2 records would be taken away. It is a change set of its own, and can be undone.');
  expect(page.text()).toContain('1 claim is removed');
  await submit();
  expect(written()).toEqual([]);
  expect(page.text()).toContain('Say why');
});

it('lists by name what comes back, what changes and how, and what goes, and each claim before and after', async () => {
  const told = { own: true, isNew: true, involved: [], contestedBy: [], gate: [] };
  const after = { level: 'reported', rank: 1, origins: 1, originsOpen: false, uninvolvedOrigins: 1, citations: 2, contested: false, happened: [] };
  const planned = {
    ...report({ records: { new: 1, changed: 1, removed: 150 } }),
    created: [{ kind: 'claim', id: 'constructor' }],
    changed: [{ kind: 'entity', id: 'ivan', fields: [{ field: 'kind', before: 'sailor', after: 'mate' }] }],
    removed: [{ kind: 'source', id: 'gazette' }],
    names: [
      { kind: 'claim', id: 'constructor', name: 'claimed: Ivan · met · Petar' },
      { kind: 'entity', id: 'ivan', name: 'Ivan Orr' },
      { kind: 'source', id: 'gazette', name: 'Harbour Gazette' },
    ],
    told: [{ ...told, id: 'constructor', sentence: 'Ivan is reported to have met Petar', after }],
  };
  answers = [() => json(planned)];
  await show();
  const part = (title: string): string => page.host.querySelector(`section[aria-label="${title}"]`)?.textContent ?? '';
  expect(part(words.changePlan.comes(1))).toContain('claimed: Ivan · met · Petar');
  for (const text of ['Ivan Orr', 'sailor', 'mate']) expect(part(words.changePlan.changes(1))).toContain(text);
  expect(part(words.changePlan.goes(150))).toContain('Harbour Gazette');
  expect(part(words.changePlan.goes(150))).toContain(words.changePlan.listed(1));
  expect(page.text()).toContain('Ivan is reported to have met Petar');
  expect(page.text()).toContain(`${words.draft.notThere} → ${words.standing.reported}`);
});

it('signs with the name that is asked once, and writes at the revision that was planned', async () => {
  await show();
  type('textarea', ' a slip ');
  type('input', 'Анна');
  answers = [() => json(report({ outcome: 'done', revision: { before: 7, after: 8 }, changeSet: 'set-2' }))];
  await submit();
  expect(written()[0]).toMatchObject({ url: '/api/changes/set-1/undo', body: { who: 'Анна', why: 'a slip', revision: 7, also: [] } });
  expect(left).toHaveBeenCalledOnce();
  expect(tell.mock.calls[0]?.[0]).toBe('Undone.');
  page.end();
  answers = [() => json(report({}))];
  await show();
  expect(page.text()).toContain('Changes are signed as Анна.');
  expect(page.find('input')).toBeUndefined();
});

it('names what later work rests on it, and undoes that with it where it is told to', async () => {
  const inTheWay = (changeSet: string) => ({ code: 'referred-to', message: `“${changeSet}” refers to it`, remedy: 'undo it too', changeSet });
  answers = [() => json(report({ outcome: 'refused', problems: [inTheWay('constructor'), inTheWay('b'), inTheWay('b')] })), () => json(report({}))];
  await show();
  expect(page.text()).toContain('3 things stand in the way');
  expect(page.find('form')).toBeUndefined();
  await press('Undo these 2 change sets, too');
  expect(sent.at(-1)?.body).toMatchObject({ dryRun: true, also: ['constructor', 'b'] });
  expect(page.text()).toContain('With it 2 later change sets are undone.');
  await press('Undo this one alone');
  expect(sent.at(-1)?.body).toMatchObject({ also: [] });
});

it('tells what stands in the way by names and days, not by ids and instants', async () => {
  const later = {
    code: 'changed-later',
    message: 'the citation "cit:07f1" and 1 more were changed later by "Zoe" at 2023-11-30T12:19:19.770Z: "as \\"cit:07f1\\" said"',
    remedy: 'undo it too',
    changeSet: 'b',
    about: [{ kind: 'citation' as const, id: 'cit:07f1', name: 'Notice: They met' }],
  };
  const referred = {
    code: 'referred-to',
    message: 'the entity "constructor" cannot be taken away: the claim "c-1" refers to it',
    remedy: 'undo it too',
    changeSet: 'b',
    about: [
      { kind: 'entity' as const, id: 'constructor', name: 'Ann "the c-1"' },
      { kind: 'claim' as const, id: 'c-1', name: 'claimed: Ann · met · Ben' },
    ],
  };
  answers = [() => json(report({ outcome: 'refused', problems: [later, referred] }))];
  await show();
  expect(page.text()).toMatch(/the citation “Notice: They met” and 1 more were changed later by "Zoe" \(30 November 2023\): "as/);
  expect(page.text()).toContain('the entity “Ann "the c-1"” cannot be taken away: the claim “claimed: Ann · met · Ben” refers to it');
});

it('undoes all but what is needed where it is told to, and names what is left', async () => {
  const inTheWay = { code: 'referred-to', message: '“b” refers to it', remedy: 'undo it too', changeSet: 'b' };
  const kept = { code: 'kept', message: 'left as it is: “b” refers to it', remedy: 'undo that too' };
  answers = [() => json(report({ outcome: 'refused', problems: [inTheWay] })), () => json(report({ warnings: [kept] }))];
  await show();
  await press('Undo all but what is needed');
  expect(sent.at(-1)?.body).toMatchObject({ dryRun: true, keepNeeded: true });
  expect(page.text()).toContain('One thing is left as it is, because later work rests on it');
  expect(page.text()).toContain('“b” refers to it');
  expect(page.find('form')).toBeDefined();
  answers = [() => json(report({ outcome: 'refused', problems: [inTheWay] }))];
  await press('Undo all of it');
  expect(sent.at(-1)?.body['keepNeeded']).toBeUndefined();
});

it('offers no undo where something stands in the way that no undo takes away', async () => {
  answers = [() => json(report({ outcome: 'refused', problems: [{ code: 'claimed-anew', message: 'it is claimed anew', remedy: 'leave it' }] }))];
  await show();
  expect(page.text()).toContain('It cannot be done as things stand');
  expect(page.find('button', 'too')).toBeUndefined();
});

it('tells a conflict by name and keeps what was typed', async () => {
  await show();
  type('textarea', 'a slip');
  type('input', 'Ada');
  answers = [
    () => problem('conflict', 409, 'the entity "ivan" was changed (names) by "Bob"'),
    () => problem('timeout', 503, 'not in time'),
    () => json(report({})),
  ];
  await submit();
  expect(page.text()).toContain('Somebody changed these records meanwhile');
  // The plan is read again, which may fail; what was told stays.
  act(() => caseRevision.hear(12));
  await settled();
  expect(page.text()).toContain('Somebody changed these records meanwhile');
  act(() => caseRevision.hear(13));
  await settled();
  expect(page.text()).toContain('Somebody changed these records meanwhile');
  expect(page.text()).toContain('"ivan" was changed (names) by "Bob"');
  expect(page.find<HTMLTextAreaElement>('textarea')?.value).toBe('a slip');
  expect(left).not.toHaveBeenCalled();
});

it('asks by its operation for the outcome of a write that was not answered, and sends it again under the same', async () => {
  await show();
  type('textarea', 'a slip');
  type('input', 'Ada');
  answers = [() => Promise.reject(new TypeError('no network')), () => problem('not-found', 404, 'not applied')];
  await submit();
  expect(page.text()).toContain('it is not known whether this was written');
  await press('Ask whether it was');
  const operation = written()[0]?.body['operation'];
  expect(sent.at(-1)?.url).toBe(`/api/changes/${String(operation)}?limit=1`);
  expect(page.text()).toContain('It was not written. It can be tried again.');
  answers = [() => json(report({ outcome: 'done', revision: { before: 8, after: 9 }, changeSet: 'set-2' }))];
  await submit();
  expect(written().map(({ body }) => body['operation'])).toEqual([operation, operation]);
  expect(left).toHaveBeenCalledOnce();
});

it('plans again where somebody wrote meanwhile, and keeps what was typed', async () => {
  await show();
  type('textarea', 'a slip');
  type('input', 'Анна');
  answers = [() => json(report({ records: { removed: 3 }, revision: { before: 20, after: 20 } }))];
  act(() => caseRevision.hear(20));
  expect(page.find<HTMLTextAreaElement>('textarea')?.value).toBe('a slip');
  await settled();
  expect(page.text()).toContain('3 records would be taken away');
  expect(page.find<HTMLInputElement>('input')?.value).toBe('Анна');
  await submit();
  expect(written()[0]?.body).toMatchObject({ revision: 20, who: 'Анна' });
});
