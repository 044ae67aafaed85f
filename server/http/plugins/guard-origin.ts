/** Lets in only requests of our own pages: exact Host and Origin, and Sec-Fetch-Site (DNS rebinding, cross-site forms and posts fail). */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '../../domain/model/errors.ts';

/** Exact `host:port` values the server answers to. */
export function allowedHosts(port: number): Set<string> {
  const names = ['localhost', '127.0.0.1', '[::1]'];
  return new Set(port === 80 ? [...names, ...names.map((n) => `${n}:80`)] : names.map((n) => `${n}:${port}`));
}

/**
 * Why a request is refused, or undefined.
 * A person following a link from another site may open the page itself (a navigation cannot be read
 * by the other site, and frames are refused by CSP); every other cross-site request is refused.
 */
export function refusalOf(request: Pick<FastifyRequest, 'headers' | 'method'> & { route: string | undefined }, hosts: ReadonlySet<string>): string | undefined {
  const { host, origin } = request.headers;
  if (host === undefined || !hosts.has(host.toLowerCase())) return 'The Host header is not one this server answers to.';
  if (origin !== undefined && ![...hosts].some((h) => origin.toLowerCase() === `http://${h}`)) {
    return 'The request comes from a page of another origin.';
  }
  const site = request.headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return undefined;
  const opensPage =
    request.method === 'GET' &&
    // The route that will answer, not the address as written: /%61pi is /api.
    request.route !== undefined &&
    !request.route.startsWith('/api') &&
    request.headers['sec-fetch-mode'] === 'navigate' &&
    request.headers['sec-fetch-dest'] === 'document';
  return opensPage ? undefined : 'The request comes from another site.';
}

/** `hosts` is asked at each request, since the port is known only once the server listens. */
export function guardOrigin(app: FastifyInstance, hosts: () => ReadonlySet<string>): void {
  app.addHook('onRequest', async (request) => {
    const refusal = refusalOf({ headers: request.headers, method: request.method, route: request.routeOptions.url }, hosts());
    if (refusal !== undefined) throw new AppError('forbidden-origin', refusal);
  });
}
