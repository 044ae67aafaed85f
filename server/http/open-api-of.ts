/** The OpenAPI description of a route of the contract: its input, its successful answer, and problem details for any other answer. */
import { z } from 'zod';
import { problemDetails } from '../contract/problem.ts';
import { STATUS_OF_CODE } from '../domain/model/errors.ts';
import type { RouteContract } from '../contract/route.ts';

const AS_PROBLEM = 'An error, as RFC 9457 problem details';
const problem = { 'application/problem+json': { schema: problemDetails } };
/** Where the two statuses differ that tell of a fault in what was sent. */
const DESCRIPTIONS: Readonly<Record<number, string>> = {
  400: 'The request is not as described here, as RFC 9457 problem details',
  422: 'The request is as described here, but goes past a limit or against a rule that no schema can say, as RFC 9457 problem details',
};
/** Every status that an error may have. */
const STATUSES = [...new Set(Object.values(STATUS_OF_CODE))].toSorted((a, b) => a - b);

/** One event of a stream: its data is JSON in a text. */
const event = z.looseObject({ event: z.string(), data: z.string().meta({ contentMediaType: 'application/json' }) });

export function openApiOf(route: RouteContract) {
  const { id, summary, tag, params, query, body, multipart, status = 200, alsoStatuses = [], produces } = route;
  const response = produces?.includes('text/event-stream') ? event : route.response;
  return {
    operationId: id,
    summary,
    tags: [tag],
    ...(params ? { params } : {}),
    ...(query ? { querystring: query } : {}),
    ...(body ? { body } : {}),
    ...(multipart ? { body: multipart, consumes: ['multipart/form-data'] } : {}),
    ...(produces ? { produces: [...produces] } : {}),
    response: {
      [status]: response,
      ...Object.fromEntries(STATUSES.map((known) => [known, { description: DESCRIPTIONS[known] ?? AS_PROBLEM, content: problem }])),
      ...Object.fromEntries(
        alsoStatuses.map((also) => [
          also,
          also < 400
            ? response
            : { description: 'The same with what went wrong, or problem details', content: { 'application/json': { schema: response }, ...problem } },
        ]),
      ),
      default: { description: AS_PROBLEM, content: problem },
    },
  };
}
