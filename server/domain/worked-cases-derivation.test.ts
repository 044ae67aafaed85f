/** The worked cases of model.md that a derivation answers, each as the sentence of its table. */
import { describe, expect, it } from 'vitest';
import { deriveFigures } from './derive-figures.ts';
import type { Clocks, Figures, Records } from './model.ts';
import { displayName } from './names.ts';
import { notEstablishedBeside } from './no-established-link.ts';
import { hedgedRole, rolesOf } from './roles.ts';
import { segmentsOf } from './segments.ts';
import { records, type PredicateBrief, type SourceBrief, type VoiceBrief } from './testing/build-records.ts';
import { sourceVisibleAt } from './visibility.ts';
import { withinEdges } from './within.ts';

const HIRED: PredicateBrief = {
  id: 'hired',
  group: 'sponsorship',
  accuses: ['subject', 'object'],
  roles: { subject: 'sponsor', object: 'perpetrator', via: 'intermediary' },
};
const ORDERED: PredicateBrief = { id: 'ordered', group: 'sponsorship', accuses: ['subject'], roles: { subject: 'sponsor' } };
const CONVICTED: PredicateBrief = { id: 'convicted', group: 'justice', roles: { subject: 'judge' } };

const DEPARTMENT: VoiceBrief = {
  id: 'department',
  entities: ['us-doj'],
  stake: [{ entity: 'iran', as: 'accuser', why: 'brings the case against its agents' }],
};
const NEWSROOM: VoiceBrief = { id: 'newsroom', stake: 'none' };
const AGENCY_WIRE: VoiceBrief = { id: 'wire', stake: 'none' };
const OPPOSITION: VoiceBrief = { id: 'opposition', entities: ['opposition-body'], stake: [{ scope: 'all', as: 'opponent', why: 'works for the fall of the government' }] };
const MINISTRY: VoiceBrief = { id: 'ministry', entities: ['interior-ministry'], stake: 'none' };

const ARTICLE: SourceBrief = { id: 'article', voice: 'newsroom', published: '2024-10-25' };
const REPRINT: SourceBrief = { id: 'reprint', voice: 'wire', published: '2024-10-26', textOf: { source: 'article', how: 'republishes' } };
const STATEMENT: SourceBrief = { id: 'statement', voice: 'department', kind: 'speech', seen: false };
const COURT_PAPERS: SourceBrief = { id: 'court-papers', voice: 'department', kind: 'court-document', seen: false };

function figure(built: Records, id: string, clocks?: Clocks): Figures {
  const figures = deriveFigures(built, { clocks }).get(id);
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
          { source: 'article', locator: 3, origin: 'statement', standing: { level: 'alleged', by: 'us-doj' } },
          { source: 'reprint', locator: 3, origin: 'statement', standing: { level: 'alleged', by: 'us-doj' } },
          { source: 'reprint', locator: 9, origin: 'court-papers', standing: { level: 'alleged', by: 'us-doj' } },
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
    expect(hiring.involvedReasons[0]).toMatchObject({ entity: 'iran', detail: 'brings the case against its agents' });
  });
  it('is alleged, by the department', () => {
    expect([hiring.level, hiring.rank, hiring.by]).toEqual(['alleged', 1, ['us-doj']]);
  });
});

describe('a court finds that the leadership ordered Berlin 1992', () => {
  const built = records({
    voices: [{ id: 'court', entities: ['berlin-court'], stake: 'none' }, NEWSROOM],
    sources: [{ id: 'judgment', voice: 'court', seen: false }, ARTICLE],
    entities: { leadership: 'Group', 'berlin-1992': 'Plot', 'berlin-court': 'Agency', darabi: 'Person', mykonos: 'Case' },
    predicates: [ORDERED, CONVICTED],
    claims: [
      {
        id: 'order',
        subject: 'leadership',
        predicate: 'ordered',
        object: 'berlin-1992',
        citations: [{ source: 'article', origin: 'judgment', standing: { level: 'found', by: 'berlin-court', on: '1997-04-10', case: 'mykonos' } }],
      },
      {
        id: 'conviction',
        subject: 'berlin-court',
        predicate: 'convicted',
        object: 'darabi',
        in: ['mykonos', 'berlin-1992'],
        citations: [{ source: 'article', origin: 'judgment', standing: { level: 'confirmed', by: 'berlin-court', on: '1997-04-10' } }],
      },
    ],
  });

  it('is found, by the court', () => {
    expect(figure(built, 'order')).toMatchObject({ level: 'found', rank: 5, by: ['berlin-court'], since: { edtf: '1997-04-10' } });
  });
  it('convicts nobody of ordering', () => {
    expect(figure(built, 'order').history.map((step) => step.level)).not.toContain('convicted');
    expect(rolesOf(built, deriveFigures(built)).filter((entry) => entry.role === 'sponsor')).toEqual([
      { plot: 'berlin-1992', entity: 'leadership', role: 'sponsor', claim: 'order', end: 'subject', level: 'found', by: ['berlin-court'] },
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
      citations: [
        { standing: { level: 'charged', by: 'prosecutor', case: 'spy-case' } },
        { standing: { level: 'admitted', by: person, case: 'spy-case' } },
      ],
    })),
  });
  it.each(['first', 'second'])('is admitted, by the %s himself', (person) => {
    expect(figure(built, `spying-${person}`)).toMatchObject({ level: 'admitted', rank: 4, by: [person] });
  });
});

