import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Selector } from '../../server/domain/model/questions.ts';
import { withoutPart, united } from './trace-ends.ts';

const part = fc.oneof(
  fc.constantFrom<Selector>({ role: 'sponsor' }, { role: 'intermediary' }, { type: 'Gang' }, { savedSet: 'mine' }),
  fc.uniqueArray(fc.constantFrom('iran', 'gang', 'amirov'), { minLength: 1 }).map((ids): Selector => ({ ids })),
);

describe('the parts of an end', () => {
  it('are united', () => {
    expect(united({ ids: ['a'], role: 'sponsor' }, { ids: ['b', 'a'] })).toEqual({ ids: ['a', 'b'], role: 'sponsor' });
    expect(united(undefined, { type: 'Gang' })).toEqual({ type: 'Gang' });
    expect(united({ role: 'intermediary' }, { role: 'sponsor' })).toEqual({ role: 'sponsor' });
  });
  it('can be removed one by one, until there is no end', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), (parts) => {
        const end = parts.reduce<Selector | undefined>((all, one) => united(all, one), undefined);
        expect(parts.reduce<Selector | undefined>((left, one) => left && withoutPart(left, one), end)).toBeUndefined();
      }),
    );
  });
});
