/** What takes longer than a request may is sent again until it is answered; any other failure ends it. */
import { expect, it } from 'vitest';
import { ApiError } from './api-error.ts';
import { untilAnswered } from './until-answered.ts';

const late = () => new ApiError('timeout', 'Still under way.', 503, { retryAfter: 0 } as never);

it('goes on while it is told to send again', async () => {
  let sent = 0;
  const send = async () => {
    sent += 1;
    if (sent < 4) throw late();
    return sent;
  };
  expect(await untilAnswered(send)).toBe(4);
});

it('ends with any other failure, and where it is stopped', async () => {
  const refused = new ApiError('refused', 'No.', 422);
  await expect(untilAnswered(() => Promise.reject(refused))).rejects.toBe(refused);
  const stopped = new AbortController();
  stopped.abort();
  let sent = 0;
  const send = async () => {
    sent += 1;
    throw late();
  };
  await expect(untilAnswered(send, stopped.signal)).rejects.toMatchObject({ code: 'timeout' });
  expect(sent).toBe(1);
});
