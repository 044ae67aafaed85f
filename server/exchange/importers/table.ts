/** Reads tables of other programs (CSV, TSV), of which a mapping says what each column means. */
import type { Importer } from './format.ts';
import { convertTables } from './table/convert-tables.ts';

export const foreignTables: Importer = {
  format: 'table',
  label: 'tables (CSV, TSV) with a mapping of their columns',
  // Its files are known by their rows (`table/table-rows.ts`).
  isRecord: () => false,
  recordsIn: () => undefined,
  convert: convertTables,
};
