/** Registers one route of the contract: it checks the input, sets the deadline, and sends the answer. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { API_LIMITS } from '../contract/parts.ts';
import { describeIssues, fieldsOf, found } from '../contract/describe-issues.ts';
import { isUndescribed } from '../contract/records.ts';
import { limitNamed } from '../contract/named-limit.ts';
import type { RouteContract } from '../contract/route.ts';
import { AppError, type Problem } from '../domain/model/errors.ts';
import { runInSlices } from '../graph/run-in-slices.ts';
import { jsonInSlices } from './json-in-slices.ts';
import { openApiOf } from './open-api-of.ts';
import { withDeadline } from './plugins/deadline.ts';
import { takeTurn, type TurnQueues } from './plugins/turn-queue.ts';

type Parsed<T> = T extends z.ZodType ? z.infer<T> : undefined;
export interface RouteInput<R extends RouteContract> {
  params: Parsed<R['params']>;
  query: Parsed<R['query']>;
  body: Parsed<R['body']>;
}
export interface HandlerContext {
  signal: AbortSignal;
  /** Of a heavy question: milliseconds that the database may take for a statement. Absent: its usual deadline for the whole. */
  idleMs?: number;
  request: FastifyRequest;
  reply: FastifyReply;
}
export type Handler<R extends RouteContract> = (input: RouteInput<R>, context: HandlerContext) => Promise<z.infer<R['response']>>;
/** Handler of a `stream` route. It sends the answer itself. */
export type StreamHandler<R extends RouteContract> = (input: RouteInput<R>, context: HandlerContext) => Promise<unknown>;

/**
 * A body that is missing is not an empty object: the contract says that it is required.
 * @throws AppError `invalid` with the fields of the route, where the body is missing or no object
 */
function requireObject(schema: z.ZodType, body: unknown): void {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return;
  const fields = fieldsOf(schema);
  const named = fields.length === 0 ? '' : ` with the fields of this request: ${fields.join(', ')}`;
  const remedy = `send a JSON object${named}${schema.safeParse({}).success ? '; {} where nothing is to be said' : ''}`;
  const fault =
    // Fastify gives null for a body that is missing, too.
    body === undefined || body === null
      ? { code: 'missing-body', message: 'The body of this request is missing, empty or null.' }
      : { code: 'not-an-object', message: `The body of this request is ${found(body)}, not an object.` };
  throw new AppError('invalid', fault.message, { problems: [{ ...fault, remedy, pointer: '' }] });
}

function parse(where: 'params' | 'query' | 'body', schema: z.ZodType | undefined, value: unknown): unknown {
  if (schema === undefined) return undefined;
  if (where === 'body') requireObject(schema, value);
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const { issues } = read.error;
  const problems = [...describeIssues(issues, schema, value)].map((problem): Problem => ({
    ...problem,
    message: `${where}${problem.pointer ?? ''}: ${problem.message}`,
  }));
  const [first] = issues;
  if (first?.code === 'too_big' && issues.every((issue) => issue.code === 'too_big')) {
    const name = limitNamed(first.message) ?? String(first.path.findLast((step) => typeof step === 'string') ?? where);
    const limit = { name, value: Number(first.maximum) };
    throw new AppError(
      'limit',
      `This request goes past the limit ${name} of ${limit.value} in its ${where}: ${problems[0]?.message ?? ''}. Ask for less, or in parts.`,
      { problems, limit },
    );
  }
  throw new AppError(
    // What the description of the API cannot say is refused with another status than what is not as described.
    issues.every(isUndescribed) ? 'refused' : 'invalid',
    `There ${problems.length === 1 ? 'is a fault' : `are ${problems.length} faults`} in the ${where} of this request: ${problems[0]?.message ?? ''}`,
    { problems },
  );
}

/** A parameter that the route does not know is refused; otherwise it would be ignored silently. */
const NO_QUERY = z.strictObject({});

