/** One thing the publication gate does not let pass, and what to do about it. */

export interface Refusal {
  kind: 'claim' | 'entity' | 'identity';
  /** The claim or entity; for an identity the pair, as the decision's id. */
  id: string;
  label: string;
  /** Why it is refused, as a sentence. */
  reason: string;
  /** What would make it pass. */
  remedy: string;
}
