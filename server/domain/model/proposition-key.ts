/** When two claims say one thing: the canonical text of a proposition (model.md, "One proposition"). */
import { canonicalJson } from './canonical-json.ts';
import type { Claim } from './records.ts';

type Proposition = Omit<Claim, 'id' | 'dataset'>;

/**
 * Equal for two claims exactly when they are one proposition: subject, predicate, object, entity qualifiers, flags and `occasion`. The order of `via`
 * counts (through whom, in order); the other qualifiers are sets. Of a text its words and language count: whether they are quoted says whose words they
 * are, not what is claimed.
 */
export function propositionKey(claim: Proposition): string {
  const set = (ids: readonly string[]) => [...new Set(ids)].sort();
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
