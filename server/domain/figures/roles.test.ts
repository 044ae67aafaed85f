/** Which entity has which role towards a plot, and with what hedge. */
import { describe, expect, it } from 'vitest';
import { deriveFigures } from './derive-figures.ts';
import type { SupportLevel } from '../model/lists.ts';
import { hedgedRole, roleInShort, rolesOf } from './roles.ts';
import { records, type CitationBrief, type ClaimBrief } from '../testing/build-records.ts';
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
    expect(role && hedgedRole(role, (id) => id.toUpperCase())).toBe('alleged perpetrator (attempted, according to charges, US)');
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

describe('a step that was not taken against this one alone', () => {
  const BOTH = { ...HIRED, accuses: ['subject' as const, 'object' as const, 'via' as const] };
  const HIT = { id: 'hit', group: 'execution' as const, accuses: ['subject' as const], roles: { subject: 'perpetrator' as const, object: 'target' as const } };
  const told = (claim: Partial<ClaimBrief>, ...citations: CitationBrief[]) => {
    const built = records({
      predicates: [BOTH, HIT],
      entities: { plot: 'Plot', state: 'Country' },
      claims: [{ id: 'c', predicate: 'hired', subject: 'ann', object: 'ben', in: 'plot', citations, ...claim }],
    });
    const entries = rolesOf(built, deriveFigures(built));
    return Object.fromEntries(entries.map((entry) => [entry.entity, [hedgedRole(entry, (id) => id.toUpperCase()), roleInShort(entry)]]));
  };
  const convicted: CitationBrief = { standing: { level: 'convicted', by: 'court', case: 'k', on: '2023' } };
  const charged: CitationBrief = { standing: { level: 'charged', by: 'us', case: 'k', on: '2022' } };
  const acquitted: CitationBrief = { stance: 'disputes', standing: { level: 'acquitted', by: 'senate', case: 'k', on: '2024' } };

  it('is told as what the conviction or the charge says, never as a conviction of each', () => {
    expect(told({}, convicted)).toEqual({
      ann: ['sponsor (according to a conviction, COURT)', 'sponsor, according to a conviction'],
      ben: ['perpetrator (according to a conviction, COURT)', 'perpetrator, according to a conviction'],
    });
    expect(told({ via: 'man' }, charged)['man']).toEqual(['alleged intermediary (according to charges, US)', 'alleged intermediary, according to charges']);
  });
  it('is that of the only one who can be tried, and not of the state beside', () => {
    expect(told({ subject: 'state' }, convicted)).toEqual({
      ben: ['perpetrator (convicted, COURT)', 'perpetrator, convicted'],
      state: ['sponsor (according to a conviction, COURT)', 'sponsor, according to a conviction'],
    });
  });
  it('an admission is that of the one who makes it, and an allegation against the other', () => {
    expect(told({ subject: 'state' }, { standing: { level: 'admitted', by: 'ben' } })).toEqual({
      ben: ['perpetrator (admitted, BEN)', 'perpetrator, admitted'],
      state: ['alleged sponsor (according to an admission, BEN)', 'alleged sponsor, according to an admission'],
    });
  });
  it('is not told as a conviction of the victim', () => {
    expect(told({ predicate: 'hit' }, convicted)).toEqual({
      ann: ['perpetrator (convicted, COURT)', 'perpetrator, convicted'],
      ben: ['victim (according to a conviction, COURT)', 'victim'],
    });
    expect(told({ predicate: 'hit', attempted: true }, charged)['ben']?.[0]).toBe('alleged target (attempted, according to charges, US)');
  });
  it('nor is an acquittal of one of several told as that of each', () => {
    expect(told({}, charged, acquitted)['ben']).toEqual([
      'alleged perpetrator (US; an acquittal on record, SENATE)',
      'alleged perpetrator, an acquittal on record',
    ]);
  });
  it('a court whose conviction fell does not allege', () => {
    expect(told({ predicate: 'hit' }, convicted, acquitted)['ann']).toEqual([
      'alleged perpetrator (once convicted, COURT; acquitted, SENATE)',
      'alleged perpetrator, acquitted',
    ]);
    expect(told({ predicate: 'hit' }, charged, convicted, acquitted)['ann']?.[0]).toBe('alleged perpetrator (US; once convicted, COURT; acquitted, SENATE)');
    expect(told({}, convicted, acquitted)['ben']?.[0]).toBe('alleged perpetrator (once according to a conviction, COURT; an acquittal on record, SENATE)');
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
