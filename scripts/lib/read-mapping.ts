/** Mappings of tables for the import command: read from a file, or proposed by the names in the heads of tables. */
import { readFile } from 'node:fs/promises';
import { describeIssues } from '../../server/contract/describe-issues.ts';
import { MAPPING_FORMAT, tableMappings, type TableMappings } from '../../server/contract/table-mapping.ts';
import { AppError } from '../../server/domain/model/errors.ts';
import { proposeMapping } from '../../server/exchange/importers/table/propose-mapping.ts';
import { isTable, openTable, type OpenTable } from '../../server/usecases/importing/files/open-table.ts';
import type { InputFile } from '../../server/usecases/importing/files/read-curated-file.ts';
import { pathFault } from './collect-files.ts';

/** Rows by which a mapping is proposed. */
const ROWS = 10;

/** @throws AppError `not-found` for a path that cannot be read, `refused` for a file that is no mapping */
export async function readMapping(path: string): Promise<TableMappings> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw error instanceof Error && 'code' in error ? pathFault(path, error) : error;
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new AppError('refused', `${JSON.stringify(path)} is no JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  const parsed = tableMappings.safeParse(value);
  if (parsed.success) return parsed.data;
  const told = [...describeIssues(parsed.error.issues, tableMappings, value)].map(({ pointer, message, remedy }) => `${pointer ?? ''}: ${message}; ${remedy}`);
  throw new AppError('refused', `${JSON.stringify(path)} is no mapping ("format": "${MAPPING_FORMAT}"). ${told.join('. ')}.`);
}

/** @throws AppError `refused` where no file is a table */
export async function proposedMappings(files: AsyncIterable<InputFile>): Promise<TableMappings> {
  const opened: OpenTable[] = [];
  for await (const file of files) {
    const table = isTable(file) ? openTable(file) : undefined;
    if (table) opened.push(table);
  }
  const proposed = (besideEntities: boolean) => opened.map(({ heads, rows }) => proposeMapping(heads, rows.slice(0, ROWS), besideEntities));
  const alone = proposed(false);
  if (alone.length === 0) throw new AppError('refused', 'None of these files is a table (CSV, TSV) with a head and a row.');
  return { format: MAPPING_FORMAT, tables: alone.some(({ rows }) => rows === 'entities') ? proposed(true) : alone };
}
