/** Driver errors as AppErrors: whether waiting helps, or a setting must be changed. */
import { Neo4jError } from 'neo4j-driver';
import { describe, expect, it } from 'vitest';
import { leavesOutcomeOpen, mapError } from './error-mapping.ts';

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
