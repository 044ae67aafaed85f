/**
 * Many heavy questions at once beside light reads: what is taken is answered, what is refused says when to come again and is asked again then, and light
 * reads stay light. With the case in memory; with `--full` also answered by the database, which on a busy machine does not keep up with quiet reads either.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { CLIENT_HEADER } from '../../server/contract/route.ts';
import { generateFiles } from '../generate/power-law-case.ts';
import { ask, importOver, type Answer } from './lib/ask.ts';
import { isFull, seedOf, startReport } from './lib/report.ts';
import { startApp, throwawayData, type RunningApp } from './lib/run-app.ts';

const NAME = 'heavy-load';
const seed = seedOf(NAME);
const report = startReport(NAME);
const ENTITIES = 12_600;
const CLAIMS = 20_000;
/** Heavy questions of each kind, all at once: every second one from one client, the others from so many. */
const HEAVY = 20;
const CLIENTS = 5;
/** Milliseconds after which a question that is refused is not asked again, so that the run ends. */
const ASKED_FOR_MS = 25_000;
/** Milliseconds within which a heavy question must be answered or refused: its wait, and the request. */
const BOUND_MS = 120_000;
/** Light reads that go on side by side, and the milliseconds between two of one reader: a person looks at what was read. */
const READERS = 4;
const PAUSE_MS = 25;
/** Milliseconds of light reads before anything is measured (again until all are answered, so long at the most), and of those that show the quiet state. */
const WARM_MS = 5_000;
const WARM_AT_MOST_MS = 40_000;
const QUIET_MS = 10_000;
/** Milliseconds between two questions whether the process lives. */
const LIVE_EVERY_MS = 100;
/** The goal: under load light reads take at most so many times what they take quietly (p95). It is printed. */
const GOAL = 3;
/** What is asserted, so that a busy machine fails nothing: so many times, and not below so many milliseconds. */
const ASSERTED = { times: 10, floorMs: 250 } as const;

const id = (i: number) => `big:e${String(i).padStart(7, '0')}`;
const json = (client: string, body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', [CLIENT_HEADER]: client },
  body: JSON.stringify(body),
});

type Ask = (url: string, i: number) => Promise<Answer>;
const light =
  (path: (i: number) => string): Ask =>
  (url, i) =>
    ask(`${url}${path(i)}`, { headers: { [CLIENT_HEADER]: 'light' } });
const LIGHT: readonly (readonly [kind: string, question: Ask])[] = [
  ['search', light((i) => `/api/entities?q=${encodeURIComponent(['Adler', 'Фомин', 'Larsen', 'Demir'][i % 4] ?? '')}&limit=10`)],
  ['entity', light((i) => `/api/entities/${id((i * 37) % ENTITIES)}?limit=20`)],
  ['evidence', light((i) => `/api/claims/big:c${String((i * 53) % CLAIMS).padStart(7, '0')}`)],
  ['neighbours', light((i) => `/api/entities/${id((i * 41) % ENTITIES)}/neighbours`)],
];

const NUMBERS = Array.from({ length: HEAVY }, (_, i) => i);
const clientOf = (i: number) => (i % 2 === 0 ? 'all-at-once' : `client-${i % CLIENTS}`);
const HEAVY_QUESTIONS: Readonly<Record<'trace' | 'subgraph' | 'export', Ask>> = {
  trace: (url, i) =>
    ask(
      `${url}/api/trace`,
      json(clientOf(i), { from: { ids: [id(40 + i)] }, to: { ids: [id(9_000 + 97 * i)] }, switches: { maxHops: 8, slack: 4, degreeLimit: 10_000 } }),
      BOUND_MS,
    ),
  subgraph: (url, i) => ask(`${url}/api/subgraph`, json(clientOf(i), { ids: Array.from({ length: 2_000 }, (_, n) => id(n + i)) }), BOUND_MS),
  export: (url, i) => {
    const entities = Array.from({ length: 500 }, (_, n) => id(n + i));
    const format = i % 4 < 2 ? 'markdown-dossier' : 'own-json';
    return ask(`${url}/api/exports`, json(clientOf(i), { format, entities, gate: { override: 'a measurement' } }), BOUND_MS);
  },
};

