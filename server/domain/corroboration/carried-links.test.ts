import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveFigures } from '../figures/derive-figures.ts';
import { inOneGo, type InSlices } from '../figures/in-slices.ts';
import type { EntityType } from '../model/lists.ts';
import { records } from '../testing/build-records.ts';
import { checkProperty } from '../testing/check-property.ts';
import { HIRED, TARGETED } from '../testing/plot-predicates.ts';
import { graphOf, type HopBrief } from '../testing/trace-graphs.ts';
import { compactOf, compactOfRecords } from '../tracing/compact/build-compact.ts';
import type { TraceGraph } from '../tracing/trace-graph.ts';
import { carriedLinksInSlices, sponsorsWithTargets, type SponsorTarget } from './carried-links.ts';

const PAIR: SponsorTarget = { sponsor: 's', target: 't' };
function carried(graph: TraceGraph, pairs = [PAIR], o: { datasets?: string[]; most?: number; more?: boolean } = {}) {
  const { carries, ...rest } = inOneGo(
    carriedLinksInSlices(inOneGo(compactOf(graph)), { pairs, more: o.more ?? false }, (id) => graph.entities.get(id)?.type, { most: 1_000, ...o }),
  );
  return { ...rest, carries: Object.fromEntries([...carries].sort()) };
}
const hop = (claim: string, from: string, to: string, more: Partial<HopBrief> = {}): HopBrief => ({ claim, from, to, ...more });

describe('the links that a claim carries', () => {
  it('are all shortest ones on which it is the only claim of a hop', () => {
    const graph = graphOf([
      hop('a', 's', 'x'),
      hop('b', 'x', 't'),
      hop('c', 's', 'y'),
      hop('d', 'y', 't'),
      hop('e', 's', 'z'),
      hop('f', 'z', 'w'),
      hop('g', 'w', 't'),
    ]);
    expect(carried(graph)).toEqual({ links: 2, pairs: 1, searched: 1, isComplete: true, carries: { a: 1, b: 1, c: 1, d: 1 } });
  });
  it('are not those on which another claim makes the same hop', () => {
    expect(carried(graphOf([hop('a', 's', 'x'), hop('a2', 'x', 's'), hop('b', 'x', 't')])).carries).toEqual({ b: 1 });
  });
  it('count a claim once that is two hops of a link', () => {
    expect(carried(graphOf([hop('a', 's', 'x'), hop('a', 'x', 't', { n: 1 })])).carries).toEqual({ a: 1 });
  });
  it('do not pass a country, nor what is disputed only, nor a body that two only have in common', () => {
    expect(carried(graphOf([hop('a', 's', 'x'), hop('b', 'x', 't')], { x: 'Country' })).links).toBe(0);
    expect(carried(graphOf([hop('a', 's', 't', { disputedOnly: true, rank: -1 })])).links).toBe(0);
    const inOneBody = [hop('a', 's', 'x', { group: 'association' }), hop('b', 't', 'x', { group: 'association' })];
    expect(carried(graphOf(inOneBody, { x: 'Agency' }))).toMatchObject({ links: 0, isComplete: true, carries: {} });
  });
  it('are counted once for two who are decided to be the same, and for the two ways round', () => {
    const graph = graphOf([hop('a', 's', 'x'), hop('b', 'x', 't'), hop('c', 'u', 'v')], {}, [['s', 's2']]);
    const pairs = [PAIR, { sponsor: 's2', target: 't' }, { sponsor: 't', target: 's' }, { sponsor: 's', target: 's2' }];
    expect(carried(graph, pairs)).toMatchObject({ pairs: 1, searched: 1, links: 1, carries: { a: 1, b: 1 } });
  });
  it('are of claims of the datasets asked for', () => {
    const graph = graphOf([hop('a', 's', 't', { datasets: ['one'] }), hop('b', 's', 't', { datasets: ['two'] })]);
    expect(carried(graph).carries).toEqual({});
    expect(carried(graph, [PAIR], { datasets: ['two'] }).carries).toEqual({ b: 1 });
  });
  it('are said to be at least so many where a limit, or the time, was met', () => {
    const graph = graphOf(['x', 'y', 'z'].flatMap((id) => [hop(`a${id}`, 's', id), hop(`b${id}`, id, 't')]));
    expect(carried(graph, [PAIR], { most: 3 })).toMatchObject({ links: 3, isComplete: true });
    expect(carried(graph, [PAIR], { most: 2 })).toMatchObject({ links: 2, isComplete: false });
    expect(carried(graph, [PAIR], { more: true })).toMatchObject({ links: 3, isComplete: false });
    const overAtOnce = <T>(work: InSlices<T>): T => {
      for (let slice = work.next(true); ; slice = work.next(true)) if (slice.done) return slice.value;
    };
    const pairs = { pairs: [PAIR, { sponsor: 'x', target: 'y' }], more: false };
    expect(overAtOnce(carriedLinksInSlices(inOneGo(compactOf(graph)), pairs, () => 'Person', { most: 1_000 }))).toMatchObject({
      pairs: 2,
      searched: 1,
      isComplete: false,
    });
  });
});

