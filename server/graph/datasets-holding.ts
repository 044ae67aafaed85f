/** The datasets that hold a claim: the one that wrote it first, and those that cite for it. */
import type { Records } from '../domain/model/records.ts';

export function datasetsHolding(id: string, { claims, citations }: Pick<Records, 'claims' | 'citations'>): string[] {
  const own = claims.get(id)?.dataset;
  return [...new Set([...(own === undefined ? [] : [own]), ...(citations.get(id) ?? []).map((citation) => citation.dataset)])].sort();
}
