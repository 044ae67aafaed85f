/** Applies a delta to records. */
import { inOneGo, type InSlices } from '../figures/in-slices.ts';
import type { ChangeKind, Delta } from './change-plan.ts';
import type { Citation, Records } from '../model/records.ts';

/** New records with the delta applied; the given ones are not changed. Removing a claim removes the citations it still has. */
export const applyDelta = (records: Records, delta: Delta): Records => inOneGo(applyDeltaInSlices(records, delta));

export function* applyDeltaInSlices(records: Records, { put, remove }: Delta): InSlices<Records> {
  const gone = new Map<ChangeKind, Set<string>>();
  for (const { kind, id } of remove) gone.set(kind, (gone.get(kind) ?? new Set()).add(id));
  const isGone = (kind: ChangeKind, id: string) => gone.get(kind)?.has(id) ?? false;
  function* map<T extends { id: string }>(kind: ChangeKind, before: Iterable<T>, items: readonly T[]): InSlices<Map<string, T>> {
    const after = new Map<string, T>();
    for (const item of before) {
      if (!isGone(kind, item.id)) after.set(item.id, item);
      yield;
    }
    for (const item of items) after.set(item.id, item);
    return after;
  }
  const putClaims = put.claims.map(({ claim }) => claim);
  const claims = yield* map('claim', records.claims.values(), putClaims);
  const written = new Set(put.citations.map(({ id }) => id));
  const citations = new Map<string, Citation[]>();
  for (const id of claims.keys()) {
    citations.set(
      id,
      (records.citations.get(id) ?? []).filter((citation) => !written.has(citation.id) && !isGone('citation', citation.id)),
    );
    yield;
  }
  for (const citation of put.citations) {
    const of = citations.get(citation.claim);
    if (of) of.push(citation);
    else citations.set(citation.claim, [citation]);
  }
  return {
    datasets: yield* map('dataset', records.datasets.values(), put.datasets),
    voices: yield* map('voice', records.voices.values(), put.voices),
    sources: yield* map('source', records.sources.values(), put.sources),
    entities: yield* map('entity', records.entities.values(), put.entities),
    predicates: yield* map('predicate', records.predicates.values(), put.predicates),
    claims,
    citations,
    rivals: [...(yield* map('rivals', records.rivals, put.rivals)).values()],
    identities: [...(yield* map('identity', records.identities, put.identities)).values()],
    questions: yield* map('question', records.questions.values(), put.questions),
  };
}
