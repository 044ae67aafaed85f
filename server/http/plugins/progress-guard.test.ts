/** A stream may take long as a whole, but not stand still. */
import { expect, it } from 'vitest';
import { withProgress } from './progress-guard.ts';

const wait = (ms: number) => new Promise((r) => setTimeout(r, ms));
async function* paced(n: number, ms: number) {
  for (let i = 0; i < n; i++) {
    await wait(ms);
    yield i;
  }
}
async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const out: T[] = [];
  for await (const item of items) out.push(item);
  return out;
}

it('passes on everything of a stream that is slower in all than the limit, but never stands still', async () => {
  expect(await collect(withProgress(paced(6, 20), 100))).toEqual([0, 1, 2, 3, 4, 5]);
});
it('ends a stream that stands still', async () => {
  await expect(collect(withProgress(paced(2, 5_000), 30))).rejects.toMatchObject({ code: 'timeout' });
});