describe('Iran lists and blames two former US officials', () => {
  const built = records({
    voices: [{ id: 'iran-mfa', entities: ['iran'], stake: 'none' }, NEWSROOM],
    sources: [{ id: 'list', voice: 'iran-mfa', seen: false }, ARTICLE],
    entities: { iran: 'Country', listing: 'Measure', plot: 'Plot' },
    predicates: [{ id: 'listed', group: 'justice' }, { id: 'took-part-in', group: 'execution', accuses: ['subject'] }],
    claims: [
      { id: 'listing-claim', subject: 'iran', predicate: 'listed', object: 'official', in: 'listing', citations: [{ source: 'article', origin: 'list', standing: { level: 'confirmed', by: 'iran' } }] },
      { id: 'blame', subject: 'official', predicate: 'took-part-in', object: 'plot', citations: [{ source: 'article', origin: 'list', standing: { level: 'sanctioned', by: 'iran' } }] },
    ],
  });
  it('has the listing confirmed, by Iran', () => {
    expect(figure(built, 'listing-claim')).toMatchObject({ level: 'confirmed', rank: 6, by: ['iran'], accusatory: false });
  });
  it('has the blame sanctioned, by Iran, whose own word it is', () => {
    expect(figure(built, 'blame')).toMatchObject({ level: 'sanctioned', rank: 2, by: ['iran'], accusatory: true, origins: 1, uninvolvedOrigins: 0 });
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
      { id: 'quoted', predicate: 'met', citations: [{ source: 'page', origin: 'ministry-statement' }] },
      { id: 'heading', predicate: 'knew', citations: [{ source: 'page', originBasis: 'own-voice' }] },
      { id: 'carried', predicate: 'paid', citations: [{ source: 'page' }] },
    ],
  });
  it('has 1 origin, the ministry, and 0 uninvolved: the page is a party on the way', () => {
    const quoted = figure(built, 'quoted');
    expect([quoted.originVoices, quoted.uninvolvedOrigins]).toEqual([['ministry'], 0]);
    expect(quoted.involvedReasons).toEqual([{ voice: 'opposition', reason: 'b', detail: 'works for the fall of the government' }]);
  });
  it("takes the same page's own heading as its own voice, scope all, 0 uninvolved", () => {
    expect(figure(built, 'heading')).toMatchObject({ originVoices: ['opposition'], origins: 1, uninvolvedOrigins: 0, involvedReasons: [{ reason: 'b' }] });
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
      { id: 'elsewhere', predicate: 'paid', citations: others.map((origin, i) => ({ source: 'article', locator: i + 1, origin })) },
    ],
  });
  it('has 1 origin: its publisher', () => {
    expect(figure(built, 'itself')).toMatchObject({ origins: 1, originVoices: ['newsroom'], uninvolvedOrigins: 1, involvedReasons: [] });
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
      { id: 'alone', predicate: 'met', citations: [{ originBasis: 'not-established', hedge: 'reportedly' }] },
      { id: 'beside', predicate: 'paid', citations: [{ originBasis: 'not-established' }, {}] },
    ],
  });
  it('is 0+?', () => {
    expect(figure(built, 'alone')).toMatchObject({ origins: 0, originsOpen: true, uninvolvedOrigins: 0, hedges: ['reportedly'] });
  });
  it('is 1+? beside the article’s own assertion', () => {
    expect(figure(built, 'beside')).toMatchObject({ origins: 1, originsOpen: true });
  });
});

describe('an unnamed go-between passes orders to the gunman', () => {
  const built = records({
    voices: [NEWSROOM],
    sources: [ARTICLE],
    entities: [
      { id: 'service', type: 'Agency' },
      { id: 'go-between', type: 'Person', unnamed: true, names: [{ text: 'Associate abroad', lang: 'en', kind: 'label' }] },
      { id: 'gunman', type: 'Person' },
      { id: 'plot', type: 'Plot' },
    ],
    predicates: [HIRED],
    claims: [{ id: 'orders', subject: 'service', predicate: 'hired', object: 'gunman', via: 'go-between', in: 'plot', citations: [{ standing: { level: 'charged', by: 'us', case: 'case' } }] }],
  });
  const claim = built.claims.get('orders')!;
  it('is a hop on either side of the go-between', () => {
    const segments = segmentsOf(claim, built.predicates.get('hired')!, (id) => built.entities.get(id)?.type);
    expect(segments.map(({ n, from, to, group }) => [n, from, to, group])).toEqual([
      [0, 'service', 'go-between', 'sponsorship'],
      [1, 'go-between', 'gunman', 'sponsorship'],
    ]);
  });
  it('is an intermediary, alleged as the charge alleges', () => {
    const role = rolesOf(built, deriveFigures(built)).find((entry) => entry.entity === 'go-between')!;
    expect([role.plot, role.role, role.end]).toEqual(['plot', 'intermediary', 'via']);
    expect(hedgedRole(role, (id) => id.toUpperCase())).toBe('alleged intermediary (charged, US)');
  });
});

