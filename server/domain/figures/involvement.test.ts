/** Which voices on the way of a citation are involved, by the reasons a to d, and when a court is exempt. */
import { describe, expect, it } from 'vitest';
import { deriveFigures } from './derive-figures.ts';
import type { Clocks } from '../model/questions.ts';
import type { Figures } from '../model/figures.ts';
import { records, type CitationBrief, type ClaimBrief, type SourceBrief, type VoiceBrief } from '../testing/build-records.ts';

interface Brief {
  voices: VoiceBrief[];
  sources?: SourceBrief[];
  claim?: Partial<ClaimBrief>;
  others?: ClaimBrief[];
  citations: CitationBrief[];
  clocks?: Clocks;
}
/** Figures of the claim "state hired man". Without `sources`, each voice has one source of the same id. */
function figures({ voices, sources, claim, others = [], citations, clocks }: Brief): Figures {
  const built = records({
    voices,
    sources: sources ?? voices.map(({ id }) => ({ id })),
    predicates: [{ id: 'hired', accuses: ['subject'] }, { id: 'part-of', within: true }, { id: 'met' }],
    claims: [{ id: 'claim', subject: 'state', predicate: 'hired', object: 'man', ...claim, citations }, ...others],
  });
  return deriveFigures(built, { clocks }).get('claim')!;
}
const brief = ({ involvedReasons }: Figures) => involvedReasons.map(({ reason, voice }) => `${reason} ${voice}`);
const stakeIn = (entity: string): VoiceBrief['stake'] => [{ entity, as: 'opponent', why: `opposes ${entity}` }];

describe('a: a stake that is unclear', () => {
  it('makes the voice involved, wherever it is on the way', () => {
    const voices: VoiceBrief[] = [{ id: 'paper' }, { id: 'wire', stake: 'unclear' }, { id: 'ministry' }];
    expect(figures({ voices, citations: [{ source: 'paper', origin: 'ministry', through: ['wire'] }] })).toMatchObject({
      origins: 1,
      uninvolvedOrigins: 0,
      involvedReasons: [{ reason: 'a', voice: 'wire' }],
    });
    expect(figures({ voices, citations: [{ source: 'paper', origin: 'ministry' }] })).toMatchObject({ uninvolvedOrigins: 1, involvedReasons: [] });
  });
});

describe('b: a stake in what the claim concerns', () => {
  it.each(['subject', 'object', 'via', 'to', 'at', 'in', 'instrument'] as const)('at its %s', (end) => {
    const claim = end === 'subject' || end === 'object' ? { [end]: 'it' } : { [end]: ['other', 'it'] };
    expect(brief(figures({ voices: [{ id: 'v', stake: stakeIn('it') }], claim, citations: [{}] }))).toEqual(['b v']);
  });
  it('or in a body above that, transitively, also where bodies form a cycle', () => {
    const others: ClaimBrief[] = [
      { id: 'w1', subject: 'man', predicate: 'part-of', object: 'unit' },
      { id: 'w2', subject: 'unit', predicate: 'part-of', object: 'corps' },
      { id: 'w3', subject: 'corps', predicate: 'part-of', object: 'unit' },
    ];
    expect(brief(figures({ voices: [{ id: 'v', stake: stakeIn('corps') }], others, citations: [{}] }))).toEqual(['b v']);
  });
  it('not in a body below it', () => {
    const others: ClaimBrief[] = [{ id: 'w', subject: 'unit', predicate: 'part-of', object: 'man' }];
    expect(figures({ voices: [{ id: 'v', stake: stakeIn('unit') }], others, citations: [{}] }).uninvolvedOrigins).toBe(1);
  });
  it('not by a within claim that is disputed only, or not visible yet', () => {
    const above = (citation: CitationBrief): ClaimBrief[] => [{ id: 'w', subject: 'man', predicate: 'part-of', object: 'corps', citations: [citation] }];
    const voices: VoiceBrief[] = [{ id: 'v', stake: stakeIn('corps') }];
    const sources: SourceBrief[] = [
      { id: 'v', published: '2018' },
      { id: 'late', voice: 'v', published: '2022' },
    ];
    const citations: CitationBrief[] = [{ source: 'v' }];
    expect(
      figures({
        voices,
        others: above({ stance: 'disputes', standing: { level: 'denied', by: 'man' } }),
        citations,
      }).uninvolvedOrigins,
    ).toBe(1);
    expect(
      figures({
        voices,
        sources,
        others: above({ source: 'late' }),
        citations,
        clocks: { published: '2020' },
      }).uninvolvedOrigins,
    ).toBe(1);
    expect(
      figures({
        voices,
        sources,
        others: above({ source: 'late' }),
        citations,
        clocks: { published: '2022' },
      }).uninvolvedOrigins,
    ).toBe(0);
  });
  it('or in everything; each stake is listed with its why', () => {
    const stake: VoiceBrief['stake'] = [
      { scope: 'all', as: 'opponent', why: 'an advocacy text' },
      { entity: 'man', as: 'ally', why: 'defends him' },
      { entity: 'nobody', as: 'ally', why: 'no matter' },
    ];
    expect(figures({ voices: [{ id: 'v', stake }], citations: [{}] }).involvedReasons).toEqual([
      { voice: 'v', reason: 'b', detail: 'an advocacy text' },
      { voice: 'v', reason: 'b', entity: 'man', detail: 'defends him' },
    ]);
  });
});

