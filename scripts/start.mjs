/** `npm start`: installs what is missing, then runs Attest until Ctrl-C. Needs only Node. */
import { once } from 'node:events';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildClient } from './lib/build-client.mjs';
import { hasDesktop, openWhenReady } from './lib/browser/open-browser.mjs';
import { installDependencies, spawnTypeScript, whatIsMissing } from './lib/prepare-machine.mjs';
import { announcedInstance, isAnswering } from './lib/running-instance.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const DATA = resolve(process.env.ATTEST_DATA || join(ROOT, '.attest'));

/** npm passes the terminal's signal on to its child a second time. A second signal after more than this is a second key press. */
const SAME_KEYPRESS_MS = 1_000;

/**
 * Where an Attest on this data answers now, or undefined. Asked before anything is changed, because an installation would break a running Attest. The server
 * itself checks again by process and start time.
 */
async function answeringNow() {
  const announced = announcedInstance(DATA);
  return announced && (await isAnswering(announced)) ? announced.url : undefined;
}

async function main() {
  const missing = whatIsMissing({ root: ROOT, dataDir: DATA, ownNeo4j: Boolean(process.env.NEO4J_URI) });
  if (missing) throw new Error(missing);
  const url = await answeringNow();
  if (url) {
    process.stdout.write(`Attest is already running on this data: ${url}\n`);
    return 0;
  }
  await installDependencies(ROOT);
  await buildClient(ROOT);

  // In a process group of its own: Ctrl-C reaches this process (and once more through npm), and is passed on once.
  const server = spawnTypeScript(ROOT, 'server/main.ts', [], { detached: true, stdio: ['ignore', 'inherit', 'inherit'] });
  let lastPassedOn = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (Date.now() - lastPassedOn < SAME_KEYPRESS_MS) return;
      lastPassedOn = Date.now();
      server.kill(signal);
    });
  }
  const ended = new AbortController();
  if (hasDesktop({ env: process.env, platform: process.platform, terminal: process.stdout.isTTY === true })) {
    void openWhenReady(() => announcedInstance(DATA), ended.signal);
  }
  const [code, signal] = await once(server, 'exit');
  ended.abort();
  return signal ? 1 : (code ?? 1);
}

main().then(
  (code) => process.exit(code),
  (error) => {
    process.stderr.write(`\n${error.message}\n`);
    process.exit(1);
  },
);
