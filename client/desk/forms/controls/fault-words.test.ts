/** Every fault, of every field, is told in the words of the forms: no key of a file, no id, no JSON. */
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { describeIssues } from '../../../../server/contract/describe-issues.ts';
import { coreFile, demoFile } from '../../../../server/domain/testing/curated-demo.ts';
import { damaged, DAMAGES } from '../../../../server/domain/testing/damaged-demo.ts';
import { FILE_KINDS, type FileKind, type FileRecord, schemaOf } from '../../../state/draft/file-form.ts';
import { words } from '../../../i18n/messages.ts';
import { faultInWords, faultLabel } from './fault-words.ts';
import { FIELDS, type Field } from './fields.ts';
import { labelOf } from './labels.ts';

const demo = demoFile();
const names = new Map([
  ...demo.entities.map(({ id, names: [name] }): [string, string] => [`entity/${id}`, `${name?.text ?? ''} by name`]),
  ...[...demo.predicates, ...(coreFile().predicates ?? [])].map(({ id }): [string, string] => [`predicate/${id}`, `to ${id.replace(/.*:/, '')}`]),
  ...demo.sources.map(({ id, publisher }): [string, string] => [`source/${id}`, `${publisher ?? 'A text'} by name`]),
  ...demo.voices.map(({ id, name }): [string, string] => [`voice/${id}`, name]),
  ...demo.claims.map(({ id }): [string, string] => [`claim/${id}`, 'Somebody did so']),
]);
const IDS = [...names.keys()].map((key) => key.slice(key.indexOf('/') + 1)).filter((id) => /[-:\d]/.test(id) || ['moj', 'papers'].includes(id));
const nameOf = (kind: string, id: string) => names.get(`${kind}/${id}`) ?? id;
const KIND_OF_LIST: Readonly<Record<string, FileKind>> = Object.fromEntries(Object.entries(FILE_KINDS).map(([kind, { list }]) => [list, kind as FileKind]));