describe('c: the accuser at the root', () => {
  const voices: VoiceBrief[] = [{ id: 'paper' }, { id: 'magazine' }, { id: 'department', entities: ['doj'] }];
  it.each(['alleged', 'sanctioned', 'charged'] as const)('%s here by the body it speaks for, on whatever citation', (level) => {
    const citations: CitationBrief[] = [
      { source: 'paper', origin: 'department' },
      { source: 'magazine', standing: { level, by: 'doj', case: 'k' } },
    ];
    const found = figures({ voices, citations });
    expect(brief(found)).toEqual(['c department']);
    expect(found).toMatchObject({ origins: 2, uninvolvedOrigins: 1 });
  });
  it.each(['admitted', 'found', 'convicted'] as const)('but not %s', (level) => {
    expect(
      figures({
        voices,
        citations: [
          { source: 'paper', origin: 'department' },
          { source: 'paper', standing: { level, by: 'doj', case: 'k' } },
        ],
      }).involvedReasons,
    ).toEqual([]);
  });
  it('or in another claim with the same root document, not merely the same voice', () => {
    const sources: SourceBrief[] = [
      { id: 'paper' },
      { id: 'indictment', voice: 'department' },
      { id: 'report', voice: 'department' },
      { id: 'copy', voice: 'paper', textOf: { source: 'indictment', how: 'republishes' } },
    ];
    const accusation = (source: string): ClaimBrief[] => [
      {
        id: 'other',
        subject: 'x',
        predicate: 'hired',
        object: 'y',
        citations: [{ source, standing: { level: 'charged', by: 'doj', case: 'k' } }],
      },
    ];
    const citations: CitationBrief[] = [{ source: 'paper', origin: 'indictment' }];
    expect(figures({ voices, sources, others: accusation('copy'), citations }).involvedReasons).toEqual([
      {
        voice: 'department',
        reason: 'c',
        entity: 'doj',
        detail: 'speaks for doj, an accuser in the same document',
      },
    ]);
    expect(figures({ voices, sources, others: accusation('report'), citations }).involvedReasons).toEqual([]);
  });
  it('only at the root: a source on the way that speaks for the accuser is not involved by this', () => {
    const citations: CitationBrief[] = [{ source: 'department', origin: 'paper', standing: { level: 'alleged', by: 'doj' } }];
    expect(figures({ voices, citations }).involvedReasons).toEqual([]);
  });
});

describe('d: a voice of an end of the claim', () => {
  it('as the source read, as one named between, or at the root', () => {
    const voices: VoiceBrief[] = [{ id: 'paper' }, { id: 'embassy', entities: ['state'] }];
    for (const citation of [{ source: 'embassy' }, { source: 'paper', through: ['embassy'] }, { source: 'paper', origin: 'embassy' }]) {
      expect(figures({ voices, citations: [citation] })).toMatchObject({
        uninvolvedOrigins: 0,
        involvedReasons: [{ reason: 'd', voice: 'embassy', entity: 'state' }],
      });
    }
  });
  it('not of a qualifier', () => {
    expect(
      figures({
        voices: [{ id: 'v', entities: ['go-between'] }],
        claim: { via: 'go-between' },
        citations: [{}],
      }).uninvolvedOrigins,
    ).toBe(1);
  });
});

