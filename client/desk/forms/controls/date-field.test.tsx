// @vitest-environment happy-dom
/** One field for every date: words are read, what is kept comes back in words that are read as the same date, and no season is shown in figures. */
import { act, useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { renderedInPage } from '../../../testing/render-in-page.tsx';
import type { Rendered } from '../../../testing/render.ts';
import { words } from '../../../i18n/messages.ts';
import { DateField, type DateValue, faultInDate } from './date-field.tsx';

let page: Rendered | undefined;
afterEach(() => page?.end());
const kept: { date?: DateValue | undefined } = {};
function Kept() {
  const [date, setDate] = useState<DateValue | undefined>();
  kept.date = date;
  return <DateField label="Told up to" value={date} onChange={setDate} />;
}

it.each([
  ['November 2026', '2026-11', '2026-11'],
  ['June 2023', '2023-06', '2023-06'],
  ['summer 2022', '2022-22', 'summer 2022'],
  ['about 1979', '1979~', 'about 1979'],
  ['5 July 2022', '2022-07-05', '2022-07-05'],
])('%s is read, and stands there as it can be read again', (typed, edtf, shown) => {
  page = renderedInPage(<Kept />);
  const field = () => page!.find<HTMLInputElement>('input')!;
  page.type('input', typed);
  expect(kept.date?.edtf).toBe(edtf);
  act(() => void field().dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
  expect(field().value).toBe(shown);
  expect(faultInDate(edtf)).toBeUndefined();
});
it('what is no date is said to be none', () => {
  expect(faultInDate('2022-13')).toBeDefined();
  // In dates as one writes them, not in those of the format.
  expect(faultInDate('next summer')).toContain(words.forms.dateWrite);
  expect(faultInDate('next summer')).not.toMatch(/2022-2|202X|\.\.\//);
  expect(faultInDate('')).toBeUndefined();
});
