/** Finds what an entry of the notebook names and the case does not have. */
import { AppError } from '../../domain/model/errors.ts';
import { aboutKey, type About } from '../../domain/notebook/entries.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Database } from '../../store/connect.ts';
import { readViewState } from '../../store/statements/questions-and-sets.ts';

/** @returns those that are not there, or not visible at the clocks of the graph, in the order given */
export async function missingOf(named: readonly About[], graph: Graph, db: Database): Promise<About[]> {
  const entities = await graph.known(named.flatMap((about) => (about.kind === 'entity' ? [about.id] : [])));
  const claims = new Set(
    named.flatMap((about) => (about.kind === 'claim' ? [about.id] : about.kind === 'citation' ? [about.claim] : about.kind === 'path' ? about.claims : [])),
  );
  const { records, figures } = await graph.context({ claims });
  const isClaim = (id: string): boolean => records.claims.has(id) && figures.get(id)?.visible === true;
  const isThere = async (about: About): Promise<boolean> => {
    switch (about.kind) {
      case 'entity':
        return entities.has(about.id);
      case 'claim':
        return isClaim(about.id);
      case 'path':
        return about.claims.every(isClaim);
      case 'citation':
        // Where figures are stored, the context brings a claim without its citations.
        return isClaim(about.claim) && ((await graph.evidence(about.claim))?.ctx.records.citations.get(about.claim) ?? []).some(({ id }) => id === about.id);
      case 'source':
        return found(graph.source(about.id, 1));
      case 'voice':
        return found(graph.voice(about.id, 1));
      case 'view':
        return (await db.read((tx) => readViewState.run(tx, { digest: about.digest }))).length > 0;
    }
  };
  const missing: About[] = [];
  for (const about of named) if (!(await isThere(about))) missing.push(about);
  return missing;
}

async function found(asked: Promise<unknown>): Promise<boolean> {
  try {
    await asked;
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return false;
    throw error;
  }
}

export const keysOf = (named: readonly About[]): string[] => named.map((about) => aboutKey(about));
