/** Loads the curator's decisions that two entities are the same. */
import type { IdentityDecision } from '../domain/model/records.ts';
import type { Tx } from './connect.ts';
import { allIdentities } from './statements/rivals-and-identities.ts';

export async function loadSameDecisions(tx: Tx, rev: number): Promise<IdentityDecision[]> {
  const all = (await allIdentities.run(tx, { rev })).map(({ json }): IdentityDecision => JSON.parse(json));
  return all.filter(({ decision }) => decision === 'same');
}
