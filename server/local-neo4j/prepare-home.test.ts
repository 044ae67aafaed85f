/** The password of a home is random, is kept, and is never read as something else by a command line. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { keepPassword } from './prepare-home.ts';

const folder = mkdtempSync(join(tmpdir(), 'attest-home-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the password of a home', () => {
  // Passwords of an earlier kind could begin with a dash (one in 64), and the command that sets the password took those for an option.
  it('is letters and digits, 192 random bits of them, whichever home it is', () => {
    const passwords = Array.from({ length: 200 }, (_, n) => keepPassword(join(folder, `home-${n}`)));
    expect(passwords.filter((password) => !/^[0-9a-f]{48}$/.test(password))).toEqual([]);
    expect(new Set(passwords).size).toBe(200);
  });
  it('stays the same from start to start, in a file that its owner alone can read', () => {
    const home = join(folder, 'kept');
    expect(keepPassword(home)).toBe(keepPassword(home));
    expect(statSync(join(home, 'password')).mode & 0o777).toBe(0o600);
    expect(statSync(home).mode & 0o777).toBe(0o700);
  });
});
