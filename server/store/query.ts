/** A statement of `cypher/` as a typed function: text read once, parameters checked and converted, rows plain. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '../domain/model/errors.ts';
import type { Tx } from './connect.ts';
import { asInteger, guardValue } from './guard-value.ts';
import { parseStatement, type Statement } from './parse-statement.ts';

export interface QueryDefinition<P extends z.ZodType, R extends z.ZodType> {
  /** Path below `cypher/`. */
  file: string;
  mode: 'READ' | 'WRITE';
  params: P;
  row: R;
}
export interface Query<P, R> {
  readonly file: string;
  readonly statement: Statement;
  readonly mode: 'READ' | 'WRITE';
  readonly params: z.ZodType;
  readonly row: z.ZodType;
  /** @throws AppError `invalid` for a parameter the driver would alter; `internal` for a row of another shape where rows are checked. */
  run(tx: Tx, params: P): Promise<R[]>;
}

const CYPHER_FOLDER = new URL('../../cypher/', import.meta.url);
const defined: Query<never, unknown>[] = [];

/** Every query defined by the modules loaded so far: what the sweep test holds against the files. */
export function definedQueries(): readonly Query<never, unknown>[] {
  return defined;
}

/** Reads the statement and ties it to the shapes of its parameters and rows. */
export function defineQuery<P extends z.ZodType, R extends z.ZodType>({ file, mode, params, row }: QueryDefinition<P, R>): Query<z.infer<P>, z.infer<R>> {
  const statement = parseStatement(readFileSync(new URL(file, CYPHER_FOLDER), 'utf8'), file);
  const rows = z.array(row);
  const query: Query<z.infer<P>, z.infer<R>> = {
    file,
    statement,
    mode,
    params,
    row,
    async run(tx, given) {
      const found = await tx.run(statement.text, convert(statement, given));
      if (!tx.checkRows) return found as z.infer<R>[];
      const checked = rows.safeParse(found);
      if (!checked.success) throw new AppError('internal', `${file} gave a row of another shape: ${z.prettifyError(checked.error)}`);
      return checked.data;
    },
  };
  defined.push(query as Query<never, unknown>);
  return query;
}

/** Parameters as the header types them: an `int` goes as Neo4j's integer, whatever is nested too; JavaScript's numbers would arrive as floats. */
function convert({ params }: Statement, given: unknown): Record<string, unknown> {
  const values = new Map(Object.entries(given ?? {}));
  const converted: Record<string, unknown> = {};
  for (const { name, type } of params) {
    const value = values.get(name);
    converted[name] = type === 'int' && typeof value === 'number' ? asInteger(name, value) : guardValue(name, value);
  }
  return converted;
}
