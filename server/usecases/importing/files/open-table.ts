/** Opens a file as a table of another program, by its content; and finds the mapping that is meant for it. */
import { columnsOf, headsKey, type TableMapping, type TableMappings } from '../../../contract/table-mapping.ts';
import type { Problem } from '../../../domain/model/errors.ts';
import { readTable, type TableRead } from '../../../exchange/importers/table/table-rows.ts';
import { decodedText, type Encoding } from '../../../work/decode-text.ts';
import type { InputFile } from './read-curated-file.ts';

export interface OpenTable extends TableRead {
  file: string;
  encoding: Encoding;
}

/** Bytes by which a file is told to be a table. */
const BEGINNING = 65_536;

/** Whether a file begins as a table does, so that its name does not matter. */
export function isTable({ bytes }: Pick<InputFile, 'bytes'>): boolean {
  try {
    return readTable(decodedText(wholeCharacters(bytes.subarray(0, BEGINNING))).text) !== undefined;
  } catch {
    return false;
  }
}

/** Without a character of UTF-8 that is cut at the end, which would make the whole look like another encoding. */
function wholeCharacters(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  for (let back = 1; back <= 3 && back < bytes.length; back += 1) if ((bytes[bytes.length - back] ?? 0) >= 0xc0) end = bytes.length - back;
  return end === bytes.length || bytes.length < BEGINNING ? bytes : bytes.subarray(0, end);
}

/** @throws AppError `refused` where it is no text, which `isTable` tells before */
export function openTable({ name, bytes }: InputFile): OpenTable | undefined {
  const { text, encoding } = decodedText(bytes);
  const table = readTable(text);
  return table && { ...table, file: name, encoding };
}

/** The mapping for a table with these heads, in whatever order. */
export function mappingFor(heads: readonly string[], mappings: TableMappings | undefined): TableMapping | undefined {
  const key = headsKey(heads);
  return mappings?.tables.find((mapping) => headsKey(mapping.heads) === key);
}

/** Why a table cannot be read by its mapping. */
export function mappingFaults({ file, heads, faultAt }: OpenTable, mapping: TableMapping | undefined): Problem[] {
  const fault = (code: string, message: string, remedy: string, line = 1): Problem => ({ code, message, remedy, file, line, column: 1 });
  if (faultAt !== undefined) {
    const message = 'a quoted cell is not closed, or goes on behind its quote';
    return [fault('table-cell', message, 'close the quote, or write two quotes for one within a cell', faultAt)];
  }
  if (!mapping) {
    const message = `this is a table with the columns ${heads.map((head) => JSON.stringify(head)).join(', ')}, and no mapping says what they mean`;
    return [
      fault(
        'table-without-mapping',
        message,
        'map its columns in the window, or give a mapping with them ("--mapping" of the command, the part "mapping" of a request)',
      ),
    ];
  }
  const missing = columnsOf(mapping).filter((column) => !heads.includes(column));
  return [...new Set(missing)].map((column) =>
    fault('mapping-column', `the mapping names the column ${JSON.stringify(column)}, which the table does not have`, 'name one of the columns of the table'),
  );
}
