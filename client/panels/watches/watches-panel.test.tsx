// @vitest-environment happy-dom
/** The panel of watches: what changed of each is told, seen up to the instant that was looked at, removed and set again; those without time are asked. */
import { act } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { words } from '../../i18n/messages.ts';
import type { Rendered } from '../../testing/render.ts';
import { json, renderedInPage, settled } from '../../testing/render-in-page.tsx';
import { WatchesPanel } from './watches-panel.tsx';

const t = words.watches;
const AS_OF = '2026-11-28T10:00:00.000Z';
const watch = (id: string, more: object = {}) => ({
  id,
  title: `Question ${id}`,
  who: 'Mira Holt',
  question: { kind: 'claims', filter: {} },
  seen: '2026-11-01T10:00:00.000Z',
  version: 1,
  state: 'same',
  ...more,
});
const standing = (level: string, rank: number) => ({ level, rank, told: level, origins: 1, originsOpen: false, uninvolvedOrigins: 0, contested: false });
const CHANGED = watch('a', {
  state: 'changed',
  change: {
    before: 3,
    after: 4,
    gained: 1,
    lost: 0,
    changed: 1,
    claims: {
      gained: [{ id: 'c1', kind: 'gained', sentence: 'Ada met Bo.', changes: ['new'], told: [], after: standing('reported', 1), entities: [] }],
      lost: [],
      changed: [
        {
          id: 'c2',
          kind: 'changed',
          sentence: 'Bo hired Cy.',
          changes: ['rose'],
          told: ['now contested'],
          before: standing('alleged', 1),
          after: standing('charged', 3),
          entities: [],
        },
      ],
    },
  },
});

let shown: Rendered;
const asked: { method: string; path: string; body?: unknown }[] = [];
async function show(watches: object[], notAsked = 0, rest: object[] = []): Promise<void> {
  asked.length = 0;
  vi.stubGlobal('fetch', (url: string, { method, body }: RequestInit) => {
    asked.push({ method: method!, path: url, ...(typeof body === 'string' ? { body: JSON.parse(body) as unknown } : {}) });
    if (method === 'DELETE') return Promise.resolve(json({ deleted: true }));
    if (method !== 'GET') {
      const { state: _state, change: _change, ...kept } = watches[0] as ReturnType<typeof watch> & { change?: unknown };
      return Promise.resolve(json(kept));
    }
    const list = url.includes('ids=') ? { watches: rest, notAsked: 0 } : { watches, notAsked };
    return Promise.resolve(json({ ...list, asOf: AS_OF, revision: 7 }));
  });
  shown = renderedInPage(<WatchesPanel />);
  await settled();
}
const press = async (label: string): Promise<void> => {
  const button = [...shown.host.querySelectorAll<HTMLElement>('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent) === label);
  expect(button, label).toBeDefined();
  act(() => button!.click());
  await settled();
};
afterEach(() => {
  shown.end();
  vi.unstubAllGlobals();
});

describe('the panel of watches', () => {
  test('says what changed in the words of claims, and how each stood and stands', async () => {
    await show([CHANGED, watch('b'), watch('c', { state: 'failed', reason: 'There is no entity "x" to trace.' })]);
    expect(shown.text()).toContain('1 claim gained, 1 claim changed');
    expect(shown.text()).toContain('Ada met Bo.');
    expect(shown.text()).toContain('alleged · now charged · now contested');
    expect(shown.text()).toContain(t.state.same);
    expect(shown.text()).toContain('There is no entity "x" to trace.');
    // Only what changed can be marked as seen.
    expect(shown.host.querySelectorAll(`[aria-label^="${t.markSeen}"]`)).toHaveLength(1);
  });
  test('says of what wants corroboration which claims do only now and which no longer, and why', async () => {
    const reason = (name: string) => ({ kind: 'one-origin', voices: [{ id: 'v', name, why: [] }], sources: [] });
    const gap = (id: string, more: object) => ({
      id,
      kind: 'changed',
      sentence: `Claim ${id}.`,
      changes: [],
      told: [],
      entities: [],
      was: [],
      reasons: [],
      ...more,
    });
    const gaps = {
      gained: [gap('c1', { reasons: [reason('The Daily')] })],
      lost: [gap('c2', { was: [reason('The ministry')], told: ['another origin'] })],
      changed: [],
    };
    const change = { before: 1, after: 1, gained: 1, lost: 1, changed: 0, gaps };
    await show([watch('g', { question: { kind: 'gaps', kinds: ['one-origin'] }, state: 'changed', change })]);
    expect(shown.text()).toContain('1 claim now wants corroboration, 1 claim no longer');
    const part = (label: string) => shown.host.querySelector(`section[aria-label="${label}"]`)?.textContent;
    expect(part(t.gapLists.gained)).toMatch(/Claim c1\..*Its one origin is The Daily\.$/);
    expect(part(t.gapLists.lost)).toMatch(/Claim c2\..*another origin.*was: Its one origin is The ministry\.$/);
    expect(part(t.gapLists.changed)).toBeUndefined();
  });
  test('marks as seen up to what was looked at, and reads the list again', async () => {
    await show([CHANGED]);
    await press(t.markSeenOf('Question a'));
    expect(asked).toContainEqual({ method: 'POST', path: '/api/watches/a/seen', body: { until: AS_OF } });
    expect(asked.filter(({ method }) => method === 'GET')).toHaveLength(2);
  });
  test('removes one and sets it again, seen as far as it was', async () => {
    await show([CHANGED]);
    await press(t.removeOf('Question a'));
    expect(asked).toContainEqual({ method: 'DELETE', path: '/api/watches/a' });
    expect(shown.text()).toContain(t.removed('Question a'));
    await press(t.putBack);
    expect(asked.find(({ method }) => method === 'PUT')).toMatchObject({
      path: '/api/watches/a',
      body: { title: 'Question a', seen: CHANGED.seen, version: 0 },
    });
    expect(shown.text()).not.toContain(t.removed('Question a'));
  });
  test('asks those for which there was no time by themselves', async () => {
    await show([watch('a'), watch('b', { state: 'not-asked' })], 1, [{ ...CHANGED, id: 'b', title: 'Question b' }]);
    expect(shown.text()).toContain(t.notAsked(1));
    await press(t.askRest);
    expect(asked.at(-1)?.path).toBe('/api/watches?ids=b');
    expect(shown.text()).toContain('1 claim gained, 1 claim changed');
    expect(shown.text()).not.toContain(t.notAsked(1));
  });
  test('says what to do where nothing is watched', async () => {
    await show([]);
    expect(shown.text()).toContain(t.none);
  });
});
