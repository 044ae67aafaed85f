/** Reads tables of other programs among the files of an import: those of one folder together, so that a table of entities serves the others. */
import type { TableMapping, TableMappings } from '../../../contract/table-mapping.ts';
import { JSON_LIMITS } from '../../../domain/strict-json/parse-strict-json.ts';
import type { Problem } from '../../../domain/model/errors.ts';
import type { ForeignRecord, Importer } from '../../../exchange/importers/format.ts';
import { foreignTables } from '../../../exchange/importers/table.ts';
import { mappedRow } from '../../../exchange/importers/table/convert-tables.ts';
import { isTable, mappingFaults, mappingFor, openTable, type OpenTable } from './open-table.ts';
import { unreadFile, type InputFile } from './read-curated-file.ts';
import { convertedFile, type ReadImport, type ReadOptions } from './read-import-file.ts';

export interface MappedFile {
  table: OpenTable;
  mapping: TableMapping;
}

export class ForeignTables {
  /** By folder. */
  private readonly folders = new Map<string, MappedFile[]>();
  private readonly refused: ReadImport[] = [];

  constructor(
    private readonly options: ReadOptions,
    private readonly mappings: TableMappings | undefined,
  ) {}

  /** @returns whether the file is a table; it is then read with the others of its folder, at the end */
  take(file: InputFile): boolean {
    if (!isTable(file)) return false;
    const most = this.options.limits?.fileBytes ?? JSON_LIMITS.fileBytes;
    if (file.bytes.byteLength > most)
      this.refuse(file.name, [{ code: 'too-large', message: 'the table has more bytes than one file may', remedy: 'give it in parts', file: file.name }]);
    else {
      const table = openTable(file);
      const mapping = table && mappingFor(table.heads, this.mappings);
      const faults = table ? mappingFaults(table, mapping) : [];
      if (faults.length > 0) this.refuse(file.name, faults);
      else if (table && mapping) {
        const name = file.name.replaceAll('\\', '/');
        const folder = name.slice(0, Math.max(0, name.lastIndexOf('/')));
        this.folders.set(folder, [...(this.folders.get(folder) ?? []), { table, mapping }]);
      }
    }
    return true;
  }

  read(): ReadImport[] {
    return [...this.refused, ...[...this.folders].map(([folder, tables]) => convertedTables(folder, tables, this.options))];
  }

  private refuse(file: string, problems: Problem[]): void {
    this.refused.push({ files: [unreadFile(file, problems)] });
  }
}

/** The rows of the tables, each with its place and the mapping it is read by. */
function recordsOf(tables: readonly MappedFile[]): ForeignRecord[] {
  const records: ForeignRecord[] = [];
  for (const { table, mapping } of tables) {
    // Without its folders, so that it is the same source from wherever it is imported.
    const of = { file: table.file.slice(table.file.replaceAll('\\', '/').lastIndexOf('/') + 1), mapping };
    for (const { cells, line } of table.rows) {
      records.push({ value: mappedRow(of, table.heads, cells), place: { words: tables.length === 1 ? `line ${line}` : `${table.file}, line ${line}`, line } });
    }
  }
  return records;
}

/**
 * @param folder after which what is made of several tables is called
 * @param importer one that also says what came of each row, where that is asked
 */
export function convertedTables(folder: string, tables: readonly MappedFile[], options: ReadOptions, importer: Importer = foreignTables): ReadImport {
  const [first] = tables;
  const name = first && tables.length === 1 ? first.table.file : folder === '' ? 'tables' : `${folder} (tables)`;
  const records = recordsOf(tables);
  const read = convertedFile(name, { importer, records }, { options, locate: (told) => [...told] });
  const guessed = tables.filter(({ table }) => table.encoding === 'windows-1252').map(({ table }) => readAsWindows(table.file));
  return { ...read, files: read.files.map((file, i) => (i === 0 ? { ...file, rewritten: [...guessed, ...file.rewritten] } : file)) };
}

function readAsWindows(file: string): Problem {
  const message = 'the table is not UTF-8: it was read as Windows-1252, in which older programs wrote';
  return {
    code: 'read-as-windows-1252',
    message,
    remedy: 'look at the letters beyond A to Z; where they are wrong, save the table as UTF-8',
    file,
    line: 1,
    column: 1,
  };
}
