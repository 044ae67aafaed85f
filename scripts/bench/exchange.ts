/**
 * Measures exports and imports of a large case on a running Attest: time, memory of the server and of its process for large work above what they need when idle, and how long a
 * light read takes meanwhile; beside each export a plain script that reads the same rows and writes them again. `npm run bench:exchange -- --claims 100000`.
 */
import { createWriteStream, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startApp, throwawayData } from '../deep/lib/run-app.ts';
import { generateFiles } from '../generate/power-law-case.ts';
import { runCommand } from '../lib/run-command.mjs';
import { printTable } from './print-table.ts';

const SEED = 20_261_130;
const DATASET = 'big';
const FORMATS = ['csv-set', 'graphml', 'ftm-entities'] as const;
const GOAL = { seconds: 60, serverMb: 200 };
/** Milliseconds between two looks at the memory, and between two light reads. */
const LOOK_MS = 50;
const WARM_READS = 200;
/** Parts of the dossier that is previewed, how often, and the milliseconds that one preview is to take. */
const PREVIEW = { parts: 10, runs: 10, ms: 300 };
const PEER = fileURLToPath(new URL('rewrite_rows.py', import.meta.url));
const PEER_MS = 600_000;

function claimsAsked(): number {
  const at = process.argv.indexOf('--claims');
  const n = Number(at < 0 ? 100_000 : process.argv[at + 1]);
  if (!Number.isInteger(n) || n < 10) throw new Error('Write how many claims, as in --claims 100000.');
  return n;
}

const rssOf = (pid: number): number => {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024;
  } catch {
    return 0;
  }
};
/** The process for large work of the server: its child that runs the program of imports. */
function workerOf(server: number): number | undefined {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((pid) => {
      try {
        const parent = Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]);
        return parent === server && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('import-program');
      } catch {
        return false;
      }
    });
}
const percentile = (values: readonly number[], of: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * of))] ?? Number.NaN;

interface Measured {
  seconds: number;
  serverMb: number;
  workerMb: number;
  readP99: number;
}

