/** Requests made out of the OpenAPI document by schemathesis, as it describes them and as it does not: every answer is one that the document declares. */
import { randomUUID } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { join } from 'node:path';
import { runCommand } from '../lib/run-command.mjs';
import { ask } from './lib/ask.ts';
import { installPython } from './lib/install-python.ts';
import { isFull, seedOf, startReport } from './lib/report.ts';
import { startApp, throwawayData, type RunningApp } from './lib/run-app.ts';

/** What makes requests out of an OpenAPI document, and what decides which requests a seed makes. */
const SCHEMATHESIS = ['schemathesis==4.32.5', 'hypothesis==6.170.17', 'jsonschema_rs==0.60.3'];
const NAME = 'contract-requests';
const seed = seedOf(NAME);
const report = startReport(NAME);
/** Requests made at random for each operation, besides those made in order for each part of its description. */
const EXAMPLES = isFull ? 200 : 20;
const SEQUENCES = isFull ? 50 : 3;
/** It takes two minutes on a quiet machine; beside other work the thousands of requests of a change alone take ten. */
const LONGEST_MS = isFull ? 7_200_000 : 2_400_000;
/** `--only PART`: requests to the paths that hold this part alone, to look into what failed. */
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
/** How many ids of each kind are offered. */
const IDS = 5;
/** Of a text: more than the number of any paragraph that is cited. */
const PARAGRAPHS = 200;
const TRIES = 10;
/** Names of operations ("GET /api/stats") with what the answers to them were. */
type Answers = Map<string, Map<number, number>>;

/** What is on record: made at random, no id would meet a record, and no path would be one. */
interface Known {
  ids: string[];
  /** The two ends of a hop, and its claim. */
  hop: { ends: string[]; claim: string };
  revision: number;
  /** Change sets that may be undone, and cases that may be copied: no undo takes one of these away. */
  undoable: string[];
  copied: string[];
  texts: Texts;
  /** Persons that may be redacted, and a redaction that may be lifted. */
  persons: string[];
  redactions: string[];
  /** Watches that may be marked as seen, and when the newest of what they show was recorded. */
  watches: { ids: string[]; asOf: string };
}

/** Sources with a text, by what is asked of it: what deletes or replaces one leaves the others to be read. */
interface Texts {
  read: string[];
  replaced: string[];
  deleted: string[];
  /** One with citations whose paragraph is no longer the one they were made for. */
  orphaned: { source: string; citations: string[]; revision: number };
}

async function knownRecords(url: string): Promise<Known> {
  const post = (body: object): RequestInit => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const idsIn = async (path: string, key: string, init?: RequestInit) => {
    const { body } = await ask(`${url}${path}`, init);
    return ((body as Record<string, { id: string }[]>)[key] ?? []).slice(0, IDS).map(({ id }) => id);
  };
  const { body } = await ask(`${url}/api/entities`);
  const entities = (body as { results: { entity: { id: string } }[] }).results.map(({ entity }) => entity.id);
  const others = await Promise.all([idsIn('/api/claims/query', 'claims', post({})), idsIn('/api/sources', 'sources'), idsIn('/api/voices', 'voices')]);
  const { body: drawn } = await ask(`${url}/api/subgraph`, post({ ids: entities }));
  const [hop] = (drawn as { edges: { id: string; segments: { from: string; to: string }[] }[] }).edges.flatMap(({ id, segments }) =>
    segments.map(({ from, to }) => ({ ends: [from, to], claim: id })),
  );
  // First, because a redaction ends the undo of what was before it.
  const { persons, redactions } = await redactionsOf(url);
  const undoable: string[] = [];
  const copied: string[] = [];
  for (let i = 1; i <= IDS; i += 1) {
    undoable.push(await changeOf(url, `requests-${i}`));
    copied.push(`copied-${i}`);
    await changeOf(url, `copied-${i}`);
  }
  if (!hop) throw new Error('No claim of the case joins two of its best known entities, so that no path can be asked for.');
  const ids = [...entities.slice(0, IDS), ...others.flat(), ...undoable, 'requests-1', 'copied-1'];
  return { ids, hop, undoable, copied, texts: await textsOf(url), persons, redactions, revision: await revisionNow(url), watches: await watchesOf(url) };
}

