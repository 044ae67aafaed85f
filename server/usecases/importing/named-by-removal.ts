/** What an edit removes by name: the records needed to plan it, and a problem for each that is not there or belongs to another dataset. */
import { recordKey, type RecordKey } from '../../domain/importing/change-plan.ts';
import type { NamedRecords } from '../../domain/importing/named-records.ts';
import type { RecordRef } from '../../domain/importing/plan-import.ts';
import type { Problem } from '../../domain/model/errors.ts';
import type { Citation, Records } from '../../domain/model/records.ts';
import { parseAll } from '../../store/load-records.ts';
import type { Tx } from '../../store/connect.ts';
import { citationsById } from '../../store/statements/citations.ts';

/** A citation is loaded with its claim, so that what is left of the claim is known. */
export async function namedByRemoval(tx: Tx, rev: number, removes: readonly RecordRef[]): Promise<{ named: NamedRecords; rivals: string[] }> {
  const of = (kind: RecordRef['kind']) => removes.filter((ref) => ref.kind === kind).map(({ id }) => id);
  const citations = of('citation');
  const cited = citations.length === 0 ? [] : parseAll<Citation>(await citationsById.run(tx, { rev, ids: citations })).map(({ claim }) => claim);
  return {
    named: {
      datasets: of('dataset'),
      voices: of('voice'),
      sources: of('source'),
      entities: of('entity'),
      predicates: of('predicate'),
      claims: [...of('claim'), ...cited],
      keys: [],
      questions: of('question'),
    },
    rivals: of('rivals'),
  };
}

/** The ids of both, each once, sorted. */
export function bothNamed(a: NamedRecords, b: NamedRecords): NamedRecords {
  const both = (list: keyof NamedRecords) => [...new Set([...a[list], ...b[list]])].sort();
  return {
    datasets: both('datasets'),
    voices: both('voices'),
    sources: both('sources'),
    entities: both('entities'),
    predicates: both('predicates'),
    claims: both('claims'),
    keys: both('keys'),
    questions: both('questions'),
  };
}

/** Each is placed by its index in the list of removals. A claim may be removed by whichever dataset cites it. */
export function removalProblems(removes: readonly RecordRef[], records: Records, datasets: readonly string[]): Problem[] {
  const owners = ownersOf(records);
  return removes.flatMap(({ kind, id }, i): Problem[] => {
    const at = { pointer: `/remove/${i}` };
    const owned = owners.get(recordKey(kind, id));
    if (!owned)
      return [{ code: 'unknown-id', message: `no ${kind} has the id ${JSON.stringify(id)}`, remedy: 'leave it out: it is not there, or no longer', ...at }];
    if (kind === 'dataset' || owned.some((dataset) => datasets.includes(dataset))) return [];
    const message = `the ${kind} ${JSON.stringify(id)} belongs to the dataset ${JSON.stringify(owned[0])}`;
    return [{ code: 'id-of-another-dataset', message, remedy: `make the change in ${JSON.stringify(owned[0])}`, ...at }];
  });
}

/** The datasets of each record; of a claim those that cite it. */
function ownersOf({ datasets, voices, sources, entities, predicates, claims, citations, rivals, identities, questions }: Records): Map<RecordKey, string[]> {
  const owners = new Map<RecordKey, string[]>();
  const add = (kind: RecordRef['kind'], list: Iterable<{ id: string; dataset?: string }>) => {
    for (const { id, dataset } of list) owners.set(recordKey(kind, id), dataset === undefined ? [] : [dataset]);
  };
  add('dataset', datasets.values());
  add('voice', voices.values());
  add('source', sources.values());
  add('entity', entities.values());
  add('predicate', predicates.values());
  add('claim', claims.values());
  add('rivals', rivals);
  add('identity', identities);
  add('question', questions.values());
  for (const [claim, list] of citations) {
    add('citation', list);
    owners.set(recordKey('claim', claim), [...new Set(list.map(({ dataset }) => dataset))]);
  }
  return owners;
}
