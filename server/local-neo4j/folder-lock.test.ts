/** A folder lock has one holder at a time, and counts only while the process of the holder lives. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../domain/model/errors.ts';
import { LockHeldError, readLock, takeLock } from './folder-lock.ts';
import { claimInstance, readInstance } from './instance.ts';
import { identifyProcess, isStillRunning, startTicks } from './process-identity.ts';

describe('the lock of a folder', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'attest-lock-'));
    path = join(folder, 'lock.json');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const me = identifyProcess(process.pid);
  const record = (pid: number, started: string): string => JSON.stringify({ pid, started, since: '2026-01-01T00:00:00.000Z', uri: 'bolt://x' });

  it('is held by one process, which is named to the next', () => {
    takeLock(path, { uri: 'bolt://127.0.0.1:1' });
    expect(() => takeLock(path)).toThrow(LockHeldError);
    expect(readLock(path)).toMatchObject({ pid: process.pid, started: me?.started, uri: 'bolt://127.0.0.1:1' });
  });
  it('is free again once it is released', () => {
    const lock = takeLock(path);
    lock.update({ url: 'http://x' });
    expect(readLock(path)).toMatchObject({ url: 'http://x' });
    lock.release();
    expect(existsSync(path)).toBe(false);
    takeLock(path).release();
  });
  it('is taken over from a process that has died, with the record it left', async () => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    const started = identifyProcess(child.pid ?? 0)?.started ?? '';
    writeFileSync(path, record(child.pid ?? 0, started));
    expect(() => takeLock(path)).toThrow(LockHeldError);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(takeLock(path).leftBehind).toMatchObject({ pid: child.pid, uri: 'bolt://x' });
  });
  it('is taken over where another process now has the id of the dead one', () => {
    writeFileSync(path, record(process.pid, 'another boot:1'));
    expect(takeLock(path).leftBehind).toMatchObject({ started: 'another boot:1' });
  });
  it('is taken over from a writer that died in the middle of its line', () => {
    writeFileSync(path, '{"pid": 1');
    utimesSync(path, new Date(0), new Date(0));
    takeLock(path);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid: process.pid });
  });
  it('is not released by a process that no longer has it', () => {
    const lock = takeLock(path);
    writeFileSync(path, record(1, 'someone else'));
    lock.release();
    expect(readLock(path)?.started).toBe('someone else');
  });

  it('gives a second instance of the application the address of the first', () => {
    const instance = claimInstance(folder);
    expect(readInstance(folder)).toMatchObject({ pid: process.pid, url: undefined });
    instance.announce('http://localhost:4400/');
    expect(readLock(join(folder, 'instance.json'))?.instance).toBe(instance.id);
    expect(readInstance(folder)?.url).toBe('http://localhost:4400/');
    let error: unknown;
    try {
      claimInstance(folder);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).details).toEqual({ pid: process.pid, url: 'http://localhost:4400/' });
    instance.release();
    expect(readInstance(folder)).toBeUndefined();
  });
});

describe('the identity of a process', () => {
  it('is the same each time, and differs from that of any other process', () => {
    const self = identifyProcess(process.pid);
    expect(self).toEqual(identifyProcess(process.pid));
    expect(isStillRunning({ pid: process.pid, started: self?.started ?? '' })).toBe(true);
    expect(isStillRunning({ pid: process.pid, started: 'before' })).toBe(false);
    expect(identifyProcess(2 ** 30)).toBeUndefined();
  });
  it('is read also where the name has brackets and spaces, and is undefined for an ended process', () => {
    const rest = Array.from({ length: 30 }, (_, i) => String(i + 4)).join(' ');
    expect(startTicks(`12 (a ) b (c) S ${rest}`)).toBe('22');
    expect(startTicks(`12 (a) Z ${rest}`)).toBeUndefined();
  });
});
