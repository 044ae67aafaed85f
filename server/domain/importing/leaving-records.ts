/** Decides which stored records a change takes away: those it removes by name, and with a prune all of its datasets that it does not have. */
import { recordKey, type ChangeKind, type RecordKey } from './change-plan.ts';

export interface Leaving {
  /** Datasets that the change may touch. */
  datasets: readonly string[];
  /** Remove what these datasets had and the files have no more. */
  prune: boolean;
  /** Records of these datasets removed by name. A claim goes with the datasets' citations of it. */
  removes?: ReadonlySet<RecordKey>;
}
export type Leaves = (kind: ChangeKind, record: { id: string; dataset?: string; claim?: string }) => boolean;

/** The answer for stored records that no file has. What belongs to other datasets never goes, nor does the header of a dataset with a prune. */
export function leavingRecords({ datasets, prune, removes }: Leaving): Leaves {
  const own = new Set(datasets);
  return (kind, { id, dataset, claim }) => {
    if (kind === 'dataset') return removes?.has(recordKey('dataset', id)) ?? false;
    if (dataset === undefined || !own.has(dataset)) return false;
    return prune || removes?.has(recordKey(kind, id)) === true || (claim !== undefined && removes?.has(recordKey('claim', claim)) === true);
  };
}
