/** One thing that the publication gate refuses, and what to do about it. */

export interface Refusal {
  kind: 'claim' | 'entity' | 'identity';
  /** Id of the claim or entity; for an identity the id of the decision. */
  id: string;
  label: string;
  /** Why it is refused, as a sentence. */
  reason: string;
  /** What would make it pass. */
  remedy: string;
  /** What a list of what was left out prints, where label or reason name a person at risk: they were left out so that nobody reads their name. */
  unnamed?: string;
}
