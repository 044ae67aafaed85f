// @vitest-environment happy-dom
/** A record is taken away alone, or with what refers to it: what stands in the way is told, and taken along only where it is asked for. */
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { caseRevision } from '../../api/revision.ts';
import { entryOf } from '../../state/draft/draft-change.ts';
import { changeDrafts } from '../../state/draft/draft-store.ts';
import { plannedReport } from '../../testing/build-reports.ts';
import { createStore } from '../../state/store.ts';
import type { Rendered } from '../../testing/render.ts';
import { json, renderedInPage, settled } from '../../testing/render-in-page.tsx';
import { RemoveForm } from './remove-form.tsx';

const of = (kind: string, id: string) => ({ kind, id, name: `the ${kind} ${id}` });
const inTheWay = (kind: string, id: string, by: string, referrer: string) => ({
  code: 'referred-to',
  message: `The ${kind} "${id}" goes, and "${referrer}" refers to it.`,
  remedy: 'take it away, too',
  about: [of(kind, id) as never, of(by, referrer) as never],
});
/** Ivan is named by a claim, and that claim by another one. */
const REFERRERS = [inTheWay('entity', 'ivan', 'claim', 'c1'), inTheWay('claim', 'c1', 'claim', 'c2')];
let page: Rendered;
let done: ReturnType<typeof vi.fn>;
let asked: { kind: string; id: string }[][];

beforeEach(async () => {
  localStorage.clear();
  asked = [];
  done = vi.fn();
  caseRevision.hear(7);
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) => {
    if (!url.endsWith('/plan')) {
      const [, kind, id] = /records\/(\w+)\/([\w-]+)/.exec(url) ?? [];
      const by = { id: 'set', kind: 'edit', who: 'Ada', why: 'a test', at: '2024-05-01T00:00:00Z', revision: 7, undoes: [], effects: [] };
      return Promise.resolve(json({ states: [{ of: { kind, id }, record: { id, dataset: 'demo' }, fields: [], by }], names: [of(kind!, id!)], revision: 7 }));
    }
    const { remove } = JSON.parse(String(init?.body)) as { remove: { kind: string; id: string }[] };
    asked.push(remove);
    const goes = ({ kind, id }: { kind: string; id: string }) => remove.some((one) => one.kind === kind && one.id === id);
    const problems = REFERRERS.filter(({ about }) => goes(about[0]!) && !goes(about[1]!));
    return Promise.resolve(json(plannedReport({ problems, removed: remove.map((one) => ({ ...of(one.kind as 'claim', one.id) })) as never })));
  });
  const entry = { kind: 'entity' as const, id: 'ivan', name: 'Ivan', before: { id: 'ivan' }, record: { id: 'ivan' }, names: [], revision: 7 };
  page = renderedInPage(<RemoveForm dataset="demo" entry={entry} onDone={done as never} />, { store: createStore() });
  await settled();
});
afterEach(() => {
  page.end();
  vi.unstubAllGlobals();
  for (const id of changeDrafts.get().all.keys()) changeDrafts.throwAway(id);
});

const button = (name: RegExp) => [...document.querySelectorAll('button')].find((one) => name.test(one.textContent ?? ''));
async function press(name: RegExp): Promise<void> {
  await act(async () => button(name)!.click());
  await settled();
}

it('what refers to it is taken along step by step until nothing stands in the way, and all of it goes into the draft', async () => {
  expect(document.body.textContent).toContain('1 thing stands in the way');
  await press(/^Take away with it: 1 claim$/);
  expect(asked.at(-1)).toEqual(
    [
      { kind: 'entity', id: 'ivan' },
      { kind: 'claim', id: 'c1' },
    ].map((one) => expect.objectContaining(one)),
  );
  await press(/^Take away with it: 1 claim$/);
  expect(document.body.textContent).toContain('once these 2 go with it');
  expect(button(/^Take away with it/)).toBeUndefined();
  await press(/^Take it away in the draft$/);
  expect(done).toHaveBeenCalledOnce();
  const draft = changeDrafts.get().all.get('demo')!;
  for (const one of [
    { kind: 'entity' as const, id: 'ivan' },
    { kind: 'claim' as const, id: 'c1' },
    { kind: 'claim' as const, id: 'c2' },
  ])
    expect(entryOf(draft, one), one.id).toMatchObject({ before: expect.anything() });
});
