import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkExport, writeExport } from '../../server/contract/routes/exports.ts';
import { API_LIMITS } from '../../server/contract/parts.ts';
import type { ApiError } from './api-error.ts';
import { call, callForFile } from './call.ts';
import { WAIT_LIMITS, waitingForTurn } from './in-turn.ts';

const noTurn = (retryAfter: number) => () =>
  new Response(
    JSON.stringify({
      type: 'about:blank',
      title: 'x',
      status: 429,
      code: 'too-many-requests',
      detail: 'no turn',
      remedy: 'ask again',
      limit: { name: 'heavyInAll', value: API_LIMITS.heavyInAll },
      retryAfter,
    }),
    { status: 429 },
  );
const left = { entities: 0, claims: 0, paths: 0 };
const checked = { refused: [], left, title: 'A title', asked: 'What?', printed: [], entities: 0, claims: 0, kept: { entities: [], claims: [] }, revision: 1 };
const answered = () => new Response(JSON.stringify(checked), { status: 200 });
const file = () => new Response('# Dossier', { status: 200, headers: { 'content-disposition': 'attachment; filename="dossier.md"' } });

/** The server answers with these in turn, and goes on with the last. */
function serves(...answers: (() => Response)[]): () => number {
  let asked = 0;
  vi.stubGlobal('fetch', () => Promise.resolve((answers[Math.min(asked++, answers.length - 1)] as () => Response)()));
  return () => asked;
}
const askForFile = (signal?: AbortSignal) => callForFile(writeExport, { body: { format: 'markdown-dossier' }, signal });
const failureOf = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error: unknown) => error,
  );

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a request that has no turn', () => {
  it('is asked again after the time the server names, a file as any other answer', async () => {
    const asked = serves(noTurn(4), noTurn(2), file);
    const answer = askForFile();
    await vi.advanceTimersByTimeAsync(3_900);
    expect(asked()).toBe(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(asked()).toBe(2);
    await vi.advanceTimersByTimeAsync(2_000);
    expect((await answer).name).toBe('dossier.md');

    serves(noTurn(1), answered);
    const checking = call(checkExport, { body: {} });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await checking).toEqual(checked);
  });
  it('is listed with the time it is asked again, from the first refusal until it is taken', async () => {
    serves(noTurn(4), file);
    const heard = vi.fn();
    const end = waitingForTurn.subscribe(heard);
    const from = Date.now();
    const answer = askForFile();
    await vi.advanceTimersByTimeAsync(0);
    expect(waitingForTurn.get()).toEqual([from + 4_000]);
    await vi.advanceTimersByTimeAsync(4_000);
    await answer;
    expect(waitingForTurn.get()).toEqual([]);
    expect(heard).toHaveBeenCalledTimes(2);
    end();
  });
  it('is stopped while it waits, and not asked again', async () => {
    const asked = serves(noTurn(4), file);
    const controller = new AbortController();
    const failed = failureOf(askForFile(controller.signal));
    await vi.advanceTimersByTimeAsync(1_000);
    controller.abort();
    expect((await failed) as Error).toHaveProperty('name', 'AbortError');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked()).toBe(1);
    expect(waitingForTurn.get()).toEqual([]);
  });
  it('fails with the last refusal once it has waited for the longest time in all, however long a server asks it to wait', async () => {
    const asked = serves(noTurn(3_600));
    const failed = failureOf(askForFile());
    await vi.advanceTimersByTimeAsync(WAIT_LIMITS.inAllS * 1_000);
    expect(((await failed) as ApiError).status).toBe(429);
    expect(asked()).toBe(1 + WAIT_LIMITS.inAllS / WAIT_LIMITS.onceS);
  });
  it('ends also where a server names no time worth waiting', async () => {
    serves(noTurn(0));
    const failed = failureOf(askForFile());
    await vi.advanceTimersByTimeAsync(WAIT_LIMITS.inAllS * 1_000);
    expect(((await failed) as ApiError).status).toBe(429);
  });
});
