/** A wrong setting is reported, instead of trying for ever. */
import { expect, it } from 'vitest';
import { AppError } from './domain/model/errors.ts';
import { settingsFault } from './settings-fault.ts';

const refused = (cause?: string) => new AppError('database-unavailable', 'refused', { retryAfter: 2, ...(cause ? { cause } : {}) });
const theirs = { uri: 'bolt://db:7687', user: 'me', password: 'wrong' };

it('names the variables of a user name or password that is refused', () => {
  const fault = settingsFault(refused('credentials'), theirs);
  expect(fault).toMatchObject({ code: 'invalid', message: expect.stringMatching(/bolt:\/\/db:7687.*NEO4J_USER.*NEO4J_PASSWORD/) });
  expect(fault?.message).not.toContain('wrong');
});
it('names the variable of a database that is not there', () => {
  expect(settingsFault(refused('no-such-database'), { ...theirs, database: 'cases' })?.message).toMatch(/"cases".*NEO4J_DATABASE/);
});
it('finds no fault where a database does not answer, nor where a default database is not up yet', () => {
  expect(settingsFault(refused(), theirs)).toBeUndefined();
  expect(settingsFault(refused('no-such-database'), theirs)).toBeUndefined();
  expect(settingsFault(new Error('other'), theirs)).toBeUndefined();
});
it('does not name variables that are not set to the user of the embedded database', () => {
  expect(settingsFault(refused('credentials'), undefined)?.message).toMatch(/embedded/);
});
