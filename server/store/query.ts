/** A statement of `cypher/` as a typed function: found by its name, with parameters checked and converted, and rows as plain objects. */
import { readFileSync, readdirSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '../domain/model/errors.ts';
import type { Tx } from './connect.ts';
import { guardValue } from './guard-value.ts';
import { parseStatements, type Statement } from './parse-statements.ts';

export interface QueryDefinition<P extends z.ZodObject, R extends z.ZodObject> {
  /** The statement's `@name`. */
  name: string;
  /** All its parameters. Their types, and those of the rows, are declared only here. */
  params: P;
  /** All columns it returns; an empty object where it returns nothing. */
  row: R;
  /**
   * A parameter, a list of ids each of which is answered without the others: more than `IDS_AT_ONCE` are sent in turns. Rows are then a set without an order;
   * one that two turns give is given once.
   */
  inTurns?: keyof z.infer<P> & string;
}
/** Ids sent to a statement at once. A list of parameters is held in the database's memory whole, whatever a transaction may use: half a million ended it. */
export const IDS_AT_ONCE = 5_000;
export interface Query<P, R> {
  readonly statement: Statement;
  readonly params: z.ZodObject;
  readonly row: z.ZodObject;
  /** @throws AppError `invalid` for a parameter that the driver would change; `internal` for a row with another shape, where rows are checked */
  run(tx: Tx, params: P): Promise<R[]>;
  /** The same, a row at a time and in one turn. */
  stream(tx: Tx, params: P): AsyncIterable<R>;
}

const CYPHER_FOLDER = new URL('../../cypher/', import.meta.url);
const statements = parseStatements(
  readdirSync(CYPHER_FOLDER)
    .filter((file) => file.endsWith('.cypher'))
    .sort()
    .map((file) => [file, readFileSync(new URL(file, CYPHER_FOLDER), 'utf8')] as const),
);
const defined: Query<never, unknown>[] = [];

/** Every statement of `cypher/`, and every query defined by the modules loaded so far. The sweep test compares the two. */
export function statementsAndQueries(): { statements: readonly Statement[]; queries: readonly Query<never, unknown>[] } {
  return { statements: [...statements.values()], queries: defined };
}

/**
 * Connects a statement with the shapes of its parameters and rows.
 * @throws Error where no statement has the name
 */
export function defineQuery<P extends z.ZodObject, R extends z.ZodObject>({
  name,
  params,
  row,
  inTurns,
}: QueryDefinition<P, R>): Query<z.infer<P>, z.infer<R>> {
  const statement = statements.get(name);
  if (!statement) throw new Error(`No statement of cypher/ is named ${name}`);
  const names = Object.keys(params.shape);
  const rows = z.array(row);
  const query: Query<z.infer<P>, z.infer<R>> = {
    statement,
    params,
    row,
    async run(tx, given) {
      const turns = inTurns === undefined ? [given] : turnsOf(given, inTurns);
      const answers: unknown[][] = [];
      for (const turn of turns) answers.push(await tx.run(statement.text, convert(names, turn)));
      const found = turns.length === 1 ? (answers[0] ?? []) : distinct(answers.flat());
      if (!tx.checkRows) return found as z.infer<R>[];
      const checked = rows.safeParse(found);
      if (!checked.success) throw new AppError('internal', `${name} gave a row of another shape: ${z.prettifyError(checked.error)}`);
      return checked.data;
    },
    async *stream(tx, given) {
      for await (const found of tx.stream(statement.text, convert(names, given))) {
        if (tx.checkRows) {
          const checked = row.safeParse(found);
          if (!checked.success) throw new AppError('internal', `${name} gave a row of another shape: ${z.prettifyError(checked.error)}`);
        }
        yield found as z.infer<R>;
      }
    },
  };
  defined.push(query as Query<never, unknown>);
  return query;
}

/** The same parameters in as many turns as the list needs: one where it is short or empty. */
function turnsOf<P extends Record<string, unknown>>(given: P, list: keyof P): P[] {
  const all = given[list] as readonly string[];
  const turns = Array.from({ length: Math.ceil(all.length / IDS_AT_ONCE) }, (_, i) => all.slice(i * IDS_AT_ONCE, (i + 1) * IDS_AT_ONCE));
  return turns.length <= 1 ? [given] : turns.map((ids) => ({ ...given, [list]: ids }));
}

/** Rows without those that are equal to an earlier one. */
function distinct(rows: readonly unknown[]): unknown[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

/** The parameters of a statement. Whole numbers become integers of Neo4j, because JavaScript numbers would arrive as floats. */
function convert(names: readonly string[], given: Record<string, unknown>): Record<string, unknown> {
  const values = new Map(Object.entries(given));
  return Object.fromEntries(names.map((name) => [name, guardValue(name, values.get(name))]));
}
