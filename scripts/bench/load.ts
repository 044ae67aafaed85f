/**
 * Many people at once on a large generated case: each asks, looks at the answer, asks the next. Prints how long light reads and traces take, beside the same
 * questions of one person, and whether the memory stays level. `npm run bench:load -- [--entities 100000] [--clients 50] [--minutes 5] [--graph-memory MB] [--data FOLDER]`,
 * where a folder that holds the case already is not filled again.
 */
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CLIENT_HEADER } from '../../server/contract/route.ts';
import { seededRandom } from '../../server/domain/picturing/place/seeded-random.ts';
import { ask, importOver, until, type Answer } from '../deep/lib/ask.ts';
import { startApp, throwawayData, type RunningApp } from '../deep/lib/run-app.ts';
import { generateFiles } from '../generate/power-law-case.ts';
import { printTable } from './print-table.ts';

const SEED = 20_261_201;
const CLAIMS_AN_ENTITY = 4;
/** Claims of one import: the files of one are held whole. */
const CLAIMS_AN_IMPORT = 100_000;
const IMPORT_MS = 3_600_000;
/** Milliseconds a person looks at an answer before the next question, at the least and at the most. */
const LOOKS_MS = [500, 1_500] as const;
/** Milliseconds after which an answer is no longer waited for. */
const BOUND_MS = 60_000;
/** Milliseconds of questions before anything is measured, of one person alone, and between two looks at the memory. */
const WARM_MS = 20_000;
const ALONE_MS = 60_000;
const MEMORY_EVERY_MS = 1_000;
const GOALS_MS = { light: 50, trace: 500 } as const;
type Weight = keyof typeof GOALS_MS;

function numberAfter(flag: string, fallback: number, least: number): number {
  const at = process.argv.indexOf(flag);
  const n = at < 0 ? fallback : Number(process.argv[at + 1]);
  if (!Number.isFinite(n) || n < least) throw new Error(`${flag}: write a number of ${least} or more.`);
  return n;
}
const ENTITIES = numberAfter('--entities', 100_000, 1_000);
const CLIENTS = numberAfter('--clients', 50, 1);
const MINUTES = numberAfter('--minutes', 5, 0.1);
const CLAIMS = ENTITIES * CLAIMS_AN_ENTITY;
const memoryAt = process.argv.indexOf('--graph-memory');
const dataAt = process.argv.indexOf('--data');

/** The folder said, which is kept, or one for this run alone. */
function dataFolder(): { dir: string; remove(): void } {
  if (dataAt < 0) return throwawayData();
  const said = process.argv[dataAt + 1];
  if (said === undefined || said.startsWith('--')) throw new Error('--data: write a folder, as in --data ./load-case.');
  return { dir: resolve(said), remove: () => {} };
}

const pad = (n: number) => String(n).padStart(7, '0');
const WORDS = ['Adler', 'Фомин', 'Larsen', 'Demir', 'کاظمی', 'Halasz'];
const numbered = (random: () => number) => ({
  entity: () => `big:e${pad(Math.floor(random() * ENTITIES))}`,
  claim: () => `big:c${pad(Math.floor(random() * CLAIMS))}`,
  word: () => `${WORDS[Math.floor(random() * WORDS.length)] ?? ''} ${Math.floor(random() * ENTITIES)}`,
});
type Some = ReturnType<typeof numbered>;

/** What is asked, how often of a hundred times, and the request. */
const QUESTIONS: readonly { name: string; weight: Weight; often: number; request: (some: Some) => { path: string; body?: unknown } }[] = [
  { name: 'search by name', weight: 'light', often: 20, request: ({ word }) => ({ path: `/api/entities?q=${encodeURIComponent(word())}&limit=10` }) },
  { name: 'an entity', weight: 'light', often: 20, request: ({ entity }) => ({ path: `/api/entities/${entity()}?limit=20` }) },
  { name: 'its neighbours', weight: 'light', often: 20, request: ({ entity }) => ({ path: `/api/entities/${entity()}/neighbours` }) },
  { name: 'evidence of a claim', weight: 'light', often: 20, request: ({ claim }) => ({ path: `/api/claims/${claim()}` }) },
  {
    name: 'a trace',
    weight: 'trace',
    often: 20,
    request: ({ entity }) => ({ path: '/api/trace', body: { from: { ids: [entity()] }, to: { ids: [entity()] }, switches: {} } }),
  },
];
const OFTEN = QUESTIONS.reduce((sum, { often }) => sum + often, 0);

interface Asked {
  name: string;
  weight: Weight;
  answer: Answer;
}

async function person(url: string, n: number, isOver: () => boolean): Promise<Asked[]> {
  const random = seededRandom(SEED + n);
  const some = numbered(random);
  const headers = { [CLIENT_HEADER]: `person-${n}`, 'content-type': 'application/json' };
  const asked: Asked[] = [];
  await sleep(random() * LOOKS_MS[1]);
  while (!isOver()) {
    let at = random() * OFTEN;
    const question = QUESTIONS.find(({ often }) => (at -= often) < 0) ?? QUESTIONS[0]!;
    const { path, body } = question.request(some);
    const answer = await ask(`${url}${path}`, body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) }, BOUND_MS);
    asked.push({ name: question.name, weight: question.weight, answer });
    await sleep(LOOKS_MS[0] + random() * (LOOKS_MS[1] - LOOKS_MS[0]));
  }
  return asked;
}

async function people(url: string, clients: number, forMs: number): Promise<Asked[]> {
  const end = performance.now() + forMs;
  return (await Promise.all(Array.from({ length: clients }, (_, n) => person(url, n, () => performance.now() > end)))).flat();
}

