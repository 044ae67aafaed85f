/** Calls a route of the API by its contract: parameters are typed, and every response is parsed. */
import { z } from 'zod';
import { CLIENT_HEADER, type RouteContract } from '../../server/contract/route.ts';
import { ApiError, errorOf } from './api-error.ts';
import { inTurn } from './in-turn.ts';
import { reach } from './reach.ts';
import { caseRevision } from './revision.ts';

type InputOf<R, K extends string> = R extends { [key in K]: infer S } ? (S extends z.ZodType ? z.input<S> : never) : undefined;
type Part<K extends string, T> = undefined extends T ? { [key in K]?: T } : { [key in K]: T };
type QueryPart<T> = T extends undefined ? { query?: undefined } : { query?: T };
export type CallInput<R extends RouteContract> = Part<'params', InputOf<R, 'params'>> &
  QueryPart<InputOf<R, 'query'>> &
  Part<'body', InputOf<R, 'body'>> & { signal?: AbortSignal };
export type Answer<R extends RouteContract> = z.output<R['response']>;

interface LooseInput {
  params?: unknown;
  query?: unknown;
  body?: unknown;
  /** Sent as a form, in place of a body. */
  form?: FormData;
  signal?: AbortSignal;
}

/** The address of a route with its parameters and query; undefined query values are left out. */
export function addressOf(route: RouteContract, input: LooseInput): string {
  const params = (input.params ?? {}) as Record<string, string>;
  const path = route.path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(params[key] ?? ''));
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries((input.query ?? {}) as Record<string, unknown>))
    if (value !== undefined && value !== '') query.set(key, String(value));
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Tells this tab from the others, so that the heavy questions of one do not take the places of all. */
const TAB = crypto.randomUUID();

/** The response to a request that succeeded, asked again while the server has no turn for it. */
function send(route: RouteContract, input: LooseInput): Promise<Response> {
  return inTurn(() => sendOnce(route, input), input.signal);
}

/** It also reports whether the server can be reached. */
async function sendOnce(route: RouteContract, input: LooseInput): Promise<Response> {
  const init: RequestInit = { method: route.method, headers: { accept: 'application/json', [CLIENT_HEADER]: TAB } };
  if (input.signal) init.signal = input.signal;
  if (input.form) init.body = input.form;
  if (input.body !== undefined) {
    init.body = JSON.stringify(input.body);
    init.headers = { ...init.headers, 'content-type': 'application/json' };
  }
  let response: Response;
  try {
    response = await fetch(addressOf(route, input), init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    reach.lose('offline');
    throw new ApiError('offline', 'The server could not be reached.');
  }
  if (response.ok) {
    reach.found();
    return response;
  }
  const error = await errorOf(response);
  if (error.code === 'offline') reach.lose('offline');
  else if (error.code === 'database-unavailable') reach.lose('database');
  else if (error.code === 'not-ready') reach.lose('preparing');
  else reach.found();
  if (error.code === 'not-found') caseRevision.doubt();
  throw error;
}

/**
 * Calls a route and parses its answer.
 * @throws ApiError with the code of the server; `offline` where nothing answered, `unreadable` where the answer does not match the contract
 */
export async function call<R extends RouteContract>(route: R, input: CallInput<R>): Promise<Answer<R>> {
  const carry = async (): Promise<Answer<R>> => parsedOf(route, await send(route, input));
  return route.kind === 'write' ? caseRevision.whileWriting(carry) : carry();
}

/** Calls a route that takes one file. */
export function callWithFile<R extends RouteContract>(route: R, file: File): Promise<Answer<R>> {
  return callWithFiles(route, [{ name: file.name, file }], {});
}

interface FormInput {
  query?: Record<string, string>;
  /** Further parts of the form, by name. */
  parts?: Record<string, string>;
  signal?: AbortSignal;
}
/** Calls a route that takes files, each by its name with folders. */
export async function callWithFiles<R extends RouteContract>(
  route: R,
  files: readonly { name: string; file: Blob }[],
  { parts = {}, ...input }: FormInput,
): Promise<Answer<R>> {
  const form = new FormData();
  for (const [name, value] of Object.entries(parts)) form.append(name, value);
  for (const { name, file } of files) form.append('file', file, name);
  return parsedOf(route, await send(route, { ...input, form }));
}

/** The revisions before and after a write of records. */
const written = z.object({ before: z.int(), after: z.int() });

async function parsedOf<R extends RouteContract>(route: R, response: Response): Promise<Answer<R>> {
  const parsed = route.response.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success) throw new ApiError('unreadable', `${route.id}: the answer does not fit the contract.`, response.status);
  // What is written has a revision of its own, as a saved set; an answer to a read names that of the case.
  const { revision } = parsed.data as { revision?: unknown };
  if (route.kind === 'read' && typeof revision === 'number') caseRevision.hear(revision);
  const step = written.safeParse(revision);
  if (route.kind === 'write' && step.success && step.data.after > step.data.before) caseRevision.own(step.data.after);
  return parsed.data as Answer<R>;
}

/** Calls a route that answers with a file. Returns its bytes and the name given by the server. */
export async function callForFile<R extends RouteContract>(route: R, input: CallInput<R>): Promise<{ blob: Blob; name: string }> {
  const response = await send(route, input);
  const disposition = response.headers.get('content-disposition') ?? '';
  const name = /filename="?([^";]+)"?/.exec(disposition)?.[1] ?? 'attest-export';
  return { blob: await response.blob(), name };
}
