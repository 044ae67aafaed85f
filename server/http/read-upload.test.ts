/** Uploads of every kind: whole, broken, cut off, stalled, with folders. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendBytes, serveEdge, type Edge } from './testing/serve-edge.ts';

let edge: Edge;
beforeAll(async () => {
  edge = await serveEdge({ stallMs: 600 });
});
afterAll(() => edge.close());

const MARK = 'aBoundary0123456789';
const part = (name: string, content: string) =>
  `--${MARK}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/json\r\n\r\n${content}\r\n`;
async function upload(body: string, type = `multipart/form-data; boundary=${MARK}`) {
  const answer = await fetch(`${edge.url}/api/imports?wait=true`, { method: 'POST', headers: { 'content-type': type }, body });
  return { status: answer.status, body: (await answer.json()) as { code?: string; detail?: string; report?: { message: string } } };
}
const head = (length: number) =>
  `POST /api/imports?wait=true HTTP/1.1\r\nHost: HOST\r\nContent-Type: multipart/form-data; boundary=${MARK}\r\nContent-Length: ${length}\r\n\r\n`;

describe('a malformed upload is answered as an error of the client', () => {
  it.each([
    ['has no boundary', part('a.json', '{}') + `--${MARK}--\r\n`, 'multipart/form-data'],
    ['ends inside a part', part('a.json', '{"format":').trimEnd(), undefined],
    ['ends inside the head of a part', `--${MARK}\r\nContent-Disposition: form-da`, undefined],
    ['has another boundary than it says', part('a.json', '{}').replaceAll(MARK, 'another') + '--another--\r\n', undefined],
  ])('%s', async (_, body, type) => {
    const answer = await upload(body, type);
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid' } });
    expect(answer.body.detail).toMatch(/not well-formed multipart/);
    expect(edge.logged).toEqual([]);
  });
  it('nothing is logged when the client closes the connection', async () => {
    await sendBytes(edge.port, head(5_000) + part('a.json', '{"format":').trimEnd(), { hangUpAfterMs: 50 });
    await sendBytes(edge.port, head(5_000) + `--${MARK}\r\nContent-Dispo`, { hangUpAfterMs: 50 });
    await new Promise((settle) => setTimeout(settle, 100));
    expect(edge.logged).toEqual([]);
    expect(edge.uploads).toEqual([]);
  });
});

describe('an upload that stalls is ended', () => {
  it.each([
    ['before its first part', ''],
    ['inside the head of a part', `--${MARK}\r\nContent-Disposition: form-da`],
    ['inside a file', part('a.json', '{"format":').trimEnd()],
    ['between two files', part('a.json', '{}')],
  ])('%s', async (_, sent) => {
    const answer = await sendBytes(edge.port, head(5_000) + sent);
    expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '5', connection: 'close' } });
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'timeout' });
    expect(answer.ms).toBeLessThan(3_000);
  });
});

describe('a part that is not taken is named, with what to do', () => {
  const field = `--${MARK}\r\nContent-Disposition: form-data; name="dryRun"\r\n\r\ntrue\r\n`;
  it.each([
    ['no file at all', '', 'missing-file', '/file', 'The part "file" is missing: the upload holds no file.'],
    ['an option', field, 'no-file', '/dryRun', 'The part "dryRun" is no file.'],
    ['one file twice', part('a.json', '{}') + part('a.json', '{}'), 'duplicate-file', '/file', 'The part "file" holds a second file called "a.json".', 422],
  ])('%s', async (_, parts, code, pointer, detail, expected = 400) => {
    edge.uploads.length = 0;
    const { status, body } = await upload(`${parts}--${MARK}--\r\n`);
    expect({ status, body }).toMatchObject({
      status: expected,
      body: {
        code: expected === 422 ? 'refused' : 'invalid',
        detail,
        remedy: expect.stringContaining('send'),
        problems: [{ code, pointer, remedy: expect.stringContaining('send') }],
      },
    });
    expect(edge.uploads).toEqual([]);
  });
});

describe('files keep their folder', () => {
  it('so that two files of one name stay apart', async () => {
    edge.uploads.length = 0;
    await upload(`${part('f1/dataset.json', '{}')}${part('f2/dataset.json', '[]')}${part(String.raw`f3\deep\x.json`, '[]')}--${MARK}--\r\n`);
    expect(edge.uploads.map((files) => files.map((file) => file.name))).toEqual([['f1/dataset.json', 'f2/dataset.json', 'f3/deep/x.json']]);
  });
  it.each(['/etc/a.json', '../a.json', 'f/../../a.json', 'C:/a.json', String.raw`C:\a.json`, String.raw`..\a.json`, 'f//a.json', './a.json', 'f/'])(
    'but not "%s"',
    async (name) => {
      const answer = await upload(`${part(name, '{}')}--${MARK}--\r\n`);
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid' } });
      expect(answer.body.detail).toMatch(/relative path/);
    },
  );
});
