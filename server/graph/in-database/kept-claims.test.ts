import { expect, test } from 'vitest';
import type { EdgeView } from '../../contract/views.ts';
import type { DatabaseReader } from './row-context.ts';
import { keptClaims } from './kept-claims.ts';

const db = {} as DatabaseReader['db'];
const at = (revision: number, database = db) => keptClaims({ db: database, tx: {} as DatabaseReader['tx'], revision });
const row = (id: string, origins: number) => ({ id, figures: JSON.stringify({ claim: id, origins }) });
const edge = (sentence: string) => ({ sentence }) as EdgeView;

test('figures are parsed once a revision, and the edge written of them is given again', async () => {
  const kept = await at(1);
  const figures = kept.figures(row('a', 1));
  expect(figures).toMatchObject({ claim: 'a', origins: 1 });
  kept.keepEdge('a', edge('A is said to pay B'));
  const again = await at(1);
  expect(again.figures(row('a', 1))).toBe(figures);
  expect(again.edge('a', figures)).toEqual(edge('A is said to pay B'));
});

test('figures recomputed within a revision put away the edge of the old ones', async () => {
  const kept = await at(2);
  const old = kept.figures(row('a', 1));
  kept.keepEdge('a', edge('on one origin'));
  const figures = kept.figures(row('a', 2));
  expect(figures).toMatchObject({ origins: 2 });
  expect(kept.edge('a', figures)).toBeUndefined();
  expect(kept.edge('a', old)).toBeUndefined();
});

test('another revision, and another database, begin with nothing', async () => {
  const kept = await at(3);
  const figures = kept.figures(row('a', 1));
  kept.keepEdge('a', edge('as it was'));
  expect((await at(4)).edge('a', figures)).toBeUndefined();
  expect((await at(3, {} as DatabaseReader['db'])).edge('a', figures)).toBeUndefined();
});

test('when it is full, the oldest go', async () => {
  const kept = await at(5);
  const first = kept.figures(row('first', 1));
  for (let i = 0; i < 20_000; i += 1) kept.figures(row(`c${i}`, 1));
  expect(kept.figures(row('first', 1))).not.toBe(first);
  const last = kept.figures(row('c19999', 1));
  expect(kept.figures(row('c19999', 1))).toBe(last);
});
