/** The database is stopped, slow or silent: every request must end within 10 s, and answers must come within 5 s after it recovers. */
import { startLocalNeo4j } from '../../server/local-neo4j/start-local-neo4j.ts';
import { probeDatabase } from '../../server/store/probe.ts';
import { ask, postJson, until, type Answer } from './lib/ask.ts';
import { startLoopbackProxy, type ProxyMode } from './lib/loopback-proxy.ts';
import { seedOf, startReport } from './lib/report.ts';
import { runCommand } from '../lib/run-command.mjs';
import { ROOT, startApp, throwawayData } from './lib/run-app.ts';

const NAME = 'database-faults';
seedOf(NAME);
const report = startReport(NAME);
/** The limit is 10 s; the rest allows for delays of this machine. */
const BOUND_MS = 10_000 + 500;
const HEAL_MS = 5_000;
const START_MS = 2_000;

/** Milliseconds that a process which only loads the same code takes on this machine as busy as it is. What a program takes beyond this is its own time. */
async function timeToLoad(): Promise<number> {
  const started = Date.now();
  const { code, output } = await runCommand(
    process.execPath,
    ['--import', '@oxc-node/core/register', '--input-type=module', '-e', "await import('./server/http/app.ts')"],
    {
      cwd: ROOT,
    },
  );
  if (code !== 0) throw new Error(`the code did not load:\n${output}`);
  return Date.now() - started;
}

/** Sends one request of every kind that needs the database. */
function questions(url: string): Promise<Answer>[] {
  return [
    ask(`${url}/api/stats`),
    ask(`${url}/api/entities?q=amirov`),
    ask(`${url}/api/entities/iran`),
    ask(`${url}/api/entities/iran/neighbours`),
    ask(`${url}/api/questions`),
    ask(`${url}/api/sources`),
    ask(`${url}/api/health/ready`),
    postJson(`${url}/api/claims/query`, {}),
    postJson(`${url}/api/trace`, { from: { ids: ['iran'] }, to: { type: 'Person' } }),
    postJson(`${url}/api/subgraph`, { ids: ['iran'] }),
    postJson(`${url}/api/entities/iran/expand`, {}),
    ask(`${url}/api/saved-sets/faults`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Faults', ids: ['iran'] }),
    }),
    postJson(`${url}/api/exports`, { format: 'own-json', entities: ['iran'], gate: { leaveOut: true } }),
  ];
}

async function main(): Promise<void> {
  const data = throwawayData();
  const neo4j = await startLocalNeo4j({ dataDir: data.dir, probe: probeDatabase, log: () => undefined });
  const proxy = await startLoopbackProxy(Number(new URL(neo4j.uri).port));
  const appData = throwawayData();
  const env = { NEO4J_URI: `bolt://127.0.0.1:${proxy.port}`, NEO4J_USER: neo4j.user, NEO4J_PASSWORD: neo4j.password };
  const app = await startApp(appData.dir, env);
  const { url } = app;
  try {
    const good = async () => (await Promise.all(questions(url))).every((a) => a.status === 200);
    // The first answers take longer, because the database plans their statements.
    report.check('all is well before', (await until(good, 60_000)) >= 0);
    const fault = async (what: string, mode: ProxyMode) =>
      report.part(what, async () => {
        proxy.setMode(mode);
        // Twice: the first requests use open connections, the second must open new ones.
        const answers = [...(await Promise.all(questions(url))), ...(await Promise.all(questions(url)))];
        const live = await ask(`${url}/api/health/live`);
        report.check(
          `${what}: every request ends within 10 s (slowest ${Math.max(...answers.map((a) => a.ms))} ms)`,
          answers.every((a) => a.status > 0 && a.ms <= BOUND_MS),
          answers.map((a) => [a.status, a.ms]),
        );
        if (typeof mode !== 'object') {
          report.check(
            `${what}: each is a 503 with Retry-After`,
            answers.every((a) => a.status === 503 && a.retryAfter !== null),
            answers.map((a) => [a.status, a.retryAfter, JSON.stringify(a.body).slice(0, 200)]),
          );
        } else {
          report.check(
            `${what}: each is an answer or a 503, never an error of ours`,
            answers.every((a) => a.status === 200 || a.status === 503),
            answers.map((a) => a.status),
          );
        }
        report.check(`${what}: the process says it lives, at once`, live.status === 200 && live.ms < 1_000, live);
        proxy.setMode('pass');
        const healed = await until(good, 30_000);
        report.check(`${what}: good answers within 5 s after it heals (${healed} ms)`, healed >= 0 && healed <= HEAL_MS, healed);
      });
    await fault('stopped', 'refuse');
    await fault('silent', 'silent');
    await fault('slow', { delayMs: 1_500 });
  } catch (error) {
    report.check('the run reached its end', false, error instanceof Error ? error.stack : error);
  } finally {
    await app.stop();
  }
  await report.part('the database down at the start', async () => {
    proxy.setMode('refuse');
    const second = throwawayData();
    const loadMs = await timeToLoad();
    const started = Date.now();
    const port = 20_000 + Math.floor(Math.random() * 20_000);
    const starting = startApp(second.dir, { ...env, ATTEST_PORT: String(port) });
    const live = await until(async () => (await ask(`http://127.0.0.1:${port}/api/health/live`)).status === 200, 20_000, 50);
    report.check(
      `the API starts within 2 s with the database down (${live} ms, of which ${loadMs} ms to load its code)`,
      live >= 0 && live <= START_MS + loadMs,
      { live, loadMs },
    );
    const ready = await ask(`http://127.0.0.1:${port}/api/health/ready`);
    report.check('ready says 503', ready.status === 503, ready);
    proxy.setMode('pass');
    const late = await starting;
    report.check(`and it comes back by itself (${Date.now() - started} ms)`, (await ask(`${late.url}/api/stats`)).status === 200);
    await late.stop();
    second.remove();
  });
  await proxy.close();
  await neo4j.stop();
  data.remove();
  appData.remove();
  report.end();
}
await main();
