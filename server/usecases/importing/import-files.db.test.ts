/** Imports on genuine Neo4j: all or nothing, no change when repeated, and no record of another dataset touched. */
import { randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { seededRandom } from '../../domain/picturing/place/seeded-random.ts';
import { freshDatabase } from '../../../test-support/fresh-database.ts';
import { emptyPut } from '../../domain/importing/change-plan.ts';
import type { CuratedFile } from '../../domain/importing/curated-file.ts';
import { deriveFigures } from '../../domain/figures/derive-figures.ts';
import type { Voice } from '../../domain/model/records.ts';
import { coreFile, demoFile } from '../../domain/testing/curated-demo.ts';
import { commitChanges } from '../../store/commit-changes.ts';
import type { Database } from '../../store/connect.ts';
import { loadAllRecords } from '../../store/load-records.ts';
import { currentRevision } from '../../store/statements/recording/change-sets.ts';
import { readFigures } from '../../store/statements/claims.ts';
import { deriveChanges } from './derive-changes.ts';
import { importFiles, type ImportInput } from './import-files.ts';
import type { InputFile } from './files/read-curated-file.ts';
import { verifyRecords } from '../verifying/verify-records.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const bytes = (text: string) => new TextEncoder().encode(text);
const fileOf = (name: string, content: CuratedFile): InputFile => ({ name, bytes: bytes(JSON.stringify(content, null, 1)) });
const demo = (content: CuratedFile = demoFile()): InputFile[] => [fileOf('core/core.json', coreFile()), fileOf('demo/demo.json', content)];
const only = (content: CuratedFile): InputFile[] => [fileOf(`${content.dataset?.id ?? 'none'}/file.json`, content)];
const curatedCase = (): InputFile[] =>
  ['fixtures/vocabulary', 'fixtures/cases/iran-plots'].flatMap((folder) =>
    readdirSync(`${ROOT}${folder}`)
      .filter((name) => name.endsWith('.json'))
      .map((name) => ({ name: `${folder}/${name}`, bytes: readFileSync(`${ROOT}${folder}/${name}`) })),
  );

const SLOW = 240_000;

let db: Database;
beforeEach(async () => {
  await db?.close();
  db = await freshDatabase();
});
afterAll(async () => db?.close());

const run = (files: InputFile[], more: Partial<ImportInput> = {}) =>
  importFiles(db, { files, dryRun: false, prune: false, overwrite: false, who: 'test', ...more });
const revision = async () => (await db.ready()).revision;
const stored = () => db.read(async (tx) => loadAllRecords(tx));
/** Edits a voice by a change set of kind `edit`. */
async function editVoice(voice: Voice): Promise<void> {
  const delta = { put: { ...emptyPut(), voices: [voice] }, remove: [] };
  const derived = await db.read((tx) => deriveChanges(tx, delta));
  const changeSet = { id: randomUUID(), kind: 'edit' as const, who: 'test', why: 'a correction', at: new Date().toISOString() };
  await commitChanges(db, { ...delta, ...derived, operationId: randomUUID(), expectedRevision: await revision(), changeSet });
}
const expectSound = async () => expect((await verifyRecords(db)).faults).toEqual([]);

describe('the curated case', () => {
  test('is imported whole, and a second import reports that nothing changes', { timeout: SLOW }, async () => {
    const first = await run(curatedCase());
    expect(first).toMatchObject({ outcome: 'done', problems: [], revision: { before: 0, after: 1 }, datasets: ['core', 'iran-plots'] });
    expect(first.records.new).toBeGreaterThan(400);
    await expectSound();
    const records = await stored();
    expect(records.claims.size).toBe(first.records.byKind.claim?.new);
    expect([...records.citations.values()].flat()).toHaveLength(first.records.byKind.citation?.new ?? -1);

    const second = await run(curatedCase());
    expect(second).toMatchObject({ outcome: 'unchanged', revision: { before: 1, after: 1 } });
    expect(second.records).toMatchObject({ new: 0, changed: 0, removed: 0, kept: 0, unchanged: first.records.new });
    expect(second.message).toContain('unchanged');
    expect(await revision()).toBe(1);
  });

  test('keeps the title of a dataset where a file is given to it and says nothing of it', { timeout: SLOW }, async () => {
    await run(demo());
    expect(await run([fileOf('more.json', { format: 'attest/1' })], { dataset: 'demo' })).toMatchObject({ outcome: 'unchanged' });
    expect((await stored()).datasets.get('demo')).toHaveProperty('title', 'Demonstration');
  });

  test('a dry run plans what the real run does, and writes nothing', { timeout: SLOW }, async () => {
    const planned = await run(curatedCase(), { dryRun: true });
    expect(planned).toMatchObject({ outcome: 'planned', dryRun: true });
    expect(await revision()).toBe(0);
    const done = await run(curatedCase());
    for (const part of ['records', 'created', 'changed', 'removed', 'claims', 'conflicts', 'datasets', 'files', 'staged'] as const)
      expect(done[part]).toEqual(planned[part]);
  });
});

/** The case with about half of its claims, and without rivals and decisions on the claims left out. */
function half(seed: number): InputFile[] {
  const random = seededRandom(seed);
  return curatedCase().map(({ name, bytes: whole }) => {
    const { rivals: _, ...file }: CuratedFile = JSON.parse(new TextDecoder().decode(whole));
    return { name, bytes: bytes(JSON.stringify({ ...file, ...(file.claims ? { claims: file.claims.filter(() => random() < 0.5) } : {}) })) };
  });
}

test.each([Date.now() % 2_147_483_647])(
  'a case that comes in two parts (seed %i) ends as the whole would: what is new moves what was stored',
  { timeout: SLOW },
  async (seed) => {
    const first = await run(half(seed));
    expect(first).toMatchObject({ outcome: 'done', problems: [] });
    const second = await run(curatedCase());
    expect(second).toMatchObject({ outcome: 'done', problems: [] });
    expect(second.records.byKind.claim?.new).toBeGreaterThan(150);
    await expectSound();
    const { records, figures } = await db.read(async (tx) => {
      const all = await loadAllRecords(tx);
      return { records: all, figures: await readFigures.run(tx, { rev: await currentRevision(tx), ids: [...all.claims.keys()] }) };
    });
    const whole = deriveFigures(records);
    for (const row of figures) expect(JSON.parse(row.figures), row.id).toEqual(whole.get(row.id));
    expect(figures).toHaveLength(records.claims.size);
  },
);

test('a broken copy with ten kinds of fault is refused whole, each named and located', { timeout: SLOW }, async () => {
  await run(demo());
  const before = await revision();
  const text = [
    '{ "format": "attest/1",', // 1
    '  "dataset": { "id": "demo", "title": "Demonstration", "knowledgeUntil": { "edtf": "2024-09", "basis": "stated" } },', // 2
    '  "defaults": { "source": "daily" },', // 3
    '  "entities": [', // 4
    '    { "id": "ivan", "id": "ivan2", "type": "Person", "names": [{ "text": "Ivan", "lang": "en", "kind": "primary" }] },', // 5: duplicate key
    '    { "id": "oleg", "type": "Persn", "names": [{ "text": "Oleg", "lang": "en", "kind": "primary" }] },', // 6: no such type
    '    { "id": "unknown", "type": "Person", "names": [{ "text": "U", "lang": "en", "kind": "primary" }] },', // 7: reserved
    '    { "id": "pavel", "type": "Person", "nmaes": [], "names": [{ "text": "Pavel", "lang": "en", "kind": "primary" }] }', // 8: unknown field
    '  ],', // 9
    '  "claims": [', // 10
    '    { "id": "n1", "subject": "sylvania", "predicate": "hired", "object": "ivan",', // 11
    '      "citations": [ { "paraphrase": "a \\ud83d b", "standing": { "level": "reported" } } ] },', // 12: lone surrogate
    '    { "id": "n2", "subject": "sylvania", "predicate": "hired", "object": "ivan", "attempted": true,', // 13
    '      "citations": [ { "locator": { "paragraph": 9007199254740993 }, "paraphrase": "b", "standing": { "level": "reported" } } ] },', // 14: beyond 2^53
    '  ],', // 15
    '  "rivals": [ { "claims": ["n1", "n2"] } ],', // 16: missing field
    '  // a remark', // 17: comment
    '  "identities": []', // 18
    '}',
  ].join('\n');
  const other = {
    format: 'attest/1',
    entities: [{ id: 'ivna', type: 'Person', candidates: ['ivan', 'olge'], names: [{ text: 'X', lang: 'en', kind: 'label' }] }],
    claims: [
      {
        id: 'n3',
        subject: 'sylvnaia',
        predicate: 'hired',
        object: 'ivan',
        citations: [{ paraphrase: 'c', standing: { level: 'alleged' }, happened: { edtf: '2022-13', basis: 'stated' } }],
      },
    ],
  } satisfies CuratedFile;
  const report = await run([{ name: 'demo/broken.json', bytes: bytes(text) }, fileOf('demo/second.json', other)], { dataset: 'demo' });
  expect(report.outcome).toBe('refused');
  const told = report.problems.map((p) => [p.code, p.file, p.line]);
  for (const fault of [
    ['duplicate-key', 'demo/broken.json', 5],
    ['not-allowed-value', 'demo/broken.json', 6],
    ['reserved-id', 'demo/broken.json', 7],
    ['unknown-field', 'demo/broken.json', 8],
    ['lone-surrogate', 'demo/broken.json', 12],
    ['unsafe-integer', 'demo/broken.json', 14],
    ['trailing-comma', 'demo/broken.json', 14],
    ['missing-field', 'demo/broken.json', 16],
    ['comment', 'demo/broken.json', 17],
  ])
    expect(told).toContainEqual(fault);
  const semantic = report.problems.filter((p) => p.file === 'demo/second.json');
  expect(semantic.map((p) => p.code).sort()).toEqual(
    ['by-missing', 'invalid-date', 'missing-source', 'unknown-id', 'unknown-id'].filter((code) => semantic.some((p) => p.code === code)).sort(),
  );
  expect(semantic).toContainEqual(expect.objectContaining({ code: 'unknown-id', pointer: '/claims/0/subject', remedy: 'did you mean "sylvania"?' }));
  for (const problem of report.problems)
    expect(problem).toMatchObject({ line: expect.any(Number), column: expect.any(Number), pointer: expect.any(String), message: expect.any(String) });
  expect(await revision()).toBe(before);
  expect(report.revision).toEqual({ before, after: before });
  await expectSound();
});

test('a change is reported field by field, with its effects on claims', { timeout: SLOW }, async () => {
  await run(demo());
  const changed = demoFile();
  changed.voices[1] = { id: 'newsroom', name: 'The Daily of Freedonia', stake: 'unclear' };
  changed.claims[0]?.citations.push({
    locator: { paragraph: 40 },
    origin: 'papers',
    originBasis: 'stated',
    paraphrase: 'He stands trial.',
    standing: { level: 'charged', by: 'moj', case: 'case-1' },
  });
  const report = await run(demo(changed));
  expect(report).toMatchObject({ outcome: 'done', records: { new: 1, changed: 1 }, revision: { before: 1, after: 2 } });
  expect(report.changed).toEqual([
    {
      kind: 'voice',
      id: 'newsroom',
      fields: [
        { field: 'name', before: 'The Daily', after: 'The Daily of Freedonia' },
        { field: 'stake', before: 'none', after: 'unclear' },
      ],
    },
  ]);
  expect(report.claims.standingChanges).toEqual([{ claim: 'c1', from: 'alleged', to: 'charged' }]);
  await expectSound();
  const records = await stored();
  expect(deriveFigures(records).get('c1')?.level).toBe('charged');
});

describe('prune', () => {
  test('removes records gone from the files, which an import without it keeps', { timeout: SLOW }, async () => {
    await run(demo());
    const less = demoFile();
    less.claims = less.claims.filter((claim) => claim.id !== 'c3' && claim.id !== 'c6');
    const kept = await run(demo(less));
    expect(kept).toMatchObject({ outcome: 'unchanged', records: { kept: 4, removed: 0 } });
    const refused = await run(demo(less), { prune: true });
    expect(refused).toMatchObject({ outcome: 'refused', problems: [{ code: 'large-prune', remedy: expect.stringContaining('--prune=4') }] });
    expect(await run(demo(less), { prune: true, dryRun: true })).toMatchObject({
      outcome: 'planned',
      removed: { length: 4 },
      warnings: [{ code: 'large-prune', file: 'demo/demo.json', pointer: '/dataset', remedy: expect.stringContaining('--prune=4') }],
    });
    expect(await run(demo(less), { prune: true, pruneExactly: 3, dryRun: true })).toMatchObject({ warnings: [{ code: 'prune-number-differs' }] });
    expect(await run(demo(less), { prune: true, pruneExactly: 4, dryRun: true })).toMatchObject({ outcome: 'planned', warnings: [] });
    const pruned = await run(demo(less), { prune: true, pruneExactly: 4 });
    expect(pruned).toMatchObject({ outcome: 'done', records: { removed: 4, kept: 0 } });
    expect(pruned.claims.summary).toEqual(['2 claims are removed']);
    expect([...(await stored()).claims.keys()].sort()).toEqual(['c1', 'c2', 'c4', 'c5']);
    await expectSound();
    expect(await run(demo(less), { prune: true })).toMatchObject({ outcome: 'unchanged' });
  });

  test('of an entity another dataset refers to is refused by name', { timeout: SLOW }, async () => {
    await run(demo());
    const other: CuratedFile = {
      format: 'attest/1',
      dataset: { id: 'other' },
      claims: [
        {
          id: 'o1',
          subject: 'ivan',
          predicate: 'met',
          object: 'someone',
          citations: [{ source: 'daily', paraphrase: 'They met.', standing: { level: 'reported' } }],
        },
      ],
    };
    expect(await run(only(other))).toMatchObject({ outcome: 'done' });
    const less = demoFile();
    less.entities = less.entities.filter((entity) => entity.id !== 'someone');
    const report = await run(demo(less), { prune: true, pruneExactly: 1 });
    expect(report).toMatchObject({
      outcome: 'refused',
      problems: [{ code: 'referred-to', message: expect.stringMatching(/"someone".*"o1".*"other"/), file: 'demo/demo.json', pointer: '/dataset' }],
    });
    expect(await revision()).toBe(2);
    await expectSound();
  });
});

test('the same claim of another dataset is joined, and pruning removes only the citations of its own dataset', { timeout: SLOW }, async () => {
  await run(demo());
  const other: CuratedFile = {
    format: 'attest/1',
    dataset: { id: 'other' },
    voices: [{ id: 'weekly-room', name: 'The Weekly', stake: 'none' }],
    sources: [{ id: 'weekly', kind: 'article', voice: 'weekly-room', seen: true, publisher: 'The Weekly' }],
    claims: [
      {
        id: 'o1',
        subject: 'unknown',
        predicate: 'hired',
        object: 'ivan',
        citations: [{ source: 'weekly', paraphrase: 'It knows so itself.', standing: { level: 'reported' } }],
      },
    ],
  };
  const joined = await run(only(other));
  expect(joined).toMatchObject({
    outcome: 'done',
    claims: { originChanges: [{ claim: 'c2', from: 0, to: 1 }], summary: expect.arrayContaining(['1 claim gains an origin']) },
  });
  expect(
    (await stored()).citations
      .get('c2')
      ?.map((c) => c.dataset)
      .sort(),
  ).toEqual(['demo', 'other']);
  await expectSound();
  expect(await run(only(other))).toMatchObject({ outcome: 'unchanged' });
  expect(await run(demo())).toMatchObject({ outcome: 'unchanged' });

  const nothing = only({ format: 'attest/1', dataset: { id: 'other' } });
  const { removed } = await run(nothing, { prune: true, dryRun: true });
  const pruned = await run(nothing, { prune: true, pruneExactly: removed.length });
  expect(pruned).toMatchObject({ outcome: 'done', claims: { originChanges: [{ claim: 'c2', from: 1, to: 0 }] } });
  expect((await stored()).citations.get('c2')?.map((c) => c.dataset)).toEqual(['demo']);
  await expectSound();
});

test('a record edited here since is a conflict: reported, not changed, written over only with overwrite', { timeout: SLOW }, async () => {
  await run(demo());
  const edited = (await stored()).voices.get('newsroom');
  if (!edited) throw new Error('no voice');
  await editVoice({ ...edited, name: 'The Daily, as corrected here' });
  const unchangedFile = await run(demo());
  expect(unchangedFile.conflicts).toHaveLength(1);
  const changed = demoFile();
  changed.voices[1] = { id: 'newsroom', name: 'The Daily of Freedonia', stake: 'none' };
  const report = await run(demo(changed));
  expect(report.conflicts).toEqual([
    { kind: 'voice', id: 'newsroom', fields: [{ field: 'name', before: 'The Daily, as corrected here', after: 'The Daily of Freedonia' }] },
  ]);
  expect((await stored()).voices.get('newsroom')?.name).toBe('The Daily, as corrected here');
  const forced = await run(demo(changed), { overwrite: true });
  expect(forced).toMatchObject({ outcome: 'done', conflicts: [] });
  expect((await stored()).voices.get('newsroom')?.name).toBe('The Daily of Freedonia');
  await expectSound();
});

describe('above the limit of one transaction', () => {
  test('purely new data is staged, and complete at the end', { timeout: SLOW }, async () => {
    const report = await run(demo(), { limits: { importRecords: 10 } });
    expect(report).toMatchObject({ outcome: 'done', staged: true, revision: { before: 0, after: 1 } });
    expect((await stored()).claims.size).toBe(6);
    await expectSound();
    expect(await run(demo(), { limits: { importRecords: 10 } })).toMatchObject({ outcome: 'unchanged', staged: false });
  });
  test('a change of stored records is staged, and so is a prune', { timeout: SLOW }, async () => {
    await run(demo());
    const changed = demoFile();
    changed.voices[1] = { id: 'newsroom', name: 'Another', stake: 'none' };
    changed.entities.push({ id: 'new-one', type: 'Person', names: [{ text: 'N', lang: 'en', kind: 'primary' }] });
    const report = await run(demo(changed), { limits: { importRecords: 1 } });
    expect(report).toMatchObject({ outcome: 'done', staged: true, records: { new: 1, changed: 1 } });
    expect((await stored()).voices.get('newsroom')?.name).toBe('Another');
    await expectSound();
    const pruned = await run(demo(), { limits: { importRecords: 0 }, prune: true });
    expect(pruned).toMatchObject({ outcome: 'done', staged: true, records: { removed: 1 } });
    expect((await stored()).entities.has('new-one')).toBe(false);
    expect(await revision()).toBe(3);
    await expectSound();
  });
});

test('two imports at once are both done, one after the other', { timeout: SLOW }, async () => {
  await run(only(coreFile()));
  const one = demoFile();
  const two: CuratedFile = {
    format: 'attest/1',
    dataset: { id: 'other' },
    entities: [{ id: 'x', type: 'Person', names: [{ text: 'X', lang: 'en', kind: 'primary' }] }],
  };
  const reports = await Promise.all([run(only(one)), run(only(two))]);
  expect(reports.map((report) => report.outcome)).toEqual(['done', 'done']);
  expect(await revision()).toBe(3);
  await expectSound();
});

test('problems of the call are reported too: no file, one name twice, a file of another format', { timeout: SLOW }, async () => {
  expect(await run([])).toMatchObject({ outcome: 'refused', problems: [{ code: 'no-files' }] });
  const twice = await run([...only(coreFile()), ...only(coreFile())]);
  expect(twice.problems.map((p) => p.code)).toContain('duplicate-file');
  expect(await run([{ name: 'package.json', bytes: bytes('{"name":"x"}') }])).toMatchObject({
    outcome: 'refused',
    problems: [{ code: 'not-attest', file: 'package.json', line: 1, column: 1 }],
  });
  expect(await run(only(coreFile()), { limits: { uploadFiles: 0 } })).toMatchObject({ outcome: 'refused' });
});
