/** What an importer makes of some records, checked as a curated file. */
import { attestFile } from '../../contract/file-format.ts';
import type { CuratedFile } from '../../domain/importing/curated-file.ts';
import { checkRecords } from '../../domain/importing/checks/check-records.ts';
import { assembleBatch } from '../../domain/importing/assemble-batch.ts';
import type { Problem } from '../../domain/model/errors.ts';
import { emptyRecords } from '../../domain/model/empty-records.ts';
import type { Conversion, ForeignRecord, Importer } from '../importers/format.ts';

export interface Converted extends Conversion {
  /** The curated file; of a file of which nothing was taken an empty one. */
  content: CuratedFile;
  /** What an import into a store of the core vocabulary alone would refuse. */
  problems: Problem[];
}

/** @throws ZodError where a record does not have the form of a curated one */
export function converted(importer: Importer, value: unknown, vocabulary: CuratedFile): Converted {
  return convertedRecords(importer, importer.recordsIn(value) ?? [], vocabulary);
}

export function convertedRecords(importer: Importer, records: readonly ForeignRecord[], vocabulary: CuratedFile): Converted {
  const made = importer.convert({ file: 'folder/foreign.json', dataset: 'foreign', records });
  const [file] = made.files;
  const content = file ? (attestFile.parse(file.content) as unknown as CuratedFile) : { format: 'attest/1' };
  const { batch, problems } = assembleBatch(
    [
      { name: 'core.json', content: vocabulary, dataset: 'core' },
      { name: 'foreign.json', content, dataset: 'foreign' },
    ],
    emptyRecords(),
  );
  return { ...made, content, problems: [...problems, ...checkRecords(batch, { records: emptyRecords(), aliases: new Map() })] };
}
