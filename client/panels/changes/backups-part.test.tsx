// @vitest-environment happy-dom
/** The backups are listed once they are unfolded, one more is made, and a full disk is told. */
import { QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createQueryClient } from '../../api/queries.ts';
import { DepsContext } from '../../acts/deps.ts';
import { createLatest } from '../../state/latest.ts';
import { createStore } from '../../state/store.ts';
import { rendered, type Rendered } from '../../testing/render.ts';
import { BackupsPart } from './backups-part.tsx';
import { settled } from '../../testing/render-in-page.tsx';

const made = { name: 'attest-2026-11-30T06-00-00Z-r7-daily.jsonl.gz', at: '2026-11-30T06:00:00Z', revision: 7, bytes: 123_456, why: 'daily' };
let page: Rendered;
let sent: { method: string | undefined; url: string }[];
let backups: object[];
let answer: () => Response;
let tell: ReturnType<typeof vi.fn>;
const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

beforeEach(async () => {
  sent = [];
  backups = [];
  tell = vi.fn();
  answer = () => json(made);
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) => {
    sent.push({ method: init?.method, url });
    return Promise.resolve(init?.method === 'POST' ? answer() : json({ backups, kept: 14, folder: '/data/backups' }));
  });
  const queries = createQueryClient();
  page = rendered(
    <QueryClientProvider client={queries}>
      <DepsContext.Provider value={{ store: createStore(), queries, latest: createLatest(), tell: tell as never }}>
        <BackupsPart />
      </DepsContext.Provider>
    </QueryClientProvider>,
  );
  await settled();
});
afterEach(() => {
  page.end();
  vi.unstubAllGlobals();
});

async function unfold(): Promise<void> {
  const details = page.find<HTMLDetailsElement>('details')!;
  act(() => {
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
  });
  await settled();
}
async function press(words: string): Promise<void> {
  act(() => page.find('button', words)!.click());
  await settled();
}

it('asks for nothing while it is folded; then says where they stand, and that none was made', async () => {
  expect(sent).toEqual([]);
  await unfold();
  expect(page.text()).toContain('the newest 14 are kept');
  expect(page.text()).toContain('/data/backups');
  expect(page.text()).toContain('None was made yet.');
});

it('makes one, says so, and lists it to be fetched', async () => {
  await unfold();
  backups = [made];
  await press('Back up now');
  expect(sent.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET']);
  expect(tell.mock.calls[0]?.[0]).toBe('Backed up.');
  expect(page.find<HTMLAnchorElement>('a')?.getAttribute('href')).toBe(`/api/backups/${made.name}`);
  expect(page.text()).toContain('revision 7, 123 kB, before the first import of the day');
});

it('tells why none was made', async () => {
  await unfold();
  answer = () =>
    json({ type: 'about:blank', title: 'x', status: 507, code: 'disk-full', detail: 'The disk is full.', remedy: 'make space', problems: [] }, 507);
  await press('Back up now');
  expect(page.find('[role="alert"]')?.textContent).not.toBe('');
  expect(tell).not.toHaveBeenCalled();
});

it('gives the command that restores one, into a new folder', async () => {
  backups = [made];
  const written: string[] = [];
  vi.stubGlobal('navigator', { clipboard: { writeText: (text: string) => Promise.resolve(void written.push(text)) } });
  await unfold();
  await press('Copy the command');
  expect(written).toEqual([`ATTEST_DATA=NEW-FOLDER npm run restore -- "/data/backups/${made.name}"`]);
  expect(tell).toHaveBeenCalledWith('Copied. Put the name of a new folder in its place.', false);
});