describe('a court', () => {
  const voices: VoiceBrief[] = [{ id: 'court', entities: ['tribunal', 'state'] }];
  const sources: SourceBrief[] = [{ id: 'court' }];
  const accusedElsewhere: ClaimBrief[] = [
    {
      id: 'other',
      subject: 'x',
      predicate: 'hired',
      object: 'y',
      citations: [{ standing: { level: 'alleged', by: 'tribunal' } }],
    },
  ];
  it.each(['found', 'convicted'] as const)('is exempt from c and d at the level %s', (level) => {
    const citations: CitationBrief[] = [{ standing: { level, by: 'tribunal', case: 'k' } }];
    expect(figures({ voices, sources, others: accusedElsewhere, citations })).toMatchObject({
      uninvolvedOrigins: 1,
      involvedReasons: [],
    });
  });
  it('is not exempt where it only charges, nor is another body', () => {
    const charged: CitationBrief[] = [{ standing: { level: 'charged', by: 'tribunal', case: 'k' } }];
    expect(brief(figures({ voices, sources, citations: charged }))).toEqual(['c court', 'd court']);
    const foundByAnother: CitationBrief[] = [{ standing: { level: 'found', by: 'another', case: 'k' } }];
    expect(brief(figures({ voices, sources, others: accusedElsewhere, citations: foundByAnother }))).toEqual(['c court', 'd court']);
  });
  it('is not exempt from a stake', () => {
    expect(
      brief(
        figures({
          voices: [{ ...voices[0]!, stake: 'unclear' }],
          sources,
          citations: [{ standing: { level: 'found', by: 'tribunal', case: 'k' } }],
        }),
      ),
    ).toEqual(['a court']);
  });
});

describe('an origin with several ways', () => {
  it('counts as uninvolved where nobody on one of them is involved', () => {
    const voices: VoiceBrief[] = [{ id: 'paper' }, { id: 'party', stake: stakeIn('state') }, { id: 'witness' }];
    const found = figures({
      voices,
      citations: [
        { source: 'party', origin: 'witness' },
        { source: 'paper', origin: 'witness' },
      ],
    });
    expect(found).toMatchObject({ origins: 1, uninvolvedOrigins: 1 });
    expect(brief(found)).toEqual(['b party']);
  });
  it('is not made involved by the text its own page carries', () => {
    const voices: VoiceBrief[] = [{ id: 'paper' }, { id: 'party', stake: 'unclear' }];
    const sources: SourceBrief[] = [{ id: 'party' }, { id: 'paper', textOf: { source: 'party', how: 'abridges' } }];
    expect(figures({ voices, sources, citations: [{ source: 'paper', originBasis: 'own-voice' }] }).uninvolvedOrigins).toBe(1);
    expect(figures({ voices, sources, citations: [{ source: 'paper' }] }).uninvolvedOrigins).toBe(0);
  });
});

describe('the reasons', () => {
  it('are listed a to d, each once, by voice, naming nobody whose name may not be shown', () => {
    const built = records({
      voices: [
        { id: 'z', stake: 'unclear', entities: ['state'] },
        { id: 'y', stake: 'unclear' },
      ],
      sources: [
        { id: 's', voice: 'z', published: '2018' },
        { id: 't', voice: 'y', published: '2018' },
        { id: 'late', voice: 'y', published: '2022' },
      ],
      entities: [
        {
          id: 'state',
          type: 'Person',
          names: [{ text: 'Secret Name', lang: 'en', kind: 'primary', sources: ['late'] }],
        },
      ],
      predicates: [{ id: 'hired', accuses: ['subject'] }],
      claims: [
        {
          id: 'c',
          subject: 'state',
          predicate: 'hired',
          citations: [{ source: 's' }, { source: 's', locator: 2 }, { source: 't' }],
        },
      ],
    });
    const reasons = (clocks?: Clocks) => deriveFigures(built, { clocks }).get('c')!.involvedReasons;
    expect(reasons().map(({ reason, voice, detail }) => [reason, voice, detail])).toEqual([
      ['a', 'y', 'its stake is unclear'],
      ['a', 'z', 'its stake is unclear'],
      ['d', 'z', 'speaks for Secret Name, an end of the claim'],
    ]);
    expect(reasons({ published: '2020' }).at(-1)?.detail).toBe('speaks for Unnamed person, an end of the claim');
  });
});
