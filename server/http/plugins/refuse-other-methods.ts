/** Answers 405 with Allow for a method that a known path does not have. */
import type { FastifyInstance } from 'fastify';
import { METHODS } from 'node:http';
import { AppError } from '../../domain/model/errors.ts';

/** Every method a request can have. CONNECT is for proxies; Node itself refuses it. */
const ALL = METHODS.filter((method) => method !== 'CONNECT');

export function refuseOtherMethods(app: FastifyInstance, routes: Iterable<{ path: string; method: string }>): void {
  for (const method of ALL) if (!app.supportedMethods.includes(method)) app.addHttpMethod(method);
  const declared = new Map<string, Set<string>>();
  for (const route of routes) {
    const methods = declared.get(route.path) ?? new Set<string>();
    declared.set(route.path, methods.add(route.method));
  }
  for (const [path, methods] of declared) {
    const allow = [...methods, ...(methods.has('GET') ? ['HEAD'] : [])].toSorted().join(', ');
    const others = ALL.filter((m) => !methods.has(m) && !(m === 'HEAD' && methods.has('GET')));
    app.route({
      method: others,
      url: path,
      schema: { hide: true } as object,
      // Before the body is read, because it does not matter.
      onRequest: async (request, reply) => {
        void reply.header('Allow', allow);
        throw new AppError('method-not-allowed', `${request.method} is not declared here. Allowed: ${allow}.`);
      },
      handler: async () => undefined,
    });
  }
}
