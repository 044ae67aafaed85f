/** A claim that no link was established is shown beside claims that say there is one. */
import { describe, expect, it } from 'vitest';
import { notEstablishedBeside } from './no-established-link.ts';
import { records, type ClaimBrief } from '../testing/build-records.ts';
import { HIRED, PART_OF, partOf } from '../testing/plot-predicates.ts';
import { withinEdges } from './within.ts';

const predicates = [PART_OF, HIRED, { id: 'no-established-link-to', group: 'statement' as const, traversed: false }];

describe('a claim that no link was established', () => {
  const claims: ClaimBrief[] = [
    { id: 'no-link', predicate: 'no-established-link-to', subject: 'member', object: 'service' },
    partOf('w1', 'member', 'gang'),
    partOf('w2', 'service', 'state'),
    { id: 'same-ends', predicate: 'hired', subject: 'service', object: 'member' },
    { id: 'both-above', predicate: 'hired', subject: 'state', object: 'gang' },
    { id: 'through', predicate: 'hired', subject: 'leader', object: 'gang', via: 'state' },
    { id: 'receiver', predicate: 'hired', subject: 'state', object: 'unknown', to: 'gang' },
    { id: 'one-side', predicate: 'hired', subject: 'state', object: 'other' },
    { id: 'below', predicate: 'hired', subject: 'desk', object: 'gang' },
    partOf('w3', 'desk', 'service'),
    {
      id: 'open-no-link',
      predicate: 'no-established-link-to',
      subject: 'member',
      object: 'unknown',
    },
  ];
  const built = records({ predicates, claims });
  const edges = withinEdges(built, () => true);
  it.each([
    ['same-ends', ['no-link']],
    ['both-above', ['no-link']],
    ['through', ['no-link']],
    ['receiver', ['no-link']],
    ['one-side', []],
    ['below', []],
    ['no-link', []],
  ])('stands beside %s: %j', (id, beside) => {
    expect(notEstablishedBeside(built.claims.get(id)!, built, edges).map((claim) => claim.id)).toEqual(beside);
  });
});
