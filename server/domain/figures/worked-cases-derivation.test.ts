/** The worked cases of model.md on standing and origins, each titled with its row of the table. */
import { describe, expect, it } from 'vitest';
import { deriveFigures } from './derive-figures.ts';
import type { Figures } from '../model/figures.ts';
import type { Records } from '../model/records.ts';
import { rolesOf } from './roles.ts';
import { records, type PredicateBrief, type SourceBrief, type VoiceBrief } from '../testing/build-records.ts';

const HIRED: PredicateBrief = {
  id: 'hired',
  group: 'sponsorship',
  accuses: ['subject', 'object'],
  roles: { subject: 'sponsor', object: 'perpetrator', via: 'intermediary' },
};
const ORDERED: PredicateBrief = {
  id: 'ordered',
  group: 'sponsorship',
  accuses: ['subject'],
  roles: { subject: 'sponsor' },
};
const CONVICTED: PredicateBrief = {
  id: 'convicted',
  group: 'justice',
  roles: { subject: 'judge' },
};

const DEPARTMENT: VoiceBrief = {
  id: 'department',
  entities: ['us-doj'],
  stake: [{ entity: 'iran', as: 'accuser', why: 'brings the case against its agents' }],
};
const NEWSROOM: VoiceBrief = { id: 'newsroom', stake: 'none' };
const AGENCY_WIRE: VoiceBrief = { id: 'wire', stake: 'none' };
const OPPOSITION: VoiceBrief = {
  id: 'opposition',
  entities: ['opposition-body'],
  stake: [{ scope: 'all', as: 'opponent', why: 'works for the fall of the government' }],
};
const MINISTRY: VoiceBrief = { id: 'ministry', entities: ['interior-ministry'], stake: 'none' };

const ARTICLE: SourceBrief = { id: 'article', voice: 'newsroom', published: '2024-10-25' };
const REPRINT: SourceBrief = {
  id: 'reprint',
  voice: 'wire',
  published: '2024-10-26',
  textOf: { source: 'article', how: 'republishes' },
};
const STATEMENT: SourceBrief = {
  id: 'statement',
  voice: 'department',
  kind: 'speech',
  seen: false,
};
const COURT_PAPERS: SourceBrief = {
  id: 'court-papers',
  voice: 'department',
  kind: 'court-document',
  seen: false,
};

function figure(built: Records, id: string): Figures {
  const figures = deriveFigures(built).get(id);
  if (!figures) throw new Error(`no figures for ${id}`);
  return figures;
}

describe('Tehran hired the gang: the Deputy Attorney-General, then court papers, in one reprinted article', () => {
  const built = records({
    voices: [NEWSROOM, AGENCY_WIRE, DEPARTMENT],
    sources: [ARTICLE, REPRINT, STATEMENT, COURT_PAPERS],
    entities: { iran: 'Country', gang: 'Gang', 'us-doj': 'Agency' },
    predicates: [HIRED],
    claims: [
      {
        id: 'hiring',
        subject: 'iran',
        predicate: 'hired',
        object: 'gang',
        citations: [
          {
            source: 'article',
            locator: 3,
            origin: 'statement',
            standing: { level: 'alleged', by: 'us-doj' },
          },
          {
            source: 'reprint',
            locator: 3,
            origin: 'statement',
            standing: { level: 'alleged', by: 'us-doj' },
          },
          {
            source: 'reprint',
            locator: 9,
            origin: 'court-papers',
            standing: { level: 'alleged', by: 'us-doj' },
          },
        ],
      },
    ],
  });
  const hiring = figure(built, 'hiring');

  it('has 1 origin, the department', () => {
    expect(hiring.originVoices).toEqual(['department']);
    expect([hiring.origins, hiring.originsAtStanding, hiring.originsOpen]).toEqual([1, 1, false]);
  });
  it('has 0 uninvolved origins, for b and c', () => {
    expect(hiring.uninvolvedOrigins).toBe(0);
    expect(hiring.involvedReasons.map(({ reason, voice }) => [reason, voice])).toEqual([
      ['b', 'department'],
      ['c', 'department'],
    ]);
    expect(hiring.involvedReasons[0]).toMatchObject({
      entity: 'iran',
      detail: 'brings the case against its agents',
    });
  });
  it('is alleged, by the department', () => {
    expect([hiring.level, hiring.rank, hiring.by]).toEqual(['alleged', 1, ['us-doj']]);
  });
});

