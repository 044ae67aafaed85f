/** Reads our own CSV set with plain heads: nodes, edges, citations and sources, as four files of a folder or in one archive. */
import type { Importer } from './format.ts';
import { convertCsv } from './csv/convert-csv.ts';

export const csvSet: Importer = {
  format: 'csv-set',
  label: 'our CSV set (nodes, edges, citations and sources; as files or as a zip archive)',
  // Its files are tables, which are known by their heads (`csv/csv-files.ts`).
  isRecord: () => false,
  recordsIn: () => undefined,
  convert: convertCsv,
};
