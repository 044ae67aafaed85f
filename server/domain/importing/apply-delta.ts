/** Applies a delta to records. */
import type { ChangeKind, Delta } from './change-plan.ts';
import type { Citation, Records } from '../model/records.ts';

/** New records with the delta applied; the given ones are not changed. Removing a claim removes the citations it still has. */
export function applyDelta(records: Records, { put, remove }: Delta): Records {
  const gone = new Map<ChangeKind, Set<string>>();
  for (const { kind, id } of remove) gone.set(kind, (gone.get(kind) ?? new Set()).add(id));
  const isGone = (kind: ChangeKind, id: string) => gone.get(kind)?.has(id) ?? false;
  const map = <T extends { id: string }>(kind: ChangeKind, before: ReadonlyMap<string, T>, items: readonly T[]) => {
    const after = new Map([...before].filter(([id]) => !isGone(kind, id)));
    for (const item of items) after.set(item.id, item);
    return after;
  };
  const list = <T extends { id: string }>(kind: ChangeKind, before: readonly T[], items: readonly T[]) => [
    ...map(kind, new Map(before.map((item) => [item.id, item])), items).values(),
  ];
  const claims = map(
    'claim',
    records.claims,
    put.claims.map(({ claim }) => claim),
  );
  const written = new Set(put.citations.map(({ id }) => id));
  const citations = new Map<string, Citation[]>();
  for (const id of claims.keys()) {
    citations.set(
      id,
      (records.citations.get(id) ?? []).filter((citation) => !written.has(citation.id) && !isGone('citation', citation.id)),
    );
  }
  for (const citation of put.citations) {
    const of = citations.get(citation.claim);
    if (of) of.push(citation);
    else citations.set(citation.claim, [citation]);
  }
  return {
    datasets: map('dataset', records.datasets, put.datasets),
    voices: map('voice', records.voices, put.voices),
    sources: map('source', records.sources, put.sources),
    entities: map('entity', records.entities, put.entities),
    predicates: map('predicate', records.predicates, put.predicates),
    claims,
    citations,
    rivals: list('rivals', records.rivals, put.rivals),
    identities: list('identity', records.identities, put.identities),
    questions: map('question', records.questions, put.questions),
  };
}
