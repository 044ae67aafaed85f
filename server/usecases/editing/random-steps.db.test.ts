/** Random imports, edits, removals, undos and redos as a curator makes them, on genuine Neo4j: once all is undone, everything is as it was. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../../domain/picturing/place/seeded-random.ts';
import { AppError } from '../../domain/model/errors.ts';
import { demoFile } from '../../domain/testing/curated-demo.ts';
import type { Database } from '../../store/connect.ts';
import { loadAllRecords } from '../../store/load-records.ts';
import { importFiles } from '../importing/import-files.ts';
import { curatedBytes, demoDatabase, editsOf, person } from '../testing/edit-demo.ts';
import { verifyRecords } from '../verifying/verify-records.ts';
import { listChanges } from './list-changes.ts';
import type { ChangeRequest } from './plan-change.ts';

const SLOW = 240_000;

let db: Database;
beforeAll(async () => {
  db = await demoDatabase();
});
afterAll(async () => db?.close());

const { revision, commit, undo, everything } = editsOf(() => db);
const expectSound = async () => expect((await verifyRecords(db)).faults).toEqual([]);

/** How many random sequences: 1,000 were run before the editor was first shown. */
const SEQUENCES = Number(process.env['ATTEST_SEQUENCES'] ?? 6);
const SEED = Number(process.env['ATTEST_SEED'] ?? Math.floor(Math.random() * 1e9));

describe(`random sequences of imports, edits, removals, undos and redos (seed ${SEED})`, () => {
  test('leave, once all is undone, exactly what was there before', { timeout: SEQUENCES * 60_000 + SLOW }, async () => {
    const random = seededRandom(SEED);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    for (let sequence = 0; sequence < SEQUENCES; sequence += 1) {
      const before = await everything();
      const at = await revision();
      for (let step = 0; step < 6; step += 1) await randomStep(random, pick, `${SEED}-${sequence}-${step}`);
      await expectSound();
      const made = (await listChanges(db, { query: { limit: 500, offset: 0 } })).changeSets.filter((set) => set.revision > at);
      if (made.length === 0) continue;
      const [first, ...later] = made.toReversed();
      const after = await everything();
      const undone = await undo(first?.id ?? '', { also: later.map(({ id }) => id) });
      expect(await everything(), `seed ${SEED}, sequence ${sequence}`).toBe(before);
      await expectSound();
      if (undone.outcome === 'unchanged') continue;
      await undo(undone.changeSet ?? '');
      expect(await everything(), `seed ${SEED}, sequence ${sequence}, redone`).toBe(after);
      await expectSound();
    }
  });
});

/** One change that may be refused, but never leaves anything half done. */
async function randomStep(random: () => number, pick: <T>(list: readonly T[]) => T, name: string): Promise<void> {
  const records = await db.read((tx) => loadAllRecords(tx));
  const own = { entities: [...records.entities.values()], claims: [...records.claims.values()], sources: [...records.sources.values()] };
  const cases = [...records.datasets.values()].filter(({ id }) => id !== 'core');
  const isEmpty = cases.length === 0 || own.entities.length === 0 || own.claims.length === 0 || own.sources.length === 0;
  const dataset = isEmpty ? 'demo' : pick(cases).id;
  // Where an undo took everything away there is nothing left to change: it can only be undone.
  const act = isEmpty ? 6 : Math.floor(random() * 7);
  try {
    if (act === 0) await commit({ dataset, records: { entities: [person(`p-${name}`, `Person ${name}`)] } });
    if (act === 1) {
      const { dataset: of, ...entity } = pick(own.entities);
      await commit({
        dataset: of,
        records: { entities: [{ ...entity, names: [{ text: `Renamed ${name}`, lang: 'en', kind: 'label' }] }] } as ChangeRequest['records'],
      });
    }
    if (act === 2) {
      const claim = pick(own.claims);
      const citation = {
        locator: { paragraph: 1 + Math.floor(random() * 90) },
        source: pick(own.sources).id,
        paraphrase: `As said in ${name}.`,
        standing: { level: 'reported' as const },
      };
      const { dataset: _, ...words } = claim;
      await commit({
        dataset,
        records: { claims: [{ ...words, id: random() < 0.5 ? claim.id : `c-${name}`, citations: [citation] }] } as ChangeRequest['records'],
      });
    }
    if (act === 3) {
      const [kind, list] = pick([
        ['entity', own.entities],
        ['claim', own.claims],
        ['source', own.sources],
        ['citation', [...records.citations.values()].flat()],
      ] as const);
      const record = pick(list as readonly { id: string; dataset: string }[]);
      await commit({ dataset: record.dataset, remove: [{ kind, id: record.id }] });
    }
    if (act === 4) {
      const demo = demoFile();
      const other = {
        ...demo,
        dataset: { id: `other-${name}` },
        voices: [],
        sources: [],
        entities: [],
        predicates: [],
        rivals: [],
        identities: [],
        questions: [],
        defaults: { source: 'daily' },
        claims: demo.claims.filter(() => random() < 0.5).map((claim) => ({ ...claim, id: `${claim.id}-${name}` })),
      };
      await importFiles(db, { files: [curatedBytes(`other-${name}`, other)], dryRun: false, prune: false, overwrite: false, who: 'test' });
    }
    if (act === 5) {
      const demo = demoFile();
      await importFiles(db, {
        files: [curatedBytes('demo', { ...demo, claims: demo.claims.filter(() => random() < 0.7) })],
        dryRun: false,
        prune: true,
        pruneExactly: undefined as never,
        overwrite: true,
        who: 'test',
      });
    }
    if (act === 6) await undo(pick((await listChanges(db, { query: { limit: 5, offset: 0 } })).changeSets).id);
  } catch (error) {
    if (!(error instanceof AppError) || (error.code !== 'refused' && error.code !== 'conflict')) throw error;
  }
}
