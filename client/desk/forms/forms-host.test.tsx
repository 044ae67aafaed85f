// @vitest-environment happy-dom
/** With several cases on view a form says into which case it writes, lets it be chosen, and marks what is found of another one. */
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { caseRevision } from '../../api/revision.ts';
import { words } from '../../i18n/messages.ts';
import { changeDrafts } from '../../state/draft/draft-store.ts';
import { openForms, type OpenForm } from '../../state/draft/open-forms.ts';
import { createStore } from '../../state/store.ts';
import { node } from '../../testing/build-views.ts';
import type { Rendered } from '../../testing/render.ts';
import { json, renderedInPage, settled } from '../../testing/render-in-page.tsx';
import { FormsHost } from './forms-host.tsx';

const t = words.forms;
const COUNTS = { entities: 1, claims: 1, citations: 1, sources: 1, voices: 1, contested: 0, stale: 0 };
const CASES = [
  { id: 'harbour', title: 'The harbour', entities: 9, claims: 9, revision: 7 },
  { id: 'quay', title: 'The quay', entities: 5, claims: 5, revision: 7 },
  { id: 'third', title: 'A third', entities: 1, claims: 1, revision: 7 },
];
let page: Rendered;
let store: ReturnType<typeof createStore>;
const which = (): HTMLSelectElement | null => document.querySelector('.which-case select');
const drafted = (id: string) => changeDrafts.of(id).entries.map(({ kind, name }) => `${kind} ${name}`);
const tick = (...datasets: string[]): void =>
  act(() => store.dispatch({ type: 'filters', filters: { ...store.get().history.present.filters, datasets }, words: 'Change filters' }));

async function open(form: OpenForm): Promise<void> {
  act(() => openForms.open(form));
  for (let i = 0; i < 60 && !document.querySelector('[role=dialog] form'); i += 1) await settled();
  await settled(60);
}
const typeIn = (field: HTMLInputElement, text: string): void =>
  act(() => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as object, 'value')!.set!.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
const chooseCase = (id: string): void =>
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')!.set!.call(which()!, id);
    which()!.dispatchEvent(new Event('change', { bubbles: true }));
  });
const add = async (): Promise<void> => {
  act(() => void document.querySelector('[role=dialog] form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
  await settled(60);
};

beforeEach(() => {
  localStorage.clear();
  for (const { id } of CASES) changeDrafts.change(id, () => ({ dataset: id, entries: [], past: [] }));
  vi.spyOn(console, 'warn').mockReturnValue();
  vi.stubGlobal('fetch', (address: string) => {
    const { pathname } = new URL(address, 'http://here');
    if (pathname === '/api/stats')
      return Promise.resolve(json({ ...COUNTS, revision: 7, byLevel: [], byGroup: [], byType: [], knowledge: '', datasets: CASES }));
    if (pathname === '/api/predicates') return Promise.resolve(json({ predicates: [] }));
    if (pathname === '/api/entities') {
      const of = (id: string, dataset: string) => ({
        entity: node(id, { name: `Orr of ${id}` }),
        dataset,
        matched: { text: id, lang: 'en', kind: 'primary', why: 'exact' },
      });
      return Promise.resolve(json({ results: [of('theirs', 'quay'), of('ours', 'harbour')], total: 2, revision: 7 }));
    }
    return Promise.resolve(json({ code: 'not-found', message: 'none' }, 404));
  });
  caseRevision.hear(7);
  store = createStore();
  page = renderedInPage(<FormsHost />, { store });
});
afterEach(() => {
  act(() => {
    while (openForms.get().length > 0) openForms.close();
  });
  page.end();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('offers the cases on view, and writes into the one that is chosen', async () => {
  tick('harbour', 'quay');
  await open({ form: 'new', kind: 'entity', begun: {} });
  expect([...which()!.options].map(({ text }) => text)).toEqual(['The harbour', 'The quay']);
  const name = document.querySelector<HTMLInputElement>(
    '[role=dialog] [data-place="names/0/text"] input, [role=dialog] input[type=text], [role=dialog] input',
  )!;
  typeIn(name, 'Somebody new');
  chooseCase('quay');
  await settled(40);
  // The form is not begun anew.
  expect(document.querySelector<HTMLInputElement>('[role=dialog] form')!.outerHTML).toContain('Somebody new');
  await add();
  expect(drafted('quay')).toEqual(['entity Somebody new']);
  expect(drafted('harbour')).toEqual([]);
});

it('never begins in a case that is not on view, whichever was chosen last', async () => {
  localStorage.setItem('attest-desk-case', 'third');
  tick('harbour', 'quay');
  await open({ form: 'new', kind: 'voice', begun: {} });
  expect(which()!.value).toBe('harbour');
});

it('writes into the case of the text that is read, and says so', async () => {
  tick('harbour', 'quay');
  await open({ form: 'claim', dataset: 'quay', passage: { source: 'gazette', paragraph: 3 } });
  expect(which()!.value).toBe('quay');
});

it('says of what it finds in another case in which, and puts it last', async () => {
  await open({ form: 'claim', dataset: 'harbour' });
  typeIn(document.querySelector<HTMLInputElement>(`[aria-label="${words.claimForm.who}"]`)!, 'Orr');
  const rows = () => [...document.querySelectorAll('[role=option]')].map(({ textContent }) => textContent);
  for (let i = 0; i < 60 && rows().length < 3; i += 1) await settled(30);
  expect(rows()[0]).toBe('Orr of ours');
  expect(rows()[1]).toContain(t.ofCase('The quay'));
});

it('says the case without a choice where one alone is on view', async () => {
  tick('quay');
  await open({ form: 'new', kind: 'entity', begun: {} });
  expect(which()).toBeNull();
  expect(document.querySelector('.which-case')?.textContent).toContain('The quay');
});

it('says that another window changed the record in the draft meanwhile, and begins anew from there', async () => {
  const person = (text: string) => ({ id: 'e-1', type: 'Person', names: [{ text, lang: 'en', kind: 'primary' }] });
  const draftedAs = (text: string): void =>
    changeDrafts.change('harbour', () => ({
      dataset: 'harbour',
      entries: [{ kind: 'entity', id: 'e-1', name: text, record: person(text), names: [], revision: 7 }],
      past: [],
    }));
  const name = () => document.querySelector<HTMLInputElement>('[role=dialog] [data-place="names/0/text"] input')!;
  const said = () => document.querySelector('[role=dialog] [role=alert]')?.textContent ?? '';
  const press = (label: string): void =>
    act(() => [...document.querySelectorAll<HTMLButtonElement>('[role=dialog] button')].find(({ textContent }) => textContent === label)!.click());
  tick('harbour');
  draftedAs('Orla Tamm');
  await open({ form: 'edit', kind: 'entity', id: 'e-1' });
  expect(name().value).toBe('Orla Tamm');
  typeIn(name(), 'Orla of the quay');
  expect(said()).toBe('');
  act(() => draftedAs('Orla of the wharf'));
  expect(said()).toContain(t.kept.overtaken);
  expect(name().value).toBe('Orla of the quay');
  press(t.kept.anew);
  press(words.draft.throwDo);
  await settled(60);
  expect(name().value).toBe('Orla of the wharf');
  expect(said()).toBe('');
  typeIn(name(), 'Orla of the pier');
  await add();
  expect(drafted('harbour')).toEqual(['entity Orla of the pier']);
});
