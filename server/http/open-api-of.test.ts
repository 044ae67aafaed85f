/** The OpenAPI description of each route says what is sent and what is answered, errors included. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { STATUS_OF_CODE } from '../domain/model/errors.ts';
import { API_LIMITS } from '../contract/parts.ts';
import { ROUTES } from '../contract/routes.ts';
import { serveEdge, type Edge } from './testing/serve-edge.ts';

interface Operation {
  operationId: string;
  parameters?: { name: string; schema: { pattern?: string } }[];
  requestBody?: { content: Record<string, { schema: { properties?: Record<string, { items?: { format?: string } }> } }> };
  responses: Record<string, { description: string; content: Record<string, { schema: { properties?: object } }> }>;
}
let edge: Edge;
let operations: Map<string, Operation>;
beforeAll(async () => {
  edge = await serveEdge();
  const { paths } = (await (await fetch(`${edge.url}/api/openapi.json`)).json()) as { paths: Record<string, Record<string, Operation>> };
  operations = new Map(Object.values(paths).flatMap((path) => Object.values(path).map((one) => [one.operationId, one])));
});
afterAll(() => edge.close());

it('every route may answer with problem details', () => {
  for (const { id } of Object.values(ROUTES)) {
    const responses = operations.get(id)?.responses ?? {};
    for (const status of ['default', ...new Set(Object.values(STATUS_OF_CODE).map(String))]) {
      const properties = responses[status]?.content['application/problem+json']?.schema.properties ?? {};
      expect(Object.keys(properties), `${id} ${status}`).toEqual(expect.arrayContaining(['type', 'title', 'status', 'detail', 'limit']));
    }
  }
});
it('an import takes files as multipart, and answers at once or at its end', () => {
  const { requestBody, responses } = operations.get('start-import') ?? expect.fail('not described');
  expect(requestBody?.content['multipart/form-data']?.schema.properties?.file?.items?.format).toBe('binary');
  const answers = (status: string) => Object.keys(responses[status]?.content ?? {});
  expect([answers('200'), answers('202')]).toEqual([['application/json'], ['application/json']]);
  expect(answers('422')).toEqual(['application/json', 'application/problem+json']);
});
it('streams have their media type', () => {
  const typesOf = (id: string) => Object.keys(operations.get(id)?.responses['200']?.content ?? {});
  expect(typesOf('watch-import')).toEqual(['text/event-stream']);
  expect(typesOf('write-export')).toEqual([
    'application/zip',
    'text/markdown',
    'text/html',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'text/plain',
    'image/svg+xml',
    'image/png',
  ]);
  expect(typesOf('read-stats')).toEqual(['application/json']);
});

it('a stream of events is described event by event', () => {
  expect(operations.get('watch-import')?.responses['200']?.content['text/event-stream']?.schema).toMatchObject({
    required: ['event', 'data'],
    properties: { data: { type: 'string', contentMediaType: 'application/json' } },
  });
});
it('what zod checks beyond the shape is in the description', () => {
  const bodyOf = (id: string) => operations.get(id)?.requestBody?.content['application/json']?.schema;
  expect(bodyOf('trace-paths')).toMatchObject({ properties: { from: { minProperties: 1 }, to: { minProperties: 1 } } });
  expect(bodyOf('save-set')).toMatchObject({ oneOf: [{ required: ['ids'] }, { required: ['query'] }] });
});
it('the dates of a request are described by their forms, and what a form cannot say has a status of its own', () => {
  for (const { operationId, parameters = [], responses } of operations.values()) {
    for (const { name, schema } of parameters) {
      if (!['happened', 'published', 'recorded'].includes(name)) continue;
      const pattern = new RegExp(schema.pattern ?? expect.fail(`${operationId} ${name}`), 'u');
      expect(
        ['2024', '2024-02-29', '2023/2024', '2024-21~'].every((date) => pattern.test(date)),
        operationId,
      ).toBe(true);
      expect(
        ['', 'soon', '2023-02-29', '2024/..'].filter((date) => pattern.test(date)),
        operationId,
      ).toEqual([]);
    }
    expect(responses['400']?.description, operationId).not.toBe(responses['422']?.description);
  }
});
it('an upload holds files and nothing else', () => {
  expect(operations.get('start-import')?.requestBody?.content['multipart/form-data']?.schema).toMatchObject({
    required: ['file'],
    additionalProperties: false,
    properties: { file: { minItems: 1, maxItems: API_LIMITS.uploadFiles } },
  });
});
it('no answer is described by closed objects that exclude each other', () => {
  for (const { responses, operationId } of operations.values()) expect(JSON.stringify(responses), operationId).not.toContain('"allOf"');
});
