// @vitest-environment happy-dom
/** A new case: made under an id of its name or one given by hand, and the focus goes on to the next step, or back where it is given up. */
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { words } from '../../i18n/messages.ts';
import { openForms } from '../../state/draft/open-forms.ts';
import { changeReport } from '../../testing/build-reports.ts';
import type { Rendered } from '../../testing/render.ts';
import { json, renderedInPage, settled } from '../../testing/render-in-page.tsx';
import { CaseSwitch } from './case-switch.tsx';

const t = words.caseForms;
const THERE = { id: 'quay-2024', title: 'The quay', entities: 1, claims: 1, revision: 7 };
let page: Rendered;
let sent: { dataset: string; records: { dataset: { id: string; title: string } } }[];
const COUNTS = { entities: 1, claims: 1, citations: 1, sources: 1, voices: 1, contested: 0, stale: 0 };
const stats = () => ({ ...COUNTS, revision: 7, byLevel: [], byGroup: [], byType: [], knowledge: '', datasets: [THERE] });
/** Dialogs stand outside of what was rendered. */
const field = (label: string): HTMLInputElement => {
  const found = [...document.querySelectorAll<HTMLLabelElement>('[role=dialog] label')].find(({ textContent }) => textContent === label);
  return document.getElementById(found!.htmlFor) as HTMLInputElement;
};
const type = (label: string, text: string): void =>
  act(() => {
    const at = field(label);
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(at) as object, 'value')!.set!.call(at, text);
    at.dispatchEvent(new Event('input', { bubbles: true }));
  });
const press = async (text: string): Promise<void> => {
  const button = [...document.querySelectorAll<HTMLButtonElement>('button')].find(({ textContent }) => textContent?.startsWith(text));
  button!.focus();
  act(() => button!.click());
  await settled(60);
};

beforeEach(async () => {
  sessionStorage.clear();
  localStorage.clear();
  sent = [];
  // Nothing has a size here, so that the trap of the focus finds nothing to hold.
  vi.spyOn(console, 'warn').mockReturnValue();
  vi.stubGlobal('fetch', (address: string, init?: RequestInit) => {
    if (init?.method === 'POST') {
      sent.push(JSON.parse(init.body as string) as (typeof sent)[number]);
      return Promise.resolve(json(changeReport({ outcome: 'done', revision: { before: 7, after: 8 } })));
    }
    if (address.includes('/api/stats')) return Promise.resolve(json(stats()));
    if (address.includes('/api/predicates')) return Promise.resolve(json({ predicates: [] }));
    return Promise.resolve(json({ revision: 7 }));
  });
  page = renderedInPage(<CaseSwitch phone={false} />);
  for (let i = 0; i < 40 && !page.find('[data-cases]'); i += 1) await settled();
  act(() => page.find<HTMLButtonElement>('[data-cases]')!.click());
  await settled(60);
  await press(t.new);
  for (let i = 0; i < 40 && !document.querySelector('[role=dialog] form'); i += 1) await settled();
});
afterEach(() => {
  while (openForms.get().length > 0) openForms.close();
  page.end();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('takes an id given by hand; one that is taken, or none, is told beside it', async () => {
  type(t.called, 'North quay');
  type(words.addText.who, 'Mira');
  for (const [id, told] of [
    ['North Quay', t.needs.id],
    [THERE.id, t.needs.otherId],
  ] as const) {
    type(t.id, id);
    await press(t.make);
    expect(document.querySelector('[role=dialog]')?.textContent).toContain(told);
  }
  expect(sent).toEqual([]);
  type(t.id, 'north-quay');
  await press(t.make);
  expect(sent).toMatchObject([{ dataset: 'north-quay', records: { dataset: { id: 'north-quay', title: 'North quay' } } }]);
});
it('has an id of its name where none is given', async () => {
  type(t.called, 'North quay');
  type(words.addText.who, 'Mira');
  await press(t.make);
  expect(sent[0]?.dataset).toMatch(/^north-quay-[a-z0-9]+$/);
  // The next step is opened, for this case.
  expect(openForms.get()).toEqual([{ form: 'text', dataset: sent[0]?.dataset }]);
});
it('given up, the focus is on the case in the top bar again, and not nowhere', async () => {
  await press(words.addText.cancel);
  await settled(400);
  expect(document.querySelector('[role=dialog] form')).toBeNull();
  expect(document.activeElement).toBe(page.find('[data-cases]'));
});
