import { expect, it } from 'vitest';
import { initialState } from '../../state/reduce.ts';
import { createEntries, ENTRIES_KEPT, stateOf } from './page-entries.ts';

it('the views of the newest entries are kept, by ids that only this page gives', () => {
  const entries = createEntries();
  const ids = Array.from({ length: ENTRIES_KEPT + 2 }, () => entries.next());
  const views = ids.map(() => initialState());
  ids.forEach((id, n) => entries.put(id, views[n]!));
  expect(ids.filter((id) => entries.get(id) === undefined)).toEqual(ids.slice(0, 2));
  expect(entries.get(ids.at(-1)!)).toBe(views.at(-1));
  expect(entries.idOf(stateOf('x'))).toBe('x');
  for (const other of [null, undefined, 'x', { idx: 3 }, { attestEntry: 4 }]) expect(entries.idOf(other)).toBeUndefined();
});
