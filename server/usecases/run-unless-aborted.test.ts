import { expect, it } from 'vitest';
import type { InSlices } from '../domain/figures/in-slices.ts';
import { runUnlessAborted } from './run-unless-aborted.ts';

it('ends work that would never end once its signal is aborted', async () => {
  let slices = 0;
  const endless = function* (): InSlices<never> {
    for (;;) {
      slices += 1;
      yield;
    }
  };
  const gone = new AbortController();
  const work = runUnlessAborted(endless(), gone.signal);
  setImmediate(() => gone.abort(new Error('gone')));
  await expect(work).rejects.toThrow('gone');
  const done = slices;
  await new Promise((settle) => setTimeout(settle, 20));
  expect(slices).toBe(done);
});
it('returns what the work returns', async () => {
  const work = function* (): InSlices<number> {
    yield;
    return 7;
  };
  expect(await runUnlessAborted(work(), undefined)).toBe(7);
});
