/** Faults of meaning, each as what is done to the demonstration to get it, with its code and place. */
import { assembleBatch } from '../importing/assemble-batch.ts';
import { assignDatasets } from '../importing/assign-datasets.ts';
import { checkRecords } from '../importing/checks/check-records.ts';
import type { CuratedCitation, CuratedFile } from '../importing/curated-file.ts';
import type { Problem } from '../model/errors.ts';
import { coreFile, demoFile, nothingStored } from './curated-demo.ts';

export type Demo = ReturnType<typeof demoFile>;

export function problemsOf(files: readonly CuratedFile[], stored = nothingStored(), dataset?: string): Problem[] {
  const assigned = assignDatasets(
    files.map((content, i) => ({ name: i === 0 ? 'core/core.json' : `demo/${i}.json`, content })),
    dataset,
  );
  const { batch, problems } = assembleBatch(assigned.files, stored.records);
  return [...assigned.problems, ...problems, ...checkRecords(batch, { records: stored.records, aliases: stored.aliases, savedSets: new Set(['saved']) })];
}

/** The problems of the demo import once it is damaged. */
export function damaged(damage: (demo: Demo, core: CuratedFile) => void): Problem[] {
  const [core, demo] = [coreFile(), demoFile()];
  damage(demo, core);
  return problemsOf([core, demo]);
}
export const claim = (demo: Demo, i: number) => {
  const found = demo.claims[i];
  if (!found) throw new Error(`no claim ${i}`);
  return found;
};
export const citation = (demo: Demo, i: number, k = 0): CuratedCitation => {
  const found = claim(demo, i).citations[k];
  if (!found) throw new Error(`no citation ${i}/${k}`);
  return found;
};
export const at = <T>(list: readonly T[] | undefined, i: number): T => {
  const found = list?.[i];
  if (found === undefined) throw new Error(`no item ${i}`);
  return found;
};

