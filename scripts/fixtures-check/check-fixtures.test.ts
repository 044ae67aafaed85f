/** One fault of each kind is planted in a small valid case, and each is found with its code and place. */
import { describe, expect, it } from 'vitest';
import { checkFixtures, type CheckInput } from './check-fixtures.ts';
import { paragraphsOf } from '../../server/domain/texts/paragraphs.ts';
import { formatParagraphIndex, hashParagraph, parseParagraphIndex } from './paragraph-index.ts';

const ARTICLE = 'The ministry of Freedonia hired a man called Ivan Petrov in the spring of that year\n\n  He denies it.\n';

type Json = Record<string, unknown>;

const predicate = (id: string, more: Json): Json => ({
  id,
  forms: { finite: id, infinitive: `to have ${id}`, passive: `was ${id} by`, noun: id },
  inverse: `${id}-by`,
  definition: 'A word.',
  example: 'An example.',
  misuse: 'A misuse.',
  ...more,
});
const vocabulary = (): Json => ({
  format: 'attest/1',
  dataset: { id: 'core' },
  predicates: [
    predicate('hired', { group: 'sponsorship', subject: ['Country'], takes: ['Person'], qualifiers: ['via'], accuses: ['subject', 'object', 'via'] }),
    predicate('described-as', { group: 'identity', subject: ['Person'], takes: ['text'] }),
    predicate('counted', { group: 'identity', subject: ['Group'], takes: ['count'] }),
  ],
});
const soundCase = (): Json => ({
  format: 'attest/1',
  dataset: { id: 'demo' },
  defaults: { source: 'daily' },
  voices: [
    { id: 'daily-voice', name: 'The Daily', stake: 'none' },
    { id: 'justice', name: 'Ministry of Justice', entities: ['moj'], stake: [{ entity: 'freedonia', as: 'accuser', why: 'brings the case' }] },
  ],
  sources: [
    { id: 'daily', kind: 'article', voice: 'daily-voice', seen: true, textOf: { source: 'weekly', how: 'republishes' } },
    { id: 'weekly', kind: 'article', voice: 'daily-voice', seen: false },
    { id: 'papers', kind: 'court-document', voice: 'justice', seen: false },
  ],
  entities: [
    { id: 'freedonia', type: 'Country', names: [{ text: 'Freedonia', lang: 'en', kind: 'primary', sources: ['daily'] }] },
    { id: 'ivan', type: 'Person', names: [{ text: 'Ivan Petrov', lang: 'en', kind: 'primary', sources: ['daily'] }] },
    { id: 'olga', type: 'Person', unnamed: true, names: [{ text: 'The go-between', lang: 'en', kind: 'label' }] },
    { id: 'moj', type: 'Agency', names: [{ text: 'Ministry of Justice', lang: 'en', kind: 'label' }] },
    { id: 'men', type: 'Group', unnamed: true, names: [{ text: 'Some men', lang: 'en', kind: 'label' }] },
  ],
  claims: [
    {
      id: 'hiring',
      subject: 'freedonia',
      predicate: 'hired',
      object: 'ivan',
      citations: [
        {
          locator: { paragraph: 1 },
          origin: 'papers',
          originBasis: 'stated',
          paraphrase: 'He was taken on by the state.',
          standing: { level: 'alleged', by: 'moj' },
          happened: { edtf: '2022', basis: 'stated' },
        },
        { locator: { paragraph: 2 }, stance: 'disputes', paraphrase: 'He says no.', standing: { level: 'denied', by: 'ivan' } },
      ],
    },
    {
      id: 'count',
      subject: 'men',
      predicate: 'counted',
      object: 'value',
      citations: [{ locator: { paragraph: 1 }, paraphrase: 'One man.', standing: { level: 'reported' }, count: { min: 1, basis: 'stated' } }],
    },
  ],
  rivals: [{ claims: ['hiring', 'count'], why: 'for the test' }],
  identities: [{ a: 'ivan', b: 'olga', decision: 'different', why: 'two people' }],
  questions: [{ id: 'q', text: 'Who hired him?', kind: 'trace', from: { ids: ['ivan'] }, to: { ids: ['freedonia'] } }],
});

