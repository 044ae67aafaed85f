/** Networks to lay out, of any form: chains, stars, parallel claims, open ends, claims about an entity and itself, and ids as records may have them. */
import fc from 'fast-check';
import { ENTITY_TYPES } from '../../model/lists.ts';
import type { DrawnEntity, Join, PictureInput } from '../picture.ts';
import { LANE_ORDER } from '../place/place-lanes.ts';
import { anyId } from '../../testing/any-id.ts';

const anyName = fc.oneof(
  fc.constantFrom('Ministry of Intelligence and Security', 'A', '伊朗伊斯兰共和国情报和安全部', 'وزارت اطلاعات', '👩‍👩‍👧‍👦', 'x'.repeat(300)),
  fc.string({ maxLength: 60 }),
);

export function anyEntities(least: number, most: number): fc.Arbitrary<DrawnEntity[]> {
  const one = fc.record({ id: anyId, type: fc.constantFrom(...ENTITY_TYPES), name: anyName, vague: fc.boolean(), lane: fc.constantFrom(...LANE_ORDER) });
  return fc.uniqueArray(one, { minLength: least, maxLength: most, selector: ({ id }) => id });
}

export function anyInput(least: number, most: number): fc.Arbitrary<PictureInput> {
  return anyEntities(least, most).chain((entities) => {
    // Low numbers are drawn more often, so that there are hubs.
    const end = fc.oneof(fc.nat({ max: entities.length - 1 }), fc.nat({ max: Math.min(2, entities.length - 1) }));
    const join = fc.record({
      source: end,
      target: fc.option(end, { freq: 12 }),
      predicate: fc.constantFrom('hired', 'directed', 'is responsible for'),
      claims: fc.integer({ min: 1, max: 3 }),
      rank: fc.integer({ min: -1, max: 6 }),
      bothWays: fc.boolean(),
    });
    return fc.record({
      entities: fc.constant(entities),
      joins: fc.array(join, { maxLength: entities.length * 2 }).map((list) =>
        list.map(({ source, target, ...rest }, n): Join => ({
          id: `j${n}`,
          source: entities[source]!.id,
          ...(target === null ? { openSubject: true } : { target: entities[target]!.id }),
          ...rest,
        })),
      ),
      room: fc.constantFrom({ width: 1400, height: 800 }, { width: 750, height: 784 }, { width: 360, height: 500 }),
      keep: fc.subarray(
        entities.map(({ id }) => id),
        { maxLength: Math.min(2, entities.length) },
      ),
      fixed: fc.constant(new Map()),
      opened: fc.constant([]),
    });
  });
}
