import { describe, expect, it } from 'vitest';
import { edge, node } from '../../testing/build-views.ts';
import { tiersOf } from '../../../server/domain/picturing/drawn/tiers.ts';

describe('the tiers of the layered layout', () => {
  it('follow the role that claims give, else the type; legal acts are below', () => {
    const nodes = [
      node('iran', { type: 'Country' }),
      node('associate'),
      node('mehdiyev'),
      node('plot', { type: 'Plot' }),
      node('alinejad'),
      node('case', { type: 'Case' }),
    ];
    const edges = [edge('o', 'iran', 'mehdiyev', { via: ['associate'] }), edge('a', 'plot', 'alinejad', { predicate: 'aimed-at' })];
    const tiers = tiersOf(nodes, edges, (predicate) =>
      predicate === 'hired' ? { subject: 'sponsor', object: 'perpetrator', via: 'intermediary' } : { object: 'target' },
    );
    expect(Object.fromEntries(tiers)).toEqual({ iran: 0, associate: 2, mehdiyev: 3, plot: 4, alinejad: 5, case: 'below' });
  });
});
