/** The tables of our CSV set: known by their heads, as files or in an archive. */
import { unzipSync, type UnzipFileInfo } from 'fflate';
import type { Problem } from '../../../domain/model/errors.ts';
import { CSV_HEADS } from '../../exporters/csv-set.ts';
import { readCsv } from '../../csv-table.ts';
import type { ForeignRecord } from '../format.ts';

export type TableName = keyof typeof CSV_HEADS;
export const TABLES = Object.keys(CSV_HEADS) as TableName[];
/** A row of a table, by the columns of its head. */
export interface CsvRecord {
  table: TableName;
  cells: ReadonlyMap<string, string>;
  /** Whether the row has as many cells as the head. */
  isWhole: boolean;
}

/** Bytes in which a head must end. */
const HEAD = 4_096;
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** The table that a file is, by its head. */
export function tableOf(bytes: Uint8Array): TableName | undefined {
  const [head = ''] = new TextDecoder('utf-8').decode(bytes.subarray(0, HEAD)).split(/\r?\n/);
  return TABLES.find((table) => CSV_HEADS[table].join(',') === head);
}

/** @param name of the file, for problems and places */
export function rowsOfTable(table: TableName, bytes: Uint8Array, name: string): { records: ForeignRecord[]; problems: Problem[] } {
  const fault = (message: string, line: number): Problem => ({ code: 'csv', message, remedy: 'give the file as it was exported', file: name, line, column: 1 });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { records: [], problems: [fault('the table is not UTF-8', 1)] };
  }
  const { rows, faultAt } = readCsv(text);
  if (faultAt !== undefined) return { records: [], problems: [fault('a quoted cell is not closed, or goes on behind its quote', faultAt)] };
  const head = CSV_HEADS[table];
  const records = rows.slice(1).map(({ cells, line }): ForeignRecord => {
    const value: CsvRecord = { table, cells: new Map(head.map((column, i) => [column, cells[i] ?? ''])), isWhole: cells.length === head.length };
    return { value, place: { words: `${table}.csv, line ${line}`, line } };
  });
  return { records, problems: [] };
}

/** The tables in an archive that holds such a set; undefined for any other archive. Nothing is unpacked to a disk. */
export function tablesInZip(bytes: Uint8Array, most: number): { table: TableName; bytes: Uint8Array }[] | 'too-large' | undefined {
  if (!ZIP.every((byte, i) => bytes[i] === byte)) return undefined;
  let total = 0;
  const filter = ({ name, originalSize }: UnzipFileInfo): boolean => {
    const isTable = TABLES.some((table) => name === `${table}.csv` || name.endsWith(`/${table}.csv`));
    total += isTable ? originalSize : 0;
    return isTable && total <= most;
  };
  try {
    const files = Object.values(unzipSync(bytes, { filter }));
    if (total > most) return 'too-large';
    const tables = files.flatMap((file) => {
      const table = tableOf(file);
      return table === undefined ? [] : [{ table, bytes: file }];
    });
    return tables.length > 0 ? tables : undefined;
  } catch {
    return undefined;
  }
}
