/**
 * Measures traces in memory on a generated graph, beside the same questions in Cypher on genuine Neo4j, in graphology, networkx and igraph, and beside a bare
 * breadth-first search over the same arrays. All are timed as calls in their own process. `npm run bench:trace -- --entities 100000 [--without-cypher]`.
 */
import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { inOneGo } from '../../server/domain/figures/in-slices.ts';
import { bytesOfCompact } from '../../server/domain/tracing/compact/bytes-of-compact.ts';
import { partOfCompact } from '../../server/domain/tracing/compact/part-of-compact.ts';
import { SEARCH_LIMITS, searchCompact } from '../../server/domain/tracing/find-paths.ts';
import { brokersBetween } from '../../server/domain/tracing/brokers.ts';
import { shortestIn } from '../../server/domain/tracing/first-link.ts';
import { hopTest, passingOf } from '../../server/domain/tracing/hop-test.ts';
import { rankPaths } from '../../server/domain/tracing/rank-paths.ts';
import { DEFAULT_SWITCHES } from '../../server/domain/tracing/trace-switches.ts';
import { installPython } from '../deep/lib/install-python.ts';
import { printTable } from './print-table.ts';
import { arraysFor, bareSearch } from './tracing/bare-search.ts';
import { cypherPeer } from './tracing/cypher-peer.ts';
import { compactGenerated, generatedClaims, idOf } from './tracing/generated-graph.ts';
import { graphologyPeer } from './tracing/graphology-peer.ts';
import { benchQuestions, FIRM_RANK, type BenchQuestion } from './tracing/questions.ts';

const SEED = 20_261_201;
const TIMES = 40;
/** Of a peer that takes a question longer than this the limit is counted. */
const LIMIT_MS = 10_000;
/** Times that Cypher is asked each question: it is slower. */
const CYPHER_TIMES = 15;
const MOST_NETWORKX = 200_000;
const PEERS = fileURLToPath(new URL('tracing/trace_peers.py', import.meta.url));
const GOALS = { cypher: 50, bare: 5 };

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
const p95 = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;

function entitiesAsked(): number {
  const at = process.argv.indexOf('--entities');
  const n = Number(at < 0 ? 10_000 : process.argv[at + 1]);
  if (!Number.isInteger(n) || n < 1_000) throw new Error('Write how many entities, 1,000 or more, as in --entities 100000.');
  return n;
}

/** Milliseconds of each time that a question is answered, after all of them were once answered untimed. */
function timed(times: number, answer: (at: number) => unknown): number[] {
  for (let at = 0; at < times; at += 1) answer(at);
  return Array.from({ length: times }, (_, at) => {
    const started = performance.now();
    answer(at);
    return performance.now() - started;
  });
}

