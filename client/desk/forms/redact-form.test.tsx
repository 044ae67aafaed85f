// @vitest-environment happy-dom
/** A redaction is sent only once its number, a reason and a name are typed; a word may be decided otherwise first; a refusal keeps what was typed. */
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { changeDrafts } from '../../state/draft/draft-store.ts';
import { createStore } from '../../state/store.ts';
import type { Rendered } from '../../testing/render.ts';
import { json, renderedInPage, settled } from '../../testing/render-in-page.tsx';
import { RedactForm } from './redact-form.tsx';

const effect = {
  revision: 7,
  names: ['Ivan Roth', 'General Roth'],
  words: ['General', 'Roth'],
  shared: ['Ivan'],
  same: ['roth-in-cyrillic'],
  records: 1_204,
  kinds: [
    { kind: 'claim', n: 1_203 },
    { kind: 'entity', n: 1 },
  ],
  versions: 2,
  texts: 1,
  notes: 0,
  others: 3,
};
let page: Rendered;
let sent: { url: string; body: Record<string, unknown> }[];
let answer: () => Response;
let tell: ReturnType<typeof vi.fn>;
let done: ReturnType<typeof vi.fn>;
let store: ReturnType<typeof createStore>;

beforeEach(async () => {
  localStorage.clear();
  sent = [];
  tell = vi.fn();
  done = vi.fn();
  answer = () => json({ id: 'r', person: 'redacted-1', effect, backups: { rewritten: 1, unreadable: [] } });
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) => {
    sent.push({ url, body: JSON.parse(String(init?.body ?? '{}')) });
    return Promise.resolve(url.endsWith('/plan') ? json({ ...effect, undoEnds: 7, backups: 2 }) : answer());
  });
  store = createStore();
  page = renderedInPage(<RedactForm id="ivan" onDone={done as never} />, { store, tell });
  await settled();
});
afterEach(() => {
  page.end();
  vi.unstubAllGlobals();
});

const written = () => sent.filter(({ url }) => url.endsWith('/api/redactions'));
const fields = () => [...document.querySelectorAll<HTMLInputElement>('.desk-form input, .desk-form textarea')];
async function fill(values: readonly string[]): Promise<void> {
  values.forEach((value, i) => {
    fields()[i]!.id = `field-${i}`;
    page.type(`#field-${i}`, value);
  });
  await settled();
}
async function press(words: string): Promise<void> {
  act(() => page.find('button', words)!.click());
  await settled();
}

it('says what goes for good, and what stays', () => {
  const text = document.body.textContent;
  for (const told of [
    'Ivan Roth, General Roth',
    '1,204 records written anew',
    '1 private text deleted for good',
    '2 backups',
    '7 change sets',
    'cannot be undone',
  ])
    expect(text).toContain(told);
});

it('is not sent without the number, a reason and a name', async () => {
  await press('Redact for good');
  expect(written()).toEqual([]);
  await fill(['1203', 'asked for by the person', 'Ada']);
  await press('Redact for good');
  expect(written()).toEqual([]);
  expect(document.body.textContent).toContain('Type the number of records');
  await fill(['1,204']);
  await press('Redact for good');
  expect(written()).toMatchObject([{ body: { entity: 'ivan', records: 1_204, revision: 7, why: 'asked for by the person', who: 'Ada', leave: [], also: [] } }]);
  expect(done).toHaveBeenCalledOnce();
  expect(tell).toHaveBeenCalledWith('Redacted.', false);
});

it('asks again what it would do where a word is to be left or taken', async () => {
  await press('Leave “General”');
  await press('Take out “Ivan”');
  expect(sent.at(-1)).toMatchObject({ body: { leave: ['General'], also: ['Ivan'] } });
});

it('keeps what was typed where it is refused', async () => {
  answer = () => json({ type: 'about:blank', title: 'Conflict', status: 409, code: 'conflict', detail: 'The records changed meanwhile.' }, 409);
  await fill(['1204', 'asked for', 'Ada']);
  await press('Redact for good');
  expect(page.find('[role=alert]')?.textContent).not.toBe('');
  expect(page.find('[role=alert]')).toBeDefined();
  expect(fields().map(({ value }) => value)).toEqual(['1204', 'asked for', 'Ada']);
  expect(done).not.toHaveBeenCalled();
});

it('leaves no word of the person in the undo of the view', async () => {
  const { clocks } = store.get().history.present;
  store.dispatch({ type: 'clocks', words: 'Stand where Ivan Roth was charged', clocks: { ...clocks, published: '2022' } });
  expect(JSON.stringify(store.get().history)).toContain('Ivan Roth');
  await fill(['1204', 'asked for', 'Ada']);
  await press('Redact for good');
  expect(JSON.stringify(store.get().history)).not.toContain('Ivan Roth');
});

it('says how much of what this browser keeps names the person, and throws that away, and no more', async () => {
  const drafted = (id: string, text: string) => ({
    kind: 'entity' as const,
    id,
    name: text,
    record: { id, type: 'Person', names: [{ text, lang: 'en', kind: 'primary' }] },
    names: [],
    revision: 7,
  });
  const entries = [drafted('e-1', 'A cousin of General Roth'), drafted('e-2', 'Maria Rothe')];
  act(() => changeDrafts.change('quay', () => ({ dataset: 'quay', entries, past: [entries.slice(0, 1)] })));
  await press('Leave “General”');
  expect(document.body.textContent).toContain('1 thing kept in this browser that names the person');
  await fill(['1204', 'asked for', 'Ada']);
  await press('Redact for good');
  expect(done).toHaveBeenCalledOnce();
  expect(changeDrafts.of('quay')).toMatchObject({ entries: [{ id: 'e-2' }], past: [] });
  expect(localStorage.getItem('attest-draft-change quay')).not.toMatch(/General/);
  act(() => changeDrafts.throwAway('quay'));
});

it('names the backups that could not be read', async () => {
  answer = () => json({ id: 'r', person: 'redacted-1', effect, backups: { rewritten: 0, unreadable: ['attest-x.jsonl.gz'] } });
  await fill(['1204', 'asked for', 'Ada']);
  await press('Redact for good');
  expect(tell).toHaveBeenCalledWith(expect.stringContaining('attest-x.jsonl.gz'), false);
});
