// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DepsContext, type Deps } from '../../acts/deps.ts';
import { filtersBy } from '../../state/filters/declared-filters.ts';
import { createStore } from '../../state/store.ts';
import { edge } from '../../testing/build-views.ts';
import { rendered, type Rendered } from '../../testing/render.ts';
import { DatePart } from './date-part.tsx';

const deps = { store: createStore() } as Deps;
const filters = () => deps.store.get().history.present.filters;
const by = filtersBy('date').find(({ key }) => key === 'firstPublishedAfter')!;
const whole = () => (
  <DepsContext.Provider value={deps}>
    <DatePart by={by} filters={filters()} leaves={() => [edge('a', 'x', 'y'), edge('b', 'x', 'z')]} />
  </DepsContext.Provider>
);

let page: Rendered;
beforeEach(() => void (page = rendered(whole())));
afterEach(() => page.end());

function type(text: string): void {
  const input = page.find<HTMLInputElement>('input')!;
  // React listens to the setter of the element's class, not to one it has put on the element.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, text);
  act(() => void input.dispatchEvent(new Event('input', { bubbles: true })));
  act(() => void page.find('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
  page.again(whole());
}

describe('a filter by a date', () => {
  it('is set by a year, a month or a day, counts what it leaves, and is taken away when emptied', () => {
    for (const date of ['2022', '2022-07', '2022-07-28']) {
      type(date);
      expect(filters().firstPublishedAfter).toBe(date);
      expect(page.find('.count')?.textContent).toBe('2');
    }
    type('');
    expect(filters().firstPublishedAfter).toBeUndefined();
    expect(page.find('.count')).toBeUndefined();
  });
  it('says what is no date, and keeps what was set', () => {
    type('2022-07');
    for (const bad of ['soon', '2022-13', '2022-02-31', '2022~']) {
      type(bad);
      expect(page.find('[role=alert]')?.textContent, bad).toContain('Write a year');
      expect(page.find('input')?.getAttribute('aria-invalid')).toBe('true');
      expect(filters().firstPublishedAfter).toBe('2022-07');
    }
  });
});
