/** Serves the built client. Fingerprinted assets may be cached forever; the page is requested anew each time. */
import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

export async function serveClient(app: FastifyInstance, dir: string): Promise<void> {
  if (!existsSync(dir)) {
    app.log.warn({ dir }, 'no built client: only the API is served');
    return;
  }
  await app.register(fastifyStatic, {
    root: dir,
    prefix: '/',
    wildcard: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      void reply.header('Cache-Control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}
