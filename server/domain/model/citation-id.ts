/** Derives the id of a citation, which a curated file does not write, from the fields that identify its passage. */
import { hash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { Citation } from './records.ts';

/**
 * `cit:` and 32 hex digits (128 bits of SHA-256) of these fields: dataset, claim, where the passage stands (source, locator), what it says (paraphrase, quote,
 * stance), whose word it is (origin) and which step it gives (level, by, case). One passage that leans on two origins, or gives two steps, is therefore two
 * citations. Dates, values, hedge and all other fields may be corrected without changing the id. Two citations of one claim with the same id are one citation
 * written twice.
 */
export function citationId(dataset: string, citation: Omit<Citation, 'id' | 'dataset'>): string {
  const { claim, source, locator, paraphrase, quote, stance, origin, standing } = citation;
  const content = canonicalJson([
    dataset,
    claim,
    source,
    locator ?? null,
    paraphrase,
    quote ?? null,
    stance,
    origin ?? null,
    standing.level,
    standing.by ?? null,
    standing.case ?? null,
  ]);
  return `cit:${hash('sha256', content, 'hex').slice(0, 32)}`;
}
