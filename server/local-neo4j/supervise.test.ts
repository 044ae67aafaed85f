/** Stopping a supervised server; the server is replaced by another long-lived process. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'attest-supervise-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const here = (file: string): string => JSON.stringify(fileURLToPath(new URL(file, import.meta.url)));

/** A program that only starts a server and stops it. It hears late that the server has ended, as on a busy machine. */
const PROGRAM = `
import { spawnNeo4j } from ${here('./neo4j-process.ts')};
import { supervise } from ${here('./supervise.ts')};
const server = await supervise({
  spawn() {
    const started = spawnNeo4j(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], ${JSON.stringify(folder)}, ${JSON.stringify(join(folder, 'console'))});
    let late;
    return {
      ...started,
      keepAlive() { late = true; started.keepAlive(); },
      ended: started.ended.then((how) => new Promise((settle) => {
        const timer = setTimeout(() => settle(how), 300);
        if (!late) timer.unref();
      })),
    };
  },
  probe: async () => undefined,
  lastLogLines: () => [],
  log: () => undefined,
});
await server.stop();
process.stdout.write('stopped');
`;

describe('a server that is stopped', () => {
  it('is waited for until it has ended, by a program that has nothing else to do', async () => {
    const program = join(folder, 'program.mts');
    writeFileSync(program, PROGRAM);
    const ended = await new Promise<{ code: unknown; stdout: string }>((settle) => {
      execFile(process.execPath, ['--import', '@oxc-node/core/register', program], { cwd: fileURLToPath(new URL('../..', import.meta.url)) }, (error, stdout) =>
        settle({ code: error?.code ?? 0, stdout }),
      );
    });
    // Node exits with code 13 where a program ends during a top-level await.
    expect(ended).toEqual({ code: 0, stdout: 'stopped' });
  });
});
