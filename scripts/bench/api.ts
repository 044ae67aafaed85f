/** Compares each read of the API, answered from memory and by the database, with the statements of the latter run through the bare driver, and an import with bare UNWIND, in one run. Prints a table of ratios. */
import neo4j, { type Driver } from 'neo4j-driver';
import { mkdtempSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateFiles } from '../generate/power-law-case.ts';
import { seededRandom } from '../../server/domain/picturing/place/seeded-random.ts';
import type { ImportReport } from '../../server/contract/routes/imports.ts';
import { setGraphMemory } from '../../server/graph/open-graph.ts';
import { buildApp } from '../../server/http/app.ts';
import { startLocalNeo4j } from '../../server/local-neo4j/start-local-neo4j.ts';
import { connectDatabase } from '../../server/store/connect.ts';
import { migrate } from '../../server/store/migrate.ts';
import { probeDatabase } from '../../server/store/probe.ts';
import { importFiles } from '../../server/usecases/importing/import-files.ts';
import { createImportJobs } from '../../server/usecases/importing/import-jobs.ts';
import { recordingDatabase, type Statement } from './recording-database.ts';

const SEED = 20_261_123;
const RUNS = 40;
const WARM = 8;
const quick = process.argv.includes('--quick');
/** Numbers of entities and claims. There are 1.5 citations for each claim, and the hub has a fifth of the claims. */
const SIZES = quick
  ? [{ entities: 1_000, claims: 3_000 }]
  : [
      { entities: 1_000, claims: 3_000 },
      { entities: 100_000, claims: 200_000 },
    ];

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const p95 = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;
async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Runs the same statements in one managed transaction with rows as plain objects, as any careful user of the driver does. */
async function bare(driver: Driver, statements: Statement[], mode: 'READ' | 'WRITE'): Promise<void> {
  const session = driver.session({ defaultAccessMode: neo4j.session[mode] });
  try {
    const work = async (tx: { run(text: string, parameters: Record<string, unknown>): Promise<{ records: { toObject(): object }[] }> }) => {
      for (const { text, parameters } of statements) (await tx.run(text, parameters)).records.map((r) => r.toObject());
    };
    await (mode === 'READ' ? session.executeRead(work) : session.executeWrite(work));
  } finally {
    await session.close();
  }
}

/** Number of records created; claims and citations each count. */
function newRecords({ records }: ImportReport): number {
  return (records.byKind.claim?.new ?? 0) + (records.byKind.citation?.new ?? 0);
}

/** The memory each adapter is given: none, or more than any of the cases takes. */
const GRAPH_MEMORY_MB = { 'in-database': 0, resident: 100_000 } as const;
type Adapter = keyof typeof GRAPH_MEMORY_MB;
interface Row extends Record<Adapter, number[]> {
  size: string;
  what: string;
  peer: number[];
}
function print(rows: Row[]): void {
  const head = ['size', 'what', 'graph', 'API ms (p95)', 'bare driver ms (p95)', 'ratio', 'more by', 'goal ≤ 1.2 or +3 ms'];
  const cells = rows.flatMap((row) =>
    (Object.keys(GRAPH_MEMORY_MB) as Adapter[]).map((adapter) => {
      const [a, b] = [median(row[adapter]), median(row.peer)];
      return [
        row.size,
        row.what,
        adapter,
        `${a.toFixed(1)} (${p95(row[adapter]).toFixed(1)})`,
        `${b.toFixed(1)} (${p95(row.peer).toFixed(1)})`,
        (a / b).toFixed(2),
        `${(a - b).toFixed(1)} ms`,
        a / b <= 1.2 || a - b <= 3 ? 'met' : 'missed',
      ];
    }),
  );
  const widths = head.map((h, i) => Math.max(h.length, ...cells.map((c) => c[i]?.length ?? 0)));
  for (const line of [head, widths.map((w) => '-'.repeat(w)), ...cells])
    process.stdout.write(`| ${line.map((c, i) => c.padEnd(widths[i] ?? 0)).join(' | ')} |\n`);
}