async function main(): Promise<void> {
  const claims = claimsAsked();
  const data = throwawayData();
  const out = mkdtempSync(join(tmpdir(), 'attest-bench-exchange-'));
  const app = await startApp(data.dir, { ATTEST_EMPTY: 'true' });
  const server = app.process.pid ?? 0;
  const read = async (): Promise<number> => {
    const started = performance.now();
    await (await fetch(`${app.url}/api/entities?q=${encodeURIComponent('Adler')}&limit=12`)).arrayBuffer();
    return performance.now() - started;
  };
  const measured = async (work: () => Promise<void>): Promise<Measured> => {
    const idle = rssOf(server);
    let [serverMb, workerMb, isOver] = [0, 0, false];
    const reads: number[] = [];
    const looking = (async () => {
      let worker: number | undefined;
      while (!isOver) {
        worker ??= workerOf(server);
        serverMb = Math.max(serverMb, rssOf(server) - idle);
        if (worker !== undefined) workerMb = Math.max(workerMb, rssOf(worker));
        await sleep(LOOK_MS);
      }
    })();
    // A read that fails is as slow as can be.
    const reading = (async () => {
      while (!isOver) {
        reads.push(await read().catch(() => Number.POSITIVE_INFINITY));
        await sleep(LOOK_MS);
      }
    })();
    const started = performance.now();
    try {
      await work();
    } finally {
      isOver = true;
    }
    const seconds = (performance.now() - started) / 1_000;
    await Promise.all([looking, reading]);
    return { seconds, serverMb, workerMb, readP99: percentile(reads, 0.99) };
  };
  const files = generateFiles({ dataset: DATASET, seed: SEED, entities: Math.ceil(claims / 2), claims });
  /** The milliseconds of each preview of a dossier of some claims; the first is not counted. */
  const previewed = async (): Promise<number[]> => {
    const ids = files
      .flatMap(({ bytes }) => (JSON.parse(new TextDecoder().decode(bytes)) as { claims?: { id: string }[] }).claims ?? [])
      .slice(0, PREVIEW.parts);
    const body = JSON.stringify({ parts: ids.map(({ id }) => ({ kind: 'claim', id, gate: { override: 'a measurement' } })) });
    const times: number[] = [];
    for (let run = 0; run <= PREVIEW.runs; run += 1) {
      const started = performance.now();
      const answer = await fetch(`${app.url}/api/exports/preview`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      if (!answer.ok) throw new Error(`The preview ended with ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
      await answer.arrayBuffer();
      times.push(performance.now() - started);
    }
    return times.slice(1);
  };
  const upload = async (): Promise<void> => {
    const form = new FormData();
    for (const { name, bytes } of files) form.append('file', new Blob([bytes as BlobPart]), name);
    const answer = await fetch(`${app.url}/api/imports?wait=true`, { method: 'POST', body: form });
    if (!answer.ok) throw new Error(`The import ended with ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
    await answer.arrayBuffer();
  };
  /** Sent again as long as the answer says that it is being worked out. */
  const download = async (format: string, path: string): Promise<void> => {
    const body = JSON.stringify({ format, datasets: [DATASET], gate: { override: 'a measurement' } });
    for (;;) {
      const answer = await fetch(`${app.url}/api/exports`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      if (answer.ok && answer.body) return pipeline(Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]), createWriteStream(path));
      const said = await answer.text();
      if (answer.status !== 503 && answer.status !== 504) throw new Error(`${format} ended with ${answer.status}: ${said.slice(0, 500)}`);
      await sleep(500);
    }
  };
  try {
    const rows: string[][] = [
      [
        'what',
        'seconds',
        'server, MB above idle',
        'process for large work, MB',
        'light read meanwhile, p99 ms',
        'file, MB',
        'plain script, s',
        'ratio',
        'goal',
      ],
    ];
    const imported = await measured(upload);
    rows.push(['import', ...cells(imported), '', '', '', '']);
    process.stderr.write(`imported in ${imported.seconds.toFixed(1)} s\n`);
    // What the server needs for the reads themselves is part of what it needs when idle.
    for (let n = 0; n < WARM_READS; n += 1) await read();
    await sleep(2_000);
    for (const format of FORMATS) {
      const path = join(out, format);
      const one = await measured(() => download(format, path));
      const started = performance.now();
      const peer = await runCommand('python3', [PEER, path, join(out, 'again')], { timeoutMs: PEER_MS });
      const peerSeconds = (performance.now() - started) / 1_000;
      if (peer.code !== 0) throw new Error(`The plain script ended with ${peer.code}: ${peer.output.slice(-500)}`);
      process.stderr.write(`${format} in ${one.seconds.toFixed(1)} s, ${one.serverMb.toFixed(0)} MB of the server above idle\n`);
      const isMet = one.seconds <= GOAL.seconds && one.serverMb <= GOAL.serverMb;
      rows.push([
        format,
        ...cells(one),
        (statSync(path).size / 1e6).toFixed(1),
        peerSeconds.toFixed(1),
        (one.seconds / peerSeconds).toFixed(1),
        isMet ? 'met' : 'missed',
      ]);
    }
    const previews = await previewed();
    const typical = percentile(previews, 0.5);
    console.log(
      `preview of a dossier of ${PREVIEW.parts} parts: ${typical.toFixed(0)} ms at the median, ${percentile(previews, 0.99).toFixed(0)} at the most; goal: at most ${PREVIEW.ms} (${typical <= PREVIEW.ms ? 'met' : 'missed'})`,
    );
    console.log(`${claims} claims, goal: at most ${GOAL.seconds} s and ${GOAL.serverMb} MB of the server above idle`);
    printTable(rows);
  } finally {
    await app.stop();
    data.remove();
    rmSync(out, { recursive: true, force: true });
  }
}

const cells = ({ seconds, serverMb, workerMb, readP99 }: Measured): string[] => [
  seconds.toFixed(1),
  serverMb.toFixed(0),
  workerMb.toFixed(0),
  readP99.toFixed(0),
];

await main();