async function inPython(entities: number, questions: readonly BenchQuestion[]): Promise<Map<string, number[] | null>> {
  const programs = await installPython('bench-trace-python', ['networkx==3.4.2', 'igraph==0.11.8']);
  const folder = mkdtempSync(join(tmpdir(), 'attest-bench-trace-'));
  try {
    const edges = join(folder, 'edges.csv');
    const lines = function* () {
      for (const { from, to, rank } of generatedClaims(entities, SEED)) yield `${from},${to},${rank}\n`;
    };
    await pipeline(Readable.from(lines()), createWriteStream(edges));
    const child = spawn(join(programs, 'python'), [PEERS], { stdio: ['pipe', 'pipe', 'inherit'] });
    const asked = questions.map(({ name, kind, filtered, ends }) => ({ name, kind, filtered, ends }));
    child.stdin.end(
      `${JSON.stringify({ edges, entities, rank: FIRM_RANK, degreeLimit: DEFAULT_SWITCHES.degreeLimit, limitMs: LIMIT_MS, mostNetworkx: MOST_NETWORKX, questions: asked })}\n`,
    );
    const said = (await text(child.stdout)).trim().split('\n');
    return new Map(
      said.filter(Boolean).map((line) => {
        const { peer, question, times } = JSON.parse(line) as { peer: string; question: string; times: number[] | null };
        return [`${peer} ${question}`, times];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function inCypher(entities: number, questions: readonly BenchQuestion[]): Promise<Map<string, number[]>> {
  const peer = await cypherPeer(entities, SEED, DEFAULT_SWITCHES.degreeLimit, (line) => console.log(line));
  const found = new Map<string, number[]>();
  try {
    const { ms, segments } = await peer.readCompact();
    console.log(`The graph of traces is read from Neo4j in ${(ms / 1_000).toFixed(1)} s: ${segments} segments.`);
    for (const question of questions) {
      const times: number[] = [];
      await peer.ask(question, 0, LIMIT_MS);
      for (let at = 0; at < Math.min(CYPHER_TIMES, question.ends.length); at += 1) {
        // Once three have run into their limit the others are taken to.
        const isHopeless = times.filter((ms) => ms >= LIMIT_MS).length >= 3;
        times.push(isHopeless ? LIMIT_MS : await peer.ask(question, at, LIMIT_MS));
      }
      found.set(question.name, times);
    }
  } finally {
    await peer.stop();
  }
  return found;
}

async function main(): Promise<void> {
  const entities = entitiesAsked();
  const started = performance.now();
  const graph = compactGenerated(entities, SEED);
  const built = (performance.now() - started) / 1_000;
  console.log(
    `${entities} entities, ${graph.segments.claim.length} claims; built in ${built.toFixed(1)} s, ${(bytesOfCompact(graph) / 1e6).toFixed(0)} MB; ${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)}; seed ${SEED}.`,
  );
  const questions = benchQuestions(entities, SEED, TIMES);
  const ours = new Map<string, number[]>();
  const bare = new Map<string, number[]>();
  const traced = new Map<string, number[]>();
  for (const question of questions) {
    const { kind, switches, most, ends } = question;
    const sides = ends.map(({ from, to }) => ({ from: from.map(idOf), to: to.map(idOf) }));
    const trace = (at: number) => {
      const found = inOneGo(searchCompact(graph, sides[at]!, switches, { ...SEARCH_LIMITS, paths: most }));
      return rankPaths(found.paths, partOfCompact(graph, found.paths), switches, sides[at]!);
    };
    const isHop = hopTest(graph, switches);
    // One path, as the peers give it; a trace also ranks what is as short, and counts what was seen on both sides.
    const passing = passingOf(graph, switches);
    const oneLink = (at: number) => inOneGo(shortestIn({ graph, isHop, passing, ...ends[at]! }, [], switches.maxHops, { steps: SEARCH_LIMITS.steps }));
    if (kind === 'brokers') {
      ours.set(
        question.name,
        timed(ends.length, (at) => inOneGo(brokersBetween(graph, sides[at]!, switches, most))),
      );
      continue;
    }
    traced.set(question.name, timed(TIMES, trace));
    ours.set(question.name, kind === 'best' ? traced.get(question.name)! : timed(TIMES, oneLink));
    const search = bareSearch(arraysFor(graph, isHop, passing), switches.maxHops);
    bare.set(
      question.name,
      timed(TIMES, (at) => search(ends[at]!.from, ends[at]!.to)),
    );
  }
  const peers = new Map<string, Map<string, number[]>>();
  const put = (peer: string, question: string, times: number[]) => peers.set(peer, (peers.get(peer) ?? new Map<string, number[]>()).set(question, times));
  const graphology = graphologyPeer(entities, SEED, DEFAULT_SWITCHES.degreeLimit);
  for (const question of questions) {
    if (graphology?.(question, 0) === undefined) continue;
    put(
      'graphology',
      question.name,
      timed(TIMES, (at) => graphology(question, at)),
    );
  }
  for (const [key, times] of await inPython(entities, questions)) {
    const space = key.indexOf(' ');
    if (times) put(key.slice(0, space), key.slice(space + 1), times);
  }
  if (!process.argv.includes('--without-cypher')) for (const [question, times] of await inCypher(entities, questions)) put('Cypher', question, times);
  print(questions, ours, traced, bare, peers);
}

function print(
  questions: readonly BenchQuestion[],
  ours: ReadonlyMap<string, number[]>,
  traced: ReadonlyMap<string, number[]>,
  bare: ReadonlyMap<string, number[]>,
  peers: ReadonlyMap<string, ReadonlyMap<string, number[]>>,
): void {
  const ms = (times: readonly number[]) => `${median(times).toFixed(3)} / ${p95(times).toFixed(2)}`;
  const names = ['Cypher', 'graphology', 'networkx', 'igraph'];
  const lost: string[] = [];
  const rows = questions.map(({ name }) => {
    const own = ours.get(name) ?? [];
    const plain = bare.get(name);
    const bareRatio = plain ? median(own) / median(plain) : 0;
    const whole = traced.get(name);
    if (bareRatio > GOALS.bare) lost.push(`${name}: ${bareRatio.toFixed(1)} × the bare search (goal ${GOALS.bare})`);
    const cells = names.map((peer) => {
      const times = peers.get(peer)?.get(name);
      if (!times) return '–';
      const ratio = median(times) / median(own);
      const goal = peer === 'Cypher' ? GOALS.cypher : 1;
      if (ratio < goal) lost.push(`${name}: ${ratio.toFixed(1)} × as fast as ${peer} (goal ${goal})`);
      return `${ms(times)}  (${ratio.toFixed(1)} ×)`;
    });
    return [name, ms(own), whole ? ms(whole) : '–', plain ? `${ms(plain)}  (${bareRatio.toFixed(1)} ×)` : '–', ...cells];
  });
  console.log('\nMilliseconds, median / p95; in brackets how many times as long the peer takes, for the bare search how many times as long we take.');
  printTable([['', 'Attest', 'as a whole trace', 'bare search', ...names], ...rows]);
  console.log(lost.length === 0 ? '\nNo row is lost.' : `\nLost:\n${lost.map((line) => `  ${line}`).join('\n')}`);
}

await main();