/** Persons in a case of their own, of whom nobody says anything: each is one record. The first is redacted. */
async function redactionsOf(url: string): Promise<{ persons: string[]; redactions: string[] }> {
  const [first = '', ...persons] = Array.from({ length: IDS + 1 }, (_, i) => `nobody-${i}`);
  const entities = [first, ...persons].map((id, i) => ({ id, type: 'Person', names: [{ text: `Nobody Number${i}`, lang: 'en', kind: 'primary' }] }));
  await changeOf(url, 'nobodies', { entities });
  const operation = randomUUID();
  const body = JSON.stringify({ entity: first, who: 'test', why: 'to be lifted', operation, revision: await revisionNow(url), records: 1 });
  const { status } = await ask(`${url}/api/redactions`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  if (status !== 200) throw new Error(`The redaction to be lifted was answered ${status}.`);
  return { persons, redactions: [operation] };
}

/** Gives sources of the case a text. */
async function textsOf(url: string): Promise<Texts> {
  const { body } = await ask(`${url}/api/sources`);
  const texts: Texts = { read: [], replaced: [], deleted: [], orphaned: { source: '', citations: [], revision: 2 } };
  for (const { id } of (body as { sources: { id: string }[] }).sources) {
    await putText(url, id, 'A', 0);
    if (texts.orphaned.source === '') {
      // Every paragraph is another one now, so that each citation of one is an orphan.
      const citations = await putText(url, id, 'Another', 1);
      if (citations.length > 0) texts.orphaned = { source: id, citations: citations.slice(0, IDS), revision: 2 };
      continue;
    }
    const list = [texts.read, texts.replaced, texts.deleted].find(({ length }) => length < IDS);
    if (!list) break;
    list.push(id);
  }
  return texts;
}

/**
 * Paragraphs that are told apart by the word they begin with.
 * @returns the citations that are orphans of it
 */
async function putText(url: string, source: string, word: string, revision: number): Promise<string[]> {
  const text = Array.from({ length: PARAGRAPHS }, (_, i) => `${word} paragraph ${i + 1}.`).join('\n');
  const init = {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text, language: 'en', revision, operation: randomUUID() }),
  };
  const { status, body } = await ask(`${url}/api/sources/${source}/text`, init);
  if (status !== 200) throw new Error(`The text to be asked for was answered ${status}.`);
  return (body as { orphans: { citation: string }[] }).orphans.map(({ citation }) => citation);
}

/** Watches of their own, which no other request deletes. */
async function watchesOf(url: string): Promise<Known['watches']> {
  const ids = Array.from({ length: IDS }, (_, i) => `seen-${i}`);
  const body = JSON.stringify({ title: 'to be marked as seen', who: 'test', question: { kind: 'claims', filter: {} } });
  for (const id of ids) {
    const { status } = await ask(`${url}/api/watches/${id}`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body });
    if (status !== 200) throw new Error(`The watch to be asked for was answered ${status}.`);
  }
  return { ids, asOf: ((await ask(`${url}/api/watches?ids=${ids[0]}`)).body as { asOf: string }).asOf };
}

async function revisionNow(url: string): Promise<number> {
  const { body } = await ask(`${url}/api/changes`);
  return (body as { revision: number }).revision;
}

/** A change set with a case of its own: undone by a request, it takes nothing away that others ask for. */
async function changeOf(url: string, dataset: string, more: object = {}): Promise<string> {
  const operation = randomUUID();
  const revision = await revisionNow(url);
  const change = { dataset, revision, records: { dataset: { id: dataset }, ...more }, who: 'test', why: 'to be read and undone', operation };
  for (let attempt = 1; ; attempt += 1) {
    const { status } = await ask(`${url}/api/changes`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(change) });
    if (status === 200) return operation;
    // Beside other work the first write of a database takes its time; sent again it is written once.
    if (status !== 503 || attempt === TRIES) throw new Error(`The change to be asked for was answered ${status}.`);
    await setTimeout(2_000);
  }
}

