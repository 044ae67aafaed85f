/** The shape of one API route; the server registers it, the client calls it, OpenAPI is made from it. */
import type { z } from 'zod';

export interface RouteContract {
  /** Stem of the feature, also the OpenAPI operation id. */
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path with `:params`, starting with `/api`. */
  path: string;
  summary: string;
  tag: 'explore' | 'evidence' | 'trace' | 'records' | 'exchange' | 'system';
  /** `stream` routes have no overall deadline, only 10 s without progress. */
  kind: 'read' | 'write' | 'stream';
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** The body may list very many ids: its limit is `largeBodyBytes`. */
  largeBody?: boolean;
  /** The form of an upload, for OpenAPI; its parts are read as they come. */
  multipart?: z.ZodType;
  /** Status of the good answer; 200 unless said. */
  status?: number;
  /** Another status of a good answer of the same shape. */
  alsoStatus?: number;
  /** Media types of the good answer; JSON unless said. */
  produces?: readonly string[];
  response: z.ZodType;
}

/** Keeps the literal types of a route while checking its shape. */
export function defineRoute<const R extends RouteContract>(route: R): R {
  return route;
}
