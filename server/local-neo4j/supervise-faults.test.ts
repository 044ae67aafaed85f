/** Nothing that goes wrong around a supervised server ends the process that supervises it; the server is a stand-in that lives until it is ended. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Neo4jProcess } from './neo4j-process.ts';
import { supervise, type SuperviseOptions } from './supervise.ts';

const rejections: unknown[] = [];
const note = (error: unknown): void => void rejections.push(error);
process.on('unhandledRejection', note);

/** A server without a process behind it: its identity is that of no process. */
function standIn(): Neo4jProcess & { die(how: string): void } {
  let die!: (how: string) => void;
  const ended = new Promise<string>((settle) => (die = settle));
  return { identity: { pid: 2 ** 30, started: 'never', command: ['stand-in'] }, ended, keepAlive: () => undefined, die };
}
async function supervised(more: Partial<SuperviseOptions>) {
  const said: string[] = [];
  const servers: ReturnType<typeof standIn>[] = [];
  const spawn = () => {
    const server = standIn();
    servers.push(server);
    return server;
  };
  const server = await supervise({ spawn, probe: async () => undefined, lastLogLines: () => [], log: (line) => said.push(line), ...more });
  return { server, said, servers, spawn };
}
/** Lets so much time pass, in steps between which what waits is done; it takes no real time, however busy the machine is. */
async function passed(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= STEP_MS) {
    vi.advanceTimersByTime(Math.min(STEP_MS, left));
    for (let turn = 0; turn < TURNS; turn += 1) await Promise.resolve();
  }
}
/** The shortest pause of the supervisor, and more turns than any of its chains of promises takes. */
const STEP_MS = 100;
const TURNS = 30;

afterEach(() => {
  vi.useRealTimers();
  expect(rejections).toEqual([]);
});

describe('a supervised server', () => {
  it('is started again although the starts before threw, and that is told once', async () => {
    vi.useFakeTimers();
    let full = false;
    const made: ReturnType<typeof standIn>[] = [];
    const { server, said } = await supervised({
      spawn() {
        if (full) throw new Error('ENOSPC: no space left on device, open console.log');
        const one = standIn();
        made.push(one);
        return one;
      },
      lastLogLines() {
        throw new Error('EIO');
      },
    });
    full = true;
    made[0]!.die('exit 1');
    await passed(200_000);
    expect(server.state()).toBe('restarting');
    expect(said).toEqual([expect.stringMatching(/^Neo4j died \(exit 1\)/), expect.stringMatching(/^Neo4j died \(ENOSPC/)]);
    full = false;
    await passed(31_000);
    expect(server.state()).toBe('ready');
    expect(said.at(-1)).toBe('Neo4j answers again.');
    made.at(-1)!.die('SIGTERM');
    await server.stop(0);
  });
  it('waits without a start while no start can succeed, and starts as soon as that is over', async () => {
    vi.useFakeTimers();
    let cannot: string | undefined;
    const { server, said, servers } = await supervised({ cannotStart: () => cannot });
    cannot = 'the disk is full.';
    servers[0]!.die('SIGKILL');
    await passed(120_000);
    expect(servers).toHaveLength(1);
    expect(said.filter((line) => line.includes('the disk is full'))).toHaveLength(1);
    cannot = undefined;
    await passed(1_500);
    expect(server.state()).toBe('ready');
    servers[1]!.die('SIGTERM');
    await server.stop(0);
  });
  it('that is asked by a probe that throws is a server that refuses, not an error of the process', async () => {
    vi.useFakeTimers();
    let broken = false;
    const probe = (): Promise<void> => {
      if (broken) throw new Error('no socket');
      return Promise.resolve();
    };
    const { server, said, servers } = await supervised({ probe, checkEveryMs: 100 });
    broken = true;
    await passed(1_000);
    expect(said[0]).toMatch(/it refuses every query \(no socket\): restarting it/);
    servers[0]!.die('SIGTERM');
    broken = false;
    await passed(3_000);
    expect(server.state()).toBe('ready');
    servers[1]!.die('SIGTERM');
    await server.stop(0);
  });
  it('whose first start cannot succeed is not waited for', async () => {
    await expect(supervised({ probe: () => Promise.reject(new Error('offline')), fatal: () => 'its files are damaged' })).rejects.toThrow(
      'Neo4j did not start: its files are damaged.',
    );
    // A query to a server whose store does not open may be silent for seconds.
    vi.useFakeTimers();
    const failed = supervised({ probe: () => new Promise(() => undefined), fatal: () => 'its files are damaged' }).catch((error: unknown) => error);
    const told = Promise.race([failed, passed(1_000).then(() => 'not told')]);
    expect(String(await told)).toContain('Neo4j did not start: its files are damaged.');
    await passed(60_000);
    await failed;
    vi.useRealTimers();
    await expect(supervised({ cannotStart: () => 'the disk is full.' })).rejects.toThrow('Neo4j did not start: the disk is full.');
  });
});