function expectPlain(kind: FileKind, problem: { code: string; message: string; remedy: string }): void {
  const { message, remedy } = faultInWords(kind, problem, nameOf);
  const told = `${message} ${remedy}`;
  const why = `${problem.code}: ${problem.message} | ${problem.remedy}\n→ ${told}`;
  expect(told, why).not.toMatch(/(?<![“\w])[a-z]+[A-Z]\w*/);
  expect(told, why).not.toMatch(/["{}[\]]|\.json\b|\/api/);
  for (const id of IDS) expect(told, why).not.toMatch(new RegExp(`(?<![\\w-])${id}(?![\\w-])`));
}

describe('faults of meaning', () => {
  for (const [what, damage] of DAMAGES)
    it(what, () => {
      for (const problem of damaged(damage)) expectPlain(KIND_OF_LIST[problem.pointer?.split('/')[1] ?? ''] ?? 'claim', problem);
    });
});

it('tells what stands in the way of a removal by the names that the server gives', () => {
  const fault = {
    code: 'referred-to',
    message: 'the entity "e-1" cannot be removed: the claim "c-1" of the dataset "Harbour" refers to it',
    remedy: 'keep it, or take the reference out of "Harbour" first',
    about: [
      { kind: 'entity', id: 'e-1', name: 'Orla Tamm' },
      { kind: 'claim', id: 'c-1', name: 'claimed: Orla Tamm · hired · Piet Roos' },
    ],
  };
  expect(faultInWords('entity', fault).message).toBe(
    'the entity “Orla Tamm” cannot be removed: the claim “claimed: Orla Tamm · hired · Piet Roos” of the case “Harbour” refers to it',
  );
});

/** A value that is wrong in each field: nothing, something of another type, too much of it. */
const WRONG: readonly unknown[] = ['', ' ', 7, true, null, [], {}, ['', 7], { edtf: 'sometime' }, 'NOT an id é', 'x'.repeat(5_000), -1];
function* wrongOnes(record: unknown, path: readonly string[] = []): Generator<{ path: readonly string[]; value: unknown }> {
  if (typeof record !== 'object' || record === null) return;
  for (const [key, part] of Object.entries(record)) {
    for (const value of WRONG) yield { path: [...path, key], value };
    yield* wrongOnes(part, [...path, key]);
  }
}
function put(record: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(record)) return record.map((one, i) => (String(i) === key ? put(one, rest, value) : one));
  const of = record as FileRecord;
  return { ...of, [key]: put(of[key], rest, value) };
}
/** Records in which each field of the format is filled. */
const EXAMPLES: Readonly<Record<FileKind, readonly unknown[]>> = {
  dataset: [{ ...demo.dataset, curator: 'A', licence: 'CC0', description: 'd' }],
  voice: [...demo.voices, { ...demo.voices[0], article: 'the', number: 'plural', stake: [{ scope: 'all', as: 'ally', why: 'w' }] }],
  source: [
    ...demo.sources,
    { ...demo.sources[2], title: 't', authors: ['a'], language: 'en', url: 'https://example.org', urlBasis: 'outside', archive: 'https://example.org' },
  ],
  entity: [...demo.entities, { ...demo.entities[4], kind: 'k', unnamed: true, aggregate: true, atRisk: true, redacted: '2026-11-30' }],
  predicate: [...demo.predicates, ...(coreFile().predicates ?? [])],
  claim: [
    ...demo.claims,
    {
      ...demo.claims[0],
      to: 'ivan',
      at: 'ivan',
      instrument: 'ivan',
      intended: true,
      attempted: true,
      citations: [
        {
          ...demo.claims[0]?.citations[0],
          quote: 'q',
          hedge: 'h',
          reading: 'inferred',
          witnessed: true,
          amount: { min: 1, max: 2, approx: true, unit: 'EUR', basis: 'stated' },
          sentence: { text: 's', basis: 'stated' },
          offences: ['o'],
          as: 'a',
          stage: 'trial',
          outcome: 'killed',
          importOnly: true,
          mark: { start: 0, end: 3, sha256: 'a'.repeat(64) },
        },
      ],
    },
  ],
  rivals: demo.rivals,
  identity: demo.identities,
  question: demo.questions,
};

describe.each(Object.keys(EXAMPLES) as FileKind[])('of each field of a record of kind %s', (kind) => {
  const schema: z.ZodType = schemaOf(kind);
  it('what is wrong with it is told in words', () => {
    let found = 0;
    for (const record of EXAMPLES[kind])
      for (const { path, value } of wrongOnes(record)) {
        const wrong = put(record, path, value);
        const parsed = schema.safeParse(wrong);
        if (parsed.success) continue;
        for (const problem of describeIssues(parsed.error.issues, schema, wrong)) {
          found += 1;
          // It is said to be needed, at its field.
          if (problem.code !== 'missing-field' && problem.code !== 'unknown-field') expectPlain(kind, problem);
        }
      }
    expect(found).toBeGreaterThan(5);
  });
  it('its label is the one that the form shows', () => {
    const shown = (fields: readonly Field[]): Field[] => fields.flatMap((field) => [field, ...('fields' in field.control ? shown(field.control.fields) : [])]);
    for (const field of shown(FIELDS[kind])) expect([field.name, faultLabel(kind, field.name)]).toEqual([field.name, labelOf({ name: field.name })]);
  });
});
it('a claim is told by what its sentence calls each part', () => {
  const told = faultInWords('claim', { code: 'origin-missing', message: 'the originBasis "stated" needs an origin', remedy: 'use own-voice' });
  expect(told).toEqual({
    message: `the “${words.claimForm.whoseWord}” “${words.claimForm.fromText}” needs an origin`,
    remedy: `use “${words.claimForm.ownVoice}”`,
  });
});