interface Planted {
  vocabulary: Json;
  demo: Json;
  input: CheckInput;
}
/** The codes found in the valid case once `plant` has changed it; with its article, unless `plant` removes that. */
function codesAfter(plant: (planted: Planted) => void): string[] {
  return problemsAfter(plant).map(({ code }) => code);
}
function problemsAfter(plant: (planted: Planted) => void) {
  return reportAfter(plant).problems;
}
function reportAfter(plant: (planted: Planted) => void) {
  const planted: Planted = {
    vocabulary: vocabulary(),
    demo: soundCase(),
    input: {
      vocabulary: [],
      files: [],
      index: new Map([['daily', { article: 'daily.txt', hashes: paragraphsOf(ARTICLE).map(hashParagraph) }]]),
      articles: new Map([['daily.txt', ARTICLE]]),
    },
  };
  plant(planted);
  planted.input.vocabulary = [{ name: 'core.json', text: JSON.stringify(planted.vocabulary) }];
  planted.input.files.push({ name: 'demo.json', text: JSON.stringify(planted.demo, undefined, 2) });
  return checkFixtures(planted.input);
}
const said = { locator: { paragraph: 1 }, paraphrase: 'Taken on.', standing: { level: 'reported' } };

/** Sets a value at a JSON pointer of the case; `-` as the last part appends. */
const put = (pointer: string, value: unknown) => (planted: Planted) => {
  const { parent, key } = placeOf(planted.demo, pointer);
  if (Array.isArray(parent) && key === '-') parent.push(value);
  else Reflect.set(parent, key, value);
};
/** A claim that quotes words, and the passage that should contain them. */
const quoting = (text: string, paragraph = 1) =>
  put('/claims/-', {
    id: 'quoted',
    subject: 'ivan',
    predicate: 'described-as',
    object: { text, lang: 'en', quoted: true },
    citations: [{ ...said, locator: { paragraph } }],
  });
const drop = (pointer: string) => (planted: Planted) => {
  const { parent, key } = placeOf(planted.demo, pointer);
  if (!Reflect.deleteProperty(parent, key)) throw new Error(`nothing to drop at ${pointer}`);
};
function placeOf(root: object, pointer: string): { parent: object; key: string } {
  const parts = pointer.split('/').slice(1);
  const key = parts.pop() ?? '';
  const parent = parts.reduce((node: object, part) => {
    const next: unknown = Reflect.get(node, part);
    if (typeof next !== 'object' || next === null) throw new Error(`nothing at ${part} of ${pointer}`);
    return next;
  }, root);
  return { parent, key };
}

describe('a valid case', () => {
  it('has no problem', () => {
    expect(problemsAfter(() => {})).toEqual([]);
  });
  it('finds no fault in a note that says whose word a deed is', () =>
    expect(codesAfter(put('/voices/1/stake/0/why', 'looks after people, and lays the attacks on them to Freedonia'))).toEqual([]));
  it('finds no fault in words quoted from the passage cited', () => expect(codesAfter(quoting('hired a man'))).toEqual([]));
  it('says so where it was not compared with the articles', () => {
    const { lines } = checkFixtures({ vocabulary: [], files: [], index: new Map() });
    expect(lines.join('\n')).toContain('NOT compared with the articles');
  });
  it('says how much the publication gate would refuse and why, and names it when asked', () => {
    const told = (plant: (planted: Planted) => void) => reportAfter(plant).lines.filter((line) => line.startsWith('publication gate'));
    expect(told(() => {})).toEqual([expect.stringMatching(/^publication gate refuses 2, claim: .+ \(read in daily only; --gate names them\)$/)]);
    expect(told(({ input }) => (input.listGate = true))).toEqual([expect.stringMatching(/\(count, hiring\)$/)]);
    expect(told(put('/sources/0/url', 'https://example.org/1'))).toEqual(['publication gate: nothing refused']);
    expect(reportAfter(put('/claims/0/citations/0/locator/paragraph', 9)).lines.join('\n')).toContain('NOT tried at the publication gate');
  });
});

