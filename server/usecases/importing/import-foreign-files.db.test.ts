/** Files of other programs on genuine Neo4j: the demonstration out in STIX and FollowTheMoney and into an empty database, and files as other tools write them. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '../../../test-support/fresh-database.ts';
import { deriveFigures } from '../../domain/figures/derive-figures.ts';
import type { Records } from '../../domain/model/records.ts';
import { ftmEntities } from '../../exchange/exporters/ftm-entities.ts';
import { ownJson } from '../../exchange/exporters/own-json.ts';
import { stix } from '../../exchange/exporters/stix.ts';
import { wholeInput } from '../../exchange/testing/whole-input.ts';
import { writtenFiles } from '../../exchange/testing/written-files.ts';
import type { Exporter } from '../../exchange/format.ts';
import type { Database } from '../../store/connect.ts';
import { loadAllRecords } from '../../store/load-records.ts';
import { verifyRecords } from '../verifying/verify-records.ts';
import { importFiles, type ImportInput } from './import-files.ts';
import type { InputFile } from './files/read-curated-file.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SLOW = 240_000;
const bytes = (text: string) => new TextEncoder().encode(text);
const folder = (path: string): InputFile[] =>
  readdirSync(`${ROOT}${path}`)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name: `${path}/${name}`, bytes: readFileSync(`${ROOT}${path}/${name}`) }));
const vocabulary = () => folder('fixtures/vocabulary');
const out = (exporter: Exporter, records: Records): InputFile[] =>
  writtenFiles(exporter, wholeInput(records))
    .filter(({ name }) => name.endsWith('.json'))
    .map(({ name, text }) => ({ name: `out/${name}`, bytes: bytes(text) }));
const ownText = (records: Records) => writtenFiles(ownJson, wholeInput(records)).filter(({ name }) => name.endsWith('.json'));

let db: Database;
beforeEach(async () => {
  await db?.close();
  db = await freshDatabase();
});
afterAll(async () => db?.close());
const run = (files: InputFile[], more: Partial<ImportInput> = {}) =>
  importFiles(db, { files, dryRun: false, prune: false, overwrite: false, who: 'test', ...more });
const stored = () => db.read(async (tx) => loadAllRecords(tx));
const again = async () => {
  await db.close();
  db = await freshDatabase();
};
const expectSound = async () => expect((await verifyRecords(db)).faults).toEqual([]);
const sum = (of: readonly { count: number }[] = []) => of.reduce((all, { count }) => all + count, 0);

describe('the demonstration', () => {
  test('in STIX and into an empty database is the same to the byte, and a second time changes nothing', { timeout: SLOW }, async () => {
    await run([...vocabulary(), ...folder('fixtures/cases/demonstration')]);
    const before = await stored();
    const files = out(stix, before);
    await again();
    const first = await run(files);
    expect(first).toMatchObject({ outcome: 'done', problems: [], datasets: ['core', 'demonstration'], files: 1 });
    const [told] = first.converted ?? [];
    expect(told).toMatchObject({ format: 'stix', created: told?.read, matched: 0, unchanged: 0, rejected: [], lost: [] });
    expect(ownText(await stored())).toEqual(ownText(before));
    await expectSound();
    const second = await run(files);
    expect(second.outcome).toBe('unchanged');
    expect(second.converted?.[0]).toMatchObject({ created: 0, matched: 0, unchanged: told?.read });
  });
  test('in FollowTheMoney keeps ids, ends and sources of what joins two; no claim is firmer than before', { timeout: SLOW }, async () => {
    await run([...vocabulary(), ...folder('fixtures/cases/demonstration')]);
    const before = await stored();
    const was = deriveFigures(before);
    const files = out(ftmEntities, before);
    await again();
    await run(vocabulary());
    const report = await run(files, { dataset: 'demonstration' });
    expect(report).toMatchObject({ outcome: 'done', problems: [] });
    const [told] = report.converted ?? [];
    expect((told?.created ?? 0) + (told?.matched ?? 0) + (told?.unchanged ?? 0) + sum(told?.rejected)).toBe(told?.read);
    expect(told?.rejected.map(({ reason }) => reason)).toEqual(['the file says of it that it is only disputed']);
    const after = await stored();
    expect([...after.entities.keys()].sort()).toEqual(
      [...before.entities.values()]
        .filter(({ dataset }) => dataset === 'demonstration')
        .map(({ id }) => id)
        .sort(),
    );
    for (const [id, claim] of before.claims) {
      const kept = after.claims.get(id);
      if (!kept) continue;
      expect(was.get(id)?.level).not.toBe('disputed-only');
      expect([kept.attempted, kept.intended, kept.expected]).toEqual([claim.attempted, claim.intended, claim.expected]);
      const sources = new Set(before.citations.get(id)?.map(({ source }) => source));
      for (const { source } of after.citations.get(id) ?? []) expect(sources).toContain(source);
    }
    expect([...after.claims.keys()].filter((id) => before.claims.has(id)).length).toBeGreaterThan(10);
    expect([...deriveFigures(after).values()].filter(({ rank, origins }) => rank > 0 || origins > 0)).toEqual([]);
    await expectSound();
  });
});

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const WHEN = { spec_version: '2.1', created: '2023-05-01T10:00:00.000Z', modified: '2023-05-02T10:00:00.000Z' };
/** As a threat-intelligence platform writes it: with properties of its own, markings, and things that are no claims. */
const bundle = JSON.stringify({
  type: 'bundle',
  id: `bundle--${uuid(0)}`,
  objects: [
    { type: 'marking-definition', id: `marking-definition--${uuid(1)}`, ...WHEN, definition_type: 'statement', definition: { statement: 'TLP' } },
    {
      type: 'identity',
      id: `identity--${uuid(2)}`,
      ...WHEN,
      name: 'A Company',
      identity_class: 'organization',
      x_opencti_type: 'Organization',
      confidence: 100,
    },
    {
      type: 'intrusion-set',
      id: `intrusion-set--${uuid(3)}`,
      ...WHEN,
      name: 'A Set',
      description: 'A group of people.',
      aliases: ['The Set'],
      object_marking_refs: [`marking-definition--${uuid(1)}`],
    },
    { type: 'indicator', id: `indicator--${uuid(4)}`, ...WHEN, pattern: '[a]', pattern_type: 'stix', valid_from: '2023-01-01T00:00:00Z' },
    {
      type: 'relationship',
      id: `relationship--${uuid(5)}`,
      ...WHEN,
      relationship_type: 'targets',
      source_ref: `intrusion-set--${uuid(3)}`,
      target_ref: `identity--${uuid(2)}`,
      confidence: 85,
    },
    {
      type: 'relationship',
      id: `relationship--${uuid(6)}`,
      ...WHEN,
      relationship_type: 'indicates',
      source_ref: `indicator--${uuid(4)}`,
      target_ref: `intrusion-set--${uuid(3)}`,
    },
    {
      type: 'report',
      id: `report--${uuid(7)}`,
      ...WHEN,
      name: 'A report',
      published: '2023-05-01T00:00:00Z',
      created_by_ref: `identity--${uuid(2)}`,
      object_refs: [`relationship--${uuid(5)}`],
    },
  ],
});
/** As a data desk writes it. */
const entities = [
  { id: 'gb-coh-1', schema: 'Company', properties: { name: ['Example Ltd'], registrationNumber: ['1'] } },
  { id: 'Q1', schema: 'Person', properties: { name: ['An Owner'] } },
  { id: 'own-1', schema: 'Ownership', properties: { owner: ['Q1'], asset: ['gb-coh-1'], startDate: ['2019'], sourceUrl: ['https://example.org/r'] } },
  { id: 'dir-1', schema: 'Directorship', properties: { director: ['Q1'], organization: ['gb-coh-1'], role: ['Director'] } },
  { id: 'dir-2', schema: 'Directorship', properties: { director: ['Q2'], organization: ['gb-coh-1'] } },
]
  .map((one) => JSON.stringify(one))
  .join('\n');

