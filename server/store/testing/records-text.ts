/** Records as one text that does not depend on the order of their maps, to compare two states. */
import { canonicalJson } from '../../domain/model/canonical-json.ts';
import type { Records } from '../../domain/model/records.ts';

export function recordsText(records: Records): string {
  const sorted = <T extends { id: string }>(items: Iterable<T>) => [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
  return canonicalJson(
    [records.datasets, records.voices, records.sources, records.entities, records.predicates, records.claims, records.questions]
      .map((map) => sorted([...(map as Map<string, { id: string }>).values()]))
      .concat([sorted([...records.citations.values()].flat()), sorted(records.rivals), sorted(records.identities)]),
  );
}
