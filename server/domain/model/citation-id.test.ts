/** Citation ids and canonical JSON stay the same as long as the content does. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { citationId } from './citation-id.ts';
import { AppError } from './errors.ts';
import { ID_PATTERN } from './lists.ts';
import type { Citation } from './records.ts';
import { records, type CitationBrief } from '../testing/build-records.ts';
import { checkProperty } from '../testing/check-property.ts';

const citation = (brief: CitationBrief = {}): Citation =>
  records({
    claims: [
      {
        id: 'c',
        predicate: 'p',
        citations: [{ locator: 3, paraphrase: 'He was charged.', ...brief }],
      },
    ],
  }).citations.get('c')![0]!;
const idOf = (brief: CitationBrief = {}, dataset = 'test') => citationId(dataset, citation(brief));

describe('the id of a citation', () => {
  it('is an id of the model', () => {
    expect(idOf()).toMatch(ID_PATTERN);
    expect(idOf()).toMatch(/^cit:[0-9a-f]{32}$/);
  });
  it.each<CitationBrief>([
    { hedge: 'reportedly' },
    { happened: '2018' },
    { standing: { level: 'reported', on: '2020' } },
    { count: { min: 1, basis: 'stated' } },
    { offences: ['murder'] },
    { as: 'agent' },
    { statedBy: 'x' },
    { through: ['y'] },
    { reading: 'inferred' },
  ])('stays while the passage does, though %j is corrected', (correction) => {
    expect(idOf(correction)).toBe(idOf());
  });
  it.each<CitationBrief>([
    { locator: 4 },
    { source: 'another' },
    { paraphrase: 'He was tried.' },
    { quote: 'tried' },
    { stance: 'disputes' },
    { origin: 'court-papers' },
    { standing: { level: 'alleged', by: 'us' } },
    { standing: { level: 'reported', case: 'k' } },
  ])('is another for %j', (difference) => {
    expect(idOf(difference)).not.toBe(idOf());
  });
  it('differs between datasets, so that each keeps its own citation', () => {
    expect(idOf({}, 'other')).not.toBe(idOf());
  });
});

describe('the id of a citation stored by an earlier version', () => {
  it('has not changed, in any script and with every field written', () => {
    const plain = { ...citation(), claim: 'c', source: 's', locator: undefined, standing: { level: 'reported' } } as const;
    expect(citationId('test', plain)).toBe('cit:1d30857c992158013d3ee997dd3d0aeb');
    const whole = {
      ...plain,
      claim: 'رجل',
      source: 'دفتر',
      locator: { paragraph: 12 },
      paraphrase: 'Er wurde verhaftet – «تمام». 😀',
      quote: 'x'.repeat(200),
      stance: 'disputes',
      origin: 'court-papers',
      standing: { level: 'convicted', by: 'us', case: 'k' },
    } as const;
    expect(citationId('iran-plots', whole)).toBe('cit:081d5b406b6f630c3fe8822fff79c86c');
  });
});

describe('canonical JSON', () => {
  it('sorts keys at every depth, keeps the order of lists, leaves undefined out', () => {
    expect(canonicalJson({ b: [2, { d: 1, c: null }], a: undefined, A: 'é"\n' })).toBe('{"A":"é\\"\\n","b":[2,{"c":null,"d":1}]}');
  });
  it.each([[NaN], [Infinity], [undefined], [[undefined]], [{ f: () => 1 }], [1n]])('refuses what JSON would lose: %s', (value) => {
    expect(() => canonicalJson(value)).toThrow(AppError);
  });
  it('gives one text to equal values however their keys are ordered, and reads back as the value', () => {
    checkProperty(
      'canonical JSON',
      fc.property(fc.jsonValue(), (value) => {
        const turned = JSON.parse(JSON.stringify(value), (_, v: unknown) =>
          v && typeof v === 'object' && !Array.isArray(v) ? Object.fromEntries(Object.entries(v).reverse()) : v,
        ) as unknown;
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
