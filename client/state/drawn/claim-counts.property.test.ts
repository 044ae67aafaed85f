/** Whatever was read and in whatever order: the numbers beside an entity depend on the view alone, and add up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentsOf, hasLine } from '../../../server/domain/model/segments.ts';
import { arbitraryRecords } from '../../../server/domain/testing/arbitrary-records.ts';
import { checkProperty } from '../../../server/domain/testing/check-property.ts';
import { anyId } from '../../../server/domain/testing/any-id.ts';
import { edge, node } from '../../testing/build-views.ts';
import { entitiesOfEdge, neededEntities } from '../../../server/domain/picturing/drawn/drawable.ts';
import { initialState, reduce, type ViewState } from '../reduce.ts';
import { NO_FILTERS } from '../view.ts';
import { claimCounts } from './claim-counts.ts';
import { drawn } from './drawn.ts';

const world = fc.uniqueArray(anyId, { minLength: 2, maxLength: 6 }).chain((ids) => {
  const id = fc.constantFrom(...ids);
  const claim = fc.record({
    subject: fc.oneof({ weight: 6, arbitrary: id }, { weight: 1, arbitrary: fc.constant('unknown') }),
    object: fc.oneof({ weight: 5, arbitrary: id }, { weight: 3, arbitrary: fc.constantFrom('unknown', 'none', 'text', 'value') }),
    in: fc.subarray(ids, { maxLength: 1 }),
    predicate: fc.constantFrom('hired', 'met'),
  });
  return fc.record({
    ids: fc.constant(ids),
    claims: fc.array(claim, { maxLength: 14 }),
    acts: fc.array(fc.record({ kind: fc.constantFrom('expand', 'read', 'hide', 'remove', 'filter', 'undo'), id, most: fc.nat(6) }), { maxLength: 12 }),
  });
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

function walked({ ids, claims, acts }: World) {
  const edges = claims.map(({ subject, object, ...more }, i) => edge(`c${i}`, subject, object, object === 'none' ? { ...more, segments: [] } : more));
  const naming = (id: string) => edges.filter((one) => entitiesOfEdge(one).includes(id));
  const nodes = ids.map((id) => node(id, { degree: naming(id).length, lineless: naming(id).filter((one) => neededEntities(one).length === 0).length }));
  let state = reduce(initialState(), { type: 'place', words: 'Place', nodes, edges: [], entities: ids.slice(0, 1), clocks: {} });
  for (const { kind, id, most } of acts) {
    const near = naming(id).slice(0, most);
    if (kind === 'expand')
      state = reduce(state, { type: 'place', words: 'Expand', nodes, edges: near, entities: [id, ...near.flatMap(neededEntities)], clocks: {} });
    if (kind === 'read') state = reduce(state, { type: 'received', clocks: {}, nodes, edges: naming(id), absent: [] });
    if (kind === 'hide') state = reduce(state, { type: 'hide', words: 'Hide', entities: [id], claims: near.map((one) => one.id) });
    if (kind === 'remove') state = reduce(state, { type: 'remove', words: 'Remove', ids: [id] });
    if (kind === 'filter') state = reduce(state, { type: 'filters', words: 'Filter', filters: { ...NO_FILTERS, hiddenPredicates: most % 2 ? ['met'] : [] } });
    if (kind === 'undo') state = reduce(state, { type: 'undo' });
  }
  return { state, nodes, edges, naming };
}
/** The same view in another tab, which reads what the canvas names and no more. */
function openedAnew(state: ViewState, { nodes, edges }: Pick<ReturnType<typeof walked>, 'nodes' | 'edges'>): ViewState {
  const { entities, claims } = state.history.present.canvas;
  return reduce(initialState(state.history.present), {
    type: 'received',
    clocks: {},
    nodes: nodes.filter(({ id }) => entities.includes(id)),
    edges: edges.filter(({ id }) => claims.includes(id)),
    absent: [],
  });
}

describe('the numbers beside an entity', () => {
  it('are those of the same view in another tab, and add up to its claims (fault 35)', () => {
    checkProperty(
      'counts of claims',
      fc.property(world, (one) => {
        const all = walked(one);
        const anew = openedAnew(all.state, all);
        const { canvas } = all.state.history.present;
        for (const who of all.nodes.filter(({ id }) => canvas.entities.includes(id))) {
          const counts = claimCounts(drawn(all.state.history.present, all.state.cache), who);
          expect(counts).toEqual(claimCounts(drawn(anew.history.present, anew.cache), who));
          expect(counts.drawn + counts.kept + counts.more + counts.lineless).toBe(counts.all);
          expect(counts.all).toBe(who.degree);
          const coming = all.naming(who.id).filter((claim) => neededEntities(claim).length > 0 && !canvas.claims.includes(claim.id));
          expect(counts.more).toBe(coming.length);
        }
      }),
    );
  });
  const lineless = fc.property(arbitraryRecords(), (records) => {
    const typeOf = (id: string) => records.entities.get(id)?.type;
    for (const claim of records.claims.values()) {
      const predicate = records.predicates.get(claim.predicate);
      if (!predicate) continue;
      const { subject, via, to, at, in: within, instrument } = claim;
      const object = typeof claim.object === 'string' ? claim.object : 'text';
      const text = typeof claim.object === 'string' ? undefined : claim.object;
      const segments = segmentsOf(claim, predicate, typeOf);
      const openEnds = (['subject', 'object'] as const).filter((end) => claim[end] === 'unknown');
      const shown = edge(claim.id, subject, object, { text, via, to, at, in: within, instrument, segments, openEnds });
      expect(neededEntities(shown).length > 0, JSON.stringify(claim)).toBe(hasLine(claim, predicate, typeOf));
    }
  });
  it.each([
    ['random', undefined],
    ['nobody known, a text, a place and a plot', 218_897_713],
  ])('take for claims without a line those that the domain does: %s', (_, seed) => {
    checkProperty('claims without a line', lineless, seed === undefined ? {} : { seed });
  });
});
