/** A field that a file leaves out gets its default, from the file or from the format. */
import { expect, test } from 'vitest';
import type { CuratedCitation, CuratedDefaults } from './curated-file.ts';
import type { Citation } from '../model/records.ts';
import { normaliseFile } from './normalise-file.ts';

function citationOf(written: Partial<CuratedCitation>, defaults: CuratedDefaults = { source: 'page', standing: { level: 'reported' } }): Citation {
  const file = {
    format: 'attest/1',
    defaults,
    claims: [{ id: 'c', subject: 'a', predicate: 'p', object: 'b', via: 'v', citations: [{ paraphrase: 'x', ...written }] }],
  };
  const { batch, problems } = normaliseFile(file, 'f.json', { dataset: 'd', carries: (id) => id === 'copy', isSymmetric: () => false });
  const [placed] = batch.citations;
  if (!placed) throw new Error(JSON.stringify(problems));
  return placed.record;
}

test('a citation supports, has no through, and is own-voice', () => {
  expect(citationOf({})).toMatchObject({
    source: 'page',
    stance: 'supports',
    through: [],
    originBasis: 'own-voice',
    offences: [],
    importOnly: false,
    claim: 'c',
    dataset: 'd',
  });
});
test('a citation is carried where its source carries another text', () => expect(citationOf({ source: 'copy' }).originBasis).toBe('carried'));
test('a field of the citation comes before the default of the file', () => {
  const defaults: CuratedDefaults = { source: 'page', standing: { level: 'reported' }, statedBy: 'moj' };
  expect(citationOf({ source: 'other', standing: { level: 'alleged', by: 'x' }, statedBy: 'y' }, defaults)).toMatchObject({
    source: 'other',
    standing: { level: 'alleged', by: 'x' },
    statedBy: 'y',
  });
  expect(citationOf({}, defaults).statedBy).toBe('moj');
});
test('the default origin of the file is that of all its citations that give none', () => {
  const defaults: CuratedDefaults = { source: 'page', standing: { level: 'reported' }, origin: 'papers', originBasis: 'inferred', through: ['wire'] };
  expect(citationOf({}, defaults)).toMatchObject({ origin: 'papers', originBasis: 'inferred', through: ['wire'] });
  const own = citationOf({ originBasis: 'own-voice' }, defaults);
  expect(own.origin).toBeUndefined();
  expect(own.through).toEqual([]);
  expect(citationOf({ importOnly: true, standing: { level: 'unstated' } }, defaults).origin).toBeUndefined();
});
test('a qualifier written alone is a list of one', () => {
  const { batch } = normaliseFile(
    { format: 'attest/1', claims: [{ id: 'c', subject: 'a', predicate: 'p', object: 'b', via: 'v', in: ['x', 'y'], citations: [] }] },
    'f',
    { dataset: 'd', carries: () => false, isSymmetric: () => false },
  );
  expect(batch.claims[0]?.record).toMatchObject({ via: ['v'], in: ['x', 'y'], to: [], intended: false, dataset: 'd' });
});
test('rivals and pairs have one form, in whatever order they are written', () => {
  const { batch } = normaliseFile(
    { format: 'attest/1', rivals: [{ claims: ['z', 'a', 'z'], why: 'w' }], identities: [{ a: 'y', b: 'b', decision: 'unsure', why: 'w' }] },
    'f',
    { dataset: 'd', carries: () => false, isSymmetric: () => false },
  );
  expect(batch.rivals[0]?.record).toMatchObject({ id: 'a|z', claims: ['a', 'z'] });
  expect(batch.identities[0]?.record).toMatchObject({ id: 'b|y', a: 'b', b: 'y' });
});
test('each record has its place in the file', () => {
  const { batch } = normaliseFile({ format: 'attest/1', dataset: { id: 'd' }, voices: [{ id: 'v', name: 'V', stake: 'none' }] }, 'f.json', {
    dataset: 'd',
    carries: () => false,
    isSymmetric: () => false,
  });
  expect(batch.voices[0]).toMatchObject({ file: 'f.json', pointer: '/voices/0' });
  expect(batch.datasets[0]).toMatchObject({ pointer: '/dataset' });
});
