/** The mapping of tables of other programs: which column says what. One file, or one part of a request, for any number of tables, each known by the names in its head. */
import { z } from 'zod';
import { entityType, id, plainText } from './records.ts';

export const MAPPING_FORMAT = 'attest-mapping/1';
export const MAPPING_LIMITS = { tables: 20, columns: 200, columnLength: 500, choices: 5_000 } as const;

/** A name in the head of a table. One that stands there twice is numbered ("Name (2)"), one that is empty is "column 3". */
const column = plainText.min(1).max(MAPPING_LIMITS.columnLength);
const cell = plainText.min(1).max(4_000);
/** What a column says, row by row, or one value for all rows. */
const valueOf = <T extends z.ZodType>(fixed: T) => z.union([z.strictObject({ column }), z.strictObject({ fixed })]);
const heads = z.array(column).min(2).max(MAPPING_LIMITS.columns);
/** Which of our types a cell means, where it is none of their names. */
const types = z
  .array(z.strictObject({ cell, type: entityType }))
  .max(MAPPING_LIMITS.choices)
  .optional();
/** Which entity of the case a cell means: the only way, besides its id, in which a table speaks of one that is there. */
const entities = z.array(z.strictObject({ cell, id })).max(MAPPING_LIMITS.choices).optional();

const claimsTable = z.strictObject({
  heads,
  /** Each row says that one entity stands in some way to another, or something of it. */
  rows: z.literal('claims'),
  /** What stands at the ends: names, ids of a table of entities that is imported with it, or ids of entities of the case. */
  ends: z.enum(['names', 'nodes', 'ids']),
  subject: column,
  object: column,
  /** What the object is: an entity, or a text. */
  objectIs: z.enum(['entity', 'text']),
  /** Needed where names stand at the ends. */
  subjectType: valueOf(entityType).optional(),
  objectType: valueOf(entityType).optional(),
  types,
  /** The words of a column or fixed ones, or the id of a predicate. */
  predicate: z.union([z.strictObject({ column }), z.strictObject({ fixed: cell }), z.strictObject({ id })]),
  /** Which predicate the words of a cell mean. */
  predicates: z.array(z.strictObject({ cell, id })).max(MAPPING_LIMITS.choices).optional(),
  entities,
  /** Where a row has it from; without any of them, from the file itself. */
  sourceTitle: valueOf(cell).optional(),
  sourcePublisher: valueOf(cell).optional(),
  sourceAddress: valueOf(cell).optional(),
  happened: column.optional(),
  published: column.optional(),
  /** Which comes first in a date like 03/04/2021; absent: such a date is not taken, unless it can be read in one way only. */
  dateOrder: z.enum(['day', 'month']).optional(),
  /** The number of the paragraph in the source, or another place. */
  place: column.optional(),
  /** The words of the passage. */
  quote: column.optional(),
  note: column.optional(),
});
const entitiesTable = z.strictObject({
  heads,
  /** Each row is an entity, of which the rows of another table speak by its id. */
  rows: z.literal('entities'),
  id: column,
  name: column,
  type: valueOf(entityType),
  types,
  kind: column.optional(),
  entities,
});
export const tableMapping = z.discriminatedUnion('rows', [claimsTable, entitiesTable]);
export const tableMappings = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(MAPPING_FORMAT),
  tables: z.array(tableMapping).min(1).max(MAPPING_LIMITS.tables),
});
export type ClaimsMapping = z.infer<typeof claimsTable>;
export type EntitiesMapping = z.infer<typeof entitiesTable>;
export type TableMapping = z.infer<typeof tableMapping>;
export type TableMappings = z.infer<typeof tableMappings>;

/** The columns of a table by the part that each plays; a part that no column plays is absent. */
export function columnsOf(mapping: TableMapping): string[] {
  const { heads: _heads, types: _types, entities: _entities, ...parts } = mapping;
  return Object.entries(parts).flatMap(([part, value]) => {
    if (typeof value === 'object' && !Array.isArray(value)) return 'column' in value ? [value.column] : [];
    return typeof value === 'string' && COLUMN_PARTS.has(part) ? [value] : [];
  });
}
const COLUMN_PARTS: ReadonlySet<string> = new Set(['subject', 'object', 'happened', 'published', 'place', 'quote', 'note', 'id', 'name', 'kind']);

/** Tables with the same names in their heads, in whatever order, are mapped alike. */
export const headsKey = (names: readonly string[]): string => JSON.stringify([...names].sort());
