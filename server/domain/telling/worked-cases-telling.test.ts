/** The worked cases of model.md in sentences: the claim, its footnote, the path. */
import { describe, expect, it } from 'vitest';
import { findPaths } from '../tracing/find-paths.ts';
import { footnoteOf } from './footnotes.ts';
import { commonBodyLine, narratePath, originsLine } from './narrate-path.ts';
import type { NarrationContext } from './narration.ts';
import { rankPaths } from '../tracing/rank-paths.ts';
import type { CitationBrief, ClaimBrief, EntityBrief, PredicateBrief, RecordsBrief, SourceBrief, VoiceBrief } from '../testing/build-records.ts';
import { contextOf, sentenceOf } from '../testing/narration-context.ts';
import { traceGraph } from '../tracing/trace-graph.ts';
import { effectiveSwitches } from '../tracing/trace-switches.ts';

const forms = (finite: string, infinitive: string, passive: string) => ({
  finite,
  infinitive,
  passive,
  noun: finite,
});
const PREDICATES: PredicateBrief[] = [
  {
    id: 'hired',
    group: 'sponsorship',
    accuses: ['subject', 'object', 'via'],
    takes: ['Gang', 'Person'],
    forms: forms('hired', 'to have hired', 'was hired by'),
  },
  {
    id: 'ordered',
    group: 'sponsorship',
    accuses: ['subject'],
    takes: ['Plot'],
    forms: forms('ordered', 'to have ordered', 'was ordered by'),
  },
  {
    id: 'spied-for',
    group: 'execution',
    accuses: ['subject'],
    forms: forms('spied for', 'to have spied for', 'was spied for by'),
  },
  { id: 'listed', group: 'justice', forms: forms('listed', 'to have listed', 'was listed by') },
  {
    id: 'responsible-for',
    group: 'execution',
    accuses: ['subject'],
    forms: forms('is responsible for', 'to be responsible for', 'is laid at the door of'),
  },
  {
    id: 'financed',
    group: 'sponsorship',
    accuses: ['subject'],
    forms: forms('financed', 'to have financed', 'was financed by'),
  },
  {
    id: 'part-of',
    group: 'structure',
    within: true,
    forms: forms('is part of', 'to be part of', 'includes'),
  },
  {
    id: 'member-of',
    group: 'structure',
    within: true,
    forms: forms('is a member of', 'to be a member of', 'has as a member'),
  },
  {
    id: 'no-established-link-to',
    group: 'association',
    traversed: false,
    forms: forms('has no established link to', 'to have no established link to', 'has no established link to'),
  },
  {
    id: 'took-place-at',
    group: 'structure',
    forms: forms('took place at', 'to have taken place at', 'was the scene of'),
  },
];
const VOICES: VoiceBrief[] = [
  { id: 'newsroom', name: 'The Daily' },
  {
    id: 'department',
    name: 'US Department of Justice (court papers, officials)',
    entities: ['us-doj'],
    stake: [{ entity: 'iran', as: 'accuser', why: 'brings the case' }],
  },
  { id: 'court', name: 'Higher regional court', entities: ['the-court'] },
  {
    id: 'iran-state',
    name: 'Government of Iran',
    entities: ['iran'],
    stake: [{ entity: 'officials', as: 'accuser', why: 'blames them' }],
  },
  {
    id: 'front',
    name: 'The Front',
    entities: ['front'],
    stake: [{ scope: 'all', as: 'opponent', why: 'works for the fall of the government' }],
  },
  { id: 'magazine', name: 'A magazine' },
  { id: 'ministry', name: 'Interior ministry', entities: ['ministry'] },
];
const SOURCES: SourceBrief[] = [
  {
    id: 'article',
    voice: 'newsroom',
    publisher: 'The Daily',
    title: 'Gangs for hire',
    published: '2023-02',
    url: 'https://example.org/1',
  },
  {
    id: 'reprint',
    voice: 'newsroom',
    publisher: 'A reprint',
    textOf: { source: 'article', how: 'republishes' },
  },
  {
    id: 'speech',
    voice: 'department',
    publisher: 'US Department of Justice',
    title: 'The speech',
    seen: false,
  },
  {
    id: 'papers',
    voice: 'department',
    publisher: 'US prosecutors',
    title: 'Court papers',
    seen: false,
  },
  {
    id: 'front-page',
    voice: 'front',
    publisher: 'The Front',
    textOf: { source: 'magazine-2020', how: 'abridges' },
  },
  { id: 'magazine-2020', voice: 'magazine', publisher: 'A magazine', seen: false },
  { id: 'report', voice: 'ministry', publisher: 'Interior ministry', seen: false },
  { id: 'judgment', voice: 'court', publisher: 'Higher regional court', seen: false },
  { id: 'decree', voice: 'iran-state', publisher: 'Government of Iran', seen: false },
];
const named = (id: string, type: EntityBrief['type'], text: string, kind: 'primary' | 'label' = 'primary'): EntityBrief => ({
  id,
  type,
  names: [{ text, lang: 'en', kind }],
});
const ENTITIES: EntityBrief[] = [
  named('iran', 'Country', 'Iran'),
  named('us-doj', 'Agency', 'US Department of Justice'),
  named('the-court', 'Agency', 'Higher Regional Court of Berlin'),
  named('ministry', 'Agency', 'Interior Ministry'),
  named('front', 'Organization', 'The Front'),
  named('gang', 'Gang', 'Eastern European gang', 'label'),
  named('leadership', 'Group', 'Leadership of the state', 'label'),
  named('berlin-1992', 'Plot', 'Killings in Berlin in 1992', 'label'),
  named('two-men', 'Group', 'Two men, not named', 'label'),
  named('officials', 'Group', 'Two former US officials', 'label'),
  named('strike', 'Event', 'Strike of 2020', 'label'),
  named('gunman', 'Person', 'Gunman', 'label'),
  named('go-between', 'Person', 'Go-between, not named', 'label'),
  named('unit', 'Agency', 'Unit 5'),
  named('corps', 'Agency', 'The Corps'),
  named('man', 'Person', 'Ivan Petrov'),
  named('rally', 'Event', 'Rally', 'label'),
  named('square', 'Place', 'Square', 'label'),
];

