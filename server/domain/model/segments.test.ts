/** Segments: a claim is cut into hops. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { entitiesOf, entityEnd } from './claim-ends.ts';
import type { EntityType, Group } from './lists.ts';
import { segmentsOf } from './segments.ts';
import { deriveFigures } from '../figures/derive-figures.ts';
import { traceGraph } from '../tracing/trace-graph.ts';
import { arbitraryRecords } from '../testing/arbitrary-records.ts';
import { records, type ClaimBrief } from '../testing/build-records.ts';
import { checkProperty } from '../testing/check-property.ts';

function segments(claim: Partial<ClaimBrief>, group: Group = 'sponsorship', types: Record<string, EntityType> = {}): string[] {
  const built = records({
    claims: [{ id: 'c', predicate: 'p', subject: 's', object: 'o', ...claim }],
  }).claims.get('c')!;
  const cut = segmentsOf(built, { id: 'p', group }, (id) => types[id]);
  expect(cut.map(({ n }) => n)).toEqual(cut.map((_, i) => i));
  expect(cut.every((segment) => segment.claim === 'c' && segment.predicate === 'p' && segment.group === (segment.at ? 'geography' : group))).toBe(true);
  return cut.map(({ from, to, at }) => `${from} → ${to}${at ? ' (at)' : ''}`);
}

describe('a claim gives the segments', () => {
  it.each([
    ['subject to object', {}, ['s → o']],
    ['through its via instead', { via: 'v' }, ['s → v', 'v → o']],
    ['through several via in their order', { via: ['v2', 'v1'] }, ['s → v2', 'v2 → v1', 'v1 → o']],
    ['to each receiver, from the subject', { to: ['t', 'u'] }, ['s → o', 's → t', 's → u']],
    ['to a receiver, from the last via', { via: ['v', 'w'], to: 't' }, ['s → v', 'v → w', 'w → o', 'w → t']],
    ['none for instrument and in', { instrument: 'gun', in: 'plot' }, ['s → o']],
    ['none that touches an unknown subject', { subject: 'unknown', via: ['v', 'w'], to: 't' }, ['v → w', 'w → o', 'w → t']],
    ['none that touches an unknown object', { object: 'unknown', via: 'v' }, ['s → v']],
    ['none where both ends are unknown', { subject: 'unknown', object: 'unknown', to: 't' }, []],
    ['all but the object’s where the object is a text', { object: { text: 'so called', lang: 'en' }, via: 'v', to: 't' }, ['s → v', 'v → t']],
    ['all but the object’s where the object is a value', { object: 'value', to: 't' }, ['s → t']],
    ['none at all where it says there is none', { object: 'none' }, []],
    ['none at all where there is none, whoever it would have gone through or to', { object: 'none', via: 'v', to: 't' }, []],
  ] as [string, Partial<ClaimBrief>, string[]][])('%s', (_, claim, expected) => {
    expect(segments(claim)).toEqual(expected);
  });
  it('object to case, where a legal act is in one', () => {
    const types: Record<string, EntityType> = { k: 'Case', plot: 'Plot', l: 'Case' };
    expect(segments({ in: ['k', 'plot', 'l'] }, 'justice', types)).toEqual(['s → o', 'o → k', 'o → l']);
    expect(segments({ in: 'k', subject: 'unknown' }, 'justice', types)).toEqual(['o → k']);
    expect(segments({ in: 'k', object: 'unknown' }, 'justice', types)).toEqual([]);
    expect(segments({ in: 'k' }, 'execution', types)).toEqual(['s → o']);
  });
});

describe('a segment from a plot or event to the place where it was', () => {
  const types: Record<string, EntityType> = { plot: 'Plot', plot2: 'Plot', war: 'Event', k: 'Case', place: 'Place', city: 'Place' };
  it.each<[string, Partial<ClaimBrief>, Group, string[]]>([
    ['joins the plot it is in to the place', { at: 'place', in: 'plot' }, 'execution', ['s → o', 'plot → place (at)']],
    ['and an event', { at: 'place', in: 'war' }, 'execution', ['s → o', 'war → place (at)']],
    [
      'each of them to each place',
      { at: ['place', 'city'], in: ['plot', 'war'] },
      'target',
      ['s → o', 'plot → place (at)', 'plot → city (at)', 'war → place (at)', 'war → city (at)'],
    ],
    ['the plot at an end, where it is in none', { at: 'place', object: 'plot' }, 'execution', ['s → plot', 'plot → place (at)']],
    ['the event at an end, where it is only in a case', { at: 'place', subject: 'war', in: 'k' }, 'execution', ['war → o', 'war → place (at)']],
    ['not the plot at an end, where it is in another', { at: 'place', object: 'plot', in: 'plot2' }, 'execution', ['s → plot', 'plot2 → place (at)']],
    [
      'after the receivers, and whoever is unknown',
      { at: 'place', in: 'plot', subject: 'unknown', via: 'v', to: 't' },
      'execution',
      ['v → o', 'v → t', 'plot → place (at)'],
    ],
    ['whatever the object is', { at: 'place', in: 'plot', object: { text: 'so', lang: 'en' } }, 'identity', ['plot → place (at)']],
    ['nothing where it has no plot or event', { at: 'place', in: 'k' }, 'execution', ['s → o']],
    ['no event to itself', { at: 'war', object: 'war' }, 'execution', ['s → war']],
    ['nothing for an arrest, which is not where the plot was', { at: 'place', in: ['plot', 'k'] }, 'justice', ['s → o', 'o → k']],
    ['nothing where there is nothing', { at: 'place', in: 'plot', object: 'none' }, 'execution', []],
  ])('%s', (_, claim, group, expected) => {
    expect(segments(claim, group, types)).toEqual(expected);
  });
  it('is geography, no claim that one stands within another, with the standing of its claim', () => {
    const built = records({
      entities: { plot: 'Plot', place: 'Place' },
      predicates: [{ id: 'p', group: 'execution', within: true, accuses: ['subject'] }],
      claims: [{ id: 'c', predicate: 'p', subject: 's', object: 'plot', at: 'place', citations: [{ standing: { level: 'alleged', by: 's' } }] }],
    });
    const [deed, place] = traceGraph(built, deriveFigures(built)).segments;
    expect(deed).toMatchObject({ group: 'execution', within: true, rank: 1 });
    expect(place).toMatchObject({ from: 'plot', to: 'place', group: 'geography', within: false, rank: 1, accusatory: true });
  });
});

describe('segments are total', () => {
  it('for any claim they lie between its own entities, and join subject to object where both are known', () => {
    checkProperty(
      'segments',
      fc.property(arbitraryRecords({ claims: 12 }), (built) => {
        for (const claim of built.claims.values()) {
          const cut = segmentsOf(claim, built.predicates.get(claim.predicate)!, (id) => built.entities.get(id)?.type);
          const own = entitiesOf(claim);
          expect(cut.every(({ from, to }) => own.includes(from) && own.includes(to))).toBe(true);
          expect(cut.map(({ n }) => n)).toEqual(cut.map((_, i) => i));
          const [subject, object] = [entityEnd(claim.subject), entityEnd(claim.object)];
          if (subject === undefined || object === undefined) continue;
          const chain = cut.slice(0, claim.via.length + 1);
          expect([chain[0]?.from, chain.at(-1)?.to]).toEqual([subject, object]);
          chain.slice(1).forEach((segment, i) => expect(segment.from).toBe(chain[i]?.to));
        }
      }),
    );
  });
});
