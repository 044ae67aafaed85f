/** Pieces of requests used by several routes: clocks and pages in a query string, ids in a path. */
import { z } from "zod";
import { id } from "./records.ts";

export const idParams = z.strictObject({ id });
const flag = z.enum(["true", "false"]).transform((v) => v === "true");
const date = z.string().min(1).max(64);
/** The clocks in a query string. */
export const clockQuery = {
  happened: date.optional(),
  published: date.optional(),
  recorded: date.optional(),
  firmOnly: flag.optional(),
};
export const queryFlag = flag;
/** A list in a query string, comma-separated. */
export const commaList = <T extends z.ZodType<unknown, string>>(item: T) =>
  z
    .string()
    .max(4_000)
    .transform((s) => s.split(",").filter((part) => part.length > 0))
    .pipe(z.array(item).max(200));
export const limitQuery = (max: number, usual: number) =>
  z.coerce.number().int().min(1).max(max).default(usual);
export const offsetQuery = z.coerce.number().int().min(0).max(1_000_000).default(0);

/** Named limits of the API; a request past one is answered 413, 422 or 429 and names it. */
export const API_LIMITS = {
  /** Bytes of a JSON body. */
  bodyBytes: 1_048_576,
  /** Bytes of one uploaded file. */
  uploadBytes: 268_435_456,
  uploadFiles: 200,
  searchResults: 50,
  expandResults: 500,
  subgraphEntities: 2_000,
  subgraphClaims: 10_000,
  listResults: 500,
  exportClaims: 20_000,
  traceEnds: 500,
  tracePaths: 200,
  /** Claims a trace at a clock, or any read at the recorded clock, is computed over. */
  asOfClaims: 20_000,
  requestsPerMinute: 3_000,
} as const;
