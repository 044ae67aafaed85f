import { describe, expect, it } from 'vitest';
import { responsesOf } from './responses.ts';
import type { CitationBrief, ClaimBrief } from '../testing/build-records.ts';
import { contextOf } from '../testing/narration-context.ts';

const accusing = {
  id: 'hired',
  accuses: ['subject' as const, 'object' as const],
  group: 'sponsorship' as const,
};
const alone = { id: 'killed', accuses: ['subject' as const], group: 'execution' as const };
const within = { id: 'organ-of', within: true, group: 'structure' as const };
const dispute = (level: 'denied' | 'acquitted' | 'withdrawn' | 'contradicted', by?: string): CitationBrief => ({
  id: `${level}-${by}`,
  stance: 'disputes',
  standing: { level, by, case: 'case' },
});
function answers(claims: ClaimBrief[]) {
  const ctx = contextOf({
    entities: {
      state: 'Country',
      embassy: 'Agency',
      strike: 'Event',
      court: 'Agency',
      case: 'Case',
      man: 'Person',
      other: 'Person',
    },
    predicates: [accusing, alone, within],
    claims: [...claims, { id: 'organ', predicate: 'organ-of', subject: 'embassy', object: 'state' }],
  });
  return responsesOf(ctx.records.claims.values(), ctx);
}
const texts = (claims: ClaimBrief[]) => answers(claims).map(({ text }) => text);

describe('responses to an accusation', () => {
  it('are given for each one accused, also where none is on record', () => {
    expect(answers([{ id: 'c', predicate: 'hired', subject: 'state', object: 'man' }])).toEqual([
      {
        entity: 'man',
        text: 'Man: no response on record in these sources',
        onRecord: false,
        citations: [],
      },
      {
        entity: 'state',
        text: 'State: no response on record in these sources',
        onRecord: false,
        citations: [],
      },
    ]);
  });
  it('a denial is the response of the accused who makes it, also through a body of its own, and of nobody else', () => {
    for (const by of ['state', 'embassy']) {
      expect(
        texts([
          {
            id: 'c',
            predicate: 'hired',
            subject: 'state',
            object: 'man',
            citations: [{}, dispute('denied', by)],
          },
        ]),
      ).toEqual(['Man: no response on record in these sources', by === 'state' ? 'State: denies it' : 'State: embassy denies it']);
    }
  });
  it('an outcome is the response of the only one accused', () => {
    expect(
      texts([
        {
          id: 'c',
          predicate: 'killed',
          subject: 'man',
          citations: [{}, dispute('acquitted', 'court')],
        },
      ]),
    ).toEqual(['Man: acquitted by court in case']);
    expect(
      texts([
        {
          id: 'c',
          predicate: 'killed',
          subject: 'man',
          citations: [{ standing: { level: 'convicted', by: 'court', case: 'case' } }],
        },
      ]),
    ).toEqual(['Man: convicted by court in case']);
    expect(
      texts([
        {
          id: 'c',
          predicate: 'hired',
          subject: 'state',
          object: 'man',
          citations: [{}, dispute('acquitted', 'court')],
        },
      ]),
    ).toEqual(['Man: acquitted by court in case', 'State: no response on record in these sources']);
  });
  it('an outcome of a claim that accuses several who can be tried is told of each, with the note that it does not say of whom', () => {
    expect(
      texts([
        {
          id: 'c',
          predicate: 'hired',
          subject: 'other',
          object: 'man',
          citations: [{}, dispute('acquitted', 'court')],
        },
      ]),
    ).toEqual(['Man: acquitted by court in case, of a claim that accuses several', 'Other: acquitted by court in case, of a claim that accuses several']);
  });
  it('an outcome retracted by its own voice is no response', () => {
    const convicted: CitationBrief = {
      standing: { level: 'convicted', by: 'court', case: 'case', on: { edtf: '2020', basis: 'stated' } },
    };
    const retracted: CitationBrief = {
      stance: 'disputes',
      standing: { level: 'retracted', by: 'court', on: { edtf: '2022', basis: 'stated' } },
    };
    expect(texts([{ id: 'c', predicate: 'killed', subject: 'man', citations: [convicted, retracted] }])).toEqual([
      'Man: no response on record in these sources',
    ]);
  });
  it('an admission is the response of the one who makes it', () => {
    const admitted: CitationBrief = { id: 'k', standing: { level: 'admitted', by: 'man' } };
    expect(answers([{ id: 'c', predicate: 'hired', subject: 'other', object: 'man', citations: [admitted] }])).toMatchObject([
      { entity: 'man', onRecord: true, citations: ['k'] },
      { entity: 'other', onRecord: false },
    ]);
  });
  it('a response to one claim is no response to the others', () => {
    expect(
      texts([
        {
          id: 'c',
          predicate: 'killed',
          subject: 'man',
          object: 'other',
          citations: [{}, dispute('denied', 'man')],
        },
        { id: 'd', predicate: 'killed', subject: 'man', object: 'third' },
      ]),
    ).toEqual(['Man: denies it; to 1 other claim no response on record in these sources']);
  });
  it.each([
    [{ published: '2023' }, 'published by the end of 2023'],
    [{ happened: '2022-05' }, 'given by the end of May 2022'],
    [{ recorded: '2024-01-01' }, 'recorded here on 2024-01-01'],
  ])('at %j it is not said that none is on record', (clocks, words) => {
    const ctx = contextOf(
      { entities: { man: 'Person' }, predicates: [alone], claims: [{ id: 'c', predicate: 'killed', subject: 'man', object: 'man' }] },
      clocks,
    );
    expect(responsesOf(ctx.records.claims.values(), ctx).map(({ text }) => text)).toEqual([`Man: no response ${words}`]);
  });
  it('a contradiction by somebody else is no response', () => {
    expect(
      answers([
        {
          id: 'c',
          predicate: 'killed',
          subject: 'man',
          citations: [{}, dispute('contradicted', 'court')],
        },
      ]),
    ).toMatchObject([{ onRecord: false }]);
  });
  it('an event gives no response, and a claim with the object none accuses nobody', () => {
    expect(texts([{ id: 'c', predicate: 'killed', subject: 'strike' }])).toEqual([]);
    expect(texts([{ id: 'c', predicate: 'killed', subject: 'man', object: 'none' }])).toEqual([]);
  });
});
