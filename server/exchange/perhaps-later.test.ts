/** A formal step is not told as of a day before it can be shown to have been taken. */
import { describe, expect, it } from 'vitest';
import { answerTraceInWords } from '../domain/answering/answer-trace.ts';
import { checkPublication } from '../domain/publishing/publication-gate.ts';
import type { Clocks } from '../domain/model/questions.ts';
import type { Dated } from '../domain/model/records.ts';
import { contextOf, sentenceOf } from '../domain/testing/narration-context.ts';
import { pathOfClaims } from '../domain/testing/path-of-claims.ts';
import { describeStandingOf } from '../domain/telling/describe-standing.ts';

const told = (clocks: Clocks, on?: string, published = '2022-08') => {
  const step: { on?: Dated } = on === undefined ? {} : { on: { edtf: on, basis: 'stated' } };
  return contextOf(
    {
      voices: [
        { id: 'daily', name: 'The Daily' },
        { id: 'bench', entities: ['court'] },
      ],
      sources: [
        { id: 'page', voice: 'daily', published, url: 'https://example.org' },
        { id: 'judgment', voice: 'bench', seen: false },
      ],
      entities: { ann: 'Person', plot: 'Plot', court: 'Agency' },
      predicates: [{ id: 'carried-out', accuses: ['subject'], group: 'execution' }],
      claims: [
        {
          id: 'c',
          subject: 'ann',
          predicate: 'carried-out',
          object: 'plot',
          citations: [{ source: 'page', locator: 1, origin: 'judgment', happened: '2018-06', standing: { level: 'convicted', by: 'court', ...step } }],
        },
      ],
    },
    clocks,
  );
};
const AT = { happened: '2019-01' };

describe('a conviction at a date of what had happened', () => {
  it('without a day, read in a text of later, is told as perhaps later, wherever it is told', () => {
    const ctx = told(AT);
    const later = 'on a day not known, perhaps later than the end of January 2019';
    expect(sentenceOf('c', ctx)).toContain(`(${later}`);
    expect(describeStandingOf('c', ctx, true)).toBe(`convicted by court, ${later}`);
    const path = pathOfClaims(['ann', 'plot'], ['c'], ctx.records, ctx.figures);
    const { sentences, facts } = answerTraceInWords(
      { sides: { from: ['ann'], to: ['plot'] }, paths: [path], alsoSaid: [], maxHops: 6, stoppedAtLimit: false },
      ctx,
    );
    expect(sentences[0]?.text).toMatch(
      /its only hop: convicted, perhaps only later\); one hop of it rests on a court, by what a court may have done only later\.$/,
    );
    expect(facts.find(({ of }) => of === 'court')?.text).toContain(later);
    const { printed } = checkPublication(ctx, { entities: [], claims: ['c'], view: { clocks: AT } });
    expect(printed.marked).toContainEqual({ text: '1 claim stands as high as it does by a step that may be later than the view.', claims: ['c'] });
  });
  it('of some day in a span that ends later, is told with the span', () => {
    expect(sentenceOf('c', told(AT, '2018/2022-08'))).toContain('(on some day between 2018 and August 2022, perhaps later than the end of January 2019');
  });
  it.each([
    ['by its own date', told(AT, '2018-12')],
    ['by the date of the text that tells of it', told(AT, undefined, '2018-12')],
    ['where the view stands at no such date', told({ published: '2023' })],
    ['at no date', told({})],
  ])('is told outright where it was certainly taken: %s', (_, ctx) => {
    expect(sentenceOf('c', ctx)).not.toContain('perhaps');
    expect(describeStandingOf('c', ctx)).toBe('convicted by court');
  });
});