export interface RegisterOptions {
  /** Compare each answer with the contract (in tests and development). A mismatch is an error of the server. */
  checkAnswers: boolean;
  /** Milliseconds that an answer may take, from when its turn has come. */
  deadlineMs: number;
  /** The same of a heavy question. */
  heavyDeadlineMs: number;
  /** Where heavy questions wait. */
  queues: TurnQueues;
  /** Throws where nothing can be asked yet; called before anything of the request is looked at. */
  requirePrepared: (request: FastifyRequest, route: Pick<RouteContract, 'kind'>) => Promise<void>;
}

function inputOf<R extends RouteContract>(route: R, request: FastifyRequest): RouteInput<R> {
  const input = {
    params: parse('params', route.params, request.params),
    query: parse('query', route.query ?? NO_QUERY, request.query),
    body: parse('body', route.body, request.body),
  };
  return input as RouteInput<R>;
}

/** A database that hangs is noticed as soon by a heavy question as by any other. */
const HEAVY_IDLE_MS = 9_500;
const databaseTimeOf = ({ heavy }: RouteContract): Pick<HandlerContext, 'idleMs'> => (heavy ? { idleMs: HEAVY_IDLE_MS } : {});

/** A route whose answer is a JSON object of the contract. */
export function registerRoute<R extends RouteContract>(app: FastifyInstance, route: R, handler: Handler<R>, options: RegisterOptions): void {
  app.route({
    method: route.method,
    url: route.path,
    ...(route.largeBody ? { bodyLimit: API_LIMITS.largeBodyBytes } : {}),
    schema: openApiOf(route),
    // `JSON.stringify` is used because a response schema makes large answers slower. Tests check the answers. A heavy answer is a text already.
    serializerCompiler: () => (data) => JSON.stringify(data),
    validatorCompiler: () => (data) => ({ value: data }),
    handler: async (request, reply) => {
      await options.requirePrepared(request, route);
      const input = inputOf(route, request);
      const endTurn = await takeTurn(options.queues, route.heavy, request, reply);
      // The turn ends with the work, which may go on a little after its deadline.
      const answer = await withDeadline(
        reply,
        (signal) => handler(input, { signal, request, reply, ...databaseTimeOf(route) }).finally(endTurn),
        route.heavy ? options.heavyDeadlineMs : options.deadlineMs,
      );
      if (options.checkAnswers) {
        const checked = route.response.safeParse(answer);
        if (!checked.success) throw new AppError('internal', 'The answer differs from the contract.', {}, { cause: checked.error });
      }
      const text = route.heavy ? await runInSlices(jsonInSlices(answer as object)) : answer;
      return reply
        .code(route.status ?? 200)
        .header('Cache-Control', 'no-store')
        .type('application/json; charset=utf-8')
        .send(text);
    },
  });
}

/** A route that sends its own answer: upload, download, event stream. Its handler must end it after 10 s without progress. */
export function registerStream<R extends RouteContract>(
  app: FastifyInstance,
  route: R,
  handler: StreamHandler<R>,
  { queues, requirePrepared }: Pick<RegisterOptions, 'queues' | 'requirePrepared'>,
): void {
  app.route({
    method: route.method,
    url: route.path,
    ...(route.largeBody ? { bodyLimit: API_LIMITS.largeBodyBytes } : {}),
    schema: openApiOf(route),
    serializerCompiler: () => (data) => (typeof data === 'string' ? data : JSON.stringify(data)),
    validatorCompiler: () => (data) => ({ value: data }),
    handler: async (request, reply) => {
      await requirePrepared(request, route);
      const input = inputOf(route, request);
      const endTurn = await takeTurn(queues, route.heavy, request, reply);
      const abort = new AbortController();
      const closed = new Promise<void>((resolve) => {
        if (reply.raw.closed) resolve();
        else reply.raw.once('close', resolve);
      });
      void closed.then(() => abort.abort(new AppError('timeout', 'The caller has gone.')));
      const work = handler(input, { signal: abort.signal, request, reply, ...databaseTimeOf(route) });
      // What is sent is worked out while it is sent.
      void Promise.allSettled([work, closed]).then(endTurn);
      await work;
      return reply;
    },
  });
}
