/** What was read while somebody wrote is read again, also where half of a change could not be read at all. */
import { expect, it } from 'vitest';
import { AppError } from '../domain/model/errors.ts';
import type { Database, Tx } from '../store/connect.ts';
import { readAtOneRevision } from './read-at-one-revision.ts';

/** A database that only tells its revision: each number once, the last one from then on. */
function databaseAt(...revisions: number[]): Database {
  const tx = { run: async () => [{ revision: revisions.length > 1 ? revisions.shift() : revisions[0] }] } as unknown as Tx;
  const read = async <R>(work: (tx: Tx) => Promise<R>) => work(tx);
  return { read, readLocked: read } as unknown as Database;
}
/** Fails the first time. */
const failingOnce = (error: unknown) => {
  let failed = false;
  return async () => {
    if (failed) return 'whole';
    failed = true;
    throw error;
  };
};

it.each([
  ['a record that is not there', new AppError('not-found', 'gone')],
  ['a row without what it always has', new TypeError("Cannot read properties of null (reading 'claim')")],
  ['half a text', new SyntaxError('Unexpected end of JSON input')],
])('is read again where the revision moved, after %s', async (_what, error) => {
  expect(await readAtOneRevision(databaseAt(1, 2, 2), failingOnce(error))).toEqual({ answer: 'whole', revision: 2 });
});
it('is told as it is where nothing moved', async () => {
  await expect(readAtOneRevision(databaseAt(1), failingOnce(new TypeError('ours')))).rejects.toThrow('ours');
});
it('is not tried again after a statement failed, which ended the transaction', async () => {
  await expect(readAtOneRevision(databaseAt(1, 2, 2), failingOnce(new AppError('timeout', 'too long')))).rejects.toThrow('too long');
});
