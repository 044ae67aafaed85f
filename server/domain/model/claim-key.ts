/** Keeps the proposition key of each claim record: checks and plans of an import ask for it many times. */
import type { Claim } from './records.ts';
import { propositionKey } from './proposition-key.ts';

const keys = new WeakMap<Claim, string>();

/** `propositionKey` of a record. The record must not be changed afterwards. */
export function claimKey(claim: Claim): string {
  let key = keys.get(claim);
  if (key === undefined) keys.set(claim, (key = propositionKey(claim)));
  return key;
}