/** Settings in the format of schemathesis (TOML). */
function settings({ ids, hop, revision, undoable, copied, texts, persons, redactions, watches }: Known): string {
  const fields = ['path.id', 'query.entities', 'query.plots', 'body.ids[*]', 'body.entities[*]', 'body.claims[*]', 'body.from.ids[*]', 'body.to.ids[*]'];
  const known = {
    known: ids,
    ends: hop.ends,
    joins: [hop.claim],
    revisions: [revision],
    undoable,
    copied,
    read: texts.read,
    replaced: texts.replaced,
    // Counted for each text, one more each time that it is replaced.
    textRevisions: [1, 2, 3],
    deleted: texts.deleted,
    orphaned: [texts.orphaned.source],
    orphans: texts.orphaned.citations,
    orphanedAt: [texts.orphaned.revision],
    persons,
    redactions,
    watches: watches.ids,
    instants: [watches.asOf],
    one: [1],
  };
  const drawnFrom = (dictionary: keyof typeof known) => (field: string) => `${JSON.stringify(field)} = { dictionary = "${dictionary}", probability = 0.9 }`;
  const operation = (name: string, ...drawn: string[]) => ['[[operations]]', `include-name = ${JSON.stringify(name)}`, '[operations.parameters]', ...drawn];
  return [
    ...Object.entries(known).flatMap(([name, values]) => [`[dictionaries.${name}]`, `values = ${JSON.stringify(values)}`]),
    '[parameters]',
    ...fields.map(drawnFrom('known')),
    drawnFrom('ends')('body.paths[*].entities[*]'),
    drawnFrom('joins')('body.paths[*].claims[*]'),
    drawnFrom('ends')('body.parts[*].entities[*]'),
    drawnFrom('joins')('body.parts[*].claims[*]'),
    drawnFrom('joins')('body.parts[*].id'),
    drawnFrom('revisions')('body.revision'),
    // What has the form that the document describes may still be refused: an id is not on record, another write came first, or a rule no schema can say.
    '[checks.positive_data_acceptance]',
    'expected-statuses = ["2xx", "404", "409", "422", "429"]',
    '[checks.negative_data_rejection]',
    'expected-statuses = ["400", "404", "405", "409", "413", "415", "422", "429"]',
    // Sequences of requests, each of which takes from the answer of the one before.
    '[phases.stateful]',
    'max-steps = 6',
    '[phases.stateful.generation]',
    `max-examples = ${SEQUENCES}`,
    'no-shrink = true',
    ...operation('POST /api/changes/{id}/undo', drawnFrom('undoable')('path.id'), drawnFrom('revisions')('body.revision')),
    ...operation('POST /api/cases/{id}/copy', drawnFrom('copied')('path.id')),
    ...operation('GET /api/sources/{id}/text', drawnFrom('read')('path.id')),
    ...operation('GET /api/sources/{id}/text/names', drawnFrom('read')('path.id')),
    ...operation('PUT /api/sources/{id}/text', drawnFrom('replaced')('path.id'), drawnFrom('textRevisions')('body.revision')),
    ...operation('DELETE /api/sources/{id}/text', drawnFrom('deleted')('path.id')),
    ...operation(
      'POST /api/sources/{id}/text/kept',
      drawnFrom('orphaned')('path.id'),
      drawnFrom('orphans')('body.citations[*]'),
      drawnFrom('orphanedAt')('body.revision'),
    ),
    ...operation('POST /api/redactions/plan', drawnFrom('persons')('body.entity')),
    ...operation('POST /api/redactions', drawnFrom('persons')('body.entity'), drawnFrom('revisions')('body.revision'), drawnFrom('one')('body.records')),
    ...operation('DELETE /api/redactions/{id}', drawnFrom('redactions')('path.id')),
    ...operation('POST /api/watches/{id}/seen', drawnFrom('watches')('path.id'), drawnFrom('instants')('body.until')),
    ...operation('POST /api/holds-up', drawnFrom('joins')('body.of.id')),
    '',
  ].join('\n');
}

interface Scenario {
  ScenarioFinished?: {
    recorder?: { interactions?: Record<string, { request: { method: string; uri: string }; response?: { status_code: number } }> };
  };
}

