/** What a filter by types looks at is never less than what a drawing needs: no claim is brought that a hidden entity keeps from being drawn. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryRecords } from '../../../server/domain/testing/arbitrary-records.ts';
import { checkProperty } from '../../../server/domain/testing/check-property.ts';
import { ENTITY_TYPES } from '../../../server/domain/model/lists.ts';
import { segmentsOf } from '../../../server/domain/model/segments.ts';
import { edge } from '../../testing/build-views.ts';
import { neededEntities } from '../../../server/domain/picturing/drawn/drawable.ts';
import { factsOf } from './facts-of-edge.ts';
import { passing } from './filters.ts';
import { NO_FILTERS } from '../view.ts';

describe('the types a claim is drawn with', () => {
  it('hold those of every entity its drawing needs', () => {
    checkProperty(
      'what is drawn is looked at',
      fc.property(arbitraryRecords(), (records) => {
        const typeOf = (id: string) => records.entities.get(id)?.type;
        for (const claim of records.claims.values()) {
          const predicate = records.predicates.get(claim.predicate)!;
          const object = typeof claim.object === 'string' ? claim.object : 'text';
          const { subject, via, to, at, in: within } = claim;
          const segments = segmentsOf(claim, predicate, typeOf);
          const drawn = edge(claim.id, subject, object, { via, to, at, in: within, group: predicate.group, segments });
          const types = factsOf(drawn, typeOf)('drawnTypes');
          for (const id of neededEntities(drawn)) expect(types, `${claim.id} needs ${id}`).toContain(typeOf(id));
        }
      }),
    );
  });
  it('tell a claim to a hidden type beside a shown one', () => {
    const typeOf = (id: string) => (id === 'city' ? 'Place' : id === 'gang' ? 'Gang' : 'Person');
    const sent = edge('a', 'x', 'gang', {
      to: ['city'],
      segments: [
        { n: 0, from: 'x', to: 'gang' },
        { n: 1, from: 'x', to: 'city' },
      ],
    });
    const shown = ENTITY_TYPES.map((type) => [type, passing({ ...NO_FILTERS, hiddenTypes: [type] }, typeOf)(sent)] as const);
    expect(
      shown
        .filter(([, passes]) => !passes)
        .map(([type]) => type)
        .sort(),
    ).toEqual(['Gang', 'Person', 'Place']);
  });
});
