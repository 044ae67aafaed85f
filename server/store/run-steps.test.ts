import { expect, test } from 'vitest';
import type { Tx } from './connect.ts';
import type { Step } from './plan-steps.ts';
import { runSteps } from './run-steps.ts';

/** A server that answers, in order and when it is told to; `diary` records what happened. */
function slowServer(diary: string[]) {
  const waiting: (() => void)[] = [];
  const step = (what: string, error?: Error): Step => ({
    what,
    size: 1,
    run: () => {
      diary.push(`sent ${what}`);
      return new Promise((resolve, reject) => waiting.push(() => (error ? reject(error) : resolve())));
    },
  });
  const answer = async () => {
    waiting.shift()?.();
    await new Promise((settle) => setImmediate(settle));
  };
  return { step, answer };
}

const tx = {} as Tx;

test('the next batch is sent while the server writes the one before, and no further one', async () => {
  const diary: string[] = [];
  const { step, answer } = slowServer(diary);
  const ended = runSteps(tx, [step('a'), step('b'), step('c')], ({ what }) => diary.push(`written ${what}`));
  await new Promise((settle) => setImmediate(settle));
  expect(diary).toEqual(['sent a', 'sent b']);
  await answer();
  expect(diary).toEqual(['sent a', 'sent b', 'written a', 'sent c']);
  await answer();
  await answer();
  await ended;
  expect(diary).toEqual(['sent a', 'sent b', 'written a', 'sent c', 'written b', 'written c']);
});

test('the error is that of the first step that failed, and nothing more is sent', async () => {
  const diary: string[] = [];
  const { step, answer } = slowServer(diary);
  const ended = runSteps(tx, [step('a', new Error('a refers to what is not there')), step('b', new Error('b fell with it')), step('c')], ({ what }) =>
    diary.push(`written ${what}`),
  );
  const failed = ended.catch((error: Error) => error.message);
  await answer();
  await answer();
  expect(await failed).toBe('a refers to what is not there');
  expect(diary).toEqual(['sent a', 'sent b']);
});

test('a failure of the last step fails the whole; without steps nothing is done', async () => {
  const { step, answer } = slowServer([]);
  const failed = runSteps(tx, [step('a'), step('b', new Error('b is too large'))]).catch((error: Error) => error.message);
  await answer();
  await answer();
  expect(await failed).toBe('b is too large');
  await expect(runSteps(tx, [])).resolves.toBeUndefined();
});
