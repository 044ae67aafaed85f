/** Work is begun once, told of in time, and kept for whoever asks again. */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { begunOnce } from './begun-once.ts';

it('tells whoever waits too long to send the same again, who then hears what became of it', async () => {
  let begun = 0;
  let finish: (value: string) => void = () => undefined;
  const begin = () => {
    begun += 1;
    return new Promise<string>((resolve) => (finish = resolve));
  };
  const work = begunOnce<string>('Still under way.', { answerMs: 10 });
  await expect(work.of('a', begin)).rejects.toMatchObject({ code: 'timeout', message: 'Still under way.', details: { retryAfter: 1 } });
  const again = work.of('a', begin);
  finish('done');
  expect(await again).toBe('done');
  expect(await work.of('a', begin)).toBe('done');
  expect(begun).toBe(1);
});

it('begins work of another key of its own, and forgets what was kept long enough', async () => {
  const forgotten: string[] = [];
  let begun = 0;
  const work = begunOnce<string>('', { keptMs: 5, onForgotten: (result) => forgotten.push(result) });
  const begin = async () => `work ${(begun += 1)}`;
  expect([await work.of('a', begin), await work.of('b', begin)]).toEqual(['work 1', 'work 2']);
  await pause(50);
  expect(forgotten).toEqual(['work 1', 'work 2']);
  expect(await work.of('a', begin)).toBe('work 3');
});

it('tells each who asks of a failure, and begins anew once that is forgotten', async () => {
  const work = begunOnce<string>('', { keptMs: 5 });
  const fail = async (): Promise<string> => {
    throw new Error('no');
  };
  await expect(work.of('a', fail)).rejects.toThrow('no');
  await expect(work.of('a', async () => 'yes')).rejects.toThrow('no');
  await pause(50);
  expect(await work.of('a', async () => 'yes')).toBe('yes');
});
