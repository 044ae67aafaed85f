/** The proposition of a claim, worked out once a record: checking and planning ask for it many times over. */
import type { Claim } from './records.ts';
import { propositionKey } from './proposition-key.ts';

const keys = new WeakMap<Claim, string>();

/** `propositionKey` of a record that is not changed afterwards. */
export function claimKey(claim: Claim): string {
  let key = keys.get(claim);
  if (key === undefined) keys.set(claim, (key = propositionKey(claim)));
  return key;
}
