/** What a list of what was left out prints of a refused claim: between whom it is and of what kind, never what it says. */
import { accusedBy } from '../figures/accused-ends.ts';
import { endsOf } from '../model/claim-ends.ts';
import type { Group } from '../model/lists.ts';
import type { Citation, Claim, Records } from '../model/records.ts';
import { nameInProse } from '../telling/in-prose.ts';
import { formatDated } from '../dates/edtf-dates.ts';
import { describeLocator } from '../telling/describe-values.ts';
import { capitalised, type NarrationContext } from '../telling/narration.ts';
import { fullTitle } from '../telling/source-title.ts';

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

/**
 * "A person – Iran: a claim on an event"; an end that is no entity is left out. A person whom the claim accuses is not named: beside the other end, the name would tell the
 * accusation.
 */
export function neutralClaim(claim: Claim, ctx: NarrationContext): string {
  const group = ctx.records.predicates.get(claim.predicate)?.group;
  const what = group === undefined ? 'a claim' : `a claim on ${KIND_OF_GROUP[group]}`;
  const ends = endsOf(claim);
  const accused = new Set(accusedBy(claim, ctx.records.predicates.get(claim.predicate)));
  const isUnnamed = (id: string) => accused.has(id) && ctx.records.entities.get(id)?.type === 'Person';
  const names = ends.map((id) => (isUnnamed(id) ? 'a person' : nameInProse(id, ctx).text));
  return ends.length === 0 ? capitalised(what) : `${capitalised(names.join(' – '))}: ${what}`;
}

/** "retracted in The Courier, 20 May 2024, paragraph 17": where what was said was taken back, so that a reader knows which retraction it is; never what was said. */
export function takenBackIn(citations: readonly Citation[], { sources, voices }: Pick<Records, 'sources' | 'voices'>): string[] {
  return citations.flatMap(({ stance, standing, source, locator }) => {
    const read = sources.get(source);
    if (stance !== 'disputes' || standing.level !== 'retracted' || !read) return [];
    const where = fullTitle({ ...read, title: undefined, published: undefined }, voices.get(read.voice));
    return [`retracted in ${[where, ...(read.published ? [formatDated(read.published)] : []), describeLocator(locator)].join(', ')}`];
  });
}
