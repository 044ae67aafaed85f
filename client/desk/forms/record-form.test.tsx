// @vitest-environment happy-dom
/** The form of a new record: ids by hand write over nothing, and an entity that resembles one that is there is decided on where it is made. */
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { words } from '../../i18n/messages.ts';
import { changeDrafts } from '../../state/draft/draft-store.ts';
import type { FileKind, FileRecord } from '../../state/draft/file-form.ts';
import { edge, node } from '../../testing/build-views.ts';
import type { Rendered } from '../../testing/render.ts';
import { json, renderedInPage, settled } from '../../testing/render-in-page.tsx';
import { RecordForm } from './record-form.tsx';

const t = words.forms;
const CASE = 'harbour';
const THERE = { id: 'skipper', name: 'Skipper Orr', type: 'Person' as const };
let page: Rendered;
/** Histories by kind and id with a slash between: what the case has. */
let stored: string[];
/** What a search of what is said finds. */
let claims: unknown[];
const said = (id: string, sentence: string) => ({
  kind: 'claim',
  id,
  title: { text: sentence, lit: [] },
  claim: { ...edge(id, 'a', 'b'), sentence },
});

async function show(kind: Exclude<FileKind, 'claim'>, begun: FileRecord): Promise<void> {
  page = renderedInPage(<RecordForm kind={kind} dataset={CASE} begun={begun} onAdded={vi.fn()} onClose={vi.fn()} />);
  await settled();
}
async function add(): Promise<void> {
  act(() => void page.host.querySelector('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
  await settled(40);
}
async function until(selector: string): Promise<void> {
  for (let i = 0; i < 60 && !page.find(selector); i += 1) await settled(30);
  expect(page.find(selector), selector).toBeTruthy();
}
const drafted = () => changeDrafts.of(CASE).entries;
const person = (id: string, text: string): FileRecord => ({ id, type: 'Person', names: [{ text, lang: 'en', kind: 'primary' }] });
const emptyDrafts = (): void => changeDrafts.change(CASE, () => ({ dataset: CASE, entries: [], past: [] }));

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
  emptyDrafts();
  stored = [];
  claims = [];
  vi.stubGlobal('fetch', (address: string) => {
    const { pathname, searchParams } = new URL(address, 'http://here');
    const of = /^\/api\/records\/(\w+)\/([^/]+)\/history$/.exec(pathname);
    if (of) {
      const [, kind, id] = [...of].map(decodeURIComponent);
      const record = { ...person(id!, 'One of the case'), dataset: CASE };
      const by = { id: 'x', kind: 'edit', who: 'Bob', why: 'so', at: '2024-05-02T00:00:00Z', revision: 3, undoes: [], effects: [] };
      const state = { of: { kind, id }, record, fields: [], by };
      return Promise.resolve(
        stored.includes(`${kind}/${id}`) ? json({ states: [state], names: [], revision: 7 }) : json({ code: 'not-found', message: 'none' }, 404),
      );
    }
    if (pathname === '/api/said')
      return Promise.resolve(json({ results: claims, totals: { claim: claims.length, source: 0, voice: 0 }, totalAtLeast: false, cut: false, revision: 7 }));
    if (pathname === '/api/entities') {
      const isLike = THERE.name.toLowerCase().includes((searchParams.get('q') ?? '').toLowerCase().slice(0, 7));
      const found = isLike ? [{ entity: node(THERE.id, THERE), dataset: CASE, matched: { text: THERE.name, lang: 'en', kind: 'primary', why: 'exact' } }] : [];
      return Promise.resolve(json({ results: found, total: found.length, revision: 7 }));
    }
    return Promise.resolve(json({ datasets: [], revision: 7 }));
  });
});
afterEach(() => {
  page.end();
  emptyDrafts();
  vi.unstubAllGlobals();
});