/** The statements of an import for another dataset, so that they create records that are not stored yet. */
function retold(statements: Statement[], from: string, to: string): Statement[] {
  const retell = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replaceAll(from, to);
    if (Array.isArray(value)) return value.map(retell);
    if (neo4j.isInt(value)) return value;
    // The key of a proposition is a digest, which contains no name to replace.
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, k === '_key' ? `${to} ${String(v)}` : retell(v)]));
    return value;
  };
  return statements.map(({ text, parameters }) => ({ text, parameters: retell(parameters) as Record<string, unknown> }));
}

async function main(): Promise<void> {
  const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));
  const dataDir = mkdtempSync(join(tmpdir(), 'attest-bench-'));
  mkdirSync(join(root, '.attest/neo4j-lib'), { recursive: true });
  symlinkSync(join(root, '.attest/neo4j-lib'), join(dataDir, 'neo4j-lib'));
  const server = await startLocalNeo4j({ dataDir, probe: probeDatabase, heap: '2g', log: (line) => process.stderr.write(`${line}\n`) });
  const recording = recordingDatabase(connectDatabase({ uri: server.uri, user: server.user, password: server.password }));
  const { db, take } = recording;
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password), {
    disableLosslessIntegers: true,
    fetchSize: 5_000,
    telemetryDisabled: true,
  });
  // One server for each adapter of the graph, both on this database.
  const apps = await Promise.all(
    Object.entries(GRAPH_MEMORY_MB).map(async ([adapter, megabytes]) => {
      const handle = { ...db };
      setGraphMemory(handle, megabytes);
      return { adapter, app: await buildApp({ db: handle, jobs: createImportJobs(handle), requestsPerMinute: 10_000_000 }) };
    }),
  );
  try {
    await migrate(db);
    const urls = new Map<string, string>();
    for (const { adapter, app } of apps) {
      await app.listen({ host: '127.0.0.1', port: 0 });
      urls.set(adapter, `http://127.0.0.1:${app.addresses().flatMap((a) => (typeof a === 'string' ? [] : [a.port]))[0]}`);
    }
    const rows: Row[] = [];
    const imports: string[] = [];

    for (const { entities, claims } of SIZES) {
      const dataset = `g${entities}`;
      const files = generateFiles({ dataset, seed: SEED, entities, claims, hubDegree: Math.floor(claims / 5) });
      let report: ImportReport | undefined;
      const ms = await timed(async () => (report = await importFiles(db, { files, dryRun: false, prune: false, overwrite: false, who: 'bench' })));
      if (report?.outcome !== 'done') throw new Error(`import: ${report?.message}`);
      imports.push(
        `import of ${entities} entities, ${claims} claims${report.staged ? ', staged' : ''}: ${(newRecords(report) / (ms / 1000)).toFixed(0)} records/s`,
      );
      take();

      const random = seededRandom(SEED);
      const entity = () => `${dataset}:e${String(Math.floor(entities * random())).padStart(7, '0')}`;
      const near = () => `${dataset}:e${String(Math.floor(entities * random() ** 3)).padStart(7, '0')}`;
      type Ask = (url: string) => Promise<Response>;
      const post =
        (path: string, body: unknown): Ask =>
        (url) =>
          fetch(`${url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
      const asks: Record<string, () => Ask> = {
        'expand a typical entity': () => post(`/api/entities/${entity()}/expand`, { limit: 100 }),
        'expand the hub': () => post(`/api/entities/${dataset}:e0000000/expand`, { limit: 200 }),
        'evidence of a claim': () => {
          const id = `${dataset}:c${String(Math.floor(claims * random())).padStart(7, '0')}`;
          return (url) => fetch(`${url}/api/claims/${id}`);
        },
        search: () => {
          const q = `${['Anna', 'Boris', 'Фомин', 'Demir', 'Grigoryan'][Math.floor(random() * 5)]} ${Math.floor(random() * entities)}`;
          return (url) => fetch(`${url}/api/entities?q=${encodeURIComponent(q)}`);
        },
        'subgraph of 2,000 nodes': () => {
          const ids = [...new Set(Array.from({ length: 4_000 }, near))].slice(0, Math.min(2_000, entities));
          return post('/api/subgraph', { ids });
        },
        'trace of a pair': () => post('/api/trace', { from: { ids: [entity()] }, to: { ids: [entity()] }, switches: { maxHops: 4, degreeLimit: 1_000 } }),
      };
      // The resident graph is loaded when it is first asked; a large one takes longer than one answer may.
      const held = await timed(async () => {
        for (let tries = 0; (await fetch(`${urls.get('resident')}/api/entities/${dataset}:e0000000`)).status !== 200; tries += 1) {
          if (tries > 100) throw new Error(`the resident graph of ${claims} claims is not held`);
        }
      });
      imports.push(`resident graph of ${claims} claims: first answer after ${(held / 1000).toFixed(1)} s`);
      for (const [what, make] of Object.entries(asks)) {
        const row: Row = { size: `${entities}`, what, 'in-database': [], resident: [], peer: [] };
        for (let i = 0; i < RUNS + WARM; i++) {
          const ask = make();
          const once = async (adapter: Adapter) => {
            const answer = await ask(urls.get(adapter)!);
            const text = await answer.text();
            if (answer.status !== 200) throw new Error(`${what}: ${answer.status} ${text.slice(0, 300)}`);
          };
          // One run records the statements and loads their data into the server's memory. Then all three run, and each is first, second and last in turn.
          take();
          await once('in-database');
          const statements = take();
          const runs: { into: number[]; work: () => Promise<unknown> }[] = [
            { into: row['in-database'], work: () => once('in-database') },
            { into: row.resident, work: () => once('resident') },
            { into: row.peer, work: () => bare(driver, statements, 'READ') },
          ];
          for (let turn = 0; turn < runs.length; turn++) {
            const { into, work } = runs[(i + turn) % runs.length]!;
            const ms = await timed(work);
            if (i >= WARM) into.push(ms);
          }
          take();
        }
        rows.push(row);
        process.stderr.write(`measured ${what} at ${entities}\n`);
      }
    }
    // Compares the import with its own statements through the bare driver, in one transaction of 15,000 records.
    const size = { entities: 3_000, claims: 6_000 };
    const rates: { ours: number; peer: number }[] = [];
    for (let i = 0; i < (quick ? 2 : 4); i++) {
      const files = generateFiles({ dataset: `imp${i}x`, seed: SEED + i, ...size });
      take();
      let records = 0;
      const ours = await timed(async () => {
        const report = await importFiles(db, { files, dryRun: false, prune: false, overwrite: false, who: 'bench' });
        if (report.outcome !== 'done') throw new Error(`import: ${report.message}`);
        records = newRecords(report);
      });
      const writes = retold(
        take().filter(({ text }) => /\b(CREATE|MERGE|SET)\b/.test(text) && !/_State/.test(text)),
        `imp${i}x`,
        `peer${i}x`,
      );
      const peer = await timed(() => bare(driver, writes, 'WRITE'));
      // The first pair makes the server plan the statements, and is not counted.
      if (i > 0) rates.push({ ours: records / (ours / 1000), peer: records / (peer / 1000) });
    }
    const [ours, peer] = [median(rates.map((r) => r.ours)), median(rates.map((r) => r.peer))];
    imports.push(
      `import of 15,000 records in one transaction: ${ours.toFixed(0)} records/s, the same writes through the bare driver ${peer.toFixed(0)}: ratio ${(ours / peer).toFixed(2)} (goal ≥ 0.5)`,
    );

    process.stdout.write(
      `\nMedians of ${RUNS} runs: each answer over HTTP, by both adapters of the graph, beside the statements of the in-database one through the bare driver, in turns. Seed ${SEED}.\n\n`,
    );
    print(rows);
    process.stdout.write(`\n${imports.join('\n')}\n`);
  } finally {
    for (const { app } of apps) await app.close();
    await driver.close();
    await db.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
await main();
