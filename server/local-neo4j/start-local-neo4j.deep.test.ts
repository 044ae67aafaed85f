/** The supervisor of Neo4j on genuine processes: starts, refusals, kills of the server and of the supervisor. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeDataDir, throwawayDataDir } from '../../test-support/throwaway-data.ts';
import { AppError } from '../domain/model/errors.ts';
import { probeDatabase } from '../store/probe.ts';
import { placesIn } from './configure.ts';
import { findLocalNeo4j } from './find-local-neo4j.ts';
import { readLock } from './folder-lock.ts';
import { recordedServer } from './orphans.ts';
import { identifyProcess } from './process-identity.ts';
import { startLocalNeo4j } from './start-local-neo4j.ts';
import type { LocalNeo4j } from './start-local-neo4j.ts';

const SUPERVISOR = fileURLToPath(new URL('testing/run-supervisor.ts', import.meta.url));

describe('the supervised Neo4j', { timeout: 180_000 }, () => {
  let dataDir: string;
  let server: LocalNeo4j | undefined;
  const said: string[] = [];
  const start = (): Promise<LocalNeo4j> => startLocalNeo4j({ dataDir, log: (line) => said.push(line), probe: probeDatabase, heap: '256m' });

  beforeAll(async () => {
    dataDir = await throwawayDataDir();
  });
  afterAll(async () => {
    await server?.stop();
    removeDataDir(dataDir);
  });

  it('outlives a supervisor killed by kill -9; the next supervisor recognises it, ends it and serves the same store', async () => {
    const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', SUPERVISOR, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
    expect(line).toMatch(/^ready bolt:\/\/127\.0\.0\.1:\d+/);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const left = recordedServer(readLock(placesIn(join(dataDir, 'neo4j')).lock));
    expect(left).toBeDefined();
    expect(identifyProcess(left?.pid ?? 0)?.started).toBe(left?.started);
    expect(findLocalNeo4j(dataDir)).toBeUndefined();

    server = await start();
    expect(said.join('\n')).toContain(`process ${left?.pid}) was left running`);
    expect(identifyProcess(left?.pid ?? 0)).toBeUndefined();
    await probeDatabase(server.uri, server.user, server.password);
  });

  it('keeps its password in a file that only its owner can read, in a folder that only its owner can open', () => {
    const home = join(dataDir, 'neo4j');
    expect((statSync(home).mode & 0o777).toString(8)).toBe('700');
    expect((statSync(placesIn(home).password).mode & 0o777).toString(8)).toBe('600');
  });

  it('refuses a wrong password and no password', async () => {
    const { uri, user } = server as LocalNeo4j;
    await expect(probeDatabase(uri, user, 'not-the-password')).rejects.toMatchObject({ code: 'Neo.ClientError.Security.Unauthorized' });
    await expect(probeDatabase(uri, user, '')).rejects.toThrow();
  });

  it('tells a second supervisor of the same folder that one is running, and where', async () => {
    const second = await start().then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(second).toBeInstanceOf(AppError);
    expect((second as AppError).message).toContain(`already running on this data (process ${process.pid}`);
    expect((second as AppError).details.uri).toBe(server?.uri);
    expect(findLocalNeo4j(dataDir)).toEqual({ uri: server?.uri, user: server?.user, password: server?.password });
  });

  it('starts Neo4j again after kill -9, at the same address, and shows its last lines', async () => {
    const { uri, user, password } = server as LocalNeo4j;
    const before = server?.pid() ?? 0;
    const states: string[] = [];
    const back = new Promise<void>((settle) => {
      server?.on('state', (state) => {
        states.push(state);
        if (state === 'ready') settle();
      });
    });
    const died = new Promise<string>((settle) => server?.on('died', settle));
    process.kill(before, 'SIGKILL');
    expect(await died).toBe('SIGKILL');
    await back;
    expect(states).toEqual(['restarting', 'ready']);
    expect(server?.pid()).not.toBe(before);
    expect(said.join('\n')).toMatch(/Neo4j died \(SIGKILL\)[^]*last lines[^]*Started\./);
    await probeDatabase(uri, user, password);
  });

  it('stops in order and leaves nothing running', async () => {
    const pid = server?.pid() ?? 0;
    await server?.stop();
    expect(server?.state()).toBe('stopped');
    expect(identifyProcess(pid)).toBeUndefined();
    expect(findLocalNeo4j(dataDir)).toBeUndefined();
  });
});
