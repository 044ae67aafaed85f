import { describe, expect, it } from 'vitest';
import type { FolderLock } from './folder-lock.ts';
import { steadyLock } from './steady-lock.ts';

function onFullDisk(): { lock: FolderLock; disk: { full: boolean }; written: Record<string, unknown>[] } {
  const disk = { full: true };
  const written: Record<string, unknown>[] = [];
  const guard = (): void => {
    if (disk.full) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  };
  return { disk, written, lock: { leftBehind: undefined, update: (more) => (guard(), void written.push({ ...more })), release: guard } };
}

describe('a lock on a full disk', () => {
  it('throws nothing, is told of once, and is written with everything when there is space again', async () => {
    const { lock, disk, written } = onFullDisk();
    const said: string[] = [];
    const steady = steadyLock(lock, (line) => said.push(line), 10);
    steady.update({ uri: 'bolt://1' });
    steady.update({ server: { pid: 1 } });
    await new Promise((settle) => setTimeout(settle, 60));
    expect(said).toEqual([expect.stringMatching(/cannot be written \(ENOSPC.*tries again every/)]);
    disk.full = false;
    await expect.poll(() => written, { interval: 5 }).toEqual([{ uri: 'bolt://1', server: { pid: 1 } }]);
    expect(said.slice(1)).toEqual(['The lock file of the data folder is written again.']);
    steady.release();
  });
  it('is released without an error, which is told', () => {
    const said: string[] = [];
    steadyLock(onFullDisk().lock, (line) => said.push(line)).release();
    expect(said).toEqual([expect.stringMatching(/could not be removed/)]);
  });
});