describe('a court finds that the leadership ordered Berlin 1992', () => {
  const built = records({
    voices: [{ id: 'court', entities: ['berlin-court'], stake: 'none' }, NEWSROOM],
    sources: [{ id: 'judgment', voice: 'court', seen: false }, ARTICLE],
    entities: {
      leadership: 'Group',
      'berlin-1992': 'Plot',
      'berlin-court': 'Agency',
      darabi: 'Person',
      mykonos: 'Case',
    },
    predicates: [ORDERED, CONVICTED],
    claims: [
      {
        id: 'order',
        subject: 'leadership',
        predicate: 'ordered',
        object: 'berlin-1992',
        citations: [
          {
            source: 'article',
            origin: 'judgment',
            standing: { level: 'found', by: 'berlin-court', on: '1997-04-10', case: 'mykonos' },
          },
        ],
      },
      {
        id: 'conviction',
        subject: 'berlin-court',
        predicate: 'convicted',
        object: 'darabi',
        in: ['mykonos', 'berlin-1992'],
        citations: [
          {
            source: 'article',
            origin: 'judgment',
            standing: { level: 'confirmed', by: 'berlin-court', on: '1997-04-10' },
          },
        ],
      },
    ],
  });

  it('is found, by the court', () => {
    expect(figure(built, 'order')).toMatchObject({
      level: 'found',
      rank: 5,
      by: ['berlin-court'],
      since: { edtf: '1997-04-10' },
    });
  });
  it('convicts nobody of ordering', () => {
    expect(figure(built, 'order').history.map((step) => step.level)).not.toContain('convicted');
    expect(rolesOf(built, deriveFigures(built)).filter((entry) => entry.role === 'sponsor')).toEqual([
      {
        plot: 'berlin-1992',
        entity: 'leadership',
        role: 'sponsor',
        claim: 'order',
        end: 'subject',
        level: 'found',
        by: ['berlin-court'],
      },
    ]);
  });
  it('counts the court as an uninvolved origin of its own finding and of its own act', () => {
    expect(figure(built, 'order').uninvolvedOrigins).toBe(1);
    expect(figure(built, 'conviction').involvedReasons).toMatchObject([{ reason: 'd', voice: 'court', entity: 'berlin-court' }]);
  });
});

describe('two people confess to spying, no conviction told', () => {
  const built = records({
    voices: [NEWSROOM],
    sources: [ARTICLE],
    entities: { service: 'Agency' },
    predicates: [{ id: 'spied-for', accuses: ['subject'] }],
    claims: ['first', 'second'].map((person) => ({
      id: `spying-${person}`,
      subject: person,
      predicate: 'spied-for',
      object: 'service',
      citations: [{ standing: { level: 'charged', by: 'prosecutor', case: 'spy-case' } }, { standing: { level: 'admitted', by: person, case: 'spy-case' } }],
    })),
  });
  it.each(['first', 'second'])('is admitted, by the %s himself', (person) => {
    expect(figure(built, `spying-${person}`)).toMatchObject({
      level: 'admitted',
      rank: 4,
      by: [person],
    });
  });
});

describe('Iran lists and blames two former US officials', () => {
  const built = records({
    voices: [{ id: 'iran-mfa', entities: ['iran'], stake: 'none' }, NEWSROOM],
    sources: [{ id: 'list', voice: 'iran-mfa', seen: false }, ARTICLE],
    entities: { iran: 'Country', listing: 'Measure', plot: 'Plot' },
    predicates: [
      { id: 'listed', group: 'justice' },
      { id: 'took-part-in', group: 'execution', accuses: ['subject'] },
    ],
    claims: [
      {
        id: 'listing-claim',
        subject: 'iran',
        predicate: 'listed',
        object: 'official',
        in: 'listing',
        citations: [{ source: 'article', origin: 'list', standing: { level: 'confirmed', by: 'iran' } }],
      },
      {
        id: 'blame',
        subject: 'official',
        predicate: 'took-part-in',
        object: 'plot',
        citations: [{ source: 'article', origin: 'list', standing: { level: 'sanctioned', by: 'iran' } }],
      },
    ],
  });
  it('has the listing confirmed, by Iran', () => {
    expect(figure(built, 'listing-claim')).toMatchObject({
      level: 'confirmed',
      rank: 6,
      by: ['iran'],
      accusatory: false,
    });
  });
  it('has the blame sanctioned, by Iran, whose own word it is', () => {
    expect(figure(built, 'blame')).toMatchObject({
      level: 'sanctioned',
      rank: 2,
      by: ['iran'],
      accusatory: true,
      origins: 1,
      uninvolvedOrigins: 0,
    });
  });
});

