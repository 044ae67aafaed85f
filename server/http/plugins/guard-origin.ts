/**
 * Accepts only requests of the product's own pages: Host and Origin must match exactly, and Sec-Fetch-Site is checked. This stops DNS rebinding and requests
 * from other sites.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '../../domain/model/errors.ts';

/** The exact `host:port` values that the server answers to. */
export function allowedHosts(port: number): Set<string> {
  const names = ['localhost', '127.0.0.1', '[::1]'];
  return new Set(port === 80 ? [...names, ...names.map((n) => `${n}:80`)] : names.map((n) => `${n}:${port}`));
}

/**
 * Why a request is refused; undefined where it is accepted. A person who follows a link on another site may open the page: the other site cannot read it, and
 * CSP refuses frames. Every other cross-site request is refused.
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
    // The matched route is compared and not the address as written, because /%61pi is /api too.
    request.route !== undefined &&
    !request.route.startsWith('/api') &&
    request.headers['sec-fetch-mode'] === 'navigate' &&
    request.headers['sec-fetch-dest'] === 'document';
  return opensPage ? undefined : 'The request comes from another site.';
}

/** Registers the guard. `hosts` is called at each request, because the port is known only once the server listens. */
export function guardOrigin(app: FastifyInstance, hosts: () => ReadonlySet<string>): void {
  app.addHook('onRequest', async (request) => {
    const refusal = refusalOf({ headers: request.headers, method: request.method, route: request.routeOptions.url }, hosts());
    if (refusal !== undefined) throw new AppError('forbidden-origin', refusal);
  });
}
