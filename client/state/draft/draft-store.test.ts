// @vitest-environment happy-dom
/** A large draft is kept through a reload although the browser has no room for all of its steps. */
import { afterEach, expect, it, vi } from 'vitest';
import { type Draft, draftShape } from './draft-change.ts';
import { changeDrafts } from './draft-store.ts';

const CASE = 'harbour';
const entry = (n: number): Draft['entries'][number] => ({
  kind: 'entity',
  id: `e-${n}`,
  name: `One of many ${n}`,
  record: { id: `e-${n}`, type: 'Person' },
  names: [],
  revision: 1,
});
const many = (steps: number): Draft => {
  const entries = Array.from({ length: steps }, (_, n) => entry(n));
  return { dataset: CASE, entries, past: entries.map((_, n) => entries.slice(0, n)) };
};
/** How many characters of one thing the browser keeps. */
let room = Number.POSITIVE_INFINITY;
const set = Storage.prototype.setItem;
vi.spyOn(Storage.prototype, 'setItem').mockImplementation(function (this: Storage, key, text) {
  if (text.length > room) throw new DOMException('no room', 'QuotaExceededError');
  set.call(this, key, text);
});
const kept = (): Draft => draftShape.parse(JSON.parse(localStorage.getItem(`attest-draft-change ${CASE}`) ?? 'null'));
afterEach(() => {
  room = Number.POSITIVE_INFINITY;
  changeDrafts.change(CASE, (draft) => ({ ...draft, entries: [], past: [] }));
  localStorage.clear();
});

it('with its newest steps, as many as there is room for', () => {
  const draft = many(50);
  room = 60_000;
  changeDrafts.change(CASE, () => draft);
  expect(changeDrafts.get().kept).toBe(true);
  expect(kept().entries).toEqual(draft.entries);
  expect(kept().past.length).toBeGreaterThan(0);
  expect(kept().past).toEqual(draft.past.slice(-kept().past.length));
  expect(changeDrafts.of(CASE).past).toHaveLength(50);
});
it('and says so where there is none for the draft itself', () => {
  room = 500;
  changeDrafts.change(CASE, () => many(50));
  expect(changeDrafts.get().kept).toBe(false);
});
