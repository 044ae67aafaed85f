/** A build is stale exactly where one of its inputs has changed. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestOfInputs, isBuiltFrom } from './build-client.mjs';

describe('the digest of what the client is made of', () => {
  let root;
  const put = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const digest = () => digestOfInputs(root, ['client', 'lock.json']);
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'attest-build-'));
    put('client/a.ts', 'a');
    put('lock.json', '{}');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('is the same for the same files', () => {
    expect(digest()).toBe(digest());
  });
  it('changes with a content, a name, a new file and the lockfile', () => {
    const seen = [digest()];
    put('client/a.ts', 'b');
    seen.push(digest());
    put('client/deep/b.ts', '');
    seen.push(digest());
    put('lock.json', '{"a":1}');
    seen.push(digest());
    expect(new Set(seen).size).toBe(4);
  });
  it('stays when only a test changes', () => {
    const before = digest();
    put('client/a.test.ts', 'new');
    put('client/e2e/way.e2e.ts', 'new');
    expect(digest()).toBe(before);
  });
  it('marks a build that is there, with its page', () => {
    put('out/.built-from', 'abc');
    expect(isBuiltFrom(join(root, 'out'), 'abc')).toBe(false);
    put('out/index.html', '');
    expect(isBuiltFrom(join(root, 'out'), 'abc')).toBe(true);
    expect(isBuiltFrom(join(root, 'out'), 'abd')).toBe(false);
  });
});
