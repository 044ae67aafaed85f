// @vitest-environment happy-dom
/** What is typed in a form outlives the page and its tab, within bounds, and goes when it is used. */
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { rendered, type Rendered } from '../testing/render.ts';
import { FORMS_KEPT, keptForms, type Typed, useKeptForm, useKeptForms } from './kept-forms.ts';
import { namesPerson } from './names-person.ts';
import type { OpenForm } from './draft/open-forms.ts';

const CLAIM: OpenForm = { form: 'claim', passage: { source: 'gazette', paragraph: 3 } };
let typed: Typed<string>;
let page: Rendered | undefined;
function Field({ of = 'field', dataset = 'harbour' }: { of?: string; dataset?: string }) {
  typed = useKeptForm(of, '', { form: CLAIM, dataset, nameOf: (value) => value.toUpperCase() });
  return <p>{typed.value}</p>;
}
const List = () => (
  <ul>
    {useKeptForms().map(({ key, name, dataset }) => (
      <li key={key}>{`${name} in ${dataset}`}</li>
    ))}
  </ul>
);
const show = (of = 'field', dataset = 'harbour'): Rendered => {
  page?.end();
  page = rendered(
    <>
      <Field of={of} dataset={dataset} />
      <List />
    </>,
  );
  return page;
};
const stored = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith('attest-form '));

beforeEach(() => localStorage.clear());
afterEach(() => {
  page?.end();
  page = undefined;
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('is there again where all tabs were closed, says since when, and goes when it is used', () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-30T14:05:00Z'), toFake: ['Date'] });
  show();
  expect(typed.since).toBeUndefined();
  act(() => typed.set('ty'));
  vi.setSystemTime(Date.parse('2026-11-30T14:20:00Z'));
  act(() => typed.set('typed'));
  expect(page!.text()).toBe('typedTYPED in harbour');
  sessionStorage.clear();
  show();
  expect(page!.text()).toBe('typedTYPED in harbour');
  expect(typed.since).toBe(Date.parse('2026-11-30T14:05:00Z'));
  act(() => typed.forget());
  expect(page!.text()).toBe('');
  expect(stored()).toEqual([]);
});

it('is nothing where all that was typed was taken out again', () => {
  show();
  act(() => typed.set('typed'));
  act(() => typed.set(''));
  expect(stored()).toEqual([]);
});

it('goes on under its key for the same form of the same case, and under another for any other', () => {
  show('claim one');
  act(() => typed.set('typed'));
  expect(keptForms.keyOf({ ...CLAIM, dataset: 'harbour' }, 'harbour')).toBe('claim one');
  expect(keptForms.keyOf(CLAIM, 'other')).not.toBe('claim one');
  expect(keptForms.keyOf({ form: 'claim', passage: { source: 'gazette', paragraph: 4 } }, 'harbour')).not.toBe('claim one');
});

it('goes to another case with what is typed', () => {
  show('claim one');
  act(() => typed.set('typed'));
  page!.again(
    <>
      <Field of="claim one" dataset="quay" />
      <List />
    </>,
  );
  expect(page!.text()).toBe('typedTYPED in quay');
  expect(keptForms.keyOf(CLAIM, 'quay')).toBe('claim one');
});

it('is dropped after two months in which nobody went on with it, and those left longest where there are too many', () => {
  vi.useFakeTimers({ now: Date.parse('2026-01-01T00:00:00Z'), toFake: ['Date'] });
  show('old');
  act(() => typed.set('typed'));
  vi.setSystemTime(Date.parse('2026-01-01T00:00:00Z') + (FORMS_KEPT.days + 1) * 86_400_000);
  show('other');
  expect(page!.text()).toBe('');
  expect(stored()).toEqual([]);
  for (let n = 0; n < FORMS_KEPT.most; n += 1)
    localStorage.setItem(`attest-form n ${n}`, JSON.stringify({ begun: Date.now() + n, at: Date.now() + n, value: `typed ${n}` }));
  vi.setSystemTime(Date.now() + 1_000);
  act(() => typed.set('typed'));
  expect(stored()).toHaveLength(FORMS_KEPT.most);
  show('n 0');
  expect(typed.value).toBe('');
  show('n 1');
  expect(typed.value).toBe('typed 1');
});

it('says so where the browser has no room, and stays on the page', () => {
  show();
  vi.stubGlobal('localStorage', {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('no room', 'QuotaExceededError');
    },
  });
  act(() => typed.set('typed'));
  expect(typed.isKept).toBe(false);
  expect(typed.value).toBe('typed');
});

it('of somebody who was redacted is thrown away, whatever the case of the letters', () => {
  show('a');
  act(() => typed.set('the harbourmaster Ivan “Vanya” Petrov'));
  show('b');
  act(() => typed.set('the gazette'));
  show('d');
  act(() => typed.set('与王小明见面'));
  show('c');
  act(() => typed.set('the petrovs of the gazette'));
  act(() => keptForms.throwAwayNaming(namesPerson({ id: 'ivan', names: ['ivan “vanya” petrov', '王小明'], words: ['Petrov'] })));
  expect(stored().toSorted()).toEqual(['attest-form b', 'attest-form c']);
});

it('is dropped where an earlier version kept it in another shape', () => {
  localStorage.setItem('attest-form field', '[1]');
  show();
  expect(typed.value).toBe('');
});
