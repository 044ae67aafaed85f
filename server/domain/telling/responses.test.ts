import { describe, expect, it } from 'vitest';
import { responsesOf } from './responses.ts';
import type { Clocks } from '../model/questions.ts';
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
        name: 'Man',
        text: 'Man: no response on record in these sources',
        silence: 'no response on record in these sources',
        onRecord: false,
        kind: 'none',
        isAnsweredSince: false,
        isPerhapsLater: false,
        citations: [],
      },
      {
        entity: 'state',
        name: 'State',
        text: 'State: no response on record in these sources',
        silence: 'no response on record in these sources',
        onRecord: false,
        kind: 'none',
        isAnsweredSince: false,
        isPerhapsLater: false,
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
  it('a denial by the state above one accused is that of this one, and not of the man beside it', () => {
    const hired = (subject: string, by: string) => texts([{ id: 'c', predicate: 'hired', subject, object: 'man', citations: [{}, dispute('denied', by)] }]);
    expect(hired('embassy', 'state')).toEqual(['Embassy: state denies it', 'Man: no response on record in these sources']);
    // Whose spokesman it is that the records join to neither is not known: he is told by name with each.
    expect(hired('embassy', 'other')).toEqual(['Embassy: other denies it', 'Man: other denies it']);
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
  it('an outcome of a claim that accuses several who can be tried is told of none of them, but of the claim', () => {
    const over = (...citations: CitationBrief[]) => texts([{ id: 'c', predicate: 'hired', subject: 'other', object: 'man', citations }]);
    const convicted: CitationBrief = { standing: { level: 'convicted', by: 'court', case: 'case', on: '2023-06' } };
    const both = (what: string) => [`Man: ${what}, over the claim that other hired man`, `Other: ${what}, over the claim that other hired man`];
    expect(over({}, dispute('acquitted', 'court'))).toEqual(both('an acquittal by court in case'));
    expect(over(convicted)).toEqual(both('a conviction by court in case, June 2023'));
    expect(over({}, dispute('withdrawn', 'court'))).toEqual(both('a withdrawal of charges by court in case'));
  });
  it('one who admits is not named a second time', () => {
    expect(texts([{ id: 'c', predicate: 'killed', subject: 'man', citations: [{ standing: { level: 'admitted', by: 'man', on: '2023-01' } }] }])).toEqual([
      'Man: has admitted it (January 2023)',
    ]);
  });
  it('where more than one thing is told of somebody, an admission or an outcome says of which', () => {
    const claim = (id: string, object: string, ...citations: CitationBrief[]): ClaimBrief => ({ id, predicate: 'killed', subject: 'man', object, citations });
    const admitted = claim('c', 'other', { standing: { level: 'admitted', by: 'man' } });
    const convicted = claim('d', 'third', { standing: { level: 'convicted', by: 'court', case: 'case', on: '2023-06' } });
    const acquitted = claim('e', 'fourth', {}, dispute('acquitted', 'court'));
    const withdrawn = claim('f', 'fifth', {}, dispute('withdrawn', 'court'));
    expect(texts([admitted, convicted])).toEqual(['Man: has admitted having killed other; convicted by court in case, June 2023, of having killed third']);
    expect(texts([acquitted, withdrawn])).toEqual([
      'Man: acquitted by court in case, of having killed fourth; charge of having killed fifth withdrawn by court in case',
    ]);
    const hired: ClaimBrief = { ...admitted, id: 'g', predicate: 'hired', subject: 'state', object: 'man' };
    expect(texts([hired, acquitted])[0]).toBe('Man: has admitted that state hired man; acquitted by court in case, of having killed fourth');
  });
  it('several answers stand apart', () => {
    const convicted: CitationBrief = { standing: { level: 'convicted', by: 'court', case: 'case', on: '2023-06-01' } };
    expect(texts([{ id: 'c', predicate: 'killed', subject: 'man', citations: [convicted, dispute('denied', 'man')] }])).toEqual([
      'Man: convicted by court in case, 1 June 2023; denies it',
    ]);
  });
  describe('where the accusation was taken back', () => {
    const retracted: CitationBrief[] = [
      { standing: { level: 'reported', on: '2023' } },
      { stance: 'disputes', standing: { level: 'retracted', by: 'court', on: '2024' } },
    ];
    const gone = (id: string): ClaimBrief => ({ id, predicate: 'killed', subject: 'man', object: 'other', citations: retracted });
    it('that is told with the accused, and is no response', () => {
      expect(answers([gone('c')])).toMatchObject([
        { entity: 'man', onRecord: false, kind: 'taken-back', text: 'Man: court has retracted it (2024); no response on record in these sources' },
      ]);
    });
    it('of one claim, he stands accused by the others', () => {
      expect(answers([gone('c'), { id: 'd', predicate: 'killed', subject: 'man', object: 'third' }])[0]).not.toHaveProperty('kind', 'taken-back');
    });
    it('it is said of how many of the claims', () => {
      const stands: ClaimBrief = { id: 'd', predicate: 'killed', subject: 'man', object: 'third' };
      expect(texts([gone('c'), stands])).toEqual(['Man: no response on record in these sources; 1 of 2 claims is taken back: court has retracted it (2024)']);
      const denied: ClaimBrief = { ...stands, citations: [{}, dispute('denied', 'man')] };
      expect(texts([gone('c'), denied])).toEqual([
        'Man: denies it; to 1 other claim no response on record in these sources; 1 of 2 claims is taken back: court has retracted it (2024)',
      ]);
    });
  });
  describe('where another claim of the same matter is denied', () => {
    const asked = (denied: ClaimBrief, more: ClaimBrief[] = []) => {
      const ctx = contextOf({
        entities: { state: 'Country', embassy: 'Agency', man: 'Person', other: 'Person', plot: 'Plot', rally: 'Event' },
        predicates: [accusing, alone, within],
        claims: [
          { id: 'organ', predicate: 'organ-of', subject: 'embassy', object: 'state' },
          { id: 'c', predicate: 'killed', subject: 'state', object: 'man', in: ['plot'] },
          denied,
          ...more,
        ],
      });
      return responsesOf([ctx.records.claims.get('c')!], ctx);
    };
    const denied = (by: string | undefined, plot = 'plot', subject = 'state'): ClaimBrief => ({
      id: 'd',
      predicate: 'killed',
      subject,
      object: 'other',
      in: [plot],
      citations: [{}, { stance: 'disputes', standing: { level: 'denied', ...(by === undefined ? {} : { by }) } }],
    });
    const silent = 'State: no response on record in these sources';
    it('by the accused or a body of his own, this is told beside that none is on record', () => {
      for (const [by, who] of [
        ['state', 'state'],
        ['embassy', 'embassy'],
      ] as const)
        expect(asked(denied(by))).toMatchObject([
          { entity: 'state', text: `${silent} to what is told here, though ${who} denies another claim of the same matter`, onRecord: false, citations: [] },
        ]);
      expect(asked(denied(undefined))[0]?.text).toBe(`${silent} to what is told here, though another claim of the same matter is denied`);
    });
    it('and not where it is another matter, or a claim about somebody else', () => {
      expect(asked(denied('state', 'rally'))[0]?.text).toBe(silent);
      expect(asked(denied('man', 'plot', 'man'))[0]?.text).toBe(silent);
    });
    it('to one of two claims by what is told as well, and to neither by what is not', () => {
      const [killed, denies] = [denied('state'), { ...denied('embassy'), id: 'e', object: 'third' }];
      const ctx = contextOf({
        entities: { state: 'Country', embassy: 'Agency', man: 'Person', other: 'Person', third: 'Person', plot: 'Plot' },
        predicates: [alone, within],
        claims: [
          { id: 'organ', predicate: 'organ-of', subject: 'embassy', object: 'state' },
          { id: 'c', predicate: 'killed', subject: 'state', object: 'man', in: ['plot'] },
          killed,
          denies,
        ],
      });
      const told = ['c', 'd'].map((id) => ctx.records.claims.get(id)!);
      expect(responsesOf(told, ctx).map(({ text }) => text)).toEqual([
        'State: denies it; to 1 other claim no response on record in these sources, though embassy denies another claim of the same matter',
      ]);
    });
    it('nor twice, where it is told as the answer to a claim that is told as well', () => {
      const ctx = contextOf({
        entities: { state: 'Country', man: 'Person', other: 'Person', plot: 'Plot' },
        predicates: [alone],
        claims: [{ id: 'c', predicate: 'killed', subject: 'state', object: 'man', in: ['plot'] }, denied('state')],
      });
      expect(responsesOf(ctx.records.claims.values(), ctx).map(({ text }) => text)).toEqual([
        'State: denies it; to 1 other claim no response on record in these sources',
      ]);
    });
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
      'Man: court has retracted it (2022); no response on record in these sources',
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
    [{ published: '2023' }, 'in the sources here published by the end of 2023'],
    [{ happened: '2022-05' }, 'given by the end of May 2022 in these sources'],
    [{ recorded: '2024-01-01' }, 'in these sources as recorded here on 2024-01-01'],
  ])('at %j it is not said that none is on record', (clocks, words) => {
    const ctx = contextOf(
      { entities: { man: 'Person' }, predicates: [alone], claims: [{ id: 'c', predicate: 'killed', subject: 'man', object: 'man' }] },
      clocks,
    );
    expect(responsesOf(ctx.records.claims.values(), ctx).map(({ text }) => text)).toEqual([`Man: no response ${words}`]);
  });
  describe('that may have been given only after the dates of the view', () => {
    const at = (clocks: Clocks, published: string | undefined, ...citations: CitationBrief[]) => {
      const ctx = contextOf(
        {
          voices: [{ id: 'daily' }],
          sources: [
            { id: 'early', voice: 'daily', published: '2022-01-05' },
            { id: 'loose', voice: 'daily', ...(published === undefined ? {} : { published }) },
          ],
          entities: { man: 'Person', court: 'Agency', case: 'Case' },
          predicates: [alone],
          claims: [{ id: 'c', predicate: 'killed', subject: 'man', object: 'man', citations: [{ source: 'early' }, ...citations] }],
        },
        clocks,
      );
      return responsesOf(ctx.records.claims.values(), ctx)[0];
    };
    const denied: CitationBrief = { source: 'loose', stance: 'disputes', standing: { level: 'denied', by: 'man' } };
    const acquitted: CitationBrief = { source: 'loose', stance: 'disputes', standing: { level: 'acquitted', by: 'court', case: 'case', on: '2023' } };
    it('says so, by the date of what was read', () => {
      expect(at({ published: '2023-06' }, '2023', denied)).toMatchObject({
        text: 'Man: denies it (published 2023, perhaps later than the end of June 2023)',
        isPerhapsLater: true,
      });
      expect(at({ published: '2023-06' }, undefined, denied)?.text).toBe(
        'Man: denies it (published on a day not known, perhaps later than the end of June 2023)',
      );
      expect(at({ published: '2023' }, '2023', denied)).toMatchObject({ text: 'Man: denies it', isPerhapsLater: false });
    });
    it('or by its own', () => {
      expect(at({ happened: '2023-06' }, '2024', acquitted)?.text).toBe('Man: acquitted by court in case, 2023, perhaps later than the end of June 2023');
      expect(at({ happened: '2023' }, '2024', denied)?.text).toBe('Man: denies it (on a day not known, perhaps later than the end of 2023)');
      expect(at({ happened: '2023' }, '2023', denied)?.text).toBe('Man: denies it');
    });
    it('is told once where the same was answered by then', () => {
      expect(at({ published: '2023-06' }, '2023', denied, { ...denied, source: 'early' })?.text).toBe('Man: denies it');
    });
    it('is told, too, where it alone says when', () => {
      const dated: CitationBrief = { ...denied, standing: { level: 'denied', by: 'man', on: '2022' } };
      const undated: CitationBrief = { ...denied, source: 'early' };
      expect(at({ published: '2023-06' }, undefined, dated, undated)?.text).toBe(
        'Man: denies it (2022, published on a day not known, perhaps later than the end of June 2023); denies it',
      );
      expect(at({ published: '2024' }, '2023', dated, undated)?.text).toBe('Man: denies it (2022); denies it');
    });
    it('is counted as such only where nothing else was answered by then', () => {
      expect(at({ published: '2023-06' }, '2023', denied, { ...denied, source: 'early' })?.isPerhapsLater).toBe(false);
    });
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
