/** The memory that a compact graph takes. */
import type { CompactGraph } from './compact-graph.ts';
import type { IdTable } from './id-table.ts';

/** Bytes of its arrays; what else there is of it does not grow with the case. */
export function bytesOfCompact({ entities, claims, segments, ...columns }: CompactGraph): number {
  const { types, traits, degrees, places, starts, neighbours, joins, words } = columns;
  const ofTable = ({ bytes, starts: begins, slots }: IdTable) => [bytes, begins, slots];
  const arrays = [...ofTable(entities), ...ofTable(claims), ...Object.values(segments), types, traits, degrees, places, starts, neighbours, joins, words];
  return arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
}