describe('an entity whose name resembles one that is there', () => {
  const choices = `[role=radiogroup][aria-label="${t.decide(THERE.name)}"]`;
  const choose = (label: string): void => act(() => page.find<HTMLInputElement>(`${choices} input[type=radio]`, label)!.click());

  it('is added with what was decided on the two, in one step, and only with a reason', async () => {
    await show('entity', person('e-new', 'Skipper Orrs'));
    await until(choices);
    choose(t.decisions.different);
    await add();
    expect(drafted()).toEqual([]);
    expect(page.text()).toContain(t.needed);
    page.type(`[aria-label="${t.decideWhy(THERE.name)}"]`, 'the letter tells them apart');
    await add();
    expect(drafted()).toMatchObject([
      { kind: 'entity', id: 'e-new' },
      { kind: 'identity', record: { a: 'e-new', b: 'skipper', decision: 'different', why: 'the letter tells them apart' } },
    ]);
    expect(changeDrafts.of(CASE).past).toEqual([[]]);
  });
  it('is added alone where nothing is decided, or no more', async () => {
    await show('entity', person('e-new', 'Skipper Orrs'));
    await until(choices);
    choose(t.decisions.unsure);
    choose(t.undecided);
    await add();
    expect(drafted()).toMatchObject([{ kind: 'entity', id: 'e-new' }]);
    expect(drafted()).toHaveLength(1);
  });
  it('is compared with those of the draft, too, as the search compares it with those of the case', async () => {
    await show('entity', person('e-first', 'Wendelin Gaspard Kroll'));
    await add();
    page.end();
    await show('entity', person('e-second', 'Kroll, Wendelin'));
    await until('[aria-label="Use it: Wendelin Gaspard Kroll"]');
    page.type('[data-place="names/0/text"] input', 'Somebody else');
    await settled(400);
    expect(page.find('[aria-label="Use it: Wendelin Gaspard Kroll"]')).toBeFalsy();
  });
  it('is added where the one that it resembles has an id that every object has', async () => {
    const id = 'constructor';
    await show('entity', person(id, 'Wendelin Gaspard Kroll'));
    await add();
    page.end();
    await show('entity', person('e-second', 'Kroll, Wendelin'));
    await until('[aria-label="Use it: Wendelin Gaspard Kroll"]');
    expect(page.find(`[aria-label="${t.decideWhy('Wendelin Gaspard Kroll')}"]`)).toBeFalsy();
    await add();
    expect(drafted()).toMatchObject([{ id }, { kind: 'entity', id: 'e-second' }]);
  });
  it('keeps in sight what was decided, whatever it is called meanwhile', async () => {
    await show('entity', person('e-new', 'Skipper Orrs'));
    await until(choices);
    choose(t.decisions.same);
    page.type('[data-place="names/0/text"] input', 'Somebody else');
    await settled(400);
    expect(page.find(choices)).toBeTruthy();
  });
});

describe('rivals', () => {
  it('are found by what the claims say', async () => {
    claims = [said('c1', 'The skipper paid the crew.'), said('c2', 'The skipper paid nobody.')];
    await show('rivals', {});
    page.type('[data-place=claims] input', 'paid');
    for (let i = 0; i < 60 && !page.text().includes('paid nobody'); i += 1) await settled(30);
    expect([...page.host.querySelectorAll('[role=option]')].map((one) => one.textContent)).toEqual([
      expect.stringContaining('The skipper paid the crew.'),
      expect.stringContaining('The skipper paid nobody.'),
    ]);
  });
});

describe('a new source', () => {
  const seen = () => [...page.host.querySelectorAll('label')].find((label) => label.textContent?.trim() === 'seen')?.querySelector('input')?.checked;
  it('is not said to be read, unless it is the one that is read', async () => {
    await show('source', {});
    expect(seen()).toBe(false);
    page.end();
    await show('source', { seen: true });
    expect(seen()).toBe(true);
  });
});

describe('a new record', () => {
  const byId = (id: string): void => {
    act(() => page.find<HTMLButtonElement>('form > button.link', t.more)?.click());
    page.type('[data-place=id] input', id);
  };
  it('under an id that one of the case has is told beside it, and writes over nothing', async () => {
    stored = ['entity/mate'];
    await show('entity', person('e-new', 'Mate Dunn'));
    byId('mate');
    await add();
    expect(page.find('[data-place=id] [role=alert]')?.textContent).toBe(t.taken);
    expect(drafted()).toEqual([]);
    byId('mate-dunn');
    await add();
    expect(drafted()).toMatchObject([{ id: 'mate-dunn' }]);
  });
  it('that is known by what it names is told where there is one of these already', async () => {
    stored = ['identity/mate|skipper'];
    await show('identity', { a: 'skipper', b: 'mate', decision: 'same', why: 'so' });
    await add();
    expect(page.find('[data-place=a] [role=alert]')?.textContent).toBe(t.takenTogether);
    expect(drafted()).toEqual([]);
  });
});
