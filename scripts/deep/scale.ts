/** A hub and a large case: every read must answer in bounded time and say "N more", and a staged import must be seen whole or not at all. */
import { generateFiles } from '../generate/power-law-case.ts';
import { ask, importOver, postJson } from './lib/ask.ts';
import { isFull, seedOf, startReport } from './lib/report.ts';
import { startApp, throwawayData } from './lib/run-app.ts';

const NAME = 'scale';
const seed = seedOf(NAME);
const report = startReport(NAME);
/** Number of claims of the hub: with `--full` the number for which the limits hold, else what an everyday run can load. */
const HUB = isFull ? 100_000 : 20_000;
const ENTITIES = isFull ? 60_000 : 12_000;
const BOUND_MS = 10_000;

async function main(): Promise<void> {
  const data = throwawayData();
  // First the database answers everything, as for a case larger than the memory set for the graph.
  let app = await startApp(data.dir, { ATTEST_EMPTY: 'true', ATTEST_GRAPH_MEMORY: '0' });
  let { url } = app;
  try {
    const files = generateFiles({ dataset: 'big', seed, entities: ENTITIES, claims: HUB + 5_000, hubDegree: HUB, citationsPerClaim: 1 });
    await report.part(`a staged import of ${HUB + 5_000} claims`, async () => {
      // Reads continue during the import: nothing of it may be visible before it is complete.
      const seen = new Set<number>();
      let looking = true;
      const look = (async () => {
        while (looking) {
          const { status, body } = await ask(`${url}/api/stats`);
          if (status === 200) seen.add((body as { claims: number }).claims);
          await new Promise((resolve) => setTimeout(resolve, 500));
        }
      })();
      const started = Date.now();
      const done = await importOver(url, files, '', 1_200_000);
      looking = false;
      await look;
      report.check(
        `it is staged and done (${((done.records.new / (Date.now() - started)) * 1_000).toFixed(0)} records/s)`,
        done.outcome === 'done' && done.staged,
        done.message,
      );
      report.check(
        'readers saw nothing of it, or all of it',
        [...seen].every((n) => n === 0 || n === HUB + 5_000),
        [...seen],
      );
    });
    const hub = 'big:e0000000';
    const bounded = async (what: string, asking: () => ReturnType<typeof ask>, good: (body: Record<string, unknown>) => boolean) => {
      // The first answer may also plan its statements. Both are bounded.
      for (const time of ['first', 'second']) {
        const { status, ms, body } = await asking();
        report.check(`${what}, the ${time} time (${ms} ms)`, status === 200 && ms < BOUND_MS && good(body as Record<string, unknown>), {
          status,
          body: JSON.stringify(body).slice(0, 300),
        });
      }
    };
    await bounded(
      'the hub’s neighbours are summed up',
      () => ask(`${url}/api/entities/${hub}/neighbours`),
      (b) => Number(b.claims) > 0,
    );
    await bounded(
      'the hub expands to its cap and says how many more',
      () => postJson(`${url}/api/entities/${hub}/expand`, { limit: 200 }),
      (b) => (b.edges as unknown[]).length === 200 && Number(b.more) > 0,
    );
    await bounded(
      'the hub expands filtered',
      () => postJson(`${url}/api/entities/${hub}/expand`, { limit: 50, filter: { groups: ['sponsorship'], standingAtLeast: 'alleged' } }),
      (b) => (b.edges as unknown[]).length === 50,
    );
    await bounded(
      'the hub is read with its claims',
      () => ask(`${url}/api/entities/${hub}`),
      (b) => Number(b.total) >= HUB,
    );
    await bounded(
      'a search',
      () => ask(`${url}/api/entities?q=${encodeURIComponent('Фомин')}`),
      (b) => (b.results as unknown[]).length > 0,
    );
    await bounded(
      'claims by filter',
      () => postJson(`${url}/api/claims/query`, { filter: { originsAtLeast: 1, groups: ['structure'] }, limit: 50 }),
      (b) => Number(b.total) > 0,
    );
    await bounded(
      'a subgraph of 2,000',
      () => postJson(`${url}/api/subgraph`, { ids: Array.from({ length: 2_000 }, (_, i) => `big:e${String(i).padStart(7, '0')}`) }),
      (b) => (b.nodes as unknown[]).length === 2_000,
    );
    await bounded(
      'a trace that does not pass the hub and says so',
      () => postJson(`${url}/api/trace`, { from: { ids: ['big:e0000011'] }, to: { ids: ['big:e0000023'] }, switches: { degreeLimit: 1_000, maxHops: 4 } }),
      (b) => typeof (b.searched as { text: string }).text === 'string',
    );
    await bounded(
      'a trace that may pass the hub',
      () => postJson(`${url}/api/trace`, { from: { ids: ['big:e0000011'] }, to: { ids: ['big:e0000023'] }, switches: { degreeLimit: 100_000, maxHops: 3 } }),
      (b) => typeof b.linked === 'boolean',
    );
    const dated = { from: { ids: [hub] }, to: { ids: ['big:e0000023'] }, clocks: { published: '2020' } };
    const clocked = await postJson(`${url}/api/trace`, dated);
    report.check(
      'a trace at a date over more claims than fit the memory is refused by the name of the limit',
      clocked.status === 422 && (clocked.body as { limit?: { name: string } }).limit?.name === 'graphMemoryClaims',
      clocked,
    );
    const at = 'published=2020';
    await bounded(
      'an entity at a date',
      () => ask(`${url}/api/entities/big:e0000011?${at}`),
      (b) => Array.isArray(b.claims),
    );
    await bounded(
      'an expansion at a date',
      () => postJson(`${url}/api/entities/big:e0000011/expand`, { limit: 50, clocks: { happened: '2019', published: '2020' } }),
      (b) => Array.isArray(b.edges),
    );
    await bounded(
      'a search at a date',
      () => ask(`${url}/api/entities?q=${encodeURIComponent('Фомин')}&${at}`),
      (b) => Array.isArray(b.results),
    );
    const dear = await postJson(`${url}/api/entities/${hub}/expand`, { limit: 50, clocks: { published: '2020' } });
    report.check(
      'a hub of more claims than an answer at a date takes is refused by the name of the limit',
      dear.status === 422 && (dear.body as { limit?: { name: string } }).limit?.name === 'datedClaims',
      dear,
    );
    const large = await postJson(`${url}/api/subgraph`, { ids: Array.from({ length: 2_001 }, (_, i) => `big:e${i}`) });
    report.check(
      'a subgraph past its limit is refused by the name of the limit',
      large.status === 422 && (large.body as { limit?: { name: string } }).limit?.name === 'subgraphEntities',
      large,
    );
    await app.stop();
    app = await startApp(data.dir, { ATTEST_EMPTY: 'true' });
    url = app.url;
    await report.part('the same case, answered from memory', async () => {
      const inMemory = await postJson(`${url}/api/trace`, dated);
      report.check(`a trace at a date over more than 20,000 claims is answered (${inMemory.ms} ms the first time)`, inMemory.status === 200, inMemory.body);
      await bounded(
        'a trace',
        () => postJson(`${url}/api/trace`, { from: { ids: ['big:e0000001'] }, to: { ids: ['big:e0000023'] } }),
        () => true,
      );
      await bounded(
        'the hub expands to its cap and says how many more',
        () => postJson(`${url}/api/entities/${hub}/expand`, { limit: 200 }),
        (b) => (b.edges as unknown[]).length === 200 && Number(b.more) > 0,
      );
    });
  } catch (error) {
    report.check('the run reached its end', false, error instanceof Error ? error.stack : error);
  } finally {
    await app.stop();
    data.remove();
  }
  report.end();
}
await main();
