/** On genuine Neo4j: what an import removes or changes is checked against the stored claims that use it. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '../../../test-support/fresh-database.ts';
import type { CuratedFile } from '../../domain/importing/curated-file.ts';
import { coreFile, demoFile } from '../../domain/testing/curated-demo.ts';
import type { Database } from '../../store/connect.ts';
import { importFiles, type ImportInput } from './import-files.ts';
import type { InputFile } from './files/read-curated-file.ts';
import { verifyRecords } from '../verifying/verify-records.ts';

const SLOW = 240_000;
const fileOf = (name: string, content: CuratedFile): InputFile => ({ name, bytes: new TextEncoder().encode(JSON.stringify(content, null, 1)) });
const demo = (content: CuratedFile = demoFile()): InputFile[] => [fileOf('core/core.json', coreFile()), fileOf('demo/demo.json', content)];
const only = (content: CuratedFile): InputFile[] => [fileOf(`${content.dataset?.id ?? 'none'}/file.json`, content)];

let db: Database;
beforeEach(async () => {
  await db?.close();
  db = await freshDatabase();
});
afterAll(async () => db?.close());
const run = (files: InputFile[], more: Partial<ImportInput> = {}) =>
  importFiles(db, { files, dryRun: false, prune: false, overwrite: false, who: 'test', ...more });
const revision = async () => (await db.ready()).revision;
const expectSound = async () => expect((await verifyRecords(db)).faults).toEqual([]);
const at = <T>(list: readonly T[] | undefined, i: number): T => {
  const found = list?.[i];
  if (found === undefined) throw new Error(`no item ${i}`);
  return found;
};

test('pruning an entity of a claim that passes to another dataset is refused and named, in a dry run too', { timeout: SLOW }, async () => {
  await run(demo());
  const cited = (source: string) => [{ source, paraphrase: 'They met.', standing: { level: 'reported' as const } }];
  const met = { subject: 'ivan', predicate: 'met', object: 'someone' };
  const shared = demoFile();
  shared.claims.push({ id: 'm1', ...met, citations: cited('daily') });
  await run(demo(shared));
  expect(await run(only({ format: 'attest/1', dataset: { id: 'other' }, claims: [{ id: 'o1', ...met, citations: cited('daily') }] }))).toMatchObject({
    outcome: 'done',
  });
  const less = demoFile();
  less.entities = less.entities.filter((entity) => entity.id !== 'someone');
  for (const dryRun of [true, false]) {
    const report = await run(demo(less), { prune: true, dryRun });
    expect(report).toMatchObject({
      outcome: 'refused',
      problems: [{ code: 'referred-to', message: expect.stringMatching(/"someone".*"m1".*"other"/), file: 'demo/demo.json', pointer: '/dataset' }],
    });
  }
  expect(await revision()).toBe(3);
  await expectSound();
});

test(
  'a changed entity, predicate or source that stored claims no longer fit is refused at its place, and the claims are named',
  { timeout: SLOW },
  async () => {
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
    await run(only(other));
    const header = { format: 'attest/1' as const, dataset: { id: 'demo' } };
    const refusal = (code: string, pointer: string, message: RegExp) => ({
      outcome: 'refused',
      problems: expect.arrayContaining([
        expect.objectContaining({ code, pointer, message: expect.stringMatching(message), line: expect.any(Number), file: expect.any(String) }),
      ]),
    });

    const ivan = at(demoFile().entities, 2);
    const retyped = await run(only({ ...header, entities: [{ ...ivan, type: 'Place' }] }));
    expect(retyped).toMatchObject(refusal('subject-type', '/entities/0/type', /"o1" of the dataset "other".*"ivan" is a Place/));
    expect(retyped).toMatchObject(refusal('object-type', '/entities/0/type', /"c1" of the dataset "demo"/));
    const caseOne = at(demoFile().entities, 6);
    expect(await run(only({ ...header, entities: [{ ...caseOne, type: 'Event' }] }))).toMatchObject(
      refusal('case-type', '/entities/0/type', /"case-1" is a Event/),
    );

    const core = { format: 'attest/1' as const, dataset: { id: 'core' } };
    const [hired, met] = [at(coreFile().predicates, 0), at(coreFile().predicates, 3)];
    const narrowed = (part: object) => run(only({ ...core, predicates: [{ ...hired, ...part }] }));
    expect(await narrowed({ subject: ['Person'] })).toMatchObject(refusal('subject-type', '/predicates/0/subject', /"c1".*"sylvania" is a Country/));
    expect(await narrowed({ qualifiers: ['in'] })).toMatchObject(
      refusal('qualifier-not-allowed', '/predicates/0/qualifiers', /"c1".*takes no via; it takes in/),
    );
    expect(await narrowed({ accuses: [] })).toMatchObject(refusal('level-not-for-claim', '/predicates/0/accuses', /a citation of the claim "c5"/));
    expect(await run(only({ ...core, predicates: [{ ...met, takes: ['Gang'] }] }))).toMatchObject(
      refusal('object-type', '/predicates/0/takes', /"o1" of the dataset "other"/),
    );

    const { textOf: _, ...copy } = at(demoFile().sources, 2);
    expect(await run(only({ ...header, sources: [copy] }))).toMatchObject(refusal('carried-without-text-of', '/sources/0', /a citation of the claim "c4"/));
    expect(await revision()).toBe(2);
    await expectSound();
  },
);

test('it is accepted where the claims are changed, or pruned, in the same import', { timeout: SLOW }, async () => {
  await run(demo());
  const changed = demoFile();
  const { textOf: _, ...copy } = at(changed.sources, 2);
  changed.sources[2] = copy;
  expect(await run(demo(changed), { prune: true })).toMatchObject({ outcome: 'done', records: { changed: 2 } });
  await expectSound();
});

test('verify finds a stored claim that does not fit what it uses', { timeout: SLOW }, async () => {
  await run(demo());
  await db.write(randomUUID(), async (tx) => {
    const [row] = await tx.run("MATCH (p:Predicate {id: 'hired'}) RETURN p._json AS json", {});
    await tx.run("MATCH (p:Predicate {id: 'hired'}) SET p._json = $json", {
      json: JSON.stringify({ ...JSON.parse(String(row?.['json'])), subject: ['Gang'] }),
    });
  });
  expect((await verifyRecords(db)).faults).toContainEqual({
    kind: 'rules',
    record: 'claim/c1',
    message: '"sylvania" is a Country; "hired" takes as subject Gang',
  });
});
