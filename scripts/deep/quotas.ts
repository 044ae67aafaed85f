/** Asks the server to store as much as it will: it refuses by the name of a limit, the disk does not fill, and what is deleted makes room again. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { API_LIMITS } from '../../server/contract/parts.ts';
import { seededRandom } from '../../server/domain/picturing/place/seeded-random.ts';
import { ask, postJson, type Answer } from './lib/ask.ts';
import { seedOf, startReport } from './lib/report.ts';
import { startApp, throwawayData, type RunningApp } from './lib/run-app.ts';

const NAME = 'quotas';
const random = seededRandom(seedOf(NAME));
const report = startReport(NAME);
/** Requests sent beside each other. */
const BESIDE = 4;
/** Bytes by which the folder of the database may grow: six times what both kinds may hold, since transaction logs are kept for a while. */
const DISK_BYTES_AT_MOST = 600_000_000;

const word = () => Math.floor(random() * 2 ** 52).toString(36);
const ids = (number: number) => Array.from({ length: number }, () => `stored-${word()}`);
const nameIn = ({ body }: Answer): string | undefined => (body as { limit?: { name: string } }).limit?.name;

function sizeOf(folder: string): number {
  let size = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    // A file that is removed meanwhile has no size.
    if (entry.isDirectory()) size += sizeOf(path);
    else if (entry.isFile()) size += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  }
  return size;
}

/** Stores until something is refused. */
async function fill(store: (n: number) => Promise<Answer>, most: number): Promise<{ stored: Answer[]; refused: Answer | undefined }> {
  const stored: Answer[] = [];
  let refused: Answer | undefined;
  let next = 0;
  const keepStoring = async () => {
    while (refused === undefined && next < most) {
      const answer = await store((next += 1));
      if (answer.status === 200) stored.push(answer);
      else refused ??= answer;
    }
  };
  await Promise.all(Array.from({ length: BESIDE }, keepStoring));
  return { stored, refused };
}

async function storeViews(app: RunningApp): Promise<void> {
  // As long as a view may be: what fills a volume soonest.
  const store = () => postJson(`${app.url}/api/view-states`, { view: { v: 1, n: ids(10_000) } });
  const { stored, refused } = await fill(store, API_LIMITS.storedViews);
  report.check('views are stored until a limit', stored.length > 0 && refused !== undefined, refused);
  report.check('the limit is named with the remedy', refused?.status === 422 && nameIn(refused) === 'storedViewCharacters', refused?.body);
  report.check('what was stored is still read', (await ask(`${app.url}/api/view-states/${digestOf(stored[0])}`)).status === 200);
  report.check('another one is refused as well', (await store()).status === 422);
  const gone = await ask(`${app.url}/api/view-states/${digestOf(stored[0])}`, { method: 'DELETE' });
  report.check('one is deleted', gone.status === 200, gone.body);
  const again = await store();
  report.check('its room is free again', again.status === 200, again.body);
}

const digestOf = (answer: Answer | undefined): string => (answer?.body as { digest?: string } | undefined)?.digest ?? 'none';

async function saveSets(app: RunningApp): Promise<void> {
  const save = (n: number) =>
    ask(`${app.url}/api/saved-sets/set-${n}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: `Set ${n}`, ids: ids(n % 50 === 0 ? 10_000 : 5) }),
    });
  const { stored, refused } = await fill(save, API_LIMITS.savedSets + BESIDE + 1);
  report.check('sets are saved up to their number', stored.length <= API_LIMITS.savedSets && refused !== undefined, [stored.length, refused]);
  report.check('the limit is named', refused?.status === 422 && nameIn(refused) === 'savedSets', refused?.body);
  const gone = await ask(`${app.url}/api/saved-sets/set-1`, { method: 'DELETE' });
  report.check('one is deleted, and another is saved in its place', gone.status === 200 && (await save(5_000)).status === 200, gone.body);
}

async function main(): Promise<void> {
  const data = throwawayData();
  let app: RunningApp | undefined;
  try {
    app = await startApp(data.dir, { ATTEST_EMPTY: 'true' });
    const running = app;
    const before = sizeOf(join(data.dir, 'neo4j'));
    await report.part('stored views', () => storeViews(running));
    await report.part('saved sets', () => saveSets(running));
    const more = sizeOf(join(data.dir, 'neo4j')) - before;
    report.check(`the data folder grew by ${Math.round(more / 1e6)} MB, within ${DISK_BYTES_AT_MOST / 1e6} MB`, more <= DISK_BYTES_AT_MOST, more);
    report.check('the process still lives', (await ask(`${running.url}/api/health/live`)).status === 200);
  } catch (error) {
    report.check('the run reached its end', false, error instanceof Error ? (error.stack ?? error.message) : error);
  } finally {
    await app?.stop();
    data.remove();
  }
  report.end();
}
await main();