/** The value below which so large a part of the numbers lies; 0 of none. */
function percentile(times: readonly number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
const timesOf = (answers: readonly Answer[]) => answers.map(({ ms }) => ms);
const row = (...cells: (string | number)[]) =>
  process.stdout.write(`    ${cells.map((cell, i) => (i === 0 ? String(cell).padEnd(34) : String(cell).padStart(9))).join('')}\n`);
const timeRow = (what: string, answers: readonly Answer[]) =>
  row(what, answers.length, ...[0.5, 0.95, 0.99, 1].map((part) => percentile(timesOf(answers), part)));

interface LightAnswer extends Answer {
  kind: string;
}

/** Light reads until `isOver`. */
async function lightReads(url: string, isOver: () => boolean): Promise<LightAnswer[]> {
  const answers: LightAnswer[] = [];
  let asked = 0;
  const reader = async () => {
    while (!isOver()) {
      const i = asked++;
      const [kind, question] = LIGHT[i % LIGHT.length] as (typeof LIGHT)[number];
      answers.push({ kind, ...(await question(url, i)) });
      await sleep(PAUSE_MS);
    }
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  return answers;
}

/** Whether so many milliseconds are over. */
function after(ms: number): () => boolean {
  const end = Date.now() + ms;
  return () => Date.now() > end;
}

/** Asks until every kind of light read is answered: a database that has just started answers its first reads late. */
async function warmUp(url: string): Promise<void> {
  const isOver = after(WARM_AT_MOST_MS);
  for (;;) {
    const answers = await lightReads(url, after(WARM_MS));
    if (isOver() || answers.every(({ status }) => status === 200)) return;
  }
}

async function liveness(url: string, isOver: () => boolean): Promise<Answer[]> {
  const answers: Answer[] = [];
  while (!isOver()) {
    answers.push(await ask(`${url}/api/health/live`));
    await sleep(LIVE_EVERY_MS);
  }
  return answers;
}

interface Asked {
  /** The last answer: a refusal only where the question was not asked again. */
  last: Answer;
  refusals: Answer[];
}

/** Asks again after each refusal when it says to, as the client does. */
async function inTurn(question: Ask, url: string, i: number, until: number): Promise<Asked> {
  const refusals: Answer[] = [];
  for (;;) {
    const last = await question(url, i);
    if (last.status !== 429) return { last, refusals };
    refusals.push(last);
    const waitMs = Math.max(1, Number(last.retryAfter)) * 1_000;
    if (Date.now() + waitMs > until) return { last, refusals };
    await sleep(waitMs);
  }
}

function checkHeavy(how: string, kind: string, asked: readonly Asked[]): void {
  const answers = asked.map(({ last }) => last);
  const taken = answers.filter(({ status }) => status === 200);
  const refusals = asked.flatMap((one) => one.refusals);
  timeRow(`${how}, ${kind}: answered`, taken);
  row(`${how}, ${kind}: refusals`, refusals.length, ` ${answers.filter(({ status }) => status === 429).length} not asked again`);
  const others = answers.filter(({ status }) => status !== 200 && status !== 429);
  report.check(`${how}: of ${HEAVY} times ${kind} at once each is answered or told to come again`, others.length === 0, others.slice(0, 2));
  report.check(`${how}: ${kind} is answered (${taken.length}), and refused at first where there was no place`, taken.length > 0 && refusals.length > 0);
  const named = refusals.filter(({ body, retryAfter }) => {
    const { limit } = body as { limit?: { name: string } };
    return Number(retryAfter) > 0 && ['heavyOfClient', 'heavyInAll', 'heavyWaitMs'].includes(limit?.name ?? '');
  });
  report.check(`${how}: each ${kind} refused names the limit and when to come again`, named.length === refusals.length, refusals[0]);
  if (kind !== 'trace') return;
  const searched = taken.map(({ body }) => (body as { searched: { stoppedAtLimit: boolean; text: string } }).searched);
  const stopped = searched.filter(({ stoppedAtLimit }) => stoppedAtLimit);
  report.check(
    `${how}: each trace taken is complete or says that it stopped at the limit (${stopped.length} of ${taken.length})`,
    searched.every(({ stoppedAtLimit }) => typeof stoppedAtLimit === 'boolean') && stopped.every(({ text }) => /stopped at the limit/i.test(text)),
    searched.slice(0, 2),
  );
}

async function underLoad(url: string, how: string): Promise<void> {
  // The first questions build what the later ones use.
  await warmUp(url);
  const quiet = await lightReads(url, after(QUIET_MS));
  let left = 3 * HEAVY;
  const until = Date.now() + ASKED_FOR_MS;
  const all = (question: Ask) =>
    Promise.all(
      NUMBERS.map(async (i) => {
        const asked = await inTurn(question, url, i, until);
        left -= 1;
        return asked;
      }),
    );
  const isOver = () => left === 0;
  const [reads, alive, traces, subgraphs, exports] = await Promise.all([
    lightReads(url, isOver),
    liveness(url, isOver),
    all(HEAVY_QUESTIONS.trace),
    all(HEAVY_QUESTIONS.subgraph),
    all(HEAVY_QUESTIONS.export),
  ]);
  const [before, under] = [percentile(timesOf(quiet), 0.95), percentile(timesOf(reads), 0.95)];
  row('milliseconds', 'number', 'p50', 'p95', 'p99', 'longest');
  timeRow(`${how}, light: quiet`, quiet);
  timeRow(`${how}, light: under load`, reads);
  for (const [name] of LIGHT) {
    timeRow(
      `${how}, ${name}: under load`,
      reads.filter(({ kind }) => kind === name),
    );
  }
  timeRow(`${how}, live`, alive);
  checkHeavy(how, 'trace', traces);
  checkHeavy(how, 'subgraph', subgraphs);
  checkHeavy(how, 'export', exports);
  row(`${how}: p95 under load by quiet`, (under / Math.max(1, before)).toFixed(1), ` (the goal is ${GOAL} times)`);
  const failed = [...quiet, ...reads].filter(({ status }) => status !== 200);
  report.check(`${how}: no light read fails (${reads.length} under load)`, failed.length === 0, failed.slice(0, 3));
  const dead = alive.filter(({ status }) => status !== 200);
  report.check(`${how}: the process says that it lives throughout (${alive.length} times)`, dead.length === 0 && alive.length > 0, dead.slice(0, 3));
  const bound = Math.max(ASSERTED.floorMs, ASSERTED.times * before);
  report.check(`${how}: light reads at p95 within ${bound} ms, ${ASSERTED.times} times the quiet ones or ${ASSERTED.floorMs} ms`, under <= bound, {
    under,
    before,
  });
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
    if (isFull) {
      await app.stop();
      app = await startApp(data.dir, { ATTEST_EMPTY: 'true', ATTEST_GRAPH_MEMORY: '0' });
      const other = app.url;
      await report.part('answered by the database', () => underLoad(other, 'database'));
    }
  } catch (error) {
    report.check('the run reached its end', false, error instanceof Error ? error.stack : error);
  } finally {
    await app?.stop();
    data.remove();
  }
  report.end();
}
await main();
