/** Whether `npm ci` is needed is decided by content, not by dates. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { differences, fitsMachine, whyInstall } from './compare-lockfile.mjs';

const linux = { platform: 'linux', arch: 'x64', libc: 'glibc' };
const one = { version: '1.0.0', integrity: 'sha512-a' };

describe('the lockfile and what is installed', () => {
  it('agree when every package has the same version and digest', () => {
    expect(differences({ '': {}, 'node_modules/a': one }, { 'node_modules/a': one }, linux)).toEqual([]);
  });
  it('differ by version, by digest, by a missing and by an extra package', () => {
    const locked = { '': {}, 'node_modules/a': one };
    expect(differences(locked, { 'node_modules/a': { ...one, version: '0.9.0' } }, linux)).toEqual(['a is 0.9.0, the lockfile has 1.0.0']);
    expect(differences(locked, { 'node_modules/a': { ...one, integrity: 'sha512-b' } }, linux)).toHaveLength(1);
    expect(differences(locked, {}, linux)).toEqual(['a 1.0.0 is not installed']);
    expect(differences({ '': {} }, { 'node_modules/x/node_modules/@s/b': one }, linux)).toEqual(['@s/b is installed, the lockfile does not have it']);
  });
  it('agree without the packages built for other machines, and differ without the one built for this', () => {
    const locked = (os, cpu, libc) => ({ 'node_modules/bin': { ...one, optional: true, os, cpu, libc } });
    expect(differences(locked(['darwin'], ['arm64']), {}, linux)).toEqual([]);
    expect(differences(locked(['linux'], ['x64'], ['musl']), {}, linux)).toEqual([]);
    expect(differences(locked(['linux'], ['x64'], ['glibc']), {}, linux)).toEqual(['bin 1.0.0 is not installed']);
  });
  it('read a list of machines as npm does, "!" excluding', () => {
    expect(fitsMachine({ os: ['!win32'] }, linux)).toBe(true);
    expect(fitsMachine({ os: ['!linux'] }, linux)).toBe(false);
    expect(fitsMachine({ os: ['linux', 'darwin'], cpu: ['arm64'] }, linux)).toBe(false);
    expect(fitsMachine({}, linux)).toBe(true);
  });
});

describe('why npm ci is run', () => {
  let root;
  const put = (path, value) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), JSON.stringify(value));
  };
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'attest-lock-'));
    put('package-lock.json', { packages: { '': {}, 'node_modules/a': one } });
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('nothing is there yet', () => {
    expect(whyInstall(root)).toBe('nothing is installed yet');
  });
  it('the list of what is installed has outlived a folder', () => {
    put('node_modules/.package-lock.json', { packages: { 'node_modules/a': one } });
    expect(whyInstall(root)).toBe('node_modules/a is gone');
    put('node_modules/a/package.json', { name: 'a' });
    expect(whyInstall(root)).toBeUndefined();
  });
});