/** Every simple path tried out; what a link is, written anew. Of persons and agencies alone. */
function byBruteForce(graph: TraceGraph, { sponsor, target }: SponsorTarget): { links: number; carries: Record<string, number> } {
  const between = (a: string, b: string) => graph.segments.filter((s) => !s.disputedOnly && ((s.from === a && s.to === b) || (s.from === b && s.to === a)));
  const all: string[][] = [];
  const extend = (path: string[]): void => {
    for (const next of graph.entities.keys()) {
      if (path.includes(next) || between(path.at(-1)!, next).length === 0) continue;
      if (next === target) all.push([...path, next]);
      else if (path.length < 6) extend([...path, next]);
    }
  };
  extend([sponsor]);
  const joinsOnly = (body: string, other: string) => between(body, other).every((s) => s.group === 'association' || (s.within && s.to === body));
  const isLink = (path: string[]) =>
    path.every(
      (id, i) => i === 0 || i === path.length - 1 || graph.entities.get(id)?.type !== 'Agency' || !(joinsOnly(id, path[i - 1]!) && joinsOnly(id, path[i + 1]!)),
    );
  const links = all.filter(isLink);
  const shortest = links.filter((path) => path.length === Math.min(...links.map((one) => one.length)));
  const carries: Record<string, number> = {};
  for (const path of shortest) {
    const hops = path.slice(1).map((id, i) => [...new Set(between(path[i]!, id).map(({ claim }) => claim))]);
    for (const claim of new Set(hops.flatMap((claims) => (claims.length === 1 ? claims : [])))) carries[claim] = (carries[claim] ?? 0) + 1;
  }
  return { links: shortest.length, carries };
}

it('of small random graphs, the links that a claim carries are those that trying out every path finds', () => {
  const names = ['s', 't', 'v', 'w', 'x', 'y', 'z'];
  const someHop = fc.record({
    from: fc.constantFrom(...names),
    to: fc.constantFrom(...names),
    claim: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    group: fc.constantFrom('sponsorship' as const, 'association' as const, 'structure' as const),
    within: fc.boolean(),
    disputedOnly: fc.constantFrom(false, false, false, true),
  });
  const types = fc.array(fc.constantFrom<EntityType>('Person', 'Person', 'Agency'), { minLength: 7, maxLength: 7 });
  let found = 0;
  checkProperty(
    'carried links',
    fc.property(fc.array(someHop, { minLength: 6, maxLength: 24 }), types, (hops, typeOf) => {
      const numbered = hops.map((one, n) => ({ ...one, n, rank: one.disputedOnly ? -1 : 1 })).filter(({ from, to }) => from !== to);
      const graph = graphOf(
        [...numbered, { claim: 'aside', from: 's', to: 'alone' }, { claim: 'aside', from: 't', to: 'lonely' }],
        Object.fromEntries(names.map((id, i) => [id, i < 2 ? 'Person' : typeOf[i]!])),
      );
      const expected = byBruteForce(graph, PAIR);
      found += expected.links;
      const { links, carries, isComplete } = carried(graph);
      expect({ links, carries, isComplete }).toEqual({ ...expected, carries: Object.fromEntries(Object.entries(expected.carries).sort()), isComplete: true });
    }),
    { runs: 1_000 },
  );
  expect(found).toBeGreaterThan(300);
});

describe('the sponsors and the targets of plots', () => {
  const built = records({
    entities: { fire: 'Plot', flood: 'Plot' },
    predicates: [{ ...HIRED, roles: { ...HIRED.roles } }, TARGETED],
    claims: [
      { id: 'a', predicate: 'hired', subject: 'iran', object: 'bo', in: 'fire' },
      { id: 'b', predicate: 'targeted', subject: 'fire', object: 'ann' },
      { id: 'c', predicate: 'hired', subject: 'iran', object: 'cy', in: 'flood' },
      { id: 'd', predicate: 'targeted', subject: 'flood', object: 'ann' },
      { id: 'e', predicate: 'targeted', subject: 'flood', object: 'dan' },
      {
        id: 'f',
        predicate: 'hired',
        subject: 'other',
        object: 'bo',
        in: 'flood',
        citations: [{ stance: 'disputes', standing: { level: 'denied', by: 'other' } }],
      },
    ],
  });
  const figures = deriveFigures(built);
  const pairs = (most = 10) => inOneGo(sponsorsWithTargets({ records: built, figures }, built.claims.values(), most));

  it('are paired within each plot, each pair once; what is disputed only gives no role', () => {
    expect(pairs()).toEqual({
      pairs: [
        { sponsor: 'iran', target: 'ann' },
        { sponsor: 'iran', target: 'dan' },
      ],
      more: false,
    });
  });
  it('are no more than the limit, and it is said that there are', () => {
    expect(pairs(1)).toEqual({ pairs: [{ sponsor: 'iran', target: 'ann' }], more: true });
    expect(pairs(2).more).toBe(false);
  });
  it('are joined by links, which the claims in between carry', () => {
    const attacked = { id: 'attacked', group: 'execution' as const, roles: { object: 'target' as const } };
    const one = records({
      entities: { fire: 'Plot' },
      predicates: [HIRED, attacked],
      claims: [
        { id: 'a', predicate: 'hired', subject: 'iran', object: 'bo', in: 'fire' },
        { id: 'b', predicate: 'attacked', subject: 'bo', object: 'ann', in: 'fire' },
        { id: 'c', predicate: 'knew', subject: 'bo', object: 'ann' },
      ],
    });
    const of = { records: one, figures: deriveFigures(one) };
    const found = inOneGo(sponsorsWithTargets(of, one.claims.values(), 10));
    const graph = inOneGo(compactOfRecords(one, of.figures));
    const { carries, links } = inOneGo(carriedLinksInSlices(graph, found, (id) => one.entities.get(id)?.type, { most: 10 }));
    expect([links, [...carries]]).toEqual([1, [['a', 1]]]);
  });
});