describe('"Iran hired them" and "no discernible connection" in one article', () => {
  const built = records({
    voices: [NEWSROOM],
    sources: [ARTICLE],
    entities: { iran: 'Country', gang: 'Gang', member: 'Person', guards: 'Agency' },
    predicates: [HIRED, { id: 'no-established-link-to', traversed: false }, { id: 'member-of', group: 'structure', within: true }],
    claims: [
      { id: 'hiring', subject: 'iran', predicate: 'hired', object: 'gang', citations: [{ standing: { level: 'alleged', by: 'us' } }] },
      { id: 'no-link', subject: 'member', predicate: 'no-established-link-to', object: 'iran' },
      { id: 'membership', subject: 'member', predicate: 'member-of', object: 'gang' },
      { id: 'guards-hiring', subject: 'guards', predicate: 'hired', object: 'member' },
    ],
  });
  const figures = deriveFigures(built);
  const beside = (id: string) => notEstablishedBeside(built.claims.get(id)!, built, withinEdges(built, figures)).map((claim) => claim.id);
  it('shows both together, the gang being above its member', () => {
    expect(beside('hiring')).toEqual(['no-link']);
  });
  it('shows it beside nothing else', () => {
    expect([beside('membership'), beside('guards-hiring'), beside('no-link')]).toEqual([[], [], []]);
  });
  it('contests neither', () => {
    expect([figures.get('hiring')?.contested, figures.get('no-link')?.contested]).toEqual([false, false]);
  });
});

describe('one event, two dates in two articles', () => {
  const built = records({
    voices: [NEWSROOM, AGENCY_WIRE],
    sources: [ARTICLE, { id: 'other', voice: 'wire' }],
    claims: [{ id: 'event', predicate: 'met', citations: [{ id: 'one', source: 'article', happened: '2018-06-30' }, { id: 'two', source: 'other', happened: '2018-07-02' }] }],
  });
  const event = figure(built, 'event');
  it('keeps both', () => {
    expect(event.happened).toEqual([
      { value: '2018-06-30', basis: 'stated', citations: ['one'] },
      { value: '2018-07-02', basis: 'stated', citations: ['two'] },
    ]);
  });
  it('is contested by its dates', () => {
    expect(event).toMatchObject({ contested: true, contestedBy: [{ kind: 'values', field: 'happened', ids: ['one', 'two'] }] });
  });
});

describe("a diplomat's name printed only in 2022, view as published by 2020", () => {
  const built = records({
    voices: [NEWSROOM],
    sources: [
      { id: 'of-2018', voice: 'newsroom', published: '2018-07-03' },
      { id: 'of-2022', voice: 'newsroom', published: '2022-05' },
    ],
    entities: [
      {
        id: 'diplomat',
        type: 'Person',
        names: [
          { text: 'Asadollah Example', lang: 'en', kind: 'primary', sources: ['of-2022'] },
          { text: 'اسدالله', lang: 'fa', kind: 'transliteration' },
        ],
      },
      { id: 'embassy', type: 'Agency' },
    ],
    claims: [
      { id: 'described', subject: 'diplomat', predicate: 'described-as', object: { text: 'a diplomat in Vienna', lang: 'en' }, citations: [{ source: 'of-2018' }] },
      { id: 'post', subject: 'diplomat', predicate: 'works-for', object: 'embassy', citations: [{ source: 'of-2018' }, { source: 'of-2022' }] },
    ],
  });
  const diplomat = built.entities.get('diplomat')!;
  const described = [{ text: 'a diplomat in Vienna', lang: 'en' }];
  it('shows the description, not the name, and not its transliteration', () => {
    const sourceVisible = sourceVisibleAt(built.sources, { published: '2020' });
    expect(displayName(diplomat, { sourceVisible, describedAs: described }).text).toBe('a diplomat in Vienna');
    expect(figure(built, 'post', { published: '2020' })).toMatchObject({ visible: true, citations: 1 });
  });
  it('shows the name by 2022, and where no clock stands', () => {
    const sourceVisible = sourceVisibleAt(built.sources, { published: '2022' });
    expect(displayName(diplomat, { sourceVisible, describedAs: described }).text).toBe('Asadollah Example');
    expect(displayName(diplomat).text).toBe('Asadollah Example');
  });
});
