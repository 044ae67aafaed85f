/** Shapes that the parameters and rows of many statements share. */
import { z } from 'zod';

/** The revision a reader sees: nothing above it is read. Where a statement writes, the revision the change makes. */
export const rev = z.int();
export const ids = z.array(z.string());
/** Names of the parts of a filter that are asked for; the values of the others ask nothing. */
export const asks = z.array(z.string());
const compared = <T extends z.ZodType>(value: T) => z.array(z.object({ fact: z.string(), value }));
/**
 * The conditions of a claim filter by the way they are tested. Each names a property of the claim. They are one parameter, because Neo4j plans a statement
 * anew for each size that a list has as a parameter of its own.
 */
export const claimFilterParam = z.strictObject({
  atLeast: compared(z.int()),
  atMost: compared(z.int()),
  /** A day, as a text. */
  after: compared(z.string()),
  is: compared(z.boolean()),
  anyOf: compared(ids),
  noneOf: compared(ids),
  asks,
  /** An end or qualifier is one of these. */
  entities: ids,
  /** Subject or object is of one of these types. */
  types: ids,
  /** Nothing its drawing may need is of one of these types. */
  typesNot: ids,
  /** The claim or a citation is of one of these. */
  datasets: ids,
  /** A figure is asked for: claims whose figures are being recomputed are left out. */
  filtersFigures: z.boolean(),
});
/** Properties of a node or a relationship. */
export const props = z.record(z.string(), z.unknown());

export const noParams = z.strictObject({});
export const atRevision = z.strictObject({ rev });
export const byIds = z.strictObject({ rev, ids });
export const byClaims = z.strictObject({ rev, claims: ids });
/** Records of one kind to be written, each with its properties. */
export const putSimple = z.strictObject({ rev, rows: z.array(z.object({ id: z.string(), props })) });

export const idRow = z.object({ id: z.string() });
/** A record as recorded: canonical JSON. */
export const jsonRow = z.object({ json: z.string() });
/** How many rows were written whole: fewer than were given where one names what is not there. */
export const written = z.object({ n: z.int() });
export const nothing = z.object({});
