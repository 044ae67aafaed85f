/** The ladder, the disputes that take steps back, and the level shown. */
import { describe, expect, it } from 'vitest';
import { deriveFigures } from './derive-figures.ts';
import type { Clocks } from '../model/questions.ts';
import type { Figures } from '../model/figures.ts';
import { records, type CitationBrief } from '../testing/build-records.ts';

/** Figures of one accusatory claim. Sources `a` and `b` are two newsrooms; `reprint` carries the text of `a`. */
function accused(citations: CitationBrief[], clocks?: Clocks): Figures {
  const built = records({
    voices: [{ id: 'a' }, { id: 'b' }],
    sources: [
      { id: 'a', published: '2019-05' },
      { id: 'b', published: '2020-05' },
      { id: 'undated' },
      {
        id: 'reprint',
        voice: 'b',
        published: '2020-06',
        textOf: { source: 'a', how: 'republishes' },
      },
    ],
    predicates: [{ id: 'ordered', accuses: ['subject'] }],
    claims: [{ id: 'claim', predicate: 'ordered', citations }],
  });
  return deriveFigures(built, { clocks }).get('claim')!;
}
const convicted = (on?: string): CitationBrief => ({
  standing: { level: 'convicted', by: 'court', case: 'k', on },
});
const acquitted = (on?: string, inCase = 'k'): CitationBrief => ({
  stance: 'disputes',
  standing: { level: 'acquitted', by: 'court', case: inCase, on },
});

describe('the shown level is the highest left', () => {
  it('of all supporting citations', () => {
    const figures = accused([
      { standing: 'reported' },
      { standing: { level: 'charged', by: 'us', on: '2021', case: 'k' } },
      { standing: { level: 'sanctioned', by: 'eu' } },
    ]);
    expect(figures).toMatchObject({
      level: 'charged',
      rank: 3,
      by: ['us'],
      since: { edtf: '2021' },
    });
  });
  it('and alleged in preference to reported', () => {
    expect(
      accused([
        { standing: 'reported', hedge: 'reportedly' },
        { standing: { level: 'alleged', by: 'us' }, hedge: 'allegedly' },
      ]),
    ).toMatchObject({ level: 'alleged', by: ['us'], hedges: ['allegedly'] });
    expect(accused([{ standing: 'reported' }])).toMatchObject({ level: 'reported', by: [] });
  });
  it('by everybody who gave it, since the first dated step', () => {
    const figures = accused([
      { standing: { level: 'charged', by: 'uk', case: 'l', on: '2022-03' } },
      { standing: { level: 'charged', by: 'us', case: 'k', on: '2021-11-30' } },
      { standing: { level: 'charged', by: 'de', case: 'm' } },
    ]);
    expect(figures).toMatchObject({ by: ['de', 'uk', 'us'], since: { edtf: '2021-11-30' } });
  });
  it('never that of a dispute', () => {
    expect(accused([{ stance: 'disputes', standing: { level: 'denied', by: 'a' } }])).toMatchObject({
      level: 'disputed-only',
      rank: -1,
      contested: true,
      origins: 0,
      supporting: 0,
    });
  });
  it('unstated for a record that cites nothing itself, which has no origin and no +?', () => {
    expect(accused([{ standing: 'unstated', importOnly: true, originBasis: 'not-established' }])).toMatchObject({
      level: 'unstated',
      rank: 0,
      origins: 0,
      originsOpen: false,
    });
  });
});

describe('the history', () => {
  it('lists the steps oldest first, undated last, disputes included', () => {
    const figures = accused([
      { id: 'undated' },
      { id: 'charge', standing: { level: 'charged', by: 'us', case: 'k', on: '2021-06' } },
      { id: 'open', standing: { level: 'alleged', by: 'us', on: '2018/..' } },
      {
        id: 'denial',
        stance: 'disputes',
        standing: { level: 'denied', by: 'a', on: '2021-07-01' },
      },
      { id: 'first', standing: { level: 'alleged', by: 'us', on: '2021-06-02' } },
    ]);
    expect(figures.history.map(({ citation, rank }) => [citation, rank])).toEqual([
      ['first', 1],
      ['charge', 3],
      ['denial', null],
      ['open', 1],
      ['undated', 1],
    ]);
  });
});

