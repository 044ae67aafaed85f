/** A small valid import for tests: the two files of a dataset, to be damaged one field at a time. */
import { assembleBatch } from '../importing/assemble-batch.ts';
import { assignDatasets } from '../importing/assign-datasets.ts';
import type { CuratedFile } from '../importing/curated-file.ts';
import { emptyRecords } from '../model/empty-records.ts';
import type { ImportBatch } from '../importing/import-batch.ts';
import { planImport, type ImportPlan, type PlanOptions, type StoredState } from '../importing/plan-import.ts';
import { applyDelta } from '../importing/apply-delta.ts';
import type { Records } from '../model/records.ts';

type PredicateBrief = Pick<NonNullable<CuratedFile['predicates']>[number], 'id' | 'group' | 'subject' | 'takes'> &
  Partial<NonNullable<CuratedFile['predicates']>[number]>;
const predicate = (brief: PredicateBrief): NonNullable<CuratedFile['predicates']>[number] => ({
  forms: { finite: brief.id, infinitive: `to ${brief.id}`, passive: `was ${brief.id}`, noun: brief.id },
  inverse: `${brief.id}-by`,
  definition: 'd',
  example: 'e',
  misuse: 'm',
  ...brief,
});

/** The predicates of the demo. */
export function coreFile(): CuratedFile {
  return {
    format: 'attest/1',
    dataset: { id: 'core' },
    predicates: [
      predicate({
        id: 'hired',
        group: 'sponsorship',
        subject: ['Country', 'Person'],
        takes: ['Person'],
        qualifiers: ['via', 'in'],
        accuses: ['subject', 'object'],
        roles: { subject: 'sponsor', object: 'perpetrator' },
      }),
      predicate({ id: 'counted', group: 'identity', subject: ['Plot'], takes: ['count'] }),
      predicate({ id: 'described-as', group: 'identity', subject: ['Person', 'Plot'], takes: ['text'] }),
      predicate({ id: 'met', group: 'association', subject: ['Person'], takes: ['Person'] }),
    ],
  };
}

/** A valid dataset that uses these predicates. */
export function demoFile(): Required<Omit<CuratedFile, '$schema' | 'defaults' | 'stubs'>> & Pick<CuratedFile, 'defaults'> {
  return {
    format: 'attest/1',
    dataset: { id: 'demo', title: 'Demonstration', knowledgeUntil: { edtf: '2024-09', basis: 'stated' } },
    defaults: { source: 'daily' },
    voices: [
      { id: 'justice', name: 'Ministry of Justice', entities: ['moj'], stake: [{ entity: 'sylvania', as: 'accuser', why: 'brings the case' }] },
      { id: 'newsroom', name: 'The Daily', stake: 'none' },
    ],
    sources: [
      { id: 'daily', kind: 'article', publisher: 'The Daily', published: { edtf: '2024-09-18', basis: 'stated' }, voice: 'newsroom', seen: true },
      { id: 'papers', kind: 'court-document', voice: 'justice', seen: false },
      { id: 'copy', kind: 'article', voice: 'newsroom', seen: true, textOf: { source: 'daily', how: 'republishes' } },
    ],
    entities: [
      { id: 'sylvania', type: 'Country', names: [{ text: 'Sylvania', lang: 'en', kind: 'primary', sources: ['daily'] }] },
      { id: 'moj', type: 'Agency', names: [{ text: 'Ministry', lang: 'en', kind: 'primary' }] },
      { id: 'ivan', type: 'Person', names: [{ text: 'Ivan', lang: 'en', kind: 'primary' }] },
      { id: 'go-between', type: 'Person', unnamed: true, names: [{ text: 'Associate', lang: 'en', kind: 'label' }] },
      { id: 'someone', type: 'Person', generic: true, candidates: ['ivan', 'go-between'], names: [{ text: 'One of the two', lang: 'en', kind: 'label' }] },
      { id: 'plot', type: 'Plot', names: [{ text: 'Plot', lang: 'en', kind: 'label' }] },
      { id: 'case-1', type: 'Case', unnamed: true, names: [{ text: 'Case', lang: 'en', kind: 'label' }] },
    ],
    predicates: [predicate({ id: 'demo:paid', group: 'sponsorship', subject: ['Country'], takes: ['Person', 'amount'] })],
    claims: [
      {
        id: 'c1',
        subject: 'sylvania',
        predicate: 'hired',
        object: 'ivan',
        via: 'go-between',
        in: 'plot',
        citations: [
          {
            locator: { paragraph: 16 },
            origin: 'papers',
            originBasis: 'stated',
            through: ['copy'],
            paraphrase: 'Prosecutors say so.',
            statedBy: 'moj',
            standing: { level: 'alleged', by: 'moj', on: { edtf: '2022', basis: 'stated' } },
            happened: { edtf: '2022-07', basis: 'inferred' },
          },
          { locator: { paragraph: 20 }, stance: 'disputes', paraphrase: 'The embassy denies it.', standing: { level: 'denied', by: 'sylvania' } },
        ],
      },
      {
        id: 'c2',
        subject: 'unknown',
        predicate: 'hired',
        object: 'ivan',
        citations: [
          { locator: { paragraph: 21 }, originBasis: 'not-established', paraphrase: 'Somebody did.', hedge: 'believed', standing: { level: 'reported' } },
        ],
      },
      {
        id: 'c3',
        subject: 'plot',
        predicate: 'counted',
        object: 'value',
        citations: [{ locator: { paragraph: 7 }, paraphrase: 'Ten at least.', count: { min: 10, basis: 'stated' }, standing: { level: 'reported' } }],
      },
      {
        id: 'c4',
        subject: 'ivan',
        predicate: 'described-as',
        object: { text: 'a gunman', lang: 'en' },
        citations: [{ source: 'copy', locator: { paragraph: 2 }, paraphrase: 'So it calls him.', standing: { level: 'reported' } }],
      },
      {
        id: 'c5',
        subject: 'sylvania',
        predicate: 'hired',
        object: 'ivan',
        occasion: 'the second time',
        citations: [{ locator: { paragraph: 30 }, paraphrase: 'Charged.', stage: 'trial', standing: { level: 'charged', by: 'moj', case: 'case-1' } }],
      },
      {
        id: 'c6',
        subject: 'ivan',
        predicate: 'met',
        object: 'go-between',
        citations: [{ paraphrase: 'A record of another collection.', importOnly: true, standing: { level: 'unstated' } }],
      },
    ],
    rivals: [{ claims: ['c1', 'c2'], why: 'one or the other' }],
    identities: [{ a: 'ivan', b: 'go-between', decision: 'different', why: 'told apart' }],
    questions: [
      { id: 'q1', text: 'By what chain?', kind: 'trace', from: { ids: ['ivan'] }, to: { ids: ['sylvania'] }, clocks: { happened: '2023' } },
      {
        id: 'q2',
        text: 'What rests on one origin?',
        kind: 'claims',
        filter: { originsAtMost: 1, entities: ['ivan'], predicates: ['hired'], sources: ['daily'], voices: ['justice'] },
      },
      { id: 'q3', text: 'Who is who?', kind: 'roles', plots: ['plot'] },
    ],
  };
}

