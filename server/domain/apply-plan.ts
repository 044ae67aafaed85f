/** Records as they stand after a change: the same records with what it puts and without what it removes. */
import type { Delta } from './change-plan.ts';
import type { Citation, Records } from './model.ts';

/** A new set of records; the given one is left as it is. Records that are not among the given ones and not put stay unknown. */
export function applyPlan(records: Records, { put, remove }: Delta): Records {
  const removed = (kind: string) => new Set(remove.filter((ref) => ref.kind === kind).map((ref) => ref.id));
  const merged = <T extends { id: string }>(kind: string, map: ReadonlyMap<string, T>, added: readonly T[]) => {
    const result = new Map(map);
    for (const id of removed(kind)) result.delete(id);
    for (const record of added) result.set(record.id, record);
    return result;
  };
  const mergedList = <T extends { id: string }>(kind: string, list: readonly T[], added: readonly T[]) => [...merged(kind, new Map(list.map((record) => [record.id, record])), added).values()];
  return {
    datasets: merged('dataset', records.datasets, put.datasets),
    voices: merged('voice', records.voices, put.voices),
    sources: merged('source', records.sources, put.sources),
    entities: merged('entity', records.entities, put.entities),
    predicates: merged('predicate', records.predicates, put.predicates),
    claims: merged('claim', records.claims, put.claims.map(({ claim }) => claim)),
    citations: mergedCitations(records.citations, put.citations, removed('citation'), removed('claim')),
    rivals: mergedList('rivals', records.rivals, put.rivals),
    identities: mergedList('identity', records.identities, put.identities),
    questions: merged('question', records.questions, put.questions),
  };
}

function mergedCitations(stored: ReadonlyMap<string, Citation[]>, put: readonly Citation[], removed: ReadonlySet<string>, removedClaims: ReadonlySet<string>): Map<string, Citation[]> {
  const result = new Map<string, Citation[]>();
  const replaced = new Set([...put.map((citation) => citation.id), ...removed]);
  for (const [claim, list] of stored) {
    if (!removedClaims.has(claim)) result.set(claim, list.filter((citation) => !replaced.has(citation.id)));
  }
  for (const citation of put) {
    const list = result.get(citation.claim);
    if (list) list.push(citation);
    else result.set(citation.claim, [citation]);
  }
  return result;
}
