import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CuratedFile } from '../../domain/importing/curated-file.ts';
import { emptyRecords } from '../../domain/model/empty-records.ts';
import type { Records } from '../../domain/model/records.ts';
import { normaliseFile } from '../../domain/importing/normalise-file.ts';
import { arbitraryRecords } from '../../domain/testing/arbitrary-records.ts';
import { records, type RecordsBrief } from '../../domain/testing/build-records.ts';
import { checkProperty } from '../../domain/testing/check-property.ts';
import { contextOf } from '../../domain/testing/narration-context.ts';
import { checkPublication } from '../../domain/publishing/publication-gate.ts';
import { checkAttestFile } from '../testing/check-attest-file.ts';
import { wholeInput } from '../testing/whole-input.ts';
import { writtenFiles } from '../testing/written-files.ts';
import type { WholeFile } from '../whole-text.ts';
import { ownJson } from './own-json.ts';

const written = (from: Records): WholeFile[] => writtenFiles(ownJson, wholeInput(from)).filter(({ name }) => name.endsWith('.json'));

/** Reads the files as an import into an empty database does. Each must match the schema. */
function imported(files: readonly WholeFile[]): Records {
  const into = emptyRecords();
  files.forEach(({ text }) => checkAttestFile(text));
  const parsed = files.map(({ name, text }) => ({ name, file: JSON.parse(text) as CuratedFile }));
  const carrying = new Set(
    parsed
      .flatMap(({ file }) => file.sources ?? [])
      .filter((source) => source.textOf)
      .map(({ id }) => id),
  );
  const symmetric = new Set(parsed.flatMap(({ file }) => file.predicates ?? []).flatMap(({ id, symmetric: is }) => (is ? [id] : [])));
  for (const { name, file } of parsed) {
    const dataset = file.dataset?.id ?? '';
    const { batch, problems } = normaliseFile(file, name, {
      dataset,
      carries: (id) => carrying.has(id),
      isSymmetric: (id) => symmetric.has(id),
    });
    expect(problems).toEqual([]);
    batch.datasets.forEach(({ record }) => into.datasets.set(record.id, record));
    batch.voices.forEach(({ record }) => into.voices.set(record.id, record));
    batch.sources.forEach(({ record }) => into.sources.set(record.id, record));
    batch.entities.forEach(({ record }) => into.entities.set(record.id, record));
    batch.predicates.forEach(({ record }) => into.predicates.set(record.id, record));
    // A claim belongs to the dataset that wrote it first; the citations of others join it.
    batch.claims.forEach(({ record }) => into.claims.set(record.id, into.claims.get(record.id) ?? record));
    batch.citations.forEach(({ record }) => into.citations.set(record.claim, [...(into.citations.get(record.claim) ?? []), record]));
    into.rivals.push(...batch.rivals.map(({ record }) => record));
    into.identities.push(...batch.identities.map(({ record }) => record));
    batch.questions.forEach(({ record }) => into.questions.set(record.id, record));
  }
  return into;
}

