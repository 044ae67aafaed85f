/** Which entity has which role towards a plot, and with what hedge. */
import { describe, expect, it } from 'vitest';
import { deriveFigures } from './derive-figures.ts';
import type { SupportLevel } from '../model/lists.ts';
import { hedgedRole, rolesOf } from './roles.ts';
import { records, type ClaimBrief } from '../testing/build-records.ts';
import { DENIED, HIRED, TARGETED } from '../testing/plot-predicates.ts';

const predicates = [HIRED, TARGETED];

describe('roles towards a plot', () => {
  const built = records({
    predicates,
    entities: { plot: 'Plot', 'other-plot': 'Plot', strike: 'Event' },
    claims: [
      {
        id: 'hiring',
        predicate: 'hired',
        subject: 'state',
        object: 'gunman',
        via: ['a', 'b'],
        in: ['plot', 'other-plot'],
        citations: [{ standing: { level: 'charged', by: 'us', case: 'k' } }],
      },
      { id: 'target', predicate: 'targeted', subject: 'plot', object: 'victim' },
      { id: 'ordering', predicate: 'hired', subject: 'leader', object: 'plot' },
      { id: 'open', predicate: 'hired', subject: 'unknown', object: 'gunman', in: 'strike' },
      { id: 'nobody-hired', predicate: 'hired', subject: 'state', object: 'none', via: 'middleman', in: 'plot' },
      {
        id: 'crossed-out',
        predicate: 'hired',
        subject: 'nobody',
        object: 'gunman',
        in: 'plot',
        citations: DENIED,
      },
    ],
  });
  const roles = rolesOf(built, deriveFigures(built));
  it('come from the plot as object, subject or in, once for each plot, and never from a claim that is disputed only or has the object none', () => {
    expect(roles.map(({ plot, entity, role, end }) => `${plot}: ${entity} ${role} (${end})`)).toEqual([
      'other-plot: a intermediary (via)',
      'other-plot: b intermediary (via)',
      'other-plot: gunman perpetrator (object)',
      'other-plot: state sponsor (subject)',
      'plot: a intermediary (via)',
      'plot: b intermediary (via)',
      'plot: gunman perpetrator (object)',
      'plot: leader sponsor (subject)',
      'plot: state sponsor (subject)',
      'plot: victim target (object)',
    ]);
  });
  it.each([
    ['unstated', [], 'alleged perpetrator (unstated)'],
    ['reported', [], 'reported perpetrator'],
    ['alleged', ['us'], 'alleged perpetrator (US)'],
    ['sanctioned', ['us', 'eu'], 'alleged perpetrator (sanctioned, US, EU)'],
    ['charged', ['us'], 'alleged perpetrator (charged, US)'],
    ['admitted', ['gunman'], 'perpetrator (admitted, GUNMAN)'],
    ['found', ['court'], 'perpetrator (found, COURT)'],
    ['convicted', ['court'], 'perpetrator (convicted, COURT)'],
  ] as [SupportLevel, string[], string][])('at %s by %j read “%s”', (level, by, text) => {
    expect(hedgedRole({ role: 'perpetrator', level, by }, (id) => id.toUpperCase())).toBe(text);
  });
  it('say that somebody was only wanted for the deed', () => {
    const wanted = records({
      predicates,
      entities: { plot: 'Plot' },
      claims: [
        {
          id: 'wanted',
          predicate: 'hired',
          subject: 'state',
          object: 'hitman',
          in: 'plot',
          attempted: true,
          citations: [{ standing: { level: 'charged', by: 'us', case: 'k' } }],
        },
      ],
    });
    const role = rolesOf(wanted, deriveFigures(wanted)).find((entry) => entry.entity === 'hitman');
    expect(role && hedgedRole(role, (id) => id.toUpperCase())).toBe('alleged perpetrator (attempted, charged, US)');
  });
});

describe('somebody aimed at', () => {
  const ATTACKED = {
    id: 'attacked',
    group: 'execution' as const,
    accuses: ['subject' as const],
    roles: { subject: 'perpetrator' as const, object: 'target' as const },
  };
  const told = (claims: ClaimBrief[]) => {
    const built = records({ predicates: [TARGETED, ATTACKED], entities: { plot: 'Plot' }, claims });
    return rolesOf(built, deriveFigures(built))
      .filter(({ entity }) => entity === 'writer')
      .map((entry) => hedgedRole(entry, (id) => id.toUpperCase()));
  };
  const aim: ClaimBrief = { id: 'aim', predicate: 'targeted', subject: 'plot', object: 'writer', citations: [{ standing: 'reported' }] };
  const deed = (more: Partial<ClaimBrief>): ClaimBrief => ({
    id: 'deed',
    predicate: 'attacked',
    subject: 'gunman',
    object: 'writer',
    in: 'plot',
    citations: [{ standing: { level: 'alleged', by: 'us' } }],
    ...more,
  });

  it('is a target where nobody says that more was done', () => {
    expect(told([aim])).toEqual(['reported target']);
    expect(told([aim, deed({ attempted: true })])).toEqual(['reported target', 'alleged target (attempted, US)']);
  });
  it('is a victim of an attack that was made, by every claim on that plot, and not an alleged one', () => {
    expect(told([aim, deed({})])).toEqual(['victim (reported)', 'victim (alleged, US)']);
  });
  it('is a victim where a passage says that it was hurt or killed, and not where it says that it was foiled', () => {
    expect(told([{ ...aim, citations: [{ standing: 'reported', outcome: 'injured' }] }])).toEqual(['victim (reported)']);
    expect(told([{ ...aim, citations: [{ standing: 'reported', outcome: 'foiled' }] }])).toEqual(['reported target']);
  });
});

describe('the role of somebody whose case ended', () => {
  const built = records({
    predicates,
    entities: { plot: 'Plot', state: 'Country', gunman: 'Person' },
    claims: [
      {
        id: 'hiring',
        predicate: 'hired',
        subject: 'gunman',
        object: 'driver',
        in: 'plot',
        citations: [
          { standing: { level: 'charged', by: 'us', case: 'k' } },
          { stance: 'disputes', standing: { level: 'acquitted', by: 'court', case: 'k' } },
          { locator: 2, stance: 'disputes', standing: { level: 'denied', by: 'gunman' } },
        ],
      },
      {
        id: 'order',
        predicate: 'hired',
        subject: 'state',
        object: 'driver',
        in: 'plot',
        citations: [{ standing: { level: 'charged', by: 'us', case: 'k' } }, { stance: 'disputes', standing: { level: 'withdrawn', by: 'us', case: 'k' } }],
      },
    ],
  });
  const roles = rolesOf(built, deriveFigures(built));
  const told = (entity: string, claim: string) =>
    roles.filter((one) => one.entity === entity && one.claim === claim).map((one) => hedgedRole(one, (id) => id.toUpperCase()));
  it('is told with the acquittal, and with who acquitted', () => {
    expect(told('gunman', 'hiring')).toEqual(['alleged sponsor (US; acquitted, COURT)']);
  });
  it('is not told of whom the claim does not accuse, nor of a state, which is not tried', () => {
    expect(told('driver', 'hiring')).toEqual(['alleged perpetrator (US)']);
    expect(told('state', 'order')).toEqual(['alleged sponsor (US)']);
  });
});
