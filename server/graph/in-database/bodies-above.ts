/** The `within` claims met on the way up from some entities. */
import type { WithinEdge } from '../../domain/figures/within.ts';
import { edgesAbove } from '../../store/statements/claims.ts';
import type { DatabaseReader } from './row-context.ts';

/**
 * Each body is asked for once, so that a cycle ends.
 * @param standing false: also over claims that do not stand today, for at a date they may
 */
export async function bodiesAboveOf({ tx, revision: rev }: DatabaseReader, from: Iterable<string>, { standing = true } = {}): Promise<WithinEdge[]> {
  const seen = new Set(from);
  const found: WithinEdge[] = [];
  for (let frontier = [...seen]; frontier.length > 0;) {
    const edges = await edgesAbove.run(tx, { rev, ids: frontier, standing });
    found.push(...edges);
    frontier = [...new Set(edges.map((edge) => edge.upper))].filter((id) => !seen.has(id));
    for (const id of frontier) seen.add(id);
  }
  return found;
}
