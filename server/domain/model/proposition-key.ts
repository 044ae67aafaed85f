/** The canonical text of a proposition, by which two claims are found to say the same thing (model.md, "One proposition"). */
import { canonicalJson } from './canonical-json.ts';
import type { Claim } from './records.ts';

type Proposition = Omit<Claim, 'id' | 'dataset'>;

/**
 * Equal for two claims exactly when they are one proposition: same subject, predicate, object, entity qualifiers, flags and `occasion`. The order of `via`
 * counts; the other qualifiers are sets. Of a text the words and the language count; `quoted` does not, because it says whose words they are and not what is
 * claimed.
 */
export function propositionKey(claim: Proposition): string {
  const set = (ids: readonly string[]) => (ids.length < 2 ? ids : [...new Set(ids)].sort());
  return canonicalJson([
    claim.subject,
    claim.predicate,
    typeof claim.object === 'string' ? claim.object : { text: claim.object.text, lang: claim.object.lang },
    claim.via,
    set(claim.to),
    set(claim.at),
    set(claim.in),
    set(claim.instrument),
    claim.intended,
    claim.attempted,
    claim.expected,
    claim.occasion ?? null,
  ]);
}

const keys = new WeakMap<Claim, string>();

/** `propositionKey` of a record, kept, because checks and plans of an import ask for it many times. The record must not be changed afterwards. */
export function claimKey(claim: Claim): string {
  let key = keys.get(claim);
  if (key === undefined) keys.set(claim, (key = propositionKey(claim)));
  return key;
}
