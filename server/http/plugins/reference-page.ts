/**
 * Serves OpenAPI 3.1 at /api/openapi.json and a reference page at /api/docs, generated from the contract. The page has no inline script and makes no outside
 * request.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';

const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Attest API</title></head>
<body><div id="reference"></div><script src="/api/docs/scalar.js"></script><script src="/api/docs/init.js"></script></body>
</html>
`;
/** Each setting here stops the page from requesting something from a third party. */
const INIT = `Scalar.createApiReference('#reference', {
  url: '/api/openapi.json', withDefaultFonts: false, telemetry: false,
  agent: { disabled: true }, mcp: { disabled: true }, proxyUrl: '', hideClientButton: true
});
`;

/** The script of the reference page, from its npm package. */
function scalarScript(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@scalar/fastify-api-reference');
  return readFile(join(dirname(entry), 'js/standalone.js'), 'utf8');
}

/** Call it before the routes are registered, because it collects them as they are. */
export async function describeApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Attest',
        version,
        description: 'Every link with what holds it up. Errors are RFC 9457 problem details.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
    },
    transform: jsonSchemaTransform,
  });
}

/** Paths served here besides the routes of the contract. */
export const REFERENCE_PATHS = ['/api/openapi.json', '/api/docs', '/api/docs/init.js', '/api/docs/scalar.js'] as const;

export function serveReference(app: FastifyInstance): void {
  const hidden = { schema: { hide: true } as object };
  let script: Promise<string> | undefined;
  app.get('/api/openapi.json', hidden, async (_request, reply) => reply.header('Cache-Control', 'no-cache').send(app.swagger()));
  app.get('/api/docs', hidden, async (_request, reply) => reply.type('text/html; charset=utf-8').send(PAGE));
  app.get('/api/docs/init.js', hidden, async (_request, reply) => reply.type('text/javascript; charset=utf-8').send(INIT));
  app.get('/api/docs/scalar.js', hidden, async (_request, reply) => {
    script ??= scalarScript();
    return reply.type('text/javascript; charset=utf-8').send(await script);
  });
}
