/** 405 with Allow for a method that is not declared on a known path. */
import type { FastifyInstance } from 'fastify';
import type { RouteContract } from '../../contract/route.ts';
import { AppError } from '../../domain/errors.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

export function refuseOtherMethods(app: FastifyInstance, routes: Iterable<RouteContract>): void {
  const declared = new Map<string, Set<string>>();
  for (const route of routes) {
    const methods = declared.get(route.path) ?? new Set<string>();
    declared.set(route.path, methods.add(route.method));
  }
  for (const [path, methods] of declared) {
    const allow = [...methods, ...(methods.has('GET') ? ['HEAD'] : [])].toSorted().join(', ');
    const others = METHODS.filter((m) => !methods.has(m));
    app.route({
      method: others,
      url: path,
      schema: { hide: true } as object,
      // Before the body is read: what it holds does not matter.
      onRequest: async (request, reply) => {
        void reply.header('Allow', allow);
        throw new AppError('method-not-allowed', `${request.method} is not declared here. Allowed: ${allow}.`);
      },
      handler: async () => undefined,
    });
  }
}
