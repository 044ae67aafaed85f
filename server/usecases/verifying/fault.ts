/** One difference that `verify` reports. */

export const FAULT_KINDS = ['figures', 'segments', 'uncited', 'orphan', 'ties', 'entity', 'versions', 'staged', 'rules'] as const;
export interface Fault {
  kind: (typeof FAULT_KINDS)[number];
  /** `kind/id` of the record. */
  record: string;
  message: string;
}
