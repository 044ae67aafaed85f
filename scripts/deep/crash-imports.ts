/** Kills Neo4j and the API with kill -9 during imports: after restart and resume nothing may be lost or duplicated, and verify must find no fault. */
import { execFileSync } from 'node:child_process';
import { generateFiles } from '../generate/power-law-case.ts';
import { seededRandom } from '../../server/domain/picturing/place/seeded-random.ts';
import type { AttestFile } from '../../server/contract/file-format.ts';
import { ask, importOver, until, whyOf } from './lib/ask.ts';
import { isFull, seedOf, startReport } from './lib/report.ts';
import { startApp, throwawayData, type RunningApp } from './lib/run-app.ts';
import { runScript } from './lib/run-script.ts';

const NAME = 'crash-imports';
const seed = seedOf(NAME);
const random = seededRandom(seed);
const report = startReport(NAME);
const TIMES = isFull ? 5 : 1;

/** `--size N`: run only the Nth size. */
const only = process.argv.includes('--size') ? Number(process.argv[process.argv.indexOf('--size') + 1]) : undefined;
/** Sizes by records (claims and citations each count): for one transaction, and for a staged import (above 20,000 records). */
const SIZES = isFull
  ? [
      { label: '15,000 records in one transaction', entities: 3_000, claims: 6_000 },
      { label: '60,000 records, staged', entities: 8_000, claims: 24_000 },
    ]
  : [
      { label: '7,500 records in one transaction', entities: 1_500, claims: 3_000 },
      { label: '25,000 records, staged', entities: 3_500, claims: 10_000 },
    ];

interface Totals {
  entities: number;
  claims: number;
  citations: number;
}
const totalsOf = (files: { bytes: Uint8Array }[]): Totals => {
  const totals = { entities: 0, claims: 0, citations: 0 };
  for (const { bytes } of files) {
    const file = JSON.parse(Buffer.from(bytes).toString('utf8')) as AttestFile;
    totals.entities += file.entities?.length ?? 0;
    totals.claims += file.claims?.length ?? 0;
    totals.citations += (file.claims ?? []).reduce((n, c) => n + c.citations.length, 0);
  }
  return totals;
};

/** Process id of the Java process whose home is in this data folder. */
function neo4jPid(dataDir: string): number {
  const lines = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8', maxBuffer: 64 * 2 ** 20 }).split('\n');
  const found = lines.find((line) => line.includes('org.neo4j.server') && line.includes(dataDir));
  if (found === undefined) throw new Error('no Neo4j runs on this data folder');
  return Number.parseInt(found.trim(), 10);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function main(): Promise<void> {
  const data = throwawayData();
  let app: RunningApp = await startApp(data.dir, { ATTEST_EMPTY: 'true' });
  const expected: Totals = { entities: 0, claims: 0, citations: 0 };
  let round = 0;
  try {
    for (const size of SIZES.filter((_, i) => only === undefined || only === i + 1)) {
      // An undisturbed import first, whose duration gives the span in which to kill.
      const calm = generateFiles({ dataset: `calm${round}`, seed: seed + round, entities: size.entities, claims: size.claims });
      const started = Date.now();
      const first = await importOver(app.url, calm);
      const calmMs = Date.now() - started;
      report.check(`undisturbed: ${size.label} (${(calmMs / 1000).toFixed(1)} s)`, first.outcome === 'done', first.message);
      const grown = totalsOf(calm);
      for (const key of ['entities', 'claims', 'citations'] as const) expected[key] += grown[key];
      for (const victim of ['Neo4j', 'API'] as const) {
        for (let i = 0; i < TIMES; i++) {
          round++;
          const at = Math.round(calmMs * (0.15 + 0.75 * random()));
          await report.part(`kill -9 of ${victim} ${at} ms into ${size.label} (${i + 1} of ${TIMES})`, async () => {
            const files = generateFiles({ dataset: `crash${round}`, seed: seed + round, entities: size.entities, claims: size.claims });
            const totals = totalsOf(files);
            const running = importOver(app.url, files).then(
              (r) => r.outcome,
              (error: unknown) => `broken: ${String(error).slice(0, 120)}`,
            );
            await pause(at);
            if (victim === 'Neo4j') {
              process.kill(neo4jPid(data.dir), 'SIGKILL');
            } else {
              app.process.kill('SIGKILL');
              await app.ended;
            }
            const outcome = await running;
            if (victim === 'API') app = await startApp(data.dir, { ATTEST_EMPTY: 'true' });
            const back = await until(async () => (await ask(`${app.url}/api/health/ready`, {}, 5_000)).status === 200, 120_000, 250);
            report.check(`it comes back (${back} ms; the import was told: ${outcome})`, back >= 0);
            const resumed = await importOver(app.url, files);
            report.check(`the same import, again: ${resumed.outcome}`, resumed.outcome === 'done' || resumed.outcome === 'unchanged', resumed.message);
            for (const key of ['entities', 'claims', 'citations'] as const) expected[key] += totals[key];
            const stats = (await ask(`${app.url}/api/stats`)).body as Totals;
            const seen = { entities: stats.entities, claims: stats.claims, citations: stats.citations };
            report.check('nothing lost, nothing double', JSON.stringify(seen) === JSON.stringify(expected), { seen, expected });
          });
        }
      }
      const verdict = await runScript('scripts/verify.ts', [], data.dir);
      report.check(`verify is clean after ${size.label}`, verdict.status === 0, verdict.stdout.slice(-800) + verdict.stderr.slice(-800));
    }
  } catch (error) {
    report.check('the run reached its end', false, `${whyOf(error)}\n      it printed: ${app.output().slice(-1_500)}`);
  } finally {
    await app.stop();
    data.remove();
  }
  report.end();
}
await main();