/** The answers by operation; requests with methods that a path does not have are of none. */
async function answersIn(events: string, operations: readonly string[]): Promise<Answers> {
  const matchers = operations.map((operation) => {
    const [method = '', path = ''] = operation.split(' ');
    return { operation, method, path: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`), parts: path.includes('{') };
  });
  // A path without parts goes first: /api/claims/query is no claim of that name.
  matchers.sort((a, b) => Number(a.parts) - Number(b.parts));
  const answers: Answers = new Map(operations.map((operation) => [operation, new Map()]));
  for await (const line of createInterface({ input: createReadStream(events) })) {
    const { ScenarioFinished: finished } = JSON.parse(line) as Scenario;
    for (const { request, response } of Object.values(finished?.recorder?.interactions ?? {})) {
      const { pathname } = new URL(request.uri);
      const met = matchers.find(({ method, path }) => method === request.method && path.test(pathname));
      const counts = met && answers.get(met.operation);
      const status = response?.status_code ?? -1;
      counts?.set(status, (counts.get(status) ?? 0) + 1);
    }
  }
  return answers;
}

const sumOf = (counts: ReadonlyMap<number, number>, which: (status: number) => boolean): number =>
  [...counts].reduce((sum, [status, number]) => sum + (which(status) ? number : 0), 0);

async function requestAll(program: string, app: RunningApp, folder: string): Promise<void> {
  const { body } = await ask(`${app.url}/api/openapi.json`);
  const { paths } = body as { paths: Record<string, Record<string, unknown>> };
  const operations = Object.entries(paths)
    .filter(([path]) => only === undefined || path.includes(only))
    .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
  const [config, events] = [join(folder, 'schemathesis.toml'), join(folder, 'events.ndjson')];
  writeFileSync(config, settings(await knownRecords(app.url)));
  const { code } = await runCommand(
    program,
    [
      '--config-file',
      config,
      'run',
      `${app.url}/api/openapi.json`,
      '--checks=all',
      ...(only === undefined ? [] : [`--include-path-regex=${only}`]),
      '--mode=all',
      '--phases=examples,coverage,fuzzing,stateful',
      `--seed=${seed}`,
      `--max-examples=${EXAMPLES}`,
      '--workers=1',
      '--continue-on-failure',
      '--generation-database=none',
      '--suppress-health-check=all',
      '--request-timeout=30',
      '--no-color',
      '--report=ndjson',
      `--report-ndjson-path=${events}`,
    ],
    // A run of its own folder: schemathesis writes there what it remembers.
    { cwd: folder, show: true, timeoutMs: LONGEST_MS },
  );
  report.check(
    'schemathesis found no answer that differs from the document',
    code === 0,
    `exit ${code}; what failed is printed above, each with a request to repeat it`,
  );
  const answers = await answersIn(events, operations);
  const all = [...answers.values()];
  const total = all.reduce((sum, counts) => sum + sumOf(counts, () => true), 0);
  for (const [operation, counts] of answers) {
    process.stdout.write(
      `    ${operation}: ${[...counts]
        .toSorted(([a], [b]) => a - b)
        .map(([status, number]) => `${number} × ${status}`)
        .join(', ')}\n`,
    );
  }
  const unmet = operations.filter((operation) => sumOf(answers.get(operation) ?? new Map(), (status) => status >= 200 && status < 300) === 0);
  report.check(
    `each of the ${operations.length} operations was reached and answered with success at least once, of ${total} requests`,
    unmet.length === 0,
    unmet,
  );
  const failed = all.reduce((sum, counts) => sum + sumOf(counts, (status) => status < 0 || status >= 500), 0);
  report.check('no answer of 5xx, and none left out', failed === 0, failed);
  const late = all.reduce((sum, counts) => sum + sumOf(counts, (status) => status === 429), 0);
  report.check('few requests were told to come later (429)', late * 20 < total, late);
}

async function main(): Promise<void> {
  const data = throwawayData();
  const folder = mkdtempSync(join(tmpdir(), 'attest-contract-'));
  let app: RunningApp | undefined;
  try {
    const program = join(await installPython('schemathesis', SCHEMATHESIS), 'schemathesis');
    app = await startApp(data.dir);
    const running = app;
    await report.part('requests', () => requestAll(program, running, folder));
    report.check(
      'the same process still lives',
      running.process.exitCode === null && (await ask(`${running.url}/api/health/live`)).status === 200,
      running.output().slice(-1_000),
    );
  } catch (error) {
    report.check('the run reached its end', false, error instanceof Error ? error.message : error);
  } finally {
    await app?.stop();
    data.remove();
    rmSync(folder, { recursive: true, force: true });
  }
  report.end();
}
await main();
