/** Uploads made to stop the server: every one ends in a report or a refusal by name, and the process answers others all the while. */
import { request } from 'node:http';
import { startApp, throwawayData, type RunningApp } from './lib/run-app.ts';
import { isFull, seedOf, startReport } from './lib/report.ts';
import { generateFiles } from '../generate/power-law-case.ts';

const NAME = 'hostile-uploads';
const seed = seedOf(NAME);
const report = startReport(NAME);
/** Milliseconds between two looks at `/api/health/live`. */
const PROBE_MS = 20;

interface Outcome {
  status: number;
  job: {
    state?: string;
    code?: string;
    report?: { outcome: string; message: string; problems: { code: string; message: string; count?: number }[]; records: { new: number } };
  };
  seconds: number;
}

async function upload(url: string, files: { name: string; bytes: Uint8Array }[], query = ''): Promise<Outcome> {
  const from = performance.now();
  const form = new FormData();
  for (const { name, bytes } of files) form.append('file', new Blob([new Uint8Array(bytes)]), name);
  const answer = await fetch(`${url}/api/imports?wait=true${query}`, { method: 'POST', body: form });
  return { status: answer.status, job: (await answer.json()) as Outcome['job'], seconds: (performance.now() - from) / 1_000 };
}

/** Milliseconds until `/api/health/live` answers; Infinity where it does not answer 200. */
function live(url: string): Promise<number> {
  const from = performance.now();
  return new Promise((done) => {
    const asked = request(`${url}/api/health/live`, (answer) => {
      answer.resume().on('end', () => done(answer.statusCode === 200 ? performance.now() - from : Infinity));
    });
    asked.on('error', () => done(Infinity));
    asked.end();
  });
}

/** Looks at the health of the process all the while. */
async function probed<T>(url: string, work: () => Promise<T>): Promise<{ result: T; p99: number; worst: number }> {
  const times: number[] = [];
  let isOver = false;
  const probing = (async () => {
    while (!isOver) {
      times.push(await live(url));
      await new Promise((settle) => setTimeout(settle, PROBE_MS));
    }
  })();
  const result = await work();
  isOver = true;
  await probing;
  times.sort((a, b) => a - b);
  return { result, p99: times[Math.floor(times.length * 0.99)] ?? 0, worst: times.at(-1) ?? 0 };
}

const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const file = (name: string, content: Record<string, unknown>) => ({ name, bytes: json({ format: 'attest/1', dataset: { id: 'hostile' }, ...content }) });
const claim = (i: number, subject: string) => ({
  id: `c${i}`,
  subject,
  predicate: 'hired',
  object: `nobody-${i}`,
  citations: [{ source: 'no-source', paraphrase: 'said so', standing: { level: 'reported' } }],
});

const CASES: { what: string; files(): { name: string; bytes: Uint8Array }[]; expect(outcome: Outcome): boolean }[] = [
  {
    what: 'a million faulty records (42 MB)',
    files: () => [file('faulty.json', { entities: Array.from({ length: 1_000_000 }, (_, i) => ({ id: `e${i}`, type: 'Nobody', n: i })) })],
    expect: ({ job }) => job.state === 'refused' && job.report?.problems.some(({ code }) => code === 'checking-stopped') === true,
  },
  {
    what: 'a thousand malformed records (40 kB)',
    files: () => [file('malformed.json', { claims: Array.from({ length: 1_000 }, (_, i) => ({ id: `c${i}`, subject: [i], object: 7 })) })],
    expect: ({ job }) => job.state === 'refused' && (job.report?.problems.length ?? 0) <= 300,
  },
  {
    what: 'five thousand claims with unknown ids',
    files: () => [file('unknown.json', { claims: Array.from({ length: 5_000 }, (_, i) => claim(i, `unknown-${i}`)) })],
    expect: ({ job }) => job.state === 'refused' && job.report?.problems.some(({ code }) => code === 'more-problems') === true,
  },
  {
    what: 'a list nested a hundred thousand deep',
    files: () => [{ name: 'deep.json', bytes: new TextEncoder().encode('['.repeat(100_000)) }],
    expect: ({ job }) => job.state === 'refused',
  },
  {
    what: 'fifty megabytes of faults of syntax',
    files: () => [{ name: 'syntax.json', bytes: new TextEncoder().encode(`{"format":"attest/1","claims":[${'NaN,'.repeat(12_500_000)}]}`) }],
    expect: ({ job }) => job.state === 'refused',
  },
  {
    what: 'fifty megabytes of text that is no JSON',
    files: () => [{ name: 'text.json', bytes: new Uint8Array(50_000_000).fill(120) }],
    expect: ({ job }) => job.state === 'refused',
  },
];

/** A valid case of about so many megabytes. */
const valid = (megabytes: number) =>
  generateFiles({ dataset: 'large', seed, entities: megabytes * 1_100, claims: megabytes * 2_200, hubDegree: 500 }).map(({ name, bytes }) => ({ name, bytes }));

async function tryOne(url: string, { what, files, expect }: (typeof CASES)[number]): Promise<void> {
  const sent = files();
  const { result, p99, worst } = await probed(url, () => upload(url, sent));
  const said = result.job.report?.message ?? JSON.stringify(result.job).slice(0, 500);
  report.check(`${what}: the upload ends as it should`, expect(result), said);
  report.check(`${what}: the process answers others meanwhile`, worst < Infinity);
  process.stdout.write(`       ${said} ${result.seconds.toFixed(1)} s; live p99 ${p99.toFixed(0)} ms, worst ${worst.toFixed(0)} ms\n`);
}

const data = throwawayData();
let app: RunningApp | undefined;
const start = async (env: Record<string, string>) => {
  await app?.stop();
  app = await startApp(data.dir, env);
  return app.url;
};
try {
  await report.part('uploads that are refused', async () => {
    const url = await start({});
    for (const one of CASES) await tryOne(url, one);
  });
  await report.part('an upload that needs more memory than it may', async () => {
    const url = await start({ ATTEST_IMPORT_MEMORY: '128' });
    await tryOne(url, {
      what: 'a valid case of 40 MB, with 128 MB of memory',
      files: () => valid(40),
      expect: ({ job }) => job.state === 'refused' && job.report?.message.includes('limit importMemory of 128 MB') === true,
    });
    const after = await upload(url, [
      file('small.json', { entities: [{ id: 'somebody', type: 'Person', names: [{ text: 'Somebody', lang: 'en', kind: 'primary' }] }] }),
    ]);
    report.check('the next import starts a new process, and is done', after.job.state === 'done', after.job);
  });
  if (isFull)
    await report.part('a valid case of 150 MB', async () => {
      const url = await start({});
      await tryOne(url, {
        what: 'a valid case of 150 MB',
        files: () => valid(150),
        expect: ({ job }) => job.state === 'done' || (job.state === 'refused' && /limit \w+/.test(job.report?.message ?? '')),
      });
    });
} finally {
  await app?.stop();
  data.remove();
}
report.end();
