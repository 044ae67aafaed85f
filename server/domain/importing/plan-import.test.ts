/** What an import would do: new, changed, unchanged, removed, kept, in conflict; whatever the order of records and files. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyDelta } from './apply-delta.ts';
import { deltaSize } from './change-plan.ts';
import type { CuratedFile } from './curated-file.ts';
import { deriveFigures } from '../figures/derive-figures.ts';
import { describePlan } from './describe-plan.ts';
import { isPurelyNew, planImport, pruneProblems } from './plan-import.ts';
import { checkProperty } from '../testing/check-property.ts';
import { batchOf, coreFile, demoFile, nothingStored, planOf, storedAfter } from '../testing/curated-demo.ts';

const demo = demoFile();
const claimOf = (i: number) => {
  const found = demoFile().claims[i];
  if (!found) throw new Error(`no claim ${i}`);
  return found;
};
const firstImport = () => planOf([coreFile(), demo]);
const imported = () => storedAfter(nothingStored(), firstImport());
const effects = (before: ReturnType<typeof imported>, plan: ReturnType<typeof planOf>) =>
  describePlan(deriveFigures(before.records), deriveFigures(applyDelta(before.records, plan)));

describe('the plan of an import', () => {
  test('into an empty database, everything is new', () => {
    const plan = firstImport();
    expect(plan.created.filter((r) => r.kind === 'claim').map((r) => r.id)).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6']);
    expect(plan.created).toHaveLength(deltaSize(plan));
    expect(plan.changed).toEqual([]);
    expect(isPurelyNew(plan)).toBe(true);
  });
  test('of the same files again, everything is unchanged and nothing is written', () => {
    const plan = planOf([coreFile(), demoFile()], imported());
    expect(deltaSize(plan)).toBe(0);
    expect(plan.created).toEqual([]);
    expect(plan.kept).toEqual({});
    expect(Object.values(plan.unchanged).reduce((a, b) => a + b, 0)).toBe(firstImport().created.length);
  });
  test('names each field that changed, with before and after', () => {
    const changed = demoFile();
    changed.entities[2] = { id: 'ivan', type: 'Person', kind: 'gunman', names: [{ text: 'Ivan P.', lang: 'en', kind: 'primary' }] };
    const plan = planOf([coreFile(), changed], imported());
    expect(plan.changed).toEqual([
      {
        kind: 'entity',
        id: 'ivan',
        fields: [
          { field: 'kind', before: null, after: 'gunman' },
          { field: 'names', before: [{ text: 'Ivan', lang: 'en', kind: 'primary' }], after: [{ text: 'Ivan P.', lang: 'en', kind: 'primary' }] },
        ],
      },
    ]);
    expect(plan.put.entities.map((e) => e.id)).toEqual(['ivan']);
  });
  test('a paraphrase corrected in place is one changed citation, not a second one', () => {
    const changed = demoFile();
    changed.claims[0] = { ...claimOf(0), citations: claimOf(0).citations.map((c, i) => (i === 0 ? { ...c, paraphrase: 'Prosecutors say so in court.' } : c)) };
    const stored = imported();
    const plan = planOf([coreFile(), changed], stored);
    expect(plan.changed.map((c) => c.fields.map((f) => f.field))).toEqual([['id', 'paraphrase']]);
    expect(plan.removed).toEqual([]);
    expect(applyDelta(stored.records, plan).citations.get('c1')).toHaveLength(2);
  });
  test('a record gone from the file is kept, and counted', () => {
    const less = demoFile();
    less.claims = less.claims.filter((c) => c.id !== 'c3');
    less.questions = [];
    const plan = planOf([coreFile(), less], imported());
    expect(plan.kept).toEqual({ claim: 1, citation: 1, question: 3 });
    expect(deltaSize(plan)).toBe(0);
  });
  test('a record gone from the file is removed with prune', () => {
    const less = demoFile();
    less.claims = less.claims.filter((c) => c.id !== 'c3').map((c) => (c.id === 'c1' ? { ...c, citations: c.citations.slice(0, 1) } : c));
    const stored = imported();
    const plan = planOf([coreFile(), less], stored, { prune: true });
    expect(plan.removed.map((r) => r.kind)).toEqual(['claim', 'citation', 'citation']);
    const after = applyDelta(stored.records, plan);
    expect(after.claims.has('c3')).toBe(false);
    expect(after.citations.get('c1')).toHaveLength(1);
  });
  test('a record edited here is a conflict, not changed unless overwrite is set', () => {
    const changed = demoFile();
    changed.voices[1] = { id: 'newsroom', name: 'The Daily, London', stake: 'none' };
    const stored = { ...imported(), edited: new Set(['voice/newsroom', 'voice/justice']) };
    const plan = planOf([coreFile(), changed], stored);
    expect(plan.conflicts.map((c) => c.id)).toEqual(['newsroom']);
    expect(deltaSize(plan)).toBe(0);
    const forced = planOf([coreFile(), changed], stored, { overwrite: true });
    expect(forced.conflicts).toEqual([]);
    expect(forced.put.voices.map((v) => v.name)).toEqual(['The Daily, London']);
  });
});

describe('one proposition in two datasets', () => {
  const other = (): CuratedFile => ({
    format: 'attest/1',
    dataset: { id: 'other' },
    voices: [{ id: 'other-room', name: 'Another paper', stake: 'none' }],
    sources: [{ id: 'weekly', kind: 'article', voice: 'other-room', seen: true, title: 'W' }],
    defaults: { source: 'weekly' },
    claims: [
      { ...claimOf(1), id: 'o2', citations: [{ locator: { paragraph: 1 }, paraphrase: 'It says so too.', standing: { level: 'reported' } }] },
      { ...claimOf(0), id: 'o1', attempted: true },
    ],
    rivals: [{ claims: ['o1', 'o2'], why: 'either' }],
  });
  const both = () => {
    const first = imported();
    const plan = planOf([other()], first);
    return { first, plan, stored: storedAfter(first, plan) };
  };
  test('is one claim: the citations join, each keeps its dataset', () => {
    const { plan, stored } = both();
    expect(plan.changed).toEqual([{ kind: 'claim', id: 'c2', fields: [{ field: 'datasets', before: ['demo'], after: ['demo', 'other'] }] }]);
    expect(plan.put.claims.map((p) => [p.claim.id, p.claim.dataset, p.datasets, p.aliases])).toEqual([
      ['c2', 'demo', ['demo', 'other'], ['o2']],
      ['o1', 'other', ['other'], []],
    ]);
    expect(stored.records.citations.get('c2')?.map((c) => c.dataset)).toEqual(['demo', 'other']);
    expect(stored.records.claims.has('o2')).toBe(false);
  });
  test("rivals told by the file's own id name the claim by its one id", () => expect(both().plan.put.rivals.map((r) => r.claims)).toEqual([['c2', 'o1']]));
  test('imported again, both are unchanged', () => {
    const { stored } = both();
    expect(deltaSize(planOf([other()], stored))).toBe(0);
    expect(deltaSize(planOf([coreFile(), demoFile()], stored))).toBe(0);
    expect(planOf([coreFile(), demoFile()], stored).kept).toEqual({});
  });
  test('pruned by the first, it passes to the second with that one’s citations only', () => {
    const { stored } = both();
    const less = demoFile();
    less.claims = less.claims.filter((c) => c.id !== 'c2');
    less.rivals = [];
    const plan = planOf([coreFile(), less], stored, { prune: true });
    expect(plan.put.claims.map((p) => [p.claim.id, p.claim.dataset, p.datasets])).toEqual([['c2', 'other', ['other']]]);
    expect(plan.removed.map((r) => r.kind)).toEqual(['citation', 'rivals']);
    expect(
      applyDelta(stored.records, plan)
        .citations.get('c2')
        ?.map((c) => c.dataset),
    ).toEqual(['other']);
  });
  test('pruned by the second, it stays with the first', () => {
    const { stored } = both();
    const plan = planOf([{ format: 'attest/1', dataset: { id: 'other' } }], stored, { prune: true });
    const after = applyDelta(stored.records, plan);
    expect(after.claims.get('c2')?.dataset).toBe('demo');
    expect(after.citations.get('c2')?.map((c) => c.dataset)).toEqual(['demo']);
    expect(after.claims.has('o1')).toBe(false);
  });
  test('is one claim within one import too, whichever file comes first', () => {
    const [one, two] = [planOf([coreFile(), demoFile(), other()]), planOf([other(), demoFile(), coreFile()])];
    expect(one).toEqual(two);
    expect(one.put.claims.find((p) => p.claim.id === 'c2')).toMatchObject({ datasets: ['demo', 'other'], aliases: ['o2'] });
  });
  test('pruning what another dataset refers to is a problem that names both', () => {
    expect(pruneProblems([{ kind: 'claim', id: 'o1', dataset: 'other', to: { kind: 'entity', id: 'ivan' } }])[0]).toMatchObject({
      code: 'referred-to',
      message: expect.stringMatching(/"ivan".*"o1".*"other"/),
    });
  });
});

describe('the effects on claims', () => {
  test('a new origin, a step up the ladder and a lost source are described in words', () => {
    const stored = imported();
    const changed = demoFile();
    changed.claims[2] = {
      ...claimOf(2),
      citations: [
        // Otherwise the article, which also names the papers, would only retell them.
        ...claimOf(2).citations.map((citation) => ({ ...citation, witnessed: true })),
        {
          locator: { paragraph: 8 },
          origin: 'papers',
          originBasis: 'stated',
          paraphrase: 'The ministry counts ten.',
          count: { min: 10, basis: 'stated' },
          standing: { level: 'alleged', by: 'moj' },
        },
      ],
    };
    changed.claims[0] = {
      ...claimOf(0),
      citations: [
        ...claimOf(0).citations,
        {
          locator: { paragraph: 40 },
          origin: 'papers',
          originBasis: 'stated',
          paraphrase: 'He stands trial.',
          standing: { level: 'charged', by: 'moj', case: 'case-1' },
        },
      ],
    };
    changed.claims[4] = {
      ...claimOf(4),
      citations: [{ locator: { paragraph: 31 }, stance: 'disputes', paraphrase: 'He denies it.', standing: { level: 'denied', by: 'ivan' } }],
    };
    const told = effects(stored, planOf([coreFile(), changed], stored, { prune: true }));
    expect(told.standingChanges).toEqual([
      { claim: 'c1', from: 'alleged', to: 'charged' },
      { claim: 'c3', from: 'reported', to: 'alleged' },
      { claim: 'c5', from: 'charged', to: 'disputed-only' },
    ]);
    expect(told.originChanges).toEqual([
      { claim: 'c3', from: 1, to: 2 },
      { claim: 'c5', from: 1, to: 0 },
    ]);
    expect(told.summary).toEqual(expect.arrayContaining(['1 claim gains an origin', '1 goes from alleged to charged', '1 loses its only source']));
  });
  test('new and removed claims are counted', () => {
    expect(effects(nothingStored(), firstImport()).summary).toEqual(['6 claims are new']);
    expect(effects(imported(), planOf([coreFile(), { format: 'attest/1', dataset: { id: 'demo' } }], imported(), { prune: true })).summary).toEqual([
      '6 claims are removed',
    ]);
  });
});

test('the order of records and files does not change the plan', () => {
  const sorted = planOf([coreFile(), demoFile()]);
  checkProperty(
    'the order of records and files never changes the plan',
    fc.property(fc.func(fc.double({ min: 0, max: 1, noNaN: true })), (weight) => {
      const shuffle = <T>(list: readonly T[], salt: string) =>
        list
          .map((item, i) => ({ item, at: weight(salt, i) }))
          .sort((a, b) => a.at - b.at)
          .map(({ item }) => item);
      const file = demoFile();
      const mixed: CuratedFile = {
        ...file,
        voices: shuffle(file.voices, 'v'),
        sources: shuffle(file.sources, 's'),
        entities: shuffle(file.entities, 'e').map((entity) => ({
          ...entity,
          ...(entity.candidates ? { candidates: shuffle(entity.candidates, entity.id) } : {}),
        })),
        claims: shuffle(file.claims, 'c').map((claim) => ({ ...claim, citations: shuffle(claim.citations, claim.id) })),
        questions: shuffle(file.questions, 'q'),
      };
      const core = {
        ...coreFile(),
        predicates: shuffle(coreFile().predicates ?? [], 'p').map((one) => ({
          ...one,
          subject: shuffle(one.subject, one.id),
          qualifiers: shuffle(one.qualifiers ?? [], one.id),
        })),
      };
      expect(planOf(shuffle([core, mixed], 'files'))).toEqual(sorted);
      const [first, second] = [shuffle(mixed.claims ?? [], 'half'), { format: 'attest/1', dataset: file.dataset }];
      const split = [
        { ...mixed, claims: first.slice(0, 3) },
        { ...second, defaults: file.defaults, claims: first.slice(3) },
      ];
      const batch = batchOf([coreFile(), ...split]);
      expect(planImport(batch, nothingStored(), { datasets: ['core', 'demo'], prune: false, overwrite: false })).toEqual(sorted);
    }),
    { runs: 50 },
  );
});
