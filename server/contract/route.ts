/** The shape of an API route: the server registers it, the client calls it, and OpenAPI is generated from it. */
import type { z } from 'zod';

/** Kinds of heavy questions: those of one kind wait for each other. */
export const HEAVY_KINDS = ['trace', 'subgraph', 'export', 'compare'] as const;
export type HeavyKind = (typeof HEAVY_KINDS)[number];
/** Header by which the tabs and programs of one machine are told apart. */
export const CLIENT_HEADER = 'attest-client';

export interface RouteContract {
  /** Name of the feature; also the OpenAPI operation id. */
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path with `:params`, starting with `/api`. */
  path: string;
  summary: string;
  tag: 'explore' | 'evidence' | 'trace' | 'records' | 'exchange' | 'system';
  /** A `stream` route has no overall deadline; it ends after 10 s without progress. */
  kind: 'read' | 'write' | 'stream';
  /** A heavy question: it waits for its turn among those of its kind. */
  heavy?: HeavyKind;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** The body may hold very many ids: its limit is `largeBodyBytes`. */
  largeBody?: boolean;
  /** The form of an upload, for OpenAPI only; its parts are parsed as they arrive. */
  multipart?: z.ZodType;
  /** Status of a successful answer; default 200. */
  status?: number;
  /** Further statuses of an answer with the same shape; those from 400 up may also come as problem details. */
  alsoStatuses?: readonly number[];
  /** Media types of a successful answer; default JSON. */
  produces?: readonly string[];
  response: z.ZodType;
}

/** Keeps the literal types of a route while checking its shape. */
export function defineRoute<const R extends RouteContract>(route: R): R {
  return route;
}
