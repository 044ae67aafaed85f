/** An address in the instance file counts only where the Attest that wrote it answers. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { announcedInstance, isAnswering } from './running-instance.mjs';

let folder;
let server;
let answer;
let url;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attest-instance-'));
  answer = { status: 'live', instance: 'mine' };
  server = createServer((request, reply) => {
    reply.setHeader('content-type', 'application/json');
    reply.end(request.url === '/api/health/live' ? JSON.stringify(answer) : '{}');
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${server.address().port}/`;
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});
const leave = (record) => writeFileSync(join(folder, 'instance.json'), JSON.stringify(record));

describe('the instance file', () => {
  it('tells of an Attest whose process lives', () => {
    leave({ pid: process.pid, url, instance: 'mine' });
    expect(announcedInstance(folder)).toEqual({ url, instance: 'mine' });
  });
  it('tells of none when its process is gone, or when it names no address or no instance', () => {
    leave({ pid: 2 ** 22 + 1, url, instance: 'mine' });
    expect(announcedInstance(folder)).toBeUndefined();
    leave({ pid: process.pid, instance: 'mine' });
    expect(announcedInstance(folder)).toBeUndefined();
    leave({ pid: process.pid, url });
    expect(announcedInstance(folder)).toBeUndefined();
    writeFileSync(join(folder, 'instance.json'), '{"pid":');
    expect(announcedInstance(folder)).toBeUndefined();
  });
});

describe('the address in it', () => {
  it('is answered by that Attest', async () => {
    expect(await isAnswering({ url, instance: 'mine' })).toBe(true);
  });
  it.each([
    ['another Attest', { status: 'live', instance: 'another' }],
    ['a program that says yes to everything', { ok: true }],
    ['a text', 'live'],
    ['nothing', null],
  ])('is not, when %s answers there', async (_, said) => {
    answer = said;
    expect(await isAnswering({ url, instance: 'mine' })).toBe(false);
  });
  it('is not, when nobody answers', async () => {
    await new Promise((closed) => server.close(closed));
    expect(await isAnswering({ url, instance: 'mine' })).toBe(false);
  });
});
