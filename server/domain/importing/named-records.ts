/** Collects every id that an import defines or refers to: these records of the database are needed to check and plan it. */
import { claimKey } from '../model/proposition-key.ts';
import type { ImportBatch } from './import-batch.ts';
import { referencesOf, type Reference, type ReferringKind } from './references-of.ts';

/** Ids by kind, each once, sorted; `keys` are the proposition keys of the claims. */
export interface NamedRecords {
  datasets: string[];
  voices: string[];
  sources: string[];
  entities: string[];
  predicates: string[];
  claims: string[];
  keys: string[];
  questions: string[];
}

export function namedRecords(batch: ImportBatch): NamedRecords {
  const found: Record<Reference['kind'], Set<string>> = {
    dataset: new Set(),
    voice: new Set(),
    source: new Set(),
    entity: new Set(),
    predicate: new Set(),
    claim: new Set(),
  };
  const keys = new Set<string>();
  const questions = new Set<string>();
  const refer = (references: readonly Reference[]) => references.forEach(({ kind, id }) => found[kind].add(id));
  const define = <T extends { id: string; dataset: string }>(
    list: readonly { record: T }[],
    defined: ReadonlySet<string> & { add(id: string): unknown },
    references?: (record: T) => Reference[],
  ) => {
    for (const { record } of list) {
      found.dataset.add(record.dataset);
      defined.add(record.id);
      if (references) refer(references(record));
    }
  };
  const unnamed = new Set<string>();
  const by =
    <K extends ReferringKind>(kind: K) =>
    (record: Parameters<typeof referencesOf<K>>[1]) =>
      referencesOf(kind, record);
  for (const { record } of batch.datasets) found.dataset.add(record.id);
  define(batch.voices, found.voice, by('voice'));
  define(batch.sources, found.source, by('source'));
  define(batch.entities, found.entity, by('entity'));
  define(batch.predicates, found.predicate);
  define(batch.claims, found.claim, by('claim'));
  define(batch.citations, unnamed, by('citation'));
  define(batch.rivals, unnamed, by('rivals'));
  define(batch.identities, unnamed, by('identity'));
  define(batch.questions, questions, by('question'));
  for (const { record } of batch.claims) keys.add(claimKey(record));
  const list = (set: ReadonlySet<string>) => [...set].sort();
  return {
    datasets: list(found.dataset),
    voices: list(found.voice),
    sources: list(found.source),
    entities: list(found.entity),
    predicates: list(found.predicate),
    claims: list(found.claim),
    keys: list(keys),
    questions: list(questions),
  };
}