export function batchOf(files: readonly CuratedFile[], stored: Records = emptyRecords()): ImportBatch {
  const assigned = assignDatasets(
    files.map((content, i) => ({ name: `${i}.json`, content })),
    undefined,
  );
  const { batch, problems } = assembleBatch(assigned.files, stored);
  const all = [...assigned.problems, ...problems];
  if (all.length > 0) throw new Error(`the files are not sound: ${JSON.stringify(all)}`);
  return batch;
}

/** The state of an empty database. */
export function nothingStored(): StoredState {
  return { records: emptyRecords(), aliases: new Map(), edited: new Set(), counts: [] };
}

/** The state after a plan, as the database would hold it; for tests of several imports in a row. */
export function storedAfter(stored: StoredState, plan: ImportPlan): StoredState {
  const records = applyDelta(stored.records, plan);
  const aliases = new Map(stored.aliases);
  for (const { claim, aliases: others } of plan.put.claims) for (const alias of others) aliases.set(alias, claim.id);
  const counts: { kind: string; dataset: string; n: number }[] = [];
  const count = (kind: string, list: Iterable<{ dataset: string }>) => {
    const tally = new Map<string, number>();
    for (const { dataset } of list) tally.set(dataset, (tally.get(dataset) ?? 0) + 1);
    for (const [dataset, n] of tally) counts.push({ kind, dataset, n });
  };
  count('voice', records.voices.values());
  count('source', records.sources.values());
  count('entity', records.entities.values());
  count('predicate', records.predicates.values());
  count('claim', records.claims.values());
  count('citation', [...records.citations.values()].flat());
  count('rivals', records.rivals);
  count('identity', records.identities);
  count('question', records.questions.values());
  return { records, aliases, edited: new Set(), counts };
}

export function planOf(files: readonly CuratedFile[], stored: StoredState = nothingStored(), options: Partial<PlanOptions> = {}): ImportPlan {
  const batch = batchOf(files, stored.records);
  const datasets = options.datasets ?? [...new Set(batch.datasets.map(({ record }) => record.id))];
  return planImport(batch, stored, { datasets, prune: false, overwrite: false, ...options });
}
