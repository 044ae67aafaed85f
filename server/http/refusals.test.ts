/** Every refusal, wherever it is made, is answered with problem details in time, and logs nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendBytes, serveEdge, type Edge } from './testing/serve-edge.ts';

let edge: Edge;
beforeAll(async () => {
  edge = await serveEdge({ deadlineMs: 400, headersMs: 600 });
});
afterAll(() => edge.close());

const send = (method: string, path: string, rest = '') => sendBytes(edge.port, `${method} ${path} HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n${rest}\r\n`);

describe('what the server refuses before any route is answered as problem details', () => {
  it.each([
    ['a path that is no text', 'GET', '/api/entities/%zz', '', 400, 'invalid'],
    ['a part of a path that is too long', 'GET', `/api/entities/${'a'.repeat(300)}`, '', 422, 'limit'],
    ['headers that are too large', 'GET', '/api/stats', `X-Large: ${'a'.repeat(20_000)}\r\n`, 413, 'too-large'],
    ['a method nobody knows', 'NOSUCH', '/api/stats', '', 400, 'invalid'],
  ])('%s', async (_, method, path, rest, status, code) => {
    const answer = await send(method, path, rest);
    expect(answer).toMatchObject({ status, headers: { 'content-type': expect.stringContaining('application/problem+json') } });
    expect(JSON.parse(answer.text)).toMatchObject({
      status,
      code,
      remedy: expect.stringMatching(/\w/),
      ...(status === 400 ? {} : { limit: { name: expect.any(String), value: expect.any(Number) } }),
    });
    expect(edge.logged).toEqual([]);
  });
});

describe('a method that is not declared', () => {
  it.each([
    ['PROPFIND', '/api/stats', 'GET, HEAD'],
    ['TRACE', '/api/stats', 'GET, HEAD'],
    ['HEAD', '/api/subgraph', 'POST'],
    ['PURGE', '/api/saved-sets/mine', 'DELETE, PUT'],
    ['POST', '/api/docs', 'GET, HEAD'],
    ['DELETE', '/api/openapi.json', 'GET, HEAD'],
    ['PUT', '/api/docs/scalar.js', 'GET, HEAD'],
  ])('%s %s is answered 405 with Allow', async (method, path, allow) => {
    const answer = await send(method, path);
    expect(answer).toMatchObject({ status: 405, headers: { allow } });
    if (method !== 'HEAD') expect(JSON.parse(answer.text)).toMatchObject({ code: 'method-not-allowed' });
  });
});

describe('an input', () => {
  const put = async (body: unknown) => {
    const sent = JSON.stringify(body);
    const { status, text } = await send(
      'PUT',
      '/api/saved-sets/mine',
      `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(sent)}\r\n\r\n${sent}`,
    );
    return { status, body: JSON.parse(text) as unknown };
  };
  it('that is not as the description says is answered 400', async () => {
    expect(await put({ name: ' a', ids: [7] })).toMatchObject({ status: 400, body: { code: 'invalid' } });
  });
  it('that is as the description says, but against a rule that it cannot tell, is answered 422', async () => {
    expect(await put({ name: '\u064B', ids: [] })).toMatchObject({ status: 422, body: { code: 'refused', problems: [{ pointer: '/name' }] } });
  });
  it.each([
    ['a list', '[]', 'not-an-object', 'is an empty list, not an object'],
    ['null', 'null', 'missing-body', 'missing, empty or null'],
    ['a text', '"x"', 'not-an-object', 'is "x", not an object'],
    ['blank', '  ', 'missing-body', 'missing, empty or null'],
    ['empty', '', 'missing-body', 'missing, empty or null'],
  ])('whose body is %s is answered with the fields of the route', async (_, sent, code, detail) => {
    const { status, text } = await send(
      'PUT',
      '/api/saved-sets/mine',
      `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(sent)}\r\n\r\n${sent}`,
    );
    expect([status, JSON.parse(text)]).toMatchObject([
      400,
      {
        detail: expect.stringContaining(detail),
        problems: [{ code, remedy: 'send a JSON object with the fields of this request: name, ids, query, revision' }],
      },
    ]);
  });
  it.each(['{"name"', '{} {}', '{"a":'.repeat(40)])('whose body is broken, as %j, is told nothing of files', async (sent) => {
    const { status, text } = await send(
      'PUT',
      '/api/saved-sets/mine',
      `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(sent)}\r\n\r\n${sent}`,
    );
    expect(status).toBe(400);
    expect(text.replaceAll('"file":"body"', '')).not.toMatch(/\bfile|attest\/1/);
  });
  it('that begins with a byte-order mark is read as without it', async () => {
    const sent = '\uFEFF{"name":" a","ids":[7]}';
    const { status, text } = await send(
      'PUT',
      '/api/saved-sets/mine',
      `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(sent)}\r\n\r\n${sent}`,
    );
    expect([status, JSON.parse(text)]).toMatchObject([400, { problems: [{ code: 'wrong-type', pointer: '/ids/0' }] }]);
  });
  it('with a date that is none is answered 400 with what to write instead', async () => {
    expect(await put({ name: 'a', query: { claims: { firstPublishedAfter: '05/07/2022' } } })).toMatchObject({
      status: 400,
      body: { problems: [{ code: 'invalid-date', pointer: '/query/claims/firstPublishedAfter', remedy: 'write 2022-07-05 (or 2022-05-07): which is it?' }] },
    });
    const { text } = await send('GET', '/api/stats?published=2022/7/5');
    expect(JSON.parse(text)).toMatchObject({
      status: 400,
      remedy: 'write 2022-07-05',
      problems: [{ code: 'no-date', pointer: '/published', remedy: 'write 2022-07-05' }],
    });
  });
});

it.each(['pruneExactly=35', 'pruneExactly=35&prune=false'])('an import with %s says that no prune is asked for', async (query) => {
  const { status, text } = await send('POST', `/api/imports?${query}`);
  expect([status, JSON.parse(text)]).toMatchObject([
    422,
    { code: 'refused', problems: [{ pointer: '/pruneExactly', remedy: 'send prune=true, too, or leave pruneExactly out' }] },
  ]);
});

describe('a client that stalls is disconnected', () => {
  it('inside a JSON body', async () => {
    const answer = await sendBytes(edge.port, 'POST /api/trace HTTP/1.1\r\nHost: HOST\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"from"');
    expect(answer).toMatchObject({ status: 503, headers: { connection: 'close' } });
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'timeout' });
    expect(answer.ms).toBeLessThan(3_000);
  });
  it('before the headers are whole', async () => {
    const answer = await sendBytes(edge.port, 'GET /api/stats HTTP/1.1\r\nHost: HOST\r\nX-Half');
    expect(answer).toMatchObject({ status: 503, headers: { 'content-type': expect.stringContaining('application/problem+json') } });
    expect(answer.ms).toBeLessThan(5_000);
  });
  it('and one that disconnects inside a JSON body logs nothing', async () => {
    await sendBytes(edge.port, 'POST /api/trace HTTP/1.1\r\nHost: HOST\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"from"', {
      hangUpAfterMs: 50,
    });
    await new Promise((settle) => setTimeout(settle, 500));
    expect(edge.logged).toEqual([]);
  });
});

it('a refusal of a whole request leaves the connection open', async () => {
  const answer = await fetch(`${edge.url}/api/nothing`);
  expect(answer.status).toBe(404);
  expect(answer.headers.get('connection')).toBe('keep-alive');
});

describe('a navigation of another site', () => {
  const navigated = 'Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n';
  it.each(['/api/stats', '/%61pi/stats', '/api/docs', '/%61%70%69/docs'])('into %s is refused, however it is written', async (path) => {
    expect(await send('GET', path, navigated)).toMatchObject({ status: 403 });
  });
});
