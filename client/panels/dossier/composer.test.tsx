// @vitest-environment happy-dom
/** The composer: parts by keys, what is refused and its ways out, what is sent, and what is kept. */
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DossierPreview } from '../../api/queries.ts';
import { addToDossier, composeDossier } from '../../acts/compose-dossier.ts';
import { createLatest } from '../../state/latest.ts';
import { createStore } from '../../state/store.ts';
import { createQueryClient } from '../../api/queries.ts';
import type { Part } from '../../state/dossier/dossier.ts';
import { renderedInPage, settled } from '../../testing/render-in-page.tsx';
import type { Rendered } from '../../testing/render.ts';
import { words } from '../../i18n/messages.ts';
import { Composer } from './composer.tsx';

const t = words.dossier;
let page: Rendered;
let store: ReturnType<typeof createStore>;
let sent: { parts: Part[]; format?: string; bundle?: boolean; title?: string }[];
let written: typeof sent;
const tell = vi.fn();

/** The server refuses the claim "bad" unless it says what to do. */
function preview(parts: readonly Part[]): DossierPreview {
  const states = parts.map((part) => {
    if (part.kind !== 'claim' || part.id !== 'bad') return 'stands' as const;
    return part.gate === undefined ? ('refused' as const) : 'leaveOut' in part.gate ? ('left-out' as const) : ('override' as const);
  });
  return {
    html: parts
      .map((part, at) => (states[at] === 'left-out' ? '' : `<section data-part="${at}"><p>${part.kind} ${'id' in part ? part.id : ''}</p></section>`))
      .join(''),
    refused: [{ kind: 'claim', id: 'bad', label: 'Bad', why: 'no-place', reason: 'No place is noted.', remedy: 'Note it.' }],
    parts: parts.map((part, at) => ({
      state: states[at]!,
      name: 'id' in part ? `says ${part.id}` : undefined,
      refused: states[at] === 'stands' ? [] : [0],
      alsoGoes: [],
      levels: ['alleged'],
      drawn: part.kind === 'picture' ? { entities: 3, claims: 2, placed: true } : undefined,
      footnotes: 1,
      paragraphs: 1,
      noResponse: 'id' in part && part.id === 'c' ? ['Ann'] : [],
    })),
    mayWrite: !states.includes('refused'),
    title: 'A title of the server',
    asked: 'What?',
    figures: { entities: 2, claims: 2, accused: 1, withoutResponse: 1, singleOrigin: 2, sources: 3, seen: 2, leftOut: 0 },
    printed: ['As told up to 2024.'],
    revision: 1,
  };
}

async function open(parts: readonly Part[]): Promise<void> {
  store = createStore();
  composeDossier({ store, queries: createQueryClient(), latest: createLatest(), tell } as never, { parts, asked: 'Who paid?' });
  page = renderedInPage(<Composer phone={false} />, { store, tell });
  await settled(100);
}
/** The sheet follows after a pause, and then after an answer. */
const followed = async (): Promise<void> => {
  await settled(350);
  await settled(50);
};
const rows = (): string[] => [...page.host.querySelectorAll('.composer-name b')].map((row) => row.textContent ?? '');
const chosen = (): string => page.host.querySelector('.composer-name[aria-pressed=true] b')?.textContent ?? '';
const press = async (key: string, more: KeyboardEventInit = {}): Promise<void> => {
  act(
    () =>
      void (document.activeElement ?? document.body).dispatchEvent(
        new KeyboardEvent('keydown', { key, code: /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : key, bubbles: true, cancelable: true, ...more }),
      ),
  );
  await settled(5);
};
const click = async (containing: string): Promise<void> => {
  act(() => page.find<HTMLButtonElement>('button', containing)!.click());
  await followed();
};

beforeEach(() => {
  localStorage.clear();
  tell.mockReset();
  [sent, written] = [[], []];
  vi.stubGlobal('fetch', (address: string, init?: RequestInit) => {
    const route = address.split('?')[0]?.split('/').at(-1);
    const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as (typeof sent)[number]) : { parts: [] };
    if (route === 'preview') {
      sent.push(body);
      return Promise.resolve(new Response(JSON.stringify(preview(body.parts))));
    }
    if (route === 'exports') {
      written.push(body);
      return Promise.resolve(new Response('x', { headers: { 'content-disposition': 'attachment; filename="dossier.html"' } }));
    }
    return Promise.resolve(new Response(JSON.stringify(route === 'notebook' ? { entries: [], total: 0, counts: { note: 0, assessment: 0, search: 0 } } : {})));
  });
});
afterEach(() => {
  page.end();
  vi.unstubAllGlobals();
});
const PARTS: Part[] = [
  { kind: 'claim', id: 'a' },
  { kind: 'claim', id: 'bad' },
  { kind: 'claim', id: 'c' },
];

