/** A body that is not as the API description says is answered 400, and one that only a rule refuses that no schema can say 422, whichever route it is sent to. */
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ROUTES } from '../contract/routes.ts';
import { serveEdge, type Edge } from './testing/serve-edge.ts';

let edge: Edge;
beforeAll(async () => {
  edge = await serveEdge();
});
afterAll(() => edge.close());

/** Bodies with a fault each that is a refinement of the contract. */
const FAULTY: readonly [route: 'listTableRows' | 'saveSet' | 'tracePaths' | 'readSubgraph' | 'checkExport', body: object][] = [
  ['listTableRows', {}],
  ['listTableRows', { filter: {}, claims: ['a'] }],
  ['listTableRows', { claims: ['none'] }],
  ['saveSet', { name: 'a' }],
  ['saveSet', { name: 'a', ids: [], query: { claims: {} } }],
  ['saveSet', { name: 'a\u202E', ids: [] }],
  ['saveSet', { name: '\u200B', ids: [] }],
  ['saveSet', { name: '\u{E0067}', ids: [] }],
  ['saveSet', { name: '\u20D0', ids: [] }],
  ['tracePaths', { from: {}, to: { ids: ['a'] } }],
  ['tracePaths', { from: { ids: ['unknown'] }, to: { ids: ['a'] } }],
  ['readSubgraph', { ids: ['value'] }],
  ['checkExport', { title: 'a\u2066' }],
];

/** Whether the body is as the description says, by the validator that the framework brings. */
async function isAsDescribed(route: (typeof FAULTY)[number][0], body: object): Promise<boolean> {
  const app = Fastify({ ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false, strict: false } } });
  const { $schema: _, ...schema } = z.toJSONSchema(ROUTES[route].body, { io: 'input' });
  app.post('/', { schema: { body: schema } }, () => ({}));
  const { statusCode } = await app.inject({ method: 'POST', url: '/', payload: body });
  await app.close();
  return statusCode === 200;
}

describe('a body with one fault', () => {
  it.each(FAULTY)('of %s: %j', async (name, body) => {
    const { method, path } = ROUTES[name];
    const answer = await fetch(`${edge.url}${path.replace(':id', 'mine')}`, {
      method,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
    const { code, problems } = (await answer.json()) as { code: string; problems: { remedy: string }[] };
    expect([answer.status, code]).toEqual((await isAsDescribed(name, body)) ? [422, 'refused'] : [400, 'invalid']);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.remedy).not.toContain('as its description says');
  });
  it('both kinds are among them', async () => {
    const described = await Promise.all(FAULTY.map(([name, body]) => isAsDescribed(name, body)));
    expect([...new Set(described)].sort()).toEqual([false, true]);
  });
});