function telling(claims: ClaimBrief[], more: Partial<RecordsBrief> = {}): NarrationContext {
  return contextOf({
    dataset: { id: 'd', knowledgeUntil: { edtf: '2024-11', basis: 'stated' } },
    voices: VOICES,
    sources: SOURCES,
    entities: ENTITIES,
    predicates: PREDICATES,
    claims,
    ...more,
  });
}
const origins = (id: string, ctx: NarrationContext) => {
  const figures = ctx.figures.get(id);
  if (!figures) throw new Error(id);
  return originsLine(figures);
};
const notes = (id: string, ctx: NarrationContext) => (ctx.records.citations.get(id) ?? []).map((citation) => footnoteOf(citation, ctx));
function trace(from: string, to: string, ctx: NarrationContext) {
  const graph = traceGraph(ctx.records, ctx.figures);
  const switches = effectiveSwitches({}, [], []);
  return rankPaths(findPaths(graph, [from], [to], switches).paths, graph, switches);
}
const one = (id: string, predicate: string, subject: string, object: string, ...citations: CitationBrief[]): ClaimBrief => ({
  id,
  predicate,
  subject,
  object,
  citations: citations.length > 0 ? citations : [{ source: 'article', standing: 'reported' }],
});

describe('worked cases, as told', () => {
  it('Tehran hired the gang: the Deputy Attorney-General, then court papers, in one reprinted article', () => {
    const ctx = telling([
      one(
        'c',
        'hired',
        'iran',
        'gang',
        {
          source: 'reprint',
          locator: 15,
          origin: 'speech',
          standing: { level: 'alleged', by: 'us-doj' },
        },
        {
          source: 'reprint',
          locator: 16,
          origin: 'papers',
          standing: { level: 'alleged', by: 'us-doj' },
        },
      ),
    ]);
    expect(sentenceOf('c', ctx)).toBe(
      'Iran is alleged by the US Department of Justice to have hired the eastern European gang, as reported by The Daily, reprinted by A reprint',
    );
    expect(origins('c', ctx)).toBe('1 origin, 0 uninvolved');
    expect(notes('c', ctx)[0]).toBe(
      'A reprint, paragraph 15; it reprints The Daily, “Gangs for hire”; it takes this from US Department of Justice, “The speech”, not seen. Alleged by the US Department of Justice.',
    );
  });
  it('a court finds that the leadership ordered Berlin 1992: found, and nobody is said to be convicted of ordering', () => {
    const ctx = telling([
      one('c', 'ordered', 'leadership', 'berlin-1992', {
        source: 'article',
        origin: 'judgment',
        standing: { level: 'found', by: 'the-court', case: 'case' },
      }),
    ]);
    const sentence = sentenceOf('c', ctx);
    expect(sentence).toBe(
      'The Higher Regional Court of Berlin found that the leadership of the state ordered killings in Berlin in 1992, as reported by The Daily',
    );
    expect(sentence).not.toMatch(/convict/);
  });
  it('two people confess to spying, no conviction told', () => {
    const ctx = telling([
      one('c', 'spied-for', 'two-men', 'iran', {
        source: 'article',
        standing: { level: 'admitted', by: 'two-men' },
      }),
    ]);
    expect(sentenceOf('c', ctx)).toBe('Two men have admitted having spied for Iran, according to The Daily');
  });
  it('Iran lists and blames two former US officials: the listing stated by itself, the blame in a formal designation', () => {
    const ctx = telling([
      one('listing', 'listed', 'iran', 'officials', {
        source: 'article',
        origin: 'decree',
        standing: { level: 'confirmed', by: 'iran' },
      }),
      one('blame', 'responsible-for', 'officials', 'strike', {
        source: 'article',
        origin: 'decree',
        standing: { level: 'sanctioned', by: 'iran' },
      }),
    ]);
    expect(sentenceOf('listing', ctx)).toBe('Iran listed two former US officials, according to Iran, as reported by The Daily');
    expect(sentenceOf('blame', ctx)).toBe(
      'Two former US officials are blamed by Iran, in a formal designation, for being responsible for the strike of 2020, as reported by The Daily',
    );
  });
  it('an opposition body’s page abridges a magazine that quotes a ministry: the footnote tells the whole way', () => {
    const ctx = telling([
      one('c', 'financed', 'iran', 'gang', {
        source: 'front-page',
        locator: 3,
        origin: 'report',
        through: ['magazine-2020'],
        standing: { level: 'alleged', by: 'ministry' },
      }),
    ]);
    expect(origins('c', ctx)).toBe('1 origin, 0 uninvolved');
    expect(notes('c', ctx)).toEqual([
      'The Front, paragraph 3; it abridges A magazine, not seen; it goes through A magazine, not seen; it takes this from Interior ministry, not seen. Alleged by the Interior Ministry.',
    ]);
  });
  it('the same page’s own heading: the opposition body speaks, and is a party', () => {
    const ctx = telling([
      one('c', 'financed', 'iran', 'gang', {
        source: 'front-page',
        locator: 1,
        originBasis: 'own-voice',
        standing: 'reported',
      }),
    ]);
    expect(sentenceOf('c', ctx)).toBe('Iran is reported by The Front to have financed the eastern European gang');
    expect(origins('c', ctx)).toBe('1 origin, 0 uninvolved');
    expect(notes('c', ctx)[0]).toContain('the page’s own words, not those of the text it carries');
  });
  it('an article states a thing itself: its publisher is the origin', () => {
    const ctx = telling([one('c', 'financed', 'iran', 'gang', { source: 'article', locator: 2, standing: 'reported' })]);
    expect(sentenceOf('c', ctx)).toBe('Iran is reported by The Daily to have financed the eastern European gang');
    expect(origins('c', ctx)).toBe('1 origin, 1 uninvolved');
  });
  it('“reportedly”, nothing named: 0+?, and the sentence says so', () => {
    const ctx = telling([
      one('c', 'financed', 'iran', 'gang', {
        source: 'article',
        originBasis: 'not-established',
        hedge: 'reportedly',
        standing: 'reported',
      }),
    ]);
    expect(sentenceOf('c', ctx)).toBe('Iran is reported, according to The Daily, which names no source, to have financed the eastern European gang');
    expect(origins('c', ctx)).toBe('0+? origins, 0 uninvolved');
  });
  it('an unnamed go-between passes orders to the gunman: a hop of his own, one claim told once', () => {
    const ctx = telling([
      {
        id: 'c',
        predicate: 'hired',
        subject: 'iran',
        object: 'gunman',
        via: 'go-between',
        citations: [{ source: 'article', origin: 'papers', standing: { level: 'alleged', by: 'us-doj' } }],
      },
    ]);
    const [path] = trace('gunman', 'iran', ctx).paths;
    expect(path?.entities).toEqual(['gunman', 'go-between', 'iran']);
    if (!path) return;
    expect(narratePath(path, ctx).sentences.map(({ text }) => text)).toEqual([
      'Iran is alleged by the US Department of Justice to have hired the gunman through the go-between, as reported by The Daily.',
      'The same claim leads on from the go-between to Iran; it counts once.',
    ]);
  });
  it('a unit and a man both belong to one corps: not linked, only a body in common', () => {
    const ctx = telling([one('a', 'part-of', 'unit', 'corps'), one('b', 'member-of', 'man', 'corps')]);
    const { paths, commonBody } = trace('unit', 'man', ctx);
    expect(paths).toEqual([]);
    expect(commonBody.map((path) => commonBodyLine(path, ctx))).toEqual(['Unit 5 and Ivan Petrov have only a body in common: The Corps']);
  });
  it('“Iran hired them” and “no discernible connection” in one article: told side by side, and neither speaks against the other', () => {
    const ctx = telling([
      one('hired', 'hired', 'iran', 'gang', { source: 'article', standing: 'reported' }),
      one('none', 'no-established-link-to', 'gang', 'iran', {
        source: 'article',
        standing: 'reported',
        hedge: 'no discernible connection',
      }),
    ]);
    expect(sentenceOf('hired', ctx)).toBe('Iran is reported by The Daily to have hired the eastern European gang');
    expect(sentenceOf('none', ctx)).toBe(
      'The eastern European gang has no established link to Iran, according to The Daily (the passage says “no discernible connection”)',
    );
    const [path] = trace('gang', 'iran', ctx).paths;
    expect(path?.hops[0]?.claims).toEqual(['hired']);
    expect(path && narratePath(path, ctx).closing).toContain(
      'Not established: a link between the eastern European gang and Iran, according to The Daily (the passage says “no discernible connection”).',
    );
  });
  it('one event, two dates in two articles: both are told, as differing', () => {
    const ctx = telling([
      one(
        'c',
        'took-place-at',
        'rally',
        'square',
        { source: 'article', happened: '2022-06', standing: 'reported' },
        {
          source: 'front-page',
          originBasis: 'own-voice',
          happened: '2022-07',
          standing: 'reported',
        },
      ),
    ]);
    expect(sentenceOf('c', ctx)).toBe(
      'The rally took place at the square in June 2022 (The Daily) or July 2022 (The Front), according to The Front and The Daily (the sources differ on the date)',
    );
  });
  it('a diplomat’s name printed only in 2022, view as published by 2020: the description, not the name', () => {
    const diplomat: EntityBrief = {
      id: 'diplomat',
      names: [
        { text: 'Ivan Sidorov', lang: 'en', kind: 'primary', sources: ['later'] },
        { text: 'A diplomat in Vienna', lang: 'en', kind: 'label' },
      ],
    };
    const brief: Partial<RecordsBrief> = {
      entities: [...ENTITIES, diplomat],
      sources: [
        { id: 'early', voice: 'newsroom', published: '2018' },
        { id: 'later', voice: 'newsroom', published: '2022' },
      ],
    };
    const claims = [one('c', 'financed', 'diplomat', 'gang', { source: 'early', standing: 'reported' })];
    const told = (published?: string) => {
      const base = { voices: VOICES, predicates: PREDICATES, claims, ...brief };
      return sentenceOf('c', contextOf(base, published === undefined ? undefined : { published }));
    };
    expect(told('2020')).toBe('A diplomat in Vienna is reported by The Daily to have financed the eastern European gang');
    expect(told('2023')).toBe('Ivan Sidorov is reported by The Daily to have financed the eastern European gang');
  });
});
