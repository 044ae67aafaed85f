/** What a title says of an end is what is on record of that end itself, and nothing where nothing is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rolesOf } from '../figures/roles.ts';
import { contextOf } from '../testing/narration-context.ts';
import { pathOfClaims } from '../testing/path-of-claims.ts';
import { HIRED } from '../testing/plot-predicates.ts';
import { endInTitle, onRecordOf, toldOnRecord } from './trace-sides.ts';
import { pathTitle, pathTitleInShort, titleAsOf } from './narrate-path.ts';

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

describe('a title in a list', () => {
  /** A chain of entities of these names, each hop alleged. */
  const chain = (names: readonly string[]) => {
    const ids = names.map((_, i) => `e${i}`);
    const of = contextOf({
      predicates: [HIRED],
      entities: ids.map((id, i) => ({ id, type: 'Person' as const, names: [{ text: names[i]!, lang: 'en', kind: 'primary' as const }] })),
      claims: ids.slice(1).map((id, i) => ({
        id: `c${i}`,
        predicate: 'hired',
        subject: ids[i]!,
        object: id,
        citations: [{ standing: { level: 'alleged' as const, by: 'us' } }],
      })),
    });
    const path = pathOfClaims(ids, [...of.records.claims.keys()], of.records, of.figures);
    const whole = pathTitle(path, of);
    return { whole, short: pathTitleInShort(whole, path, of) };
  };
  it('is as it is where it is short', () => {
    const { whole, short } = chain(['Ann', 'Ben', 'Cem']);
    expect(short).toBe(whole);
  });
  it('names both ends, one between them and the weakest standing where it is long', () => {
    const long = 'a very long name of a body with many words in it';
    expect(chain(['Ann Lee', 'Eastern European gang', long, long, 'Iran']).short).toBe(
      'Ann Lee to Iran: Eastern European gang and 2 more; weakest hop: alleged',
    );
    expect(chain([long, long]).short).toBe('A very long name of a body… to a very long name of a body…: directly; only hop: alleged');
    expect(chain(['Ann', 'x'.repeat(200), 'Iran']).short).toBe(`Ann to Iran: ${'x'.repeat(31)}…; weakest hop: alleged`);
  });
  it('leaves out who is the same as an end, as the whole title does', () => {
    const long = 'a very long name of a body with many words in it';
    const ids = ['twin', 'ann', 'first', 'second', 'state'];
    const of = contextOf({
      entities: ids.map((id) => ({ id, names: [{ text: id === 'first' || id === 'second' ? `${long} ${id}` : id, lang: 'en', kind: 'primary' as const }] })),
      claims: ids.slice(1, -1).map((id, i) => ({ id: `h${i}`, subject: id, predicate: 'met', object: ids[i + 2] ?? '' })),
    });
    const path = {
      ...pathOfClaims(ids.slice(1), ['h0', 'h1', 'h2'], of.records, of.figures),
      entities: ids,
      same: [{ from: 'twin', to: 'ann', before: 0, decisions: [] }],
    };
    expect(pathTitle(path, of)).toMatch(/^Twin to state: a very long .* first and a very long .* second; /);
    expect(pathTitleInShort(pathTitle(path, of), path, of)).toBe('Twin to state: a very long name of a body… and 1 more; weakest hop: reported');
  });
  it('says at what dates it is told', () => {
    expect(titleAsOf('Ann to Iran', ctx)).toBe('Ann to Iran');
    expect(titleAsOf('Ann to Iran', { clocks: { published: '2023' }, records: ctx.records })).toBe('Ann to Iran, as published by the end of 2023');
  });
  it('keeps what was asked of a side, and leaves out what is on record of the other', () => {
    const path = pathOfClaims(['constructor', 'state'], ['hiring'], ctx.records, ctx.figures);
    const asked = { to: 'any sponsor' };
    expect(pathTitleInShort('x'.repeat(91), path, ctx, asked)).toBe('Constructor to any sponsor: state; only hop: alleged');
  });
  it('of any names is at most 160 signs long, begins with the first and ends with the standing', () => {
    const name = fc.oneof(fc.constantFrom('حارس القصر', 'Ελένη', '欧阳吉白', '👨‍👩‍👧‍👦'.repeat(40), 'constructor', 'n'.repeat(300)), fc.lorem({ maxCount: 12 }));
    fc.assert(
      fc.property(fc.array(name, { minLength: 2, maxLength: 7 }), (names) => {
        const { whole, short } = chain(names);
        expect([...new Intl.Segmenter().segment(short)].length).toBeLessThanOrEqual(160);
        const begins = short.slice(0, Math.min(8, short.indexOf(' to ')));
        expect(whole.startsWith(begins.replace(/…$/, ''))).toBe(true);
        expect(short).toMatch(/; (only|weakest) hop: alleged$/);
      }),
    );
  });
});