/** What is wrong, how it gets so, the code, and where it stands. */
export const DAMAGES: [string, (demo: Demo, core: CuratedFile) => void, string, string][] = [
  ['an entity defined twice', (d) => d.entities.push({ ...at(d.entities, 2) }), 'duplicate-id', '/entities/7/id'],
  ['a voice defined twice', (d) => d.voices.push({ ...at(d.voices, 0) }), 'duplicate-id', '/voices/2/id'],
  ['a claim id used twice', (d) => d.claims.push({ ...claim(d, 0), occasion: 'again' }), 'duplicate-id', '/claims/6/id'],
  ["another dataset's predicate defined anew", (d, c) => d.predicates.push({ ...at(c.predicates, 0) }), 'id-of-another-dataset', '/predicates/1/id'],
  ['a predicate without its dataset as prefix', (d) => (at(d.predicates, 0).id = 'paid'), 'predicate-prefix', '/predicates/0/id'],
  ['a predicate with another prefix', (d) => (at(d.predicates, 0).id = 'other:paid'), 'predicate-prefix', '/predicates/0/id'],
  ['a core predicate with a prefix', (_d, c) => c.predicates?.push({ ...at(c.predicates, 0), id: 'core:hired' }), 'predicate-prefix', '/predicates/4/id'],
  ['an accused end the predicate does not have', (d) => (at(d.predicates, 0).accuses = ['via']), 'end-not-allowed', '/predicates/0/accuses/0'],
  ['a role for an end the predicate does not have', (d) => (at(d.predicates, 0).roles = { at: 'target' }), 'end-not-allowed', '/predicates/0/roles/at'],
  ['a subject nobody defines', (d) => (claim(d, 0).subject = 'sylvnaia'), 'unknown-id', '/claims/0/subject'],
  ['a name in no language', (d) => (at(at(d.entities, 0).names, 0).lang = 'xx'), 'unknown-language', '/entities/0/names/0/lang'],
  ['a source in a variant that nobody registered', (d) => (at(d.sources, 0).language = 'de-1997'), 'unknown-language', '/sources/0/language'],
  ['a text in no language', (d) => (claim(d, 0).object = { text: 'x', lang: 'xx-nonsense-123' }), 'unknown-language', '/claims/0/object/lang'],
  ['an unknown predicate', (d) => (claim(d, 0).predicate = 'hird'), 'unknown-id', '/claims/0/predicate'],
  ['an unknown via', (d) => (claim(d, 0).via = ['nobody-knows']), 'unknown-id', '/claims/0/via/0'],
  ['an unknown source', (d) => (citation(d, 0).source = 'dayli'), 'unknown-id', '/claims/0/citations/0/source'],
  ['an unknown origin', (d) => (citation(d, 0).origin = 'paper'), 'unknown-id', '/claims/0/citations/0/origin'],
  ['an unknown source on the way', (d) => (citation(d, 0).through = ['copi']), 'unknown-id', '/claims/0/citations/0/through/0'],
  ['an unknown statedBy', (d) => (citation(d, 0).statedBy = 'mojo'), 'unknown-id', '/claims/0/citations/0/statedBy'],
  ['an unknown by', (d) => (citation(d, 0).standing = { level: 'alleged', by: 'mojo' }), 'unknown-id', '/claims/0/citations/0/standing/by'],
  ['an unknown case', (d) => (citation(d, 4).standing = { level: 'charged', by: 'moj', case: 'case-2' }), 'unknown-id', '/claims/4/citations/0/standing/case'],
  ['an unknown voice', (d) => (at(d.sources, 0).voice = 'newsrom'), 'unknown-id', '/sources/0/voice'],
  ['an unknown text carried', (d) => (at(d.sources, 2).textOf = { source: 'dialy', how: 'abridges' }), 'unknown-id', '/sources/2/textOf/source'],
  ['an unknown entity a voice speaks for', (d) => (at(d.voices, 0).entities = ['mojj']), 'unknown-id', '/voices/0/entities/0'],
  ['a stake in nobody', (d) => (at(d.voices, 0).stake = [{ entity: 'silvania', as: 'ally', why: 'w' }]), 'unknown-id', '/voices/0/stake/0/entity'],
  ['an unknown source of a name', (d) => (at(at(d.entities, 0).names, 0).sources = ['daily2']), 'unknown-id', '/entities/0/names/0/sources/0'],
  ['an unknown candidate', (d) => (at(d.entities, 4).candidates = ['ivan', 'ivna']), 'unknown-id', '/entities/4/candidates/1'],
  ['a rival that does not exist', (d) => (at(d.rivals, 0).claims = ['c1', 'c9']), 'unknown-id', '/rivals/0/claims'],
  ['an identity of nobody', (d) => (at(d.identities, 0).b = 'go-betwen'), 'unknown-id', '/identities/0'],
  [
    'a question from nobody',
    (d) => (d.questions[0] = { id: 'q1', text: 't', kind: 'trace', from: { ids: ['ivann'] }, to: { ids: ['sylvania'] } }),
    'unknown-id',
    '/questions/0/from/ids/0',
  ],
  [
    'a question of no saved set',
    (d) => (d.questions[0] = { id: 'q1', text: 't', kind: 'trace', from: { savedSet: 'save' }, to: { ids: ['sylvania'] } }),
    'unknown-id',
    '/questions/0/from/savedSet',
  ],
  [
    'a filter by no voice',
    (d) => (d.questions[1] = { id: 'q2', text: 't', kind: 'claims', filter: { voices: ['justize'] } }),
    'unknown-id',
    '/questions/1/filter/voices/0',
  ],
  [
    'a filter that leaves out no predicate',
    (d) => (d.questions[1] = { id: 'q2', text: 't', kind: 'claims', filter: { predicatesNot: ['hird'] } }),
    'unknown-id',
    '/questions/1/filter/predicatesNot/0',
  ],
  [
    'a filter by no dataset',
    (d) => (d.questions[1] = { id: 'q2', text: 't', kind: 'claims', filter: { datasets: ['cor'] } }),
    'unknown-id',
    '/questions/1/filter/datasets/0',
  ],
  ['roles by no dataset', (d) => (d.questions[2] = { id: 'q3', text: 't', kind: 'roles', datasets: ['nowhere'] }), 'unknown-id', '/questions/2/datasets/0'],
  [
    'a trace by no dataset',
    (d) =>
      (d.questions[2] = { id: 'q3', text: 't', kind: 'trace', from: { type: 'Person' }, to: { type: 'Plot' }, switches: { datasets: ['demo', 'nowhere'] } }),
    'unknown-id',
    '/questions/2/switches/datasets/1',
  ],
  ['roles of no plot', (d) => (d.questions[2] = { id: 'q3', text: 't', kind: 'roles', plots: ['plott'] }), 'unknown-id', '/questions/2/plots/0'],
  ['a subject of a type the predicate does not take', (d) => (claim(d, 0).subject = 'plot'), 'subject-type', '/claims/0/subject'],
  ['an object of a type the predicate does not take', (d) => (claim(d, 0).object = 'plot'), 'object-type', '/claims/0/object'],
  ['a text where none is taken', (d) => (claim(d, 0).object = { text: 'x', lang: 'en' }), 'object-not-taken', '/claims/0/object'],
  [
    'more words quoted than may be',
    (d) => (claim(d, 0).object = { text: 'w '.repeat(16), lang: 'en', quoted: true }),
    'quoted-too-long',
    '/claims/0/object/quoted',
  ],
  ['a value where none is taken', (d) => (claim(d, 0).object = 'value'), 'object-not-taken', '/claims/0/object'],
  ['an entity where only a count is taken', (d) => (claim(d, 2).object = 'ivan'), 'object-not-taken', '/claims/2/object'],
  ['a value that no citation carries', (d) => delete citation(d, 2).count, 'value-missing', '/claims/2/citations/0'],
  ['a qualifier the predicate does not take', (d) => (claim(d, 0).at = 'sylvania'), 'qualifier-not-allowed', '/claims/0/at'],
  ['one entity twice in a qualifier', (d) => (claim(d, 0).via = ['go-between', 'go-between']), 'repeated-qualifier', '/claims/0/via/1'],
  ['one proposition under two ids', (d) => d.claims.push({ ...claim(d, 0), id: 'c7' }), 'duplicate-proposition', '/claims/6'],
  ['one passage cited twice', (d) => claim(d, 1).citations.push({ ...citation(d, 1) }), 'duplicate-citation', '/claims/1/citations/1'],
  ['a citation without a source', (d) => delete d.defaults, 'missing-source', '/claims/1/citations/0'],
  ['a citation without standing', (d) => delete citation(d, 1).standing, 'missing-standing', '/claims/1/citations/0'],
  ['an origin whose basis is not said', (d) => delete citation(d, 0).originBasis, 'origin-basis-unsaid', '/claims/0/citations/0'],
  ['an origin in the own voice', (d) => (citation(d, 0).originBasis = 'own-voice'), 'origin-with-other-basis', '/claims/0/citations/0/originBasis'],
  ['a witness who has it from another', (d) => (citation(d, 0).witnessed = true), 'witnessed-without-own-voice', '/claims/0/citations/0/witnessed'],
  [
    'a mark without a paragraph',
    (d) => {
      citation(d, 0).locator = { page: 3 };
      citation(d, 0).mark = { start: 0, end: 4, sha256: '0'.repeat(64) };
    },
    'mark-without-paragraph',
    '/claims/0/citations/0/mark',
  ],
  [
    'an alternative that is no date',
    (d) => (citation(d, 0).happened = ['1971', '72'].map((edtf) => ({ edtf, basis: 'stated' as const }))),
    'invalid-date',
    '/claims/0/citations/0/happened/1/edtf',
  ],
  ['an inferred origin that is not named', (d) => (citation(d, 1).originBasis = 'inferred'), 'origin-missing', '/claims/1/citations/0/originBasis'],
  ['carried by a source that carries nothing', (d) => (citation(d, 1).originBasis = 'carried'), 'carried-without-text-of', '/claims/1/citations/0/originBasis'],
  ['through somebody to no origin', (d) => (citation(d, 2).through = ['copy']), 'through-without-origin', '/claims/2/citations/0/through'],
  [
    'a text that is its own origin (fault 22)',
    (d) => Object.assign(citation(d, 1), { origin: citation(d, 1).source ?? d.defaults?.source, originBasis: 'stated' }),
    'origin-of-itself',
    '/claims/1/citations/0/origin',
  ],
  [
    'a text that passes itself on (fault 22)',
    (d) => {
      const read = citation(d, 1).source ?? d.defaults?.source ?? '';
      const origin = d.sources?.find(({ id }) => id !== read)?.id;
      Object.assign(citation(d, 1), { origin, originBasis: 'stated', through: [read] });
    },
    'through-itself',
    '/claims/1/citations/0/through/0',
  ],
  ['a denial that supports', (d) => delete citation(d, 0, 1).stance, 'level-of-other-stance', '/claims/0/citations/1/standing/level'],
  ['a charge that disputes', (d) => (citation(d, 4).stance = 'disputes'), 'level-of-other-stance', '/claims/4/citations/0/standing/level'],
  [
    'an accusation confirmed',
    (d) => (citation(d, 0).standing = { level: 'confirmed', by: 'moj' }),
    'level-not-for-claim',
    '/claims/0/citations/0/standing/level',
  ],
  [
    'a plain claim convicted',
    (d) => (citation(d, 2).standing = { level: 'convicted', by: 'moj', case: 'case-1' }),
    'level-not-for-claim',
    '/claims/2/citations/0/standing/level',
  ],
  ['alleged by nobody', (d) => (citation(d, 0).standing = { level: 'alleged' }), 'by-missing', '/claims/0/citations/0/standing'],
  ['reported by somebody', (d) => (citation(d, 1).standing = { level: 'reported', by: 'moj' }), 'by-not-allowed', '/claims/1/citations/0/standing/by'],
  ['charged in no case', (d) => (citation(d, 4).standing = { level: 'charged', by: 'moj' }), 'case-missing', '/claims/4/citations/0/standing'],
  [
    'alleged in a case',
    (d) => (citation(d, 0).standing = { level: 'alleged', by: 'moj', case: 'case-1' }),
    'case-not-allowed',
    '/claims/0/citations/0/standing/case',
  ],
  [
    'a case that is a plot',
    (d) => (citation(d, 4).standing = { level: 'charged', by: 'moj', case: 'plot' }),
    'case-type',
    '/claims/4/citations/0/standing/case',
  ],
  ['a fallback citation with a level', (d) => (citation(d, 5).standing = { level: 'reported' }), 'import-only-level', '/claims/5/citations/0/standing/level'],
  [
    'a fallback citation with an origin',
    (d) => Object.assign(citation(d, 5), { origin: 'papers', originBasis: 'stated' }),
    'import-only-origin',
    '/claims/5/citations/0/origin',
  ],
  [
    'unstated, and not a fallback',
    (d) => (citation(d, 2).standing = { level: 'unstated' }),
    'unstated-without-import-only',
    '/claims/2/citations/0/standing/level',
  ],
  [
    'how an address is known, without one',
    (d) => Object.assign(at(d.sources, 2), { url: undefined, urlBasis: 'outside' }),
    'basis-without-url',
    '/sources/2/urlBasis',
  ],
  ['texts that carry one another', (d) => (at(d.sources, 0).textOf = { source: 'copy', how: 'relays' }), 'text-of-cycle', '/sources/2/textOf'],
  [
    'a date of publication that is none',
    (d) => (at(d.sources, 0).published = { edtf: '2024-13', basis: 'stated' }),
    'invalid-date',
    '/sources/0/published/edtf',
  ],
  ['a deed on no day', (d) => (citation(d, 0).happened = { edtf: 'July 2022', basis: 'stated' }), 'invalid-date', '/claims/0/citations/0/happened/edtf'],
  [
    'a step on no day',
    (d) => (citation(d, 0).standing = { level: 'alleged', by: 'moj', on: { edtf: '85', basis: 'stated' } }),
    'invalid-date',
    '/claims/0/citations/0/standing/on/edtf',
  ],
  ['knowledge until no day', (d) => (d.dataset.knowledgeUntil = { edtf: 'now', basis: 'stated' }), 'invalid-date', '/dataset/knowledgeUntil/edtf'],
  ['a clock that is no date', (d) => (at(d.questions, 0).clocks = { published: 'soon' }), 'invalid-date', '/questions/0/clocks/published'],
  [
    'a recorded clock that is no instant',
    (d) => (at(d.questions, 0).clocks = { recorded: '2024-01-01T25:00:00Z' }),
    'invalid-date',
    '/questions/0/clocks/recorded',
  ],
  [
    'the same across different',
    (d) => d.identities.push({ a: 'ivan', b: 'someone', decision: 'same', why: 'w' }, { a: 'someone', b: 'go-between', decision: 'same', why: 'w' }),
    'same-across-different',
    '/identities/2/decision',
  ],
  ['an entity compared with itself', (d) => (at(d.identities, 0).b = 'ivan'), 'identity-of-itself', '/identities/0'],
  ['one rival', (d) => (at(d.rivals, 0).claims = ['c1', 'c1']), 'rivals-too-few', '/rivals/0/claims'],
  ['one candidate twice', (d) => (at(d.entities, 4).candidates = ['ivan', 'ivan']), 'candidates-too-few', '/entities/4/candidates'],
  ['a candidate of itself', (d) => (at(d.entities, 4).candidates = ['someone', 'ivan']), 'candidate-of-itself', '/entities/4/candidates/0'],
  ['no name to call it by', (d) => (at(d.entities, 2).names = [{ text: 'Vanya', lang: 'en', kind: 'nickname' }]), 'name-missing', '/entities/2/names'],
  ['unnamed and not labelled', (d) => (at(d.entities, 3).names = [{ text: 'X', lang: 'en', kind: 'primary' }]), 'label-missing', '/entities/3/names'],
  [
    'a label cited to a source',
    (d) => (at(d.entities, 3).names = [{ text: 'X', lang: 'en', kind: 'label', sources: ['daily'] }]),
    'label-with-sources',
    '/entities/3/names/0/sources',
  ],
];