describe('a retraction', () => {
  const retracted = (source: string, on?: string): CitationBrief => ({
    source,
    stance: 'disputes',
    standing: { level: 'retracted', by: 'a', on },
  });
  it('takes back what the same voice said up to its date', () => {
    expect(accused([{ source: 'a' }, retracted('a')])).toMatchObject({
      level: 'disputed-only',
      origins: 0,
      contested: true,
      supporting: 1,
    });
    expect(accused([{ source: 'a' }, retracted('a')]).history.find((step) => step.stance === 'supports')).toMatchObject({
      counts: false,
      fell: 'retracted',
      level: 'reported',
    });
  });
  it('leaves what another voice said', () => {
    expect(accused([{ source: 'a' }, { source: 'b' }, retracted('a', '2021')])).toMatchObject({
      origins: 1,
      originVoices: ['b'],
      level: 'reported',
    });
  });
  it('leaves what the voice said later, judged by the date of the step, else of the publication', () => {
    expect(accused([{ source: 'a', standing: { level: 'alleged', by: 'us', on: '2022' } }, retracted('a', '2021')]).level).toBe('alleged');
    expect(accused([{ source: 'b' }, retracted('b', '2020-04')]).level).toBe('reported');
    expect(accused([{ source: 'b' }, retracted('b', '2020-05')]).level).toBe('disputed-only');
  });
  it('goes by the voice at the root, not the page read', () => {
    expect(accused([{ source: 'reprint' }, retracted('a', '2021')]).level).toBe('disputed-only');
    expect(accused([{ source: 'b', origin: 'a' }, retracted('a', '2021')]).level).toBe('disputed-only');
    expect(accused([{ source: 'reprint', originBasis: 'own-voice' }, retracted('a', '2021')]).level).toBe('reported');
  });
  it('goes by the page read where there is no root', () => {
    expect(accused([{ source: 'b', originBasis: 'not-established' }, retracted('b', '2021')]).level).toBe('disputed-only');
  });
  it('takes back everything where it is undated, and nothing undated where it is dated', () => {
    expect(accused([{ source: 'undated' }, retracted('undated')]).level).toBe('disputed-only');
    expect(accused([{ source: 'undated' }, retracted('undated', '2021')]).level).toBe('reported');
  });
  it('takes back the values too', () => {
    expect(accused([{ source: 'a', happened: '2018' }, { source: 'b', happened: '2019' }, retracted('a', '2021')])).toMatchObject({
      happened: [{ value: '2019' }],
      contestedBy: [{ kind: 'dispute' }],
    });
  });
});

describe('an acquittal or a withdrawal', () => {
  it.each(['charged', 'found', 'convicted'] as const)('lets the step %s of its case fall to alleged, by the same body', (level) => {
    const figures = accused([{ standing: { level, by: 'body', case: 'k', on: '2020' } }, acquitted('2021')]);
    expect(figures).toMatchObject({
      level: 'alleged',
      rank: 1,
      by: ['body'],
      origins: 1,
      contested: true,
    });
    expect(figures.history[0]).toMatchObject({ level, counts: false, fell: 'alleged' });
  });
  it('leaves steps of another case, other levels, and later steps', () => {
    expect(accused([convicted('2020'), acquitted('2021', 'other')]).level).toBe('convicted');
    expect(accused([{ standing: { level: 'sanctioned', by: 'eu' } }, acquitted('2021')]).level).toBe('sanctioned');
    expect(accused([{ standing: { level: 'admitted', by: 'a', case: 'k' } }, acquitted('2021')]).level).toBe('admitted');
    expect(accused([convicted('2022'), acquitted('2021')]).level).toBe('convicted');
  });
  it('compares latest possible days: a conviction "2021" is later than an acquittal in May 2021', () => {
    expect(accused([convicted('2021'), acquitted('2021-05')]).level).toBe('convicted');
    expect(accused([convicted('2021-05'), acquitted('2021')]).level).toBe('alleged');
  });
  it('lets every step of the case fall where it is undated, and the undated steps too where it is dated', () => {
    expect(accused([convicted('2022'), acquitted()]).level).toBe('alleged');
    expect(accused([convicted(), acquitted('2021')]).level).toBe('alleged');
  });
  it('takes nothing back before its own date', () => {
    const citations: CitationBrief[] = [
      { ...convicted('2019-03'), source: 'a' },
      { ...acquitted('2020-04'), source: 'b' },
    ];
    expect(accused(citations, { published: '2019' }).level).toBe('convicted');
    expect(accused(citations, { happened: '2019' })).toMatchObject({
      level: 'convicted',
      contested: false,
    });
    expect(accused(citations, { happened: '2020' })).toMatchObject({
      level: 'alleged',
      contested: true,
    });
  });
});

describe('a claim is marked as inferred', () => {
  it('only where the reading of every supporting citation is inferred', () => {
    expect(accused([{ reading: 'inferred' }, { reading: 'inferred' }]).inferred).toBe(true);
    expect(accused([{ reading: 'inferred' }, {}]).inferred).toBe(false);
    expect(accused([{ stance: 'disputes', reading: 'inferred', standing: { level: 'denied', by: 'a' } }]).inferred).toBe(false);
  });
});