const faults: [what: string, code: string, plant: (planted: Planted) => void][] = [
  ['a file that is no JSON', 'syntax', ({ input }) => input.files.push({ name: 'torn.json', text: '{ "format": ' })],
  ['a field the format does not know', 'unknown-field', put('/claims/0/colour', 'red')],
  ['a voice without a word on its stake', 'missing-field', drop('/voices/0/stake')],
  ['a claim without a citation', 'list-too-short', put('/claims/0/citations', [])],
  ['an object that no entity is', 'unknown-id', put('/claims/0/object', 'ivann')],
  ['a via that no entity is', 'unknown-id', put('/claims/0/via', 'nobody')],
  ['an origin that no source is', 'unknown-id', put('/claims/0/citations/0/origin', 'paperz')],
  ['a source of a name that is none', 'unknown-id', put('/entities/1/names/0/sources', ['gazette'])],
  ['a voice that does not exist', 'unknown-id', put('/sources/0/voice', 'nobody')],
  ['a rival claim that does not exist', 'unknown-id', put('/rivals/0/claims/1', 'nothing')],
  ['an identity with nobody', 'unknown-id', put('/identities/0/b', 'nobody')],
  ['a question about nobody', 'unknown-id', put('/questions/0/from/ids', ['nobody'])],
  ['a predicate that the vocabulary lacks', 'unknown-id', put('/claims/0/predicate', 'hirred')],
  ['an id given twice', 'duplicate-id', put('/entities/-', { id: 'ivan', type: 'Person', names: [{ text: 'Another', lang: 'en', kind: 'label' }] })],
  ['a field written twice', 'duplicate-key', ({ input }) => input.files.push({ name: 'twice.json', text: '{ "format": "attest/1", "format": "attest/1" }' })],
  ['a case without a header', 'no-dataset', drop('/dataset')],
  ['an origin without its basis', 'origin-basis-unsaid', drop('/claims/0/citations/0/originBasis')],
  ['a citation of no source', 'missing-source', drop('/defaults')],
  ['a text that comes from itself', 'text-of-cycle', put('/sources/1/textOf', { source: 'daily', how: 'abridges' })],
  ['a subject of a wrong type', 'subject-type', put('/claims/0/subject', 'men')],
  ['an object of a wrong type', 'object-type', put('/claims/0/object', 'men')],
  ['a text where none is taken', 'object-not-taken', put('/claims/0/object', { text: 'somebody', lang: 'en' })],
  ['a value where none is taken', 'object-not-taken', put('/claims/0/object', 'value')],
  ['a value that no citation says', 'value-missing', drop('/claims/1/citations/0/count')],
  ['a qualifier that is not allowed', 'qualifier-not-allowed', put('/claims/0/in', 'men')],
  [
    'two claims with one proposition',
    'duplicate-proposition',
    put('/claims/-', { id: 'again', subject: 'freedonia', predicate: 'hired', object: 'ivan', citations: [said] }),
  ],
  ['an accusation of a person that names nobody as accuser', 'accusation-without-by', drop('/claims/0/citations/0/standing/by')],
  ['an accusation at no stated standing', 'accusation-without-by', put('/claims/0/citations/0/standing', { level: 'unstated' })],
  ['a citation without a standing', 'missing-standing', drop('/claims/0/citations/0/standing')],
  ['a charge on a claim that accuses nobody', 'level-not-for-claim', put('/claims/1/citations/0/standing', { level: 'charged', by: 'moj', case: 'moj' })],
  ['a confirmed accusation', 'level-not-for-claim', put('/claims/0/citations/0/standing/level', 'confirmed')],
  ['a charge without its case', 'case-missing', put('/claims/0/citations/0/standing/level', 'charged')],
  ['a denial among the supporting passages', 'level-of-other-stance', drop('/claims/0/citations/1/stance')],
  ['a newsroom report that names a "by"', 'by-not-allowed', put('/claims/0/citations/0/standing/level', 'reported')],
  ['a date that is none', 'invalid-date', put('/claims/0/citations/0/happened/edtf', '2022-13')],
  ['a paragraph that the article does not have', 'paragraph', put('/claims/0/citations/0/locator/paragraph', 3)],
  ['a citation without a paragraph', 'paragraph', drop('/claims/0/citations/0/locator')],
  ['an article that is not indexed', 'paragraph', ({ input }) => input.index.clear()],
  ['a citation of what nobody read', 'unseen-source', put('/claims/0/citations/0/source', 'papers')],
  ['a paraphrase of 31 words', 'long-paraphrase', put('/claims/0/citations/0/paraphrase', 'word '.repeat(31))],
  ['six words copied', 'copied', put('/claims/0/citations/0/paraphrase', 'It is said to have HIRED a man, called “Ivan Petrov”.')],
  ['six words copied into a label', 'copied', put('/entities/4/names/0/text', 'hired a man called Ivan Petrov')],
  ['a quotation that does not stand in its passage', 'not-in-passage', put('/claims/0/citations/0/quote', 'hired a woman')],
  ['a quotation from another paragraph', 'not-in-passage', put('/claims/0/citations/1/quote', 'a man called')],
  ['words quoted that stand in no passage', 'not-in-passage', quoting('hired a woman')],
  ['words quoted that stand in another paragraph', 'not-in-passage', quoting('hired a man', 2)],
  ['a name the article does not print', 'name', put('/entities/1/names/0/text', 'Иван Петров')],
  ['a name cited to what nobody read', 'name', put('/entities/1/names/0/sources', ['papers'])],
  ['a note that tells a deed as a fact', 'note-as-fact', put('/voices/1/stake/0/why', 'looks after people whom Freedonia attacked')],
  ['an article that has changed', 'article', ({ input }) => input.articles?.set('daily.txt', ARTICLE.replace('denies', 'admits'))],
  ['an article that has lost a paragraph', 'article', ({ input }) => input.articles?.set('daily.txt', ARTICLE.split('\n')[0] ?? '')],
  ['an article that is not there', 'article', ({ input }) => input.articles?.clear()],
];

