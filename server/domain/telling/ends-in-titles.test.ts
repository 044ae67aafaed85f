/** What a title says of an end is what is on record of that end itself, and nothing where nothing is. */
import { describe, expect, it } from 'vitest';
import { rolesOf } from '../figures/roles.ts';
import { contextOf } from '../testing/narration-context.ts';
import { pathOfClaims } from '../testing/path-of-claims.ts';
import { HIRED } from '../testing/plot-predicates.ts';
import { endInTitle, onRecordOf, toldOnRecord } from './trace-sides.ts';
import { pathTitle } from './narrate-path.ts';

const ATTACKED = {
  ...HIRED,
  id: 'attacked',
  group: 'execution' as const,
  roles: { subject: 'perpetrator' as const, object: 'target' as const },
  accuses: ['subject' as const],
};
const AIMED = { ...HIRED, id: 'aimed-at', group: 'target' as const, roles: { object: 'target' as const }, accuses: [] };
const ENTITIES = [
  ['Plot', 'fire'],
  ['Plot', 'raid'],
  ['Plot', 'flood'],
  ['Country', 'state'],
  ['Person', 'constructor'],
  ['Person', 'anton-g'],
  ['Person', 'writer'],
  ['Person', 'poet'],
  ['Person', 'bystander'],
] as const;
const ctx = contextOf({
  predicates: [HIRED, ATTACKED, AIMED],
  entities: ENTITIES.map(([type, id]) => ({ id, type })),
  claims: [
    { id: 'hiring', predicate: 'hired', subject: 'state', object: 'constructor', in: 'fire', citations: [{ standing: { level: 'alleged', by: 'us' } }] },
    {
      id: 'deed',
      predicate: 'attacked',
      subject: 'constructor',
      object: 'writer',
      in: 'fire',
      citations: [{ standing: { level: 'convicted', by: 'court', case: 'k' } }],
    },
    { id: 'aim', predicate: 'aimed-at', subject: 'fire', object: 'writer', citations: [{ standing: 'reported' }] },
    { id: 'raid-aim', predicate: 'aimed-at', subject: 'raid', object: 'poet', citations: [{ standing: 'reported' }] },
    {
      id: 'raid-try',
      predicate: 'attacked',
      subject: 'anton-g',
      object: 'poet',
      in: 'raid',
      attempted: true,
      citations: [{ standing: { level: 'charged', by: 'us', case: 'j' } }],
    },
    { id: 'second', predicate: 'hired', subject: 'state', object: 'unknown', in: 'raid', citations: [{ standing: 'reported' }] },
    { id: 'third', predicate: 'hired', subject: 'state', object: 'unknown', in: 'flood', citations: [{ standing: 'reported' }] },
  ],
});
const onRecord = onRecordOf(rolesOf(ctx.records, ctx.figures), ctx);
const title = (id: string, named: string[], of = onRecord) => endInTitle(id, named, of, ctx);

describe('an end in a title', () => {
  it('has its own standing, however weak the path is', () => {
    expect(title('constructor', ['constructor', 'fire', 'state'])).toBe('constructor (perpetrator, convicted of having attacked writer)');
    const path = pathOfClaims(['constructor', 'state'], ['hiring'], ctx.records, ctx.figures);
    expect(pathTitle(path, ctx, {}, onRecord)).toBe(
      'Constructor (perpetrator in fire, convicted of having attacked writer) to state (named in several plots): directly; only hop: alleged',
    );
  });
  it('is a victim where it was attacked, and a target where it was only aimed at', () => {
    expect(title('writer', ['fire'])).toBe('writer (victim)');
    expect(title('poet', ['raid'])).toBe('poet (alleged target)');
  });
  it('that only tried it is said to have tried it', () => {
    expect(title('anton-g', [])).toBe('anton-g (alleged would-be perpetrator in raid, charged with having attempted to have attacked poet)');
  });
  it('stands alone where nothing is on record of it', () => {
    expect(title('bystander', ['fire'])).toBe('bystander');
  });
  it('has in a piece no role that a claim outside it gives, be it firmer or weaker than those of the piece', () => {
    const told = (claims: string[], entities: string[]) => toldOnRecord(onRecord, { claims: new Set(claims), entities: new Set(entities) });
    expect(title('constructor', [], told(['hiring'], ['fire', 'state', 'constructor']))).toBe('constructor');
    expect(title('constructor', [], told(['deed'], ['fire', 'constructor']))).toBe('constructor (perpetrator in fire, convicted of having attacked writer)');
    expect(title('state', [], told(['second'], ['raid', 'state']))).toBe('state (reported sponsor in raid)');
    expect(title('state', [], told(['second'], ['state']))).toBe('state');
  });
});
