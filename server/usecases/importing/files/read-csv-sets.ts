/** Reads CSV sets of ours among the files of an import: an archive that holds one, or the tables of one folder together. */
import { csvSet } from '../../../exchange/importers/csv-set.ts';
import { rowsOfTable, tableOf, tablesInZip, TABLES, type TableName } from '../../../exchange/importers/csv/csv-files.ts';
import type { ForeignRecord } from '../../../exchange/importers/format.ts';
import type { Problem } from '../../../domain/model/errors.ts';
import { JSON_LIMITS } from '../../../domain/strict-json/parse-strict-json.ts';
import { unreadFile, type InputFile } from './read-curated-file.ts';
import { convertedFile, type ReadImport, type ReadOptions } from './read-import-file.ts';

interface Table {
  table: TableName;
  file: string;
  bytes: Uint8Array;
}

export class CsvSets {
  /** By folder; an archive is a folder of its own. */
  private readonly sets = new Map<string, Table[]>();
  private readonly tooLarge: string[] = [];

  constructor(private readonly options: ReadOptions) {}

  /** @returns whether the file is a table of a set, or an archive with one; it is then read with the others, at the end */
  take(file: InputFile): boolean {
    const most = this.options.limits?.fileBytes ?? JSON_LIMITS.fileBytes;
    const packed = tablesInZip(file.bytes, most);
    if (packed === 'too-large' || (packed === undefined && tableOf(file.bytes) && file.bytes.byteLength > most)) {
      this.tooLarge.push(file.name);
      return true;
    }
    if (packed) {
      for (const { table, bytes } of packed) this.add(file.name, { table, bytes, file: file.name });
      return true;
    }
    const table = tableOf(file.bytes);
    if (!table) return false;
    const name = file.name.replaceAll('\\', '/');
    this.add(name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : 'csv-set', { table, bytes: file.bytes, file: file.name });
    return true;
  }

  read(): ReadImport[] {
    const tooLarge = this.tooLarge.map((file): Problem => ({
      code: 'too-large',
      message: 'its tables have more bytes than one file may',
      remedy: 'export it in parts',
      file,
    }));
    return [...tooLarge.map((problem) => ({ files: [unreadFile(problem.file ?? '', [problem])] })), ...[...this.sets].map((set) => this.readSet(set))];
  }

  private add(set: string, table: Table): void {
    this.sets.set(set, [...(this.sets.get(set) ?? []), table]);
  }

  private readSet([name, tables]: [string, Table[]]): ReadImport {
    const records: ForeignRecord[] = [];
    const problems: Problem[] = [];
    for (const table of TABLES) {
      const [one, twice] = tables.filter((found) => found.table === table);
      if (!one) problems.push({ code: 'csv', message: `the set has no ${table}.csv`, remedy: 'give all four tables of the export together', file: name });
      else if (twice) problems.push({ code: 'csv', message: `the set has ${table}.csv twice`, remedy: 'give one set in each folder', file: twice.file });
      else {
        const read = rowsOfTable(table, one.bytes, one.file);
        for (const record of read.records) records.push(record);
        problems.push(...read.problems);
      }
    }
    if (problems.length > 0) return { files: [unreadFile(name, problems)] };
    return convertedFile(name, { importer: csvSet, records }, { options: this.options, locate: (told) => [...told] });
  }
}
