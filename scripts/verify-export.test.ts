/** `verify-export` ends with 1 for a file that is not whole, wherever it is damaged, and with 2 for none that could be read. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'verify-export-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (path: string) => spawnSync(process.execPath, ['--import', '@oxc-node/core/register', 'scripts/verify-export.ts', path], { encoding: 'utf8' });

it.each([
  ['an archive cut at its tail', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])],
  ['a page whose manifest is gone', new TextEncoder().encode('<!doctype html><title>x</title>')],
])('says of %s that it is not whole', (name, bytes) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const { status, stderr } = run(path);
  expect(status).toBe(1);
  expect(stderr).toMatch(/no whole export/);
});

it('names a file that is not there, with what to do', () => {
  const { status, stderr } = run(join(folder, 'none.zip'));
  expect(status).toBe(2);
  expect(stderr).toMatch(/none\.zip cannot be read\. Give the path of a file/);
  expect(stderr).not.toMatch(/ENOENT/);
});