describe('a planted fault', () => {
  it.each(faults)('%s is found as %s', (_what, code, plant) => {
    expect(codesAfter(plant)).toContain(code);
  });

  it('is reported with its file, pointer, line and column', () => {
    const [problem] = problemsAfter(put('/claims/0/citations/0/origin', 'paperz'));
    expect(problem).toMatchObject({ code: 'unknown-id', file: 'demo.json', pointer: '/claims/0/citations/0/origin' });
    const text = JSON.stringify(soundCase(), undefined, 2);
    expect(problem?.line).toBe(text.split('\n').findIndex((line) => line.includes('"origin"')) + 1);
    expect(problem?.column).toBeGreaterThan(1);
  });

  it('does not hide another in the same case', () => {
    const codes = codesAfter((planted) => {
      put('/claims/0/citations/0/origin', 'paperz')(planted);
      put('/claims/0/citations/0/locator/paragraph', 99)(planted);
      put('/claims/0/in', 'men')(planted);
    });
    expect(codes).toEqual(expect.arrayContaining(['unknown-id', 'paragraph', 'qualifier-not-allowed']));
  });
});

describe('copied words', () => {
  it('are allowed within a name or title that the article prints', () => {
    const copied = (title: string | undefined) =>
      codesAfter((planted) => {
        if (title !== undefined) put('/sources/0/title', title)(planted);
        put('/claims/0/citations/0/paraphrase', 'So the ministry of Freedonia hired a man, it says.')(planted);
      });
    expect(copied(undefined)).toEqual(['copied']);
    expect(copied('The ministry of Freedonia hired a man')).toEqual([]);
  });
});

describe('the paragraph index', () => {
  it('counts non-empty lines from 1, and is the same after it was written and read', () => {
    expect(paragraphsOf(ARTICLE)).toHaveLength(2);
    const index = new Map([['daily', { article: 'daily.txt', hashes: paragraphsOf(ARTICLE).map(hashParagraph) }]]);
    expect(parseParagraphIndex(formatParagraphIndex(index))).toEqual(index);
  });
  it('refuses a line that is missing, incomplete or out of order', () => {
    const text = formatParagraphIndex(new Map([['daily', { article: 'daily.txt', hashes: paragraphsOf(ARTICLE).map(hashParagraph) }]]));
    const [head = '', first = '', second = ''] = text.split('\n');
    expect(() => parseParagraphIndex(`${head}\n${second}\n`)).toThrow('out of its order');
    expect(() => parseParagraphIndex(`${head}\n${first.slice(0, -3)}\n`)).toThrow('cannot read');
    expect(() => parseParagraphIndex(`${first}\n`)).toThrow('does not start');
  });
});