describe('files of other tools', () => {
  test('are planned and written into a dataset of their own, with what stays out, and change nothing the second time', { timeout: SLOW }, async () => {
    await run(vocabulary());
    const files = [
      { name: 'in/cti.json', bytes: bytes(bundle) },
      { name: 'in/register.jsonl', bytes: bytes(entities) },
    ];
    const planned = await run(files, { dryRun: true, rows: true });
    expect(planned).toMatchObject({ outcome: 'planned', datasets: ['ftm-entities-register', 'stix-cti'] });
    expect(planned.rows?.filter(({ kind }) => kind === 'claim').map(({ told }) => told?.sentence)).toHaveLength(4);
    const report = await run(files);
    expect(report).toMatchObject({ outcome: 'done', problems: [] });
    expect(report.converted).toMatchObject([
      { file: 'in/cti.json', read: 7, created: 4, rejected: [{ count: 1 }, { count: 1 }, { count: 1 }] },
      { file: 'in/register.jsonl', read: 5, created: 4, rejected: [{ count: 1, places: ['line 5'] }] },
    ]);
    const after = await stored();
    expect([...deriveFigures(after).values()].every(({ rank, origins }) => rank === 0 && origins === 0)).toBe(true);
    await expectSound();
    expect((await run(files)).outcome).toBe('unchanged');
  });
  test('that hold nothing to take over are refused with why, and leave the database as it was', { timeout: SLOW }, async () => {
    const none = { type: 'bundle', id: `bundle--${uuid(0)}`, objects: [{ type: 'note', id: `note--${uuid(1)}`, ...WHEN, content: 'A' }] };
    const report = await run([{ name: 'n.json', bytes: bytes(JSON.stringify(none)) }]);
    expect(report).toMatchObject({
      outcome: 'refused',
      problems: [{ code: 'nothing-converted' }],
      converted: [{ read: 1, rejected: [{ count: 1, places: ['object 1'] }] }],
    });
    expect((await db.ready()).revision).toBe(0);
  });
});