function shuffled(from: Records, random: () => number): Records {
  const list = <T>(items: Iterable<T>): T[] =>
    [...items]
      .map((item) => ({ item, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  return {
    datasets: new Map(list(from.datasets)),
    voices: new Map(list(from.voices)),
    sources: new Map(list(from.sources)),
    entities: new Map(list(from.entities)),
    predicates: new Map(list(from.predicates)),
    claims: new Map(list(from.claims)),
    citations: new Map(list(from.citations).map(([id, citations]) => [id, list(citations)])),
    rivals: list(from.rivals).map((set) => ({ ...set, claims: list(set.claims) })),
    identities: list(from.identities),
    questions: new Map(list(from.questions)),
  };
}

const FULL: RecordsBrief = {
  dataset: {
    id: 'demo',
    title: 'Demo',
    curator: 'A. Curator',
    licence: 'CC-BY-4.0',
    description: 'All of it.',
    knowledgeUntil: { edtf: '2024-09', basis: 'stated' },
  },
  voices: [
    {
      id: 'moj',
      name: 'Ministry',
      entities: ['ministry', 'a-man'],
      stake: [
        { scope: 'all', as: 'opponent', why: 'so' },
        { entity: 'state', as: 'accuser', why: 'sues' },
      ],
    },
    { id: 'wire', name: 'Wire', article: 'the', number: 'singular', stake: 'unclear' },
  ],
  sources: [
    {
      id: 'page',
      voice: 'wire',
      publisher: 'P',
      title: '“T” – \\ "x"',
      authors: ['B', 'A'],
      language: 'en',
      url: 'https://example.org/?a=1&b=2',
      urlBasis: 'outside',
      archive: 'https://example.org/a',
      published: '2024-09-18',
      textOf: { source: 'root', how: 'abridges' },
    },
    { id: 'root', voice: 'moj', seen: false },
    { id: 'unused', voice: 'wire' },
  ],
  entities: [
    { id: 'state', type: 'Country' },
    { id: 'ministry', type: 'Agency', generic: true, candidates: ['two', 'one'] },
    {
      id: 'a-man',
      kind: 'courier',
      unnamed: true,
      names: [
        { text: 'رجل', lang: 'ar', script: 'Arab', kind: 'primary', sources: ['page'] },
        { text: 'Man “of two words”', lang: 'en', kind: 'label', article: 'none', number: 'plural' },
      ],
    },
    { id: 'one' },
    { id: 'two', aggregate: true },
    { id: 'her', atRisk: true },
    { id: 'unused-entity' },
    { id: 'case', type: 'Case' },
  ],
  predicates: [
    {
      id: 'hired',
      forms: {
        finite: 'hires',
        infinitive: 'to hire',
        passive: 'is hired by',
        noun: 'hiring',
        base: 'hire',
        plural: 'hire',
        inPlot: 'for',
        ofSeveral: 'among',
        blamedFor: 'object',
      },
      accuses: ['via', 'subject'],
      takes: ['count', 'Person'],
      subject: ['Country', 'Person'],
      qualifiers: ['in', 'via'],
      roles: { via: 'intermediary', subject: 'sponsor' },
      recordsDeath: true,
      within: true,
      traversed: false,
    },
    { id: 'unused-predicate', subject: ['Person'], takes: ['text'] },
  ],
  claims: [
    {
      id: 'c1',
      predicate: 'hired',
      subject: 'state',
      object: 'a-man',
      via: ['two', 'one'],
      to: ['two', 'one'],
      in: 'case',
      intended: true,
      attempted: true,
      expected: true,
      occasion: 'second',
      citations: [
        {
          locator: { timecode: '1:02:03' },
          origin: 'root',
          originBasis: 'inferred',
          through: ['page', 'root'],
          paraphrase: 'In our words.',
          quote: 'In its own.',
          hedge: 'reportedly',
          reading: 'inferred',
          statedBy: 'a-man',
          standing: {
            level: 'charged',
            by: 'ministry',
            on: { edtf: '2024~', basis: 'outside' },
            case: 'case',
          },
          happened: [
            { edtf: '1971', basis: 'stated' },
            { edtf: '2022-07?', basis: 'inferred' },
          ],
          count: { min: 1, max: 2.5, approx: true, unit: 'men', basis: 'stated' },
          amount: { max: 1_000_000, unit: 'USD', basis: 'outside' },
          sentence: { text: 'life', basis: 'stated' },
          offences: ['z', 'a'],
          as: 'courier',
          stage: 'trial',
          outcome: 'foiled',
        },
        {
          locator: { page: 'iv' },
          stance: 'disputes',
          standing: { level: 'denied', by: 'state' },
          originBasis: 'own-voice',
        },
        { importOnly: true, standing: 'unstated' },
      ],
    },
    { id: 'c2', predicate: 'hired', subject: 'unknown', object: { text: 'a text', lang: 'en' } },
    {
      id: 'c3',
      predicate: 'hired',
      subject: 'state',
      object: 'value',
      citations: [{ originBasis: 'not-established', locator: { record: 'r1' } }],
    },
  ],
  rivals: [{ claims: ['c2', 'c1'], why: 'one or the other' }],
  identities: [{ a: 'two', b: 'one', decision: 'unsure', why: 'alike' }],
  questions: [
    {
      id: 'q2',
      dataset: 'demo',
      text: 'Who?',
      kind: 'roles',
      roles: ['target', 'sponsor'],
      plots: ['b', 'a'],
      clocks: { published: '2024' },
    },
    {
      id: 'q1',
      dataset: 'demo',
      text: 'How?',
      kind: 'trace',
      from: { ids: ['state', 'one'] },
      to: { role: 'target' },
      switches: { slack: 1, maxHops: 3 },
    },
    {
      id: 'q3',
      dataset: 'demo',
      text: 'What?',
      kind: 'claims',
      filter: { originsAtMost: 1, contested: true },
    },
  ],
};

describe('own JSON', () => {
  it('written, read into an empty store and written again gives the same bytes, with every field in use', () => {
    const first = written(records(FULL));
    expect(written(imported(first))).toEqual(first);
    const text = first[0]?.text ?? '';
    for (const kept of ['unused-entity', 'unused-predicate', 'q2', 'رجل', 'importOnly', '“T” – ']) expect(text).toContain(kept);
  });
  it('loses no record and no field on the way', () => {
    const from = records(FULL);
    const back = imported(written(from));
    const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
    const claim = (of: Records) => {
      const one = of.claims.get('c1');
      return plain({ ...one, to: [...(one?.to ?? [])].sort() });
    };
    expect(claim(back)).toEqual(claim(from));
    const cited = (of: Records) => plain([...of.citations.values()].flat().sort((a, b) => (a.id < b.id ? -1 : 1)));
    expect(cited(back)).toEqual(cited(from));
    expect(plain([...back.sources.values()])).toEqual(plain([...from.sources.values()]));
  });
  it('gives the same bytes from shuffled records, and again after an import', () => {
    checkProperty(
      'own JSON is canonical',
      fc.property(
        fc.oneof(arbitraryRecords(), arbitraryRecords({ entities: 3, claims: 12 })),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (from, stream) => {
          const first = written(from);
          expect(written(shuffled(from, () => stream.next().value))).toEqual(first);
          expect(written(imported(first))).toEqual(first);
        },
      ),
      { runs: 100 },
    );
  });
  it('writes each dataset to its own file, and a citation to the file of its dataset', () => {
    const from = records(FULL);
    from.datasets.set('other', { id: 'other' });
    const [joined] = from.citations.get('c3') ?? [];
    if (!joined) throw new Error('c3 has a citation');
    from.citations.set('c3', [joined, { ...joined, id: 'cit:other', dataset: 'other', locator: { paragraph: 5 } }]);
    const files = written(from);
    expect(files.map(({ name }) => name)).toEqual(['demo.json', 'other.json']);
    expect(files[1]?.text).toContain(`"paragraph": 5`);
    expect(files[0]?.text).not.toContain(`"paragraph": 5`);
    expect(written(imported(files)).map(({ name }) => name)).toEqual(['demo.json', 'other.json']);
  });
  it('has one line for each record and citation, so that a diff shows each change', () => {
    const lines = (from: Records) => (written(from)[0]?.text ?? '').split('\n');
    const before = lines(records(FULL));
    const changed = records(FULL);
    const citation = changed.citations.get('c2')?.[0];
    if (!citation) throw new Error('c2 has a citation');
    changed.citations.set('c2', [{ ...citation, paraphrase: 'Another passage.' }]);
    expect(lines(changed).filter((line) => !before.includes(line))).toHaveLength(1);
  });
  it('holds only the piece, with stubs for what else it refers to, without questions and unused records', () => {
    const { ctx } = wholeInput(records(FULL));
    const gate = checkPublication(ctx, { entities: [], claims: ['c3'] });
    const [file] = writtenFiles(ownJson, {
      ctx,
      entities: [],
      claims: ['c3'],
      view: { filters: [] },
      gate,
    });
    const piece = JSON.parse(file?.text ?? '') as CuratedFile;
    expect(piece.claims?.map(({ id }) => id)).toEqual(['c3']);
    expect(piece.questions).toBeUndefined();
    expect(piece.sources?.map(({ id }) => id)).toEqual(['page', 'root']);
    expect(piece.entities?.map(({ id }) => id)).toEqual(['state']);
    checkAttestFile(file?.text ?? '');
    expect(piece.stubs).toEqual({
      entities: [
        { id: 'a-man', type: 'Person' },
        { id: 'ministry', type: 'Agency' },
      ],
    });
  });
  it('leaves out at a date what was published later, names included', () => {
    const ctx = contextOf(
      {
        sources: [
          { id: 'early', published: '2018' },
          { id: 'late', published: '2022' },
        ],
        entities: [
          {
            id: 'diplomat',
            names: [
              { text: 'His Name', lang: 'en', kind: 'primary', sources: ['late'] },
              { text: 'A diplomat', lang: 'en', kind: 'label' },
            ],
          },
        ],
        claims: [
          {
            id: 'c',
            predicate: 'met',
            subject: 'diplomat',
            object: 'other',
            citations: [{ source: 'early' }, { source: 'late', paraphrase: 'Told later.' }],
          },
        ],
      },
      { published: '2020' },
    );
    const view = { clocks: { published: '2020' }, filters: [] };
    const gate = checkPublication(ctx, { entities: [], claims: ['c'], view, override: 'a test' });
    const text = writtenFiles(ownJson, { ctx, entities: [], claims: ['c'], view, gate })
      .map((file) => file.text)
      .join();
    expect(text).not.toContain('His Name');
    expect(text).not.toContain('Told later.');
    expect(text).not.toContain('"late"');
    expect(text).toContain('A diplomat');
  });
  it('comes with the printed lines', () => {
    const file = writtenFiles(ownJson, wholeInput(records(FULL))).find(({ name }) => name === 'printed-lines.txt');
    expect(file?.text).toContain('As told up to 2024-09; later outcomes not searched.\n');
  });
});
