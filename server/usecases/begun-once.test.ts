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

/** Work that ends only when it is told to. */
const endless = (ended: string[]) => (signal: AbortSignal) =>
  new Promise<string>((_, reject) =>
    signal.addEventListener('abort', () => {
      ended.push('ended');
      reject(signal.reason as Error);
    }),
  );

it('ends work once everybody who asked for it has gone, and begins it anew for the next', async () => {
  const ended: string[] = [];
  const work = begunOnce<string>('', { endsUnasked: true });
  const [first, second] = [new AbortController(), new AbortController()];
  const asked = [first, second].map((caller) => work.of('a', endless(ended), caller.signal));
  first.abort(new Error('gone'));
  await expect(asked[0]).rejects.toThrow('gone');
  expect(ended).toEqual([]);
  second.abort(new Error('gone, too'));
  await expect(asked[1]).rejects.toThrow('gone, too');
  expect(ended).toEqual(['ended']);
  expect(await work.of('a', async () => 'anew')).toBe('anew');
});

it('waits with the work for whoever was told to send the same again, and ends it where nobody does', async () => {
  const ended: string[] = [];
  const work = begunOnce<string>('Still under way.', { answerMs: 10, keptMs: 100, endsUnasked: true });
  await expect(work.of('a', endless(ended))).rejects.toMatchObject({ code: 'timeout' });
  const gone = new AbortController();
  const other = work.of('a', endless(ended), gone.signal);
  gone.abort(new Error('gone'));
  await expect(other).rejects.toThrow('gone');
  expect(ended).toEqual([]);
  await pause(300);
  expect(ended).toEqual(['ended']);
});

it('goes on with work that must be whole, whoever has gone', async () => {
  const ended: string[] = [];
  const gone = new AbortController();
  const asked = begunOnce<string>('').of('a', endless(ended), gone.signal);
  gone.abort(new Error('gone'));
  await expect(asked).rejects.toThrow('gone');
  expect(ended).toEqual([]);
});