const part = (sorted: readonly number[], of: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? Number.NaN;
const timesOf = (asked: readonly Asked[]) => asked.map(({ answer }) => answer.ms).sort((a, b) => a - b);
const failedOf = (asked: readonly Asked[]) => asked.filter(({ answer }) => answer.status !== 200);

/** Megabytes that the process holds in memory; of the server alone, not of the database. */
const megabytesOf = (pid: number): number => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_000;

async function importCase(url: string): Promise<void> {
  const files = generateFiles({ dataset: 'big', seed: SEED, entities: ENTITIES, claims: CLAIMS, hubDegree: ENTITIES / 10, citationsPerClaim: 1 });
  const claimFiles = files.filter(({ name }) => name.startsWith('claims-'));
  const inOne = Math.max(1, Math.floor((CLAIMS_AN_IMPORT / CLAIMS) * claimFiles.length));
  const head = files.filter(({ name }) => name === 'head.json');
  const parts = [files.filter((one) => !claimFiles.includes(one))];
  for (let first = 0; first < claimFiles.length; first += inOne) parts.push([...head, ...claimFiles.slice(first, first + inOne)]);
  for (const one of parts) {
    const started = performance.now();
    const done = await importOver(url, one, '', IMPORT_MS);
    if (done.outcome !== 'done') throw new Error(`An import of ${one.length} files ended as ${done.outcome}: ${done.message}`);
    console.log(`  ${done.records.new} records imported in ${((performance.now() - started) / 1_000).toFixed(0)} s`);
  }
}

/** Asks traces until they are searched in memory: at once where the whole case is held. */
async function traceUntilInMemory(app: RunningApp): Promise<void> {
  const held = Number(/Cases of up to (\d+) claims are answered from memory/.exec(app.output())?.[1] ?? 0);
  if (held >= CLAIMS) return;
  const body = JSON.stringify({ from: { ids: [`big:e${pad(5)}`] }, to: { ids: [`big:e${pad(ENTITIES - 5)}`] } });
  const trace = () => ask(`${app.url}/api/trace`, { method: 'POST', headers: { 'content-type': 'application/json' }, body }, BOUND_MS);
  const isInMemory = async () => (await trace(), /Traces are searched in (memory|the database)/.test(app.output()));
  const ms = await until(isInMemory, IMPORT_MS, 250);
  console.log(`  ${(ms / 1_000).toFixed(1)} s after the last import: ${/Traces are searched in .*/.exec(app.output())?.[0]}`);
}

async function main(): Promise<void> {
  console.log(`${CLIENTS} people for ${MINUTES} min, ${ENTITIES} entities, ${CLAIMS} claims; ${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)}`);
  const data = dataFolder();
  const app = await startApp(data.dir, {
    ATTEST_EMPTY: 'true',
    ...(memoryAt < 0 ? {} : { ATTEST_GRAPH_MEMORY: String(numberAfter('--graph-memory', 0, 0)) }),
  });
  try {
    const held = (await ask(`${app.url}/api/stats`)).body as { claims: number };
    if (held.claims !== CLAIMS) await importCase(app.url);
    await traceUntilInMemory(app);
    await people(app.url, CLIENTS, WARM_MS);
    const alone = await people(app.url, 1, ALONE_MS);
    const memory: number[] = [];
    const watch = setInterval(() => memory.push(megabytesOf(app.process.pid!)), MEMORY_EVERY_MS);
    const many = await people(app.url, CLIENTS, MINUTES * 60_000);
    clearInterval(watch);

    const row = (what: string, isOf: (one: Asked) => boolean, goal?: number) => {
      const [one, all] = [alone.filter(isOf), many.filter(isOf)];
      const [a, b] = [timesOf(one), timesOf(all)];
      const ratio = part(b, 0.95) / part(a, 0.95);
      return [
        what,
        String(all.length),
        ...[0.5, 0.95, 0.99, 1].map((of) => `${part(b, of)}`),
        String(part(a, 0.95)),
        `${ratio.toFixed(1)}×`,
        goal === undefined ? '' : part(b, 0.95) <= goal ? `≤ ${goal} met` : `≤ ${goal} missed`,
        String(failedOf(all).length),
      ];
    };
    printTable([
      ['milliseconds', 'asked', 'p50', 'p95', 'p99', 'longest', 'p95 of one person', 'ratio', 'goal of p95', 'failed'],
      ...QUESTIONS.map(({ name }) => row(name, (one) => one.name === name)),
      row('all light reads', ({ weight }) => weight === 'light', GOALS_MS.light),
      row('all traces', ({ weight }) => weight === 'trace', GOALS_MS.trace),
    ]);
    const fifth = Math.max(1, Math.floor(memory.length / 5));
    const [begin, end] = [
      part(
        memory.slice(0, fifth).sort((a, b) => a - b),
        0.5,
      ),
      part(
        memory.slice(-fifth).sort((a, b) => a - b),
        0.5,
      ),
    ];
    console.log(
      `memory of the server: ${begin.toFixed(0)} MB in the first fifth, ${end.toFixed(0)} MB in the last (medians), ${Math.max(...memory).toFixed(0)} MB at the most`,
    );
    const failed = failedOf(many);
    console.log(`${many.length} questions, ${failed.length} failed${failed[0] ? `, the first: ${JSON.stringify(failed[0]).slice(0, 400)}` : ''}`);
    if (failed.length > 0) process.exitCode = 1;
  } finally {
    await app.stop();
    data.remove();
  }
}

await main();
