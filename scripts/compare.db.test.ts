/** `npm run compare` and `npm run what-if` on genuine Neo4j: words, JSON, CSV, names that several have, exit codes. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { compareCases } from '../server/contract/routes/compare.ts';
import { readCsv } from '../server/exchange/csv-table.ts';
import { importFiles } from '../server/usecases/importing/import-files.ts';
import { listChanges } from '../server/usecases/editing/list-changes.ts';
import { freshDatabase } from '../test-support/fresh-database.ts';
import { testNeo4j } from '../test-support/test-neo4j.ts';
import { listFiles } from './lib/collect-files.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const SLOW = 600_000;
let changes: string[] = [];

beforeAll(async () => {
  const db = await freshDatabase();
  for (const folder of ['vocabulary', 'cases/demonstration']) {
    const names = await listFiles([join(root, 'fixtures', folder)]);
    const files = names.map((name) => ({ name, bytes: readFileSync(name) }));
    expect((await importFiles(db, { files, dryRun: false, prune: false, overwrite: false, who: 'test' })).outcome).toBe('done');
  }
  const { changeSets } = await listChanges(db, { query: { limit: 10, offset: 0 } });
  changes = changeSets.map(({ id }) => id).toReversed();
  await db.close();
}, SLOW);

async function run(script: 'compare' | 'what-if', ...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const { uri, user, password } = testNeo4j();
  const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', join(root, `scripts/${script}.ts`), ...args], {
    cwd: root,
    env: { ...process.env, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password },
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}
const answerIn = (out: string): z.infer<typeof compareCases.response> => compareCases.response.parse(JSON.parse(out));

test('two dates are compared in words, as JSON and as CSV, and all three say the same', { timeout: SLOW }, async () => {
  const dates = ['--before', 'published=2023-12', '--after', 'published=2024-12'];
  const words = await run('compare', ...dates, '--from', 'jonas-verdan', '--to', 'tarvonia');
  expect([words.code, words.err]).toEqual([0, '']);
  expect(words.out).toMatch(/^Between the two dates /);
  const { gained, lost, changed, answer } = answerIn((await run('compare', ...dates, '--json')).out);
  expect(words.out.startsWith(answer.text.slice(0, -1))).toBe(true);
  for (const [heading, list] of Object.entries({ Gained: gained, Lost: lost, Changed: changed }))
    if (list.total > 0) expect(words.out).toContain(`\n${heading}: ${list.total}\n`);
  expect(gained.total + changed.total).toBeGreaterThan(0);
  const table = readCsv((await run('compare', ...dates, '--csv')).out).rows.map(({ cells }) => cells);
  expect(table.filter(([what]) => what === 'claim').length).toBe(gained.total + lost.total + changed.total);
});

test('two change sets and two choices of datasets are compared by name', { timeout: SLOW }, async () => {
  const after = await run('compare', '--changes', ...changes.slice(0, 2), '--json');
  expect(after.code, after.err).toBe(0);
  const found = answerIn(after.out);
  expect([found.standing.before, found.gained.total]).toEqual([0, found.standing.after]);
  expect(found.standing.after).toBeGreaterThan(20);
  const datasets = answerIn((await run('compare', '--datasets', 'core', '--with', 'Radio Lantern', '--json')).out);
  expect([datasets.kind, datasets.gained.total]).toEqual(['datasets', found.gained.total]);
});

test('what falls without a voice is said by the name of the voice', { timeout: SLOW }, async () => {
  const named = await run('what-if', '--strike', 'voice:Courier');
  expect([named.code, named.err]).toEqual([0, '']);
  expect(named.out).toMatch(/^Without it \d+ of \d+ claims fall/);
  expect(named.out).toMatch(/\nFalls: \d+\n/);
});

test('what a draft would do is said from a file of edits, with what is struck beside it or alone', { timeout: SLOW }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'attest-what-if-'));
  const write = (name: string, content: object): string => {
    writeFileSync(join(folder, name), JSON.stringify(content));
    return join(folder, name);
  };
  try {
    const somebody = { id: 'drafted', type: 'Person', names: [{ text: 'Drafted Person', lang: 'en', kind: 'primary' }] };
    const voice = { id: 'drafted-voice', name: 'Drafted Courier', stake: 'none' };
    const source = { id: 'drafted-source', kind: 'article', voice: voice.id, published: { edtf: '2024-05', basis: 'stated' }, seen: true };
    const told = { source: source.id, locator: { paragraph: 1 }, paraphrase: 'It is told so.', standing: { level: 'reported' } };
    const claim = { id: 'drafted-claim', subject: 'drafted', predicate: 'communicated-with', object: 'jonas-verdan', citations: [told] };
    const records = { voices: [voice], sources: [source], entities: [somebody], claims: [claim] };
    const edits = write('edits.json', { dataset: 'demonstration', records });
    const alone = await run('what-if', '--with', edits, '--from', 'jonas-verdan', '--to', 'tarvonia');
    expect([alone.code, alone.err]).toEqual([0, '']);
    expect(alone.out).toMatch(/^With the draft the case gains 1 claim/);
    expect(alone.out).toContain('\nEntities gained: 1\n  Drafted Person\n');
    const beside = answerIn((await run('what-if', '--with', edits, '--strike', 'voice:Courier', '--json')).out);
    expect([beside.gained.items.map(({ id }) => id), beside.lost.total > 0]).toEqual([['drafted-claim'], true]);
    const wrong = await run('what-if', '--with', write('wrong.json', { dataset: 'demonstration', records: { claims: [{ ...claim, object: 'nobody' }] } }));
    expect(wrong.code).toBe(1);
    const [none, form] = [
      await run('what-if', '--with', join(folder, 'none.json')),
      await run('what-if', '--with', write('form.json', { records: { claims: 1 } })),
    ];
    expect([none.code, none.err.includes('none.json'), form.code, form.err.includes('claims')]).toEqual([1, true, 1, true]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('what is not clear is refused with what to write instead', { timeout: SLOW }, async () => {
  const several = await run('what-if', '--strike', 'voice:e');
  expect([several.code, several.out]).toEqual([1, '']);
  expect(several.err).toMatch(/“e” may be any of \d+: .+Give one of these ids\./);
  for (const [script, args, code, says] of [
    ['what-if', ['--strike', 'voice:nobody at all'], 1, 'There is no voice “nobody at all”.'],
    ['what-if', ['--strike', 'Courier'], 1, 'does not say what is struck'],
    ['what-if', [], 2, 'say what is struck'],
    ['compare', [], 2, 'say what to compare'],
    ['compare', ['--before', 'published=May', '--after', 'published=2024'], 1, 'published'],
    ['compare', ['--before', 'published='], 2, 'published=2022-12'],
    ['compare', ['--changes', 'one'], 2, 'two change sets'],
  ] as const) {
    const { code: ended, err } = await run(script, ...args);
    expect([script, ...args, ended]).toEqual([script, ...args, code]);
    expect(err).toContain(says);
  }
});
