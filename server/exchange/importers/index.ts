/** The registry of the import formats, by whose content a file is known. The curated format is known before any of them. */
import { csvSet } from './csv-set.ts';
import type { ForeignRecord, Importer } from './format.ts';
import { ftmEntities } from './ftm.ts';
import { stix } from './stix.ts';
import { foreignTables } from './table.ts';

export const IMPORTERS: readonly Importer[] = [stix, ftmEntities, csvSet, foreignTables];

/** The format of a file that is one value of JSON, with its records. */
export function importerOf(value: unknown): { importer: Importer; records: ForeignRecord[] } | undefined {
  for (const importer of IMPORTERS) {
    const records = importer.recordsIn(value);
    if (records) return { importer, records };
  }
  return undefined;
}

/** The format of which a value is one record. */
export function importerOfRecord(value: unknown): Importer | undefined {
  return IMPORTERS.find((importer) => importer.isRecord(value));
}