describe("an opposition body's page abridges a magazine that quotes a ministry", () => {
  const built = records({
    voices: [OPPOSITION, MINISTRY, { id: 'magazine', stake: 'none' }],
    sources: [
      { id: 'page', voice: 'opposition', textOf: { source: 'magazine-article', how: 'abridges' } },
      { id: 'magazine-article', voice: 'magazine', seen: false },
      { id: 'ministry-statement', voice: 'ministry', seen: false },
    ],
    claims: [
      {
        id: 'quoted',
        predicate: 'met',
        citations: [{ source: 'page', origin: 'ministry-statement' }],
      },
      {
        id: 'heading',
        predicate: 'knew',
        citations: [{ source: 'page', originBasis: 'own-voice' }],
      },
      { id: 'carried', predicate: 'paid', citations: [{ source: 'page' }] },
    ],
  });
  it('has 1 origin, the ministry, and 0 uninvolved: the page is a party on the way', () => {
    const quoted = figure(built, 'quoted');
    expect([quoted.originVoices, quoted.uninvolvedOrigins]).toEqual([['ministry'], 0]);
    expect(quoted.involvedReasons).toEqual([{ voice: 'opposition', reason: 'b', detail: 'works for the fall of the government' }]);
  });
  it("takes the same page's own heading as its own voice, scope all, 0 uninvolved", () => {
    expect(figure(built, 'heading')).toMatchObject({
      originVoices: ['opposition'],
      origins: 1,
      uninvolvedOrigins: 0,
      involvedReasons: [{ reason: 'b' }],
    });
  });
  it('takes the text carried as the magazine’s word', () => {
    expect(figure(built, 'carried').originVoices).toEqual(['magazine']);
  });
});

describe('an article states a thing itself, elsewhere cites eleven others', () => {
  const others = Array.from({ length: 11 }, (_, i) => `cited-${i}`);
  const built = records({
    voices: [NEWSROOM, ...others.map((id) => ({ id }))],
    sources: [ARTICLE, ...others.map((id) => ({ id, voice: id, seen: false }))],
    claims: [
      { id: 'itself', predicate: 'met', citations: [{ source: 'article' }] },
      {
        id: 'elsewhere',
        predicate: 'paid',
        citations: others.map((origin, i) => ({ source: 'article', locator: i + 1, origin })),
      },
    ],
  });
  it('has 1 origin: its publisher', () => {
    expect(figure(built, 'itself')).toMatchObject({
      origins: 1,
      originVoices: ['newsroom'],
      uninvolvedOrigins: 1,
      involvedReasons: [],
    });
  });
  it('gives the eleven to the claim that cites them, and to no other', () => {
    expect(figure(built, 'elsewhere').origins).toBe(11);
  });
});

describe('"reportedly", nothing named', () => {
  const built = records({
    voices: [NEWSROOM],
    sources: [ARTICLE],
    claims: [
      {
        id: 'alone',
        predicate: 'met',
        citations: [{ originBasis: 'not-established', hedge: 'reportedly' }],
      },
      { id: 'beside', predicate: 'paid', citations: [{ originBasis: 'not-established' }, {}] },
    ],
  });
  it('is 0+?', () => {
    expect(figure(built, 'alone')).toMatchObject({
      origins: 0,
      originsOpen: true,
      uninvolvedOrigins: 0,
      hedges: ['reportedly'],
    });
  });
  it('is 1+? beside the article’s own assertion', () => {
    expect(figure(built, 'beside')).toMatchObject({ origins: 1, originsOpen: true });
  });
});