describe('the composer', () => {
  it('chooses, moves and takes out parts by keys, and puts back what was taken out', async () => {
    await open(PARTS);
    expect(rows()).toEqual(['Claim: says a', 'Claim: says bad', 'Claim: says c']);
    await press('j');
    await press('j');
    await press('j');
    expect(chosen()).toBe('Claim: says c');
    await press('ArrowUp', { altKey: true });
    expect(rows()).toEqual(['Claim: says a', 'Claim: says c', 'Claim: says bad']);
    expect(page.host.querySelector('[role=status].visually-hidden')?.textContent).toBe(t.place('Claim: says c', 2, 3));
    await press('k');
    await press('Delete');
    expect(rows()).toEqual(['Claim: says c', 'Claim: says bad']);
    const next = tell.mock.calls.at(-1)?.[2] as { label: string; run: () => void };
    expect(next.label).toBe(t.putBack);
    act(() => next.run());
    expect(rows()[0]).toBe('Claim: says a');
    // Nothing happens to the drawing, which is not shown.
    const isTaken = (key: string, more: KeyboardEventInit = {}): boolean => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
      act(() => void document.body.dispatchEvent(event));
      return event.defaultPrevented;
    };
    expect([isTaken('z', { ctrlKey: true }), isTaken('1'), isTaken('?'), isTaken('k', { ctrlKey: true })]).toEqual([true, true, false, false]);
    await press('.');
    expect(chosen()).toBe('Claim: says bad');
    // After a pause the sheet follows.
    await followed();
    expect(sent.at(-1)?.parts.map((part) => 'id' in part && part.id)).toEqual(['a', 'c', 'bad']);
    expect([...page.host.querySelectorAll('[data-sheet-part]')].map((part) => part.textContent?.trim())).toEqual([
      'claim a',
      'claim c',
      `${t.cannotPrint}claim bad`,
    ]);
  });
  it('waits with the file until it is decided what is to be done, and can take the choice back', async () => {
    await open(PARTS);
    const write = () => page.find<HTMLButtonElement>('button', t.write)!;
    expect(write().disabled).toBe(true);
    await press('Enter', { ctrlKey: true });
    expect(written).toEqual([]);
    expect(page.text()).toContain(t.refused(1, 3));
    expect(page.text()).toContain('No place is noted.');
    expect(page.text()).toContain(t.nothingElse);
    await click(t.leaveOut);
    expect(sent.at(-1)?.parts[1]?.gate).toEqual({ leaveOut: true });
    expect(write().disabled).toBe(false);
    expect(page.host.querySelector('[data-mark="left-out"]')).not.toBeNull();
    await press('j');
    await click(t.undecide);
    expect(write().disabled).toBe(true);
    await click(t.print);
    expect(page.find<HTMLButtonElement>('button', t.printNow)!.disabled).toBe(true);
    page.type('.composer-before textarea', 'Read on paper.');
    await click(t.printNow);
    expect(sent.at(-1)?.parts[1]?.gate).toEqual({ override: 'Read on paper.' });
    act(() => page.find<HTMLInputElement>('input[type=radio]', t.forms.bundle)!.click());
    await followed();
    await press('Enter', { ctrlKey: true });
    await settled(20);
    expect(written).toEqual([{ ...sent.at(-1), format: 'html-dossier', bundle: true }]);
    expect(tell).toHaveBeenCalledWith(words.export.done('dossier.html'));
  });
  it('keeps what is composed, without a word of what the case says, and is closed by one Escape', async () => {
    await open(PARTS);
    await click(t.kinds.lead);
    expect(document.activeElement?.hasAttribute('data-own-text')).toBe(true);
    page.type('[data-own-text]', 'My own words.');
    expect(rows()[0]).toBe('Lead');
    // Letters that are typed are no keys.
    act(() => page.host.querySelector<HTMLElement>('[data-own-text]')!.focus());
    await press('Delete');
    expect(rows()).toHaveLength(4);
    const kept = Object.keys(localStorage)
      .map((key) => localStorage.getItem(key) ?? '')
      .join();
    expect(kept).toContain('My own words.');
    expect(kept).not.toContain('says a');
    page.end();
    page = renderedInPage(<Composer phone />, { store, tell });
    await settled(400);
    expect(page.find<HTMLInputElement>('.composer-fields input')!.value).toBe('');
    expect(rows()).toHaveLength(4);
    expect(sent.at(-1)).toMatchObject({ asked: 'Who paid?', parts: [{ kind: 'lead', text: 'My own words.' }, ...PARTS] });
    await press('Escape');
    expect(store.get().dossier).toBeUndefined();
  });
  it('marks whom it accuses without a response, and says what it would print in any case', async () => {
    await open(PARTS);
    expect(page.host.querySelector('[data-mark="remarked"]')?.getAttribute('aria-label')).toBe(t.remarked);
    expect(page.text()).toContain(t.noResponse('Ann'));
    expect(page.text()).toContain(t.figures.sources(3, 2));
    expect(page.text()).toContain('As told up to 2024.');
  });
  it('offers the picture once, with its entities where they are drawn', async () => {
    await open([]);
    expect(page.text()).toContain(t.empty);
    act(() => store.dispatch({ type: 'laid-out', positions: new Map([['ann', { x: 1, y: 2 }]]) }));
    await act(async () => page.find('.composer-add button', t.kinds.picture)!.click());
    await followed();
    expect(sent.at(-1)?.parts).toEqual([{ kind: 'picture', positions: [{ id: 'ann', x: 1, y: 2 }] }]);
    expect(page.find('.composer-add button', t.kinds.picture)).toBeUndefined();
    expect(page.text()).toContain('3 entities, 2 claims · as drawn');
  });
  it('asks what the picture is only where it is a file of its own', async () => {
    await open([{ kind: 'picture' }, ...PARTS.slice(0, 1)]);
    const as = async (form: string): Promise<void> => {
      act(() => page.find<HTMLInputElement>('label', form)!.querySelector('input')!.click());
      await followed();
    };
    const take = async () => {
      await press('Enter', { ctrlKey: true });
      await settled(20);
      return written.at(-1) as (typeof written)[number] & { pictureAs?: string };
    };
    expect(page.text()).toContain(t.pictureInPage);
    expect((await take()).pictureAs).toBeUndefined();
    await as(t.forms['docx-dossier']);
    expect(page.text()).toContain(t.pictureInWord);
    await as(t.forms['markdown-dossier']);
    expect((await take()).pictureAs).toBeUndefined();
    await as(t.vector);
    expect(await take()).toMatchObject({ format: 'markdown-dossier', pictureAs: 'png' });
    // Another form has none to choose.
    await as(t.forms['html-dossier']);
    expect((await take()).pictureAs).toBeUndefined();
  });
  it('keeps several dossiers of a case: another for another question, opened and removed from a list, and put back', async () => {
    await open(PARTS);
    const deps = { store, tell } as never;
    act(() => composeDossier(deps, { parts: [{ kind: 'claim', id: 'x' }], asked: 'Who was it?' }));
    expect(tell).toHaveBeenCalledWith(t.begunBeside(1));
    // Asked again it is the same one, and so is the first; a claim goes into the one that was worked on last.
    act(() => composeDossier(deps, { parts: [{ kind: 'claim', id: 'y' }], asked: 'Who was it?' }));
    expect(tell).toHaveBeenCalledTimes(1);
    act(() => addToDossier(deps, [{ kind: 'claim', id: 'z' }]));
    page.end();
    page = renderedInPage(<Composer phone={false} />, { store, tell });
    await followed();
    expect(rows()).toEqual(['Claim: says x', 'Claim: says y', 'Claim: says z']);
    const inList = async (label: string): Promise<void> => {
      act(() => page.find<HTMLButtonElement>('.composer-which', '')!.click());
      await settled(20);
      const item = [...document.querySelectorAll<HTMLElement>('[role=menuitem]')].find((one) => one.textContent?.includes(label));
      act(() => item!.click());
      await followed();
    };
    await inList('Who paid?');
    expect(rows()).toEqual(['Claim: says a', 'Claim: says bad', 'Claim: says c']);
    expect(sent.at(-1)).toMatchObject({ asked: 'Who paid?', parts: PARTS });
    await inList(t.beginNew);
    expect(page.text()).toContain(t.empty);
    page.type('.composer-fields input', 'The third');
    await inList('Who was it?');
    await inList(t.removeThis);
    expect(page.text()).not.toContain('says x');
    expect(page.host.querySelector('.composer-which')?.getAttribute('aria-label')).toMatch(/of 2$/);
    const undo = tell.mock.calls.at(-1)?.[2] as { run: () => void };
    act(() => undo.run());
    await followed();
    expect(rows()).toEqual(['Claim: says x', 'Claim: says y', 'Claim: says z']);
    expect(page.host.querySelector('.composer-which')?.getAttribute('aria-label')).toBe(t.whichLabel(2, 3));
  });
});
