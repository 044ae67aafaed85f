/** Every predicate of the core vocabulary as a sentence, at each level it can have and with each flag. */
import { describe, expect, it } from 'vitest';
import core from '../../../fixtures/vocabulary/core.json' with { type: 'json' };
import { LEVELS_WITHOUT_BY, PLAIN_LEVELS, SUPPORT_LEVELS, type SupportLevel } from '../model/lists.ts';
import type { ObjectEnd } from '../model/records.ts';
import type { PredicateBrief } from '../testing/build-records.ts';
import { contextOf, sentenceOf } from '../testing/narration-context.ts';
import { passivePhrases } from './verb-phrases.ts';

const predicates = core.predicates as unknown as (PredicateBrief & Required<Pick<PredicateBrief, 'forms' | 'takes' | 'accuses' | 'subject'>>)[];
const FLAGS = [{}, { attempted: true }, { intended: true }, { expected: true }];

function objectFor(takes: readonly string[]): ObjectEnd {
  if (takes.includes('text')) return { text: 'so', lang: 'en' };
  return takes.some((kind) => ['count', 'amount', 'date'].includes(kind)) && !takes.some((kind) => /^[A-Z]/.test(kind)) ? 'value' : 'object';
}

describe.each(predicates)('the predicate $id', (predicate) => {
  it('has a plain form for sentences with flags, and a plural wherever that of its auxiliary is not enough', () => {
    const { infinitive, finite, base, plural } = predicate.forms;
    expect(base !== undefined || !infinitive.startsWith('to have ') || finite.startsWith('has ')).toBe(true);
    expect(plural !== undefined || !/^(?!is |was |has )\S+s\b|^is an? /.test(finite)).toBe(true);
  });
  it('has forms a sentence can use', () => {
    expect(predicate.forms.infinitive).toMatch(/^to /);
    if (predicate.accuses.includes('object')) expect(passivePhrases(predicate.forms.passive, false)).toBeDefined();
  });
  it.each(predicate.accuses.length > 0 ? SUPPORT_LEVELS.filter((level) => level !== 'confirmed') : PLAIN_LEVELS)('reads at %s', (level: SupportLevel) => {
    for (const flags of FLAGS) {
      for (const subject of ['subject', 'unknown']) {
        const object = objectFor(predicate.takes);
        const ctx = contextOf({
          entities: { subject: 'Person', object: 'Organization', accuser: 'Agency' },
          predicates: [predicate],
          claims: [
            {
              id: 'c',
              predicate: predicate.id,
              subject,
              object,
              ...flags,
              citations: [
                {
                  count: { min: 3, basis: 'stated' },
                  standing: LEVELS_WITHOUT_BY.includes(level) ? level : { level, by: 'accuser' },
                },
              ],
            },
          ],
        });
        const sentence = sentenceOf('c', ctx);
        expect(sentence).not.toMatch(/undefined|null|\s\s|\s[,.;)]|\bto to\b|\bthe the\b|\bat at\b|connected to|linked with/);
        expect(sentence).toMatch(/^\p{Lu}/u);
        const isToldWithoutActor = subject === 'unknown' && predicate.group === 'justice' && object === 'object';
        expect(sentence).toContain(subject === 'unknown' ? (isToldWithoutActor ? 'bject' : 'nknown party') : 'ubject');
      }
    }
  });
});
