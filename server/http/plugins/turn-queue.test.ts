/** Heavy questions of one kind wait for their turn; what has no place is told when to come again. */
import { describe, expect, it } from 'vitest';
import { AppError } from '../../domain/model/errors.ts';
import { TurnQueue, type TurnLimits } from './turn-queue.ts';

const here = () => new AbortController().signal;
const queueOf = (limits: Partial<TurnLimits> = {}) => new TurnQueue('trace', { ofClient: 2, inAll: 4, atOnce: 1, waitMs: 60_000, ...limits });
const refusalOf = async (asking: Promise<unknown>): Promise<AppError> => {
  const error = await asking.then(
    () => undefined,
    (e: unknown) => e,
  );
  if (!(error instanceof AppError)) throw new Error('it was expected to be refused');
  return error;
};
/** Whether it is settled by now. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  const pending = Symbol('pending');
  await new Promise((resolve) => setImmediate(resolve));
  return (await Promise.race([promise, Promise.resolve(pending)])) !== pending;
}

describe('a queue of heavy questions', () => {
  it('works on so many at once, and on the others in the order they came', async () => {
    const queue = queueOf();
    const first = await queue.take('a', here());
    const second = queue.take('b', here());
    const third = queue.take('c', here());
    expect(await isSettled(second)).toBe(false);
    first();
    const endSecond = await second;
    expect(await isSettled(third)).toBe(false);
    endSecond();
    (await third)();
    (await queue.take('a', here()))();
  });
  it('refuses what one client asks beyond its share, and still takes another client', async () => {
    const queue = queueOf();
    const end = await queue.take('a', here());
    void queue.take('a', here()).catch(() => undefined);
    const error = await refusalOf(queue.take('a', here()));
    expect([error.code, error.details.limit]).toEqual(['too-many-requests', { name: 'heavyOfClient', value: 2 }]);
    expect(error.details.retryAfter).toBeGreaterThan(0);
    const other = queue.take('b', here());
    end();
    expect(await isSettled(other)).toBe(false);
  });
  it('refuses what all clients together ask beyond the places', async () => {
    const queue = queueOf({ inAll: 2 });
    await queue.take('a', here());
    void queue.take('b', here());
    expect((await refusalOf(queue.take('c', here()))).details.limit).toEqual({ name: 'heavyInAll', value: 2 });
  });
  it('gives the place of a client that goes away to the next', async () => {
    const queue = queueOf({ inAll: 2 });
    const end = await queue.take('a', here());
    const gone = new AbortController();
    const left = queue.take('b', gone.signal);
    gone.abort(new AppError('timeout', 'gone'));
    expect((await refusalOf(left)).message).toBe('gone');
    const next = queue.take('c', here());
    end();
    (await next)();
    (await queue.take('d', here()))();
  });
  it('refuses what waited too long, and frees its place', async () => {
    const queue = queueOf({ inAll: 2, waitMs: 5 });
    await queue.take('a', here());
    expect((await refusalOf(queue.take('b', here()))).details.limit).toEqual({ name: 'heavyWaitMs', value: 5 });
    expect((await refusalOf(queue.take('b', here()))).details.limit?.name).toBe('heavyWaitMs');
  });
});
