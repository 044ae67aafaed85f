/**
 * Many heavy questions at once beside light reads: what is taken is answered, what is refused says when to come again, and light reads stay light.
 * Once with the case in memory, once answered by the database.
 */
import { CLIENT_HEADER } from '../../server/contract/route.ts';
import { generateFiles } from '../generate/power-law-case.ts';
import { ask, importOver, type Answer } from './lib/ask.ts';
import { seedOf, startReport } from './lib/report.ts';
import { startApp, throwawayData, type RunningApp } from './lib/run-app.ts';

const NAME = 'heavy-load';
const seed = seedOf(NAME);
const report = startReport(NAME);
const ENTITIES = 12_600;
const CLAIMS = 20_000;
/** Heavy questions of each kind, all at once, from so many clients. */
const HEAVY = 20;
const CLIENTS = 5;
const LIGHT_AT_ONCE = 4;
/** Light reads that show the quiet state. */
const QUIET = 400;
/** Light reads under load may take so many times what they take quietly (p95). */
const TIMES_QUIET = 3;
/** Milliseconds within which a heavy question must be answered or refused. */
const BOUND_MS = 150_000;
/** Milliseconds to which a quiet p95 is rounded up: below, a comparison of two says nothing. */
const LEAST_MS = 10;

const id = (i: number) => `big:e${String(i).padStart(7, '0')}`;

function percentile(times: readonly number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
const figuresOf = (times: readonly number[]) => `p50 ${percentile(times, 0.5)} ms, p95 ${percentile(times, 0.95)} ms, p99 ${percentile(times, 0.99)} ms`;

function post(url: string, client: number, body: unknown): Promise<Answer> {
  const headers = { 'content-type': 'application/json', [CLIENT_HEADER]: `client-${client}` };
  return ask(url, { method: 'POST', headers, body: JSON.stringify(body) }, BOUND_MS);
}

const LIGHT = [
  (url: string, i: number) => ask(`${url}/api/entities?q=${encodeURIComponent(['Adler', 'Фомин', 'Larsen', 'Demir'][i % 4] ?? '')}&limit=10`),
  (url: string, i: number) => ask(`${url}/api/entities/${id((i * 37) % ENTITIES)}?limit=20`),
  (url: string, i: number) => ask(`${url}/api/claims/big:c${String((i * 53) % CLAIMS).padStart(7, '0')}`),
];

/** Light reads, some at once, until `isOver`. */
async function lightReads(url: string, isOver: (asked: number) => boolean): Promise<Answer[]> {
  const answers: Answer[] = [];
  let asked = 0;
  const reader = async () => {
    while (!isOver(asked)) {
      const i = asked++;
      answers.push(await (LIGHT[i % LIGHT.length] as (typeof LIGHT)[number])(url, i));
    }
  };
  await Promise.all(Array.from({ length: LIGHT_AT_ONCE }, reader));
  return answers;
}

async function underLoad(url: string, how: string): Promise<void> {
  // The first questions build what the later ones use.
  await lightReads(url, (asked) => asked >= 60);
  const quiet = (await lightReads(url, (asked) => asked >= QUIET)).map(({ ms }) => ms);
  process.stdout.write(`    ${how}, quiet: ${figuresOf(quiet)}\n`);

  let left = 3 * HEAVY;
  const settled = async (asking: Promise<Answer>) => {
    const answer = await asking;
    left -= 1;
    return answer;
  };
  const all = (asking: (i: number) => Promise<Answer>) => Array.from({ length: HEAVY }, (_, i) => settled(asking(i)));
  const traces = all((i) =>
    post(`${url}/api/trace`, i % CLIENTS, {
      from: { ids: [id(40 + i)] },
      to: { ids: [id(9_000 + 97 * i)] },
      switches: { maxHops: 8, slack: 4, degreeLimit: 10_000 },
    }),
  );
  const subgraphs = all((i) => post(`${url}/api/subgraph`, i % CLIENTS, { ids: Array.from({ length: 2_000 }, (_, n) => id(n + i)) }));
  const exports = all((i) =>
    post(`${url}/api/exports`, i % CLIENTS, {
      format: 'own-json',
      entities: Array.from({ length: 500 }, (_, n) => id(n + i)),
      gate: { override: 'a measurement' },
    }),
  );
  const light = await lightReads(url, () => left === 0);
  const times = light.map(({ ms }) => ms);
  process.stdout.write(`    ${how}, under load (${light.length} light reads): ${figuresOf(times)}\n`);

  for (const [kind, asked] of Object.entries({ trace: traces, subgraph: subgraphs, export: exports })) {
    const answers = await Promise.all(asked);
    const taken = answers.filter(({ status }) => status === 200);
    const refused = answers.filter(({ status }) => status === 429);
    process.stdout.write(`    ${how}, ${kind}: ${taken.length} answered (${figuresOf(taken.map(({ ms }) => ms))}), ${refused.length} refused\n`);
    const others = answers.filter((answer) => answer.status !== 200 && answer.status !== 429);
    report.check(`${how}: of ${HEAVY} times ${kind} at once each is answered or told to come again`, others.length === 0, others.slice(0, 2));
    report.check(`${how}: ${kind} was both taken and refused`, taken.length > 0 && refused.length > 0, { taken: taken.length, refused: refused.length });
    const named = refused.filter(({ body, retryAfter }) => {
      const { limit } = body as { limit?: { name: string } };
      return Number(retryAfter) > 0 && (limit?.name === 'heavyOfClient' || limit?.name === 'heavyInAll');
    });
    report.check(`${how}: each ${kind} refused names the limit and when to come again`, named.length === refused.length, refused[0]);
    if (kind === 'trace') {
      const searched = taken.map(({ body }) => (body as { linked: boolean; searched: { stoppedAtLimit: boolean } }).searched.stoppedAtLimit);
      report.check(
        `${how}: each trace taken has a result or says that it stopped at a limit`,
        searched.every((stopped) => typeof stopped === 'boolean'),
      );
      process.stdout.write(`    ${how}: ${searched.filter(Boolean).length} of ${taken.length} traces stopped at a limit\n`);
    }
  }
  const failed = light.filter(({ status }) => status !== 200);
  report.check(`${how}: no light read failed (${light.length})`, failed.length === 0, failed.slice(0, 3));
  const bound = TIMES_QUIET * Math.max(LEAST_MS, percentile(quiet, 0.95));
  const p95 = percentile(times, 0.95);
  report.check(`${how}: light reads at p95 within ${TIMES_QUIET} times the quiet ones (${p95} of ${bound} ms)`, p95 <= bound, { p95, bound });
}

async function main(): Promise<void> {
  const data = throwawayData();
  let app: RunningApp | undefined;
  try {
    app = await startApp(data.dir, { ATTEST_EMPTY: 'true' });
    const files = generateFiles({ dataset: 'big', seed, entities: ENTITIES, claims: CLAIMS });
    const { outcome, message } = await importOver(app.url, files);
    report.check(`a case of ${ENTITIES} entities is imported`, outcome === 'done', message);
    const { url } = app;
    await report.part('answered from memory', () => underLoad(url, 'in memory'));
    await app.stop();
    app = await startApp(data.dir, { ATTEST_EMPTY: 'true', ATTEST_GRAPH_MEMORY: '0' });
    const other = app.url;
    await report.part('answered by the database', () => underLoad(other, 'in the database'));
  } catch (error) {
    report.check('the run reached its end', false, error instanceof Error ? error.stack : error);
  } finally {
    await app?.stop();
    data.remove();
  }
  report.end();
}
await main();
