/** Driver errors as AppErrors: whether waiting helps, or a setting must be changed. */
import { Neo4jError } from 'neo4j-driver';
import { describe, expect, it } from 'vitest';
import { leavesOutcomeOpen, mapError, mapErrorOn } from './error-mapping.ts';

const fault = (code: string) => mapError(new Neo4jError('said by the server', code, '', '', undefined as never));

describe('a database that cannot be used', () => {
  it.each([
    ['Neo.ClientError.Security.Unauthorized', 'credentials', /user name or password/],
    ['Neo.ClientError.Security.CredentialsExpired', 'credentials', /user name or password/],
    ['Neo.ClientError.Security.TokenExpired', 'credentials', /user name or password/],
    ['Neo.ClientError.Database.DatabaseNotFound', 'no-such-database', /no database of this name/],
  ])('by a setting (%s) is told by its cause, and stays a 503', (code, cause, words) => {
    const error = fault(code);
    expect(error).toMatchObject({ code: 'database-unavailable', details: { cause, retryAfter: 2 } });
    expect(error.message).toMatch(words);
  });
  it.each(['ServiceUnavailable', 'SessionExpired', 'Neo.ClientError.Security.AuthenticationRateLimit', 'Neo.TransientError.General.DatabaseUnavailable'])(
    'for now (%s) has no such cause',
    (code) => {
      const error = fault(code);
      expect(error.code).toBe('database-unavailable');
      expect(error.details.cause).toBeUndefined();
    },
  );
  it('leaves the outcome of a COMMIT open in both cases', () => {
    expect(leavesOutcomeOpen(fault('Neo.ClientError.Security.TokenExpired'))).toBe(true);
  });
});

describe('a database on a full disk', () => {
  const said = (message: string, code = 'Neo.DatabaseError.Transaction.TransactionCommitFailed') => new Neo4jError(message, code, '', '', undefined as never);
  const MB = 1_048_576;
  const disk = (free: number | undefined) => ({ folder: '/data', free: () => free });
  const panicked = said('The database has encountered a critical error', 'Neo.DatabaseError.Transaction.TransactionStartFailed');

  it('is told by its own words, and never in them', () => {
    for (const error of [
      said('java.io.IOException: No space left on device'),
      said('Disk quota exceeded', 'Neo.DatabaseError.General.UnknownError'),
      Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }),
    ]) {
      const mapped = mapError(error);
      expect(mapped.code).toBe('disk-full');
      expect(mapped.message).toMatch(/^The disk is full: the database has no space left\. Nothing was written\. Make space/);
      expect(mapped.message).not.toMatch(/IOException|ENOSPC|quota/);
    }
  });
  it('is told also where the database refuses everything and does not say why, while its disk is full', () => {
    expect(mapErrorOn(disk(3 * MB), panicked)).toMatchObject({
      code: 'disk-full',
      message: expect.stringContaining('3 MB are free in /data, and 64 MB are needed'),
    });
    expect(mapErrorOn(disk(3 * MB), said('Could not append transaction: Transaction #187 to log.', 'Neo.DatabaseError.General.UnknownError')).code).toBe(
      'disk-full',
    );
    for (const other of [disk(500 * MB), disk(undefined), undefined]) expect(mapErrorOn(other, panicked).code).toBe('database-unavailable');
  });
  it('is no reason for what a full disk does not cause', () => {
    expect(mapErrorOn(disk(0), said('exists', 'Neo.ClientError.Schema.ConstraintValidationFailed')).code).toBe('conflict');
    expect(mapErrorOn(disk(0), new TypeError('x is undefined')).code).toBe('internal');
  });
  it('whose log could not be written is not told in its raw words where there is space again', () => {
    const mapped = mapError(said('Could not append transaction: Transaction #187 {started …} to log.', 'Neo.DatabaseError.General.UnknownError'));
    expect(mapped).toMatchObject({ code: 'database-unavailable', message: 'The database does not answer.' });
  });
});
