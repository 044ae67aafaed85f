/** The worked cases of model.md on what a view shows of a claim, each titled with its row of the table. */
import { describe, expect, it } from 'vitest';
import { deriveFigures } from './derive-figures.ts';
import type { Clocks } from '../model/questions.ts';
import type { Figures } from '../model/figures.ts';
import type { Records } from '../model/records.ts';
import { displayName } from '../model/names.ts';
import { notEstablishedBeside } from './no-established-link.ts';
import { hedgedRole, rolesOf } from './roles.ts';
import { segmentsOf } from '../model/segments.ts';
import { records, type PredicateBrief, type SourceBrief, type VoiceBrief } from '../testing/build-records.ts';
import { sourceVisibleAt } from '../dates/visibility.ts';
import { withinEdges } from './within.ts';

const HIRED: PredicateBrief = {
  id: 'hired',
  group: 'sponsorship',
  accuses: ['subject', 'object'],
  roles: { subject: 'sponsor', object: 'perpetrator', via: 'intermediary' },
};
const NEWSROOM: VoiceBrief = { id: 'newsroom', stake: 'none' };
const AGENCY_WIRE: VoiceBrief = { id: 'wire', stake: 'none' };
const ARTICLE: SourceBrief = { id: 'article', voice: 'newsroom', published: '2024-10-25' };

function figure(built: Records, id: string, clocks?: Clocks): Figures {
  const figures = deriveFigures(built, { clocks }).get(id);
  if (!figures) throw new Error(`no figures for ${id}`);
  return figures;
}

describe('an unnamed go-between passes orders to the gunman', () => {
  const built = records({
    voices: [NEWSROOM],
    sources: [ARTICLE],
    entities: [
      { id: 'service', type: 'Agency' },
      {
        id: 'go-between',
        type: 'Person',
        unnamed: true,
        names: [{ text: 'Associate abroad', lang: 'en', kind: 'label' }],
      },
      { id: 'gunman', type: 'Person' },
      { id: 'plot', type: 'Plot' },
    ],
    predicates: [HIRED],
    claims: [
      {
        id: 'orders',
        subject: 'service',
        predicate: 'hired',
        object: 'gunman',
        via: 'go-between',
        in: 'plot',
        citations: [{ standing: { level: 'charged', by: 'us', case: 'case' } }],
      },
    ],
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
    expect(hedgedRole(role, (id) => id.toUpperCase())).toBe('alleged intermediary (according to charges, US)');
  });
});

describe('"Iran hired them" and "no discernible connection" in one article', () => {
  const built = records({
    voices: [NEWSROOM],
    sources: [ARTICLE],
    entities: { iran: 'Country', gang: 'Gang', member: 'Person', guards: 'Agency' },
    predicates: [HIRED, { id: 'no-established-link-to', traversed: false }, { id: 'member-of', group: 'structure', within: true }],
    claims: [
      {
        id: 'hiring',
        subject: 'iran',
        predicate: 'hired',
        object: 'gang',
        citations: [{ standing: { level: 'alleged', by: 'us' } }],
      },
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
    claims: [
      {
        id: 'event',
        predicate: 'met',
        citations: [
          { id: 'one', source: 'article', happened: '2018-06-30' },
          { id: 'two', source: 'other', happened: '2018-07-02' },
        ],
      },
    ],
  });
  const event = figure(built, 'event');
  it('keeps both', () => {
    expect(event.happened).toEqual([
      { value: '2018-06-30', basis: 'stated', citations: ['one'] },
      { value: '2018-07-02', basis: 'stated', citations: ['two'] },
    ]);
  });
  it('is contested by its dates', () => {
    expect(event).toMatchObject({
      contested: true,
      contestedBy: [{ kind: 'values', field: 'happened', ids: ['one', 'two'] }],
    });
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
      {
        id: 'described',
        subject: 'diplomat',
        predicate: 'described-as',
        object: { text: 'a diplomat in Vienna', lang: 'en' },
        citations: [{ source: 'of-2018' }],
      },
      {
        id: 'post',
        subject: 'diplomat',
        predicate: 'works-for',
        object: 'embassy',
        citations: [{ source: 'of-2018' }, { source: 'of-2022' }],
      },
    ],
  });
  const diplomat = built.entities.get('diplomat')!;
  const described = [{ text: 'a diplomat in Vienna', lang: 'en' }];
  it('shows the description, not the name, and not its transliteration', () => {
    const sourceVisible = sourceVisibleAt(built.sources, { published: '2020' });
    expect(displayName(diplomat, { sourceVisible, describedAs: described }).text).toBe('a diplomat in Vienna');
    expect(figure(built, 'post', { published: '2020' })).toMatchObject({
      visible: true,
      citations: 1,
    });
  });
  it('shows the name by 2022, and where no clock stands', () => {
    const sourceVisible = sourceVisibleAt(built.sources, { published: '2022' });
    expect(displayName(diplomat, { sourceVisible, describedAs: described }).text).toBe('Asadollah Example');
    expect(displayName(diplomat).text).toBe('Asadollah Example');
  });
});
