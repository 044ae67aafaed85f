/** Views of any kind: with parallel claims, open ends, filters that hide or dim, hidden elements, groups and bundles. Each name and predicate is told apart by its number. */
import fc from 'fast-check';
import { ENTITY_TYPES, type EntityType } from '../../server/domain/model/lists.ts';
import { pairOf } from '../../server/domain/picturing/drawn/pairs.ts';
import { emptyCache, receive, type GraphCache } from '../state/canvas/graph-cache.ts';
import { type CanvasContent, EMPTY_CANVAS, type Filters, NO_FILTERS } from '../state/view.ts';
import { anyId } from '../../server/domain/testing/any-id.ts';
import { edge, node } from './build-views.ts';

/** A view with everything that may be left out of a picture of it: filters, hidden elements, groups, bundles, and what the gate refuses. */
export interface AnyView {
  cache: GraphCache;
  canvas: CanvasContent;
  filters: Filters;
  selected: ReadonlySet<string>;
  countryOf: ReadonlyMap<string, string>;
  /** Chooses what the gate leaves out: an id goes where its place in the sheet is among these. */
  refused: { claims: number[]; entities: number[] };
}

export const anyView: fc.Arbitrary<AnyView> = fc.uniqueArray(anyId, { minLength: 2, maxLength: 6 }).chain((ids) => {
  const some = fc.subarray(ids);
  // Often the same two, so that there are parallel claims to bundle.
  const of = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ids.slice(0, 2)) }, { weight: 1, arbitrary: fc.constantFrom(...ids) });
  const claim = fc.record({
    subject: fc.oneof({ weight: 6, arbitrary: of }, { weight: 1, arbitrary: fc.constant('unknown') }),
    object: fc.oneof({ weight: 6, arbitrary: of }, { weight: 1, arbitrary: fc.constant('unknown') }),
    via: fc.oneof({ weight: 3, arbitrary: fc.constant<string[]>([]) }, { weight: 1, arbitrary: of.map((one) => [one]) }),
    predicate: fc.constantFrom('hired', 'met'),
    group: fc.constantFrom('sponsorship' as const, 'association' as const),
    uninvolvedOrigins: fc.nat(4),
    contested: fc.boolean(),
    rank: fc.integer({ min: -1, max: 6 }),
  });
  const filters = fc
    .record(
      {
        uninvolvedAtLeast: fc.nat(2),
        contestedOnly: fc.boolean(),
        hiddenPredicates: fc.subarray(['hired', 'met']),
        hiddenGroups: fc.subarray(['sponsorship' as const, 'association' as const]),
        hiddenTypes: fc.subarray(['Person' as EntityType, 'Gang' as EntityType]),
        manner: fc.constantFrom('hide' as const, 'dim' as const),
      },
      { requiredKeys: [] },
    )
    .map((change): Filters => ({ ...NO_FILTERS, ...change }));
  return fc
    .record({
      types: fc.array(fc.constantFrom(...ENTITY_TYPES), { minLength: ids.length, maxLength: ids.length }),
      claims: fc.array(claim, { minLength: 3, maxLength: 14 }),
      filters,
      hidden: fc.subarray(ids, { maxLength: 2 }),
      hiddenClaims: fc.array(fc.nat(13), { maxLength: 2 }),
      located: fc.oneof({ weight: 4, arbitrary: fc.constant(ids) }, { weight: 1, arbitrary: some }),
      grouping: fc.constantFrom('none' as const, 'type' as const, 'country' as const),
      byHand: some,
      all: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
      except: fc.array(fc.tuple(of, of), { maxLength: 3 }),
      selected: some,
      countries: fc.array(fc.constantFrom(undefined, 'several', ...ids, 'far-country'), { minLength: ids.length, maxLength: ids.length }),
      refused: fc.record({ claims: fc.array(fc.nat(9), { maxLength: 6 }), entities: fc.array(fc.nat(9), { maxLength: 2 }) }),
    })
    .map((made): AnyView => {
      const nodes = ids.map((id, i) => node(id, { type: made.types[i]!, name: `Name${i}.` }));
      // A claim may have the id of an entity: they are told apart everywhere.
      const edges = made.claims.map(({ subject, object, ...more }, i) => edge(ids[i] ?? `claim-${i}`, subject, object, { ...more, label: `does${i}.` }));
      return {
        cache: receive(emptyCache({}), {}, nodes, edges),
        canvas: {
          ...EMPTY_CANVAS,
          entities: ids,
          claims: edges.map(({ id }) => id),
          hidden: made.hidden,
          hiddenClaims: made.hiddenClaims.flatMap((i) => edges[i]?.id ?? []),
          positions: new Map(made.located.map((id, i) => [id, { x: 90 * i, y: 40 * (i % 3) }])),
          grouping: made.grouping,
          groups: made.byHand.length > 0 ? [{ id: 'g1', name: 'By hand', members: made.byHand }] : [],
          bundles: { all: made.all, except: made.except.map(([from, to]) => pairOf({ from, to })) },
        },
        filters: made.filters,
        selected: new Set(made.selected),
        countryOf: new Map(made.grouping === 'country' ? ids.flatMap((id, i) => (made.countries[i] === undefined ? [] : [[id, made.countries[i]]])) : []),
        refused: made.refused,
      };
    });
});
