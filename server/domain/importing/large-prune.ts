/** Refuses a prune that would take away much of a dataset, unless it says how many records that is; a dry run warns of it. */
import type { Problem } from '../model/errors.ts';
import type { Records } from '../model/records.ts';
import type { ImportPlan, RecordRef, StoredState } from './plan-import.ts';

/** A prune may remove this share of a dataset without saying how many records that is. */
const SHARE = 0.1;

/** Of a problem of a prune, the dataset of which much would go; absent where another number would go than was said. */
export type PruneProblem = Problem & { dataset?: string };

/**
 * @param counts records that each dataset has, by kind
 * @param pruneExactly the number of records that the prune is said to remove
 * @param dryRun whether the problems warn of what the import itself would be refused for
 * @returns one problem for each dataset of which more than a tenth would go; or one, where another number would go than was said
 */
export function largePruneProblems(
  { removed }: Pick<ImportPlan, 'removed'>,
  { records, counts }: Pick<StoredState, 'records' | 'counts'>,
  { pruneExactly, dryRun = false }: { pruneExactly?: number | undefined; dryRun?: boolean } = {},
): PruneProblem[] {
  const total = removed.length;
  const look = dryRun ? 'the import itself is refused without that: look at the list of what would go' : 'look at the list of a dry run';
  if (pruneExactly !== undefined) {
    if (pruneExactly === total) return [];
    return [
      {
        code: 'prune-number-differs',
        message: `this prune would remove ${recordsOf(total)}, not ${pruneExactly} as was said`,
        remedy: `${look}, then say the number it gives: ${sayHow(total)}`,
      },
    ];
  }
  const owner = ownersOf(records);
  const byDataset = new Map<string, number>();
  for (const ref of removed) {
    const dataset = owner(ref);
    if (dataset !== undefined) byDataset.set(dataset, (byDataset.get(dataset) ?? 0) + 1);
  }
  return [...byDataset].sort().flatMap(([dataset, n]) => {
    const had = counts.filter((count) => count.dataset === dataset && count.kind !== 'dataset').reduce((sum, count) => sum + count.n, 0);
    if (n <= had * SHARE) return [];
    return [
      {
        dataset,
        code: 'large-prune',
        message: `this prune would remove ${n} of the ${recordsOf(had)} of the dataset ${JSON.stringify(dataset)}${n >= had ? ', all of it' : ', more than a tenth'}`,
        remedy: `${look}; if they are to go, say how many: ${sayHow(total)}`,
      },
    ];
  });
}

const recordsOf = (n: number) => `${n} record${n === 1 ? '' : 's'}`;
const sayHow = (n: number) => `--prune=${n} in the command, prune=true&pruneExactly=${n} in the API`;

/** The dataset of a stored record. */
function ownersOf(records: Records): (ref: RecordRef) => string | undefined {
  const citations = new Map([...records.citations.values()].flat().map((citation) => [citation.id, citation]));
  const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((one) => [one.id, one]));
  const maps: Partial<Record<RecordRef['kind'], ReadonlyMap<string, { dataset: string }>>> = {
    voice: records.voices,
    source: records.sources,
    entity: records.entities,
    predicate: records.predicates,
    claim: records.claims,
    citation: citations,
    rivals: byId(records.rivals),
    identity: byId(records.identities),
    question: records.questions,
  };
  return ({ kind, id }) => maps[kind]?.get(id)?.dataset;
}
