/** Every id an import defines or refers to: what of the database it must be checked and planned against. */
import { entityEnd } from './claim-ends.ts';
import type { ImportBatch } from './import-batch.ts';
import { QUALIFIERS, type Selector } from './model.ts';
import { propositionKey } from './proposition-key.ts';

/** Ids by kind, each once; `keys` are the propositions of the claims. */
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
  const found = { datasets: new Set<string>(), voices: new Set<string>(), sources: new Set<string>(), entities: new Set<string>(), predicates: new Set<string>(), claims: new Set<string>(), keys: new Set<string>(), questions: new Set<string>() };
  const all = (set: Set<string>, ids: Iterable<string | undefined> | undefined) => {
    for (const id of ids ?? []) if (id !== undefined) set.add(id);
  };
  for (const { record } of batch.datasets) found.datasets.add(record.id);
  for (const { record } of batch.voices) {
    found.datasets.add(record.dataset);
    found.voices.add(record.id);
    all(found.entities, record.entities);
    if (Array.isArray(record.stake)) all(found.entities, record.stake.map((entry) => ('entity' in entry ? entry.entity : undefined)));
  }
  for (const { record } of batch.sources) {
    found.datasets.add(record.dataset);
    all(found.sources, [record.id, record.textOf?.source]);
    found.voices.add(record.voice);
  }
  for (const { record } of batch.entities) {
    found.datasets.add(record.dataset);
    all(found.entities, [record.id, ...(record.candidates ?? [])]);
    for (const name of record.names) all(found.sources, name.sources);
  }
  for (const { record } of batch.predicates) {
    found.datasets.add(record.dataset);
    found.predicates.add(record.id);
  }
  for (const { record } of batch.claims) {
    found.datasets.add(record.dataset);
    found.claims.add(record.id);
    found.keys.add(propositionKey(record));
    found.predicates.add(record.predicate);
    all(found.entities, [entityEnd(record.subject), entityEnd(record.object), ...QUALIFIERS.flatMap((qualifier) => record[qualifier])]);
  }
  for (const { record } of batch.citations) {
    all(found.sources, [record.source, record.origin, ...record.through]);
    all(found.entities, [record.statedBy, record.standing.by, record.standing.case]);
  }
  for (const { record } of batch.rivals) {
    found.datasets.add(record.dataset);
    all(found.claims, record.claims);
  }
  for (const { record } of batch.identities) {
    found.datasets.add(record.dataset);
    all(found.entities, [record.a, record.b]);
  }
  const select = (selector: Selector) => all(found.entities, selector.ids);
  for (const { record } of batch.questions) {
    found.datasets.add(record.dataset);
    found.questions.add(record.id);
    if (record.kind === 'trace') [record.from, record.to].forEach(select);
    else if (record.kind === 'roles') all(found.entities, record.plots);
    else {
      all(found.entities, record.filter.entities);
      all(found.predicates, record.filter.predicates);
      all(found.sources, record.filter.sources);
      all(found.voices, record.filter.voices);
      all(found.datasets, record.filter.datasets);
    }
  }
  const list = (set: ReadonlySet<string>) => [...set].sort();
  return { datasets: list(found.datasets), voices: list(found.voices), sources: list(found.sources), entities: list(found.entities), predicates: list(found.predicates), claims: list(found.claims), keys: list(found.keys), questions: list(found.questions) };
}
