/** The OpenAPI description of a route of the contract: its input, its successful answer, and problem details for any other answer. */
import { problemDetails } from '../contract/problem.ts';
import type { RouteContract } from '../contract/route.ts';

export function openApiOf(route: RouteContract) {
  const { id, summary, tag, params, query, body, multipart, status = 200, alsoStatus, produces, response } = route;
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
      ...(alsoStatus === undefined ? {} : { [alsoStatus]: response }),
      default: { description: 'An error, as RFC 9457 problem details', content: { 'application/problem+json': { schema: problemDetails } } },
    },
  };
}
