/** What a list of what was left out prints of a refused claim: between whom it is and of what kind, never what it says. */
import { entityEnd } from '../model/claim-ends.ts';
import type { Group } from '../model/lists.ts';
import type { Claim } from '../model/records.ts';
import { nameInProse } from '../telling/in-prose.ts';
import { capitalised, type NarrationContext } from '../telling/narration.ts';

/** Several groups share a word, because "execution" or "sponsorship" between two names would tell what the gate refused to print. */
const KIND_OF_GROUP: Readonly<Record<Group, string>> = {
  sponsorship: 'an event',
  intermediation: 'an event',
  execution: 'an event',
  target: 'an event',
  structure: 'a tie',
  association: 'a tie',
  justice: 'a proceeding',
  geography: 'a place',
  statement: 'a statement',
  identity: 'a description',
};

/** "Iran – Ann: a claim on an event"; an end that is no entity is left out. */
export function neutralClaim(claim: Claim, ctx: NarrationContext): string {
  const group = ctx.records.predicates.get(claim.predicate)?.group;
  const what = group === undefined ? 'a claim' : `a claim on ${KIND_OF_GROUP[group]}`;
  const ends = [claim.subject, claim.object].flatMap((end) => entityEnd(end) ?? []).map((id) => nameInProse(id, ctx).text);
  return ends.length === 0 ? capitalised(what) : `${capitalised(ends.join(' – '))}: ${what}`;
}
