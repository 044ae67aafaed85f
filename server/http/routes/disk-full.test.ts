/** A full disk is said by readiness and by an import before it is read, with what is free, what is needed and what to do. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DISK_LIMITS, neededForImport } from '../../domain/model/disk-space.ts';
import type { Database } from '../../store/connect.ts';
import type { ImportJobs } from '../../usecases/importing/import-jobs.ts';
import { serveEdge, type Edge } from '../testing/serve-edge.ts';

const MB = 1_048_576;
let free: number | undefined;
let started = 0;
let edge: Edge;
beforeAll(async () => {
  const db = { ready: async () => ({ revision: 3 }), close: async () => undefined } as unknown as Database;
  const job = { id: 'job', state: 'queued', startedAt: '2026-01-01T00:00:00Z', progress: { phase: 'queued', done: 0, total: 0 } };
  const jobs = { start: () => ((started += 1), job), close: async () => undefined } as unknown as ImportJobs;
  edge = await serveEdge({ db, jobs, disk: { folder: '/data', free: () => free } });
});
afterAll(() => edge.close());
beforeEach(() => {
  started = 0;
});

const ready = () => fetch(`${edge.url}/api/health/ready`);
const upload = (bytes: number, query = '') => {
  const form = new FormData();
  form.append('file', new Blob(['x'.repeat(bytes)]), 'a.json');
  return fetch(`${edge.url}/api/imports${query}`, { method: 'POST', body: form });
};
const full = (needed: number) => ({ status: 507, code: 'disk-full', limit: { name: 'freeDiskBytes', value: needed } });

describe('on a full disk', () => {
  it('readiness names it, although the database answers', async () => {
    free = 12 * MB;
    const answer = await ready();
    expect(answer.status).toBe(507);
    const body = (await answer.json()) as { detail: string };
    expect(body).toMatchObject(full(DISK_LIMITS.floorBytes));
    expect(body.detail).toBe(
      'The disk is full: 12 MB are free in /data, and 64 MB are needed. Nothing was written. Make space on that disk; writing goes on by itself, without a restart.',
    );
    free = 64 * MB;
    expect((await ready()).status).toBe(200);
  });
  it('an import is refused by the limit where its size does not fit, and is not begun', async () => {
    free = neededForImport(100_000);
    const answer = await upload(100_000);
    expect(answer.status).toBe(507);
    expect(await answer.json()).toMatchObject({ code: 'disk-full', limit: { name: 'freeDiskBytes', value: expect.any(Number) } });
    expect(started).toBe(0);
  });
  it('an import that fits is taken, and a dry run where there is room for the upload alone', async () => {
    free = neededForImport(200_000);
    expect((await upload(100_000)).status).toBe(202);
    free = neededForImport(200_000, true);
    expect((await upload(100_000, '?dryRun=true')).status).toBe(202);
    expect((await upload(300_000, '?dryRun=true')).status).toBe(507);
    expect(started).toBe(2);
  });
  it('where the system does not tell what is free, nothing is refused for it', async () => {
    free = undefined;
    expect((await ready()).status).toBe(200);
    expect((await upload(10)).status).toBe(202);
  });
});
