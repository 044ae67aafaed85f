/** Routes for the health of the process and of its database. */
import type { FastifyInstance } from 'fastify';
import { ROUTES } from '../../contract/routes.ts';
import type { RouteDeps } from '../app.ts';
import { readReadiness } from '../readiness.ts';
import { registerRoute } from '../register-route.ts';

export async function healthRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  // These are what a caller asks while nothing else is answered.
  const options = { ...deps, requirePrepared: async () => undefined };
  registerRoute(
    app,
    ROUTES.healthLive,
    async () => ({ status: 'live' as const, ...(deps.instance === undefined ? {} : { instance: deps.instance }) }),
    options,
  );
  registerRoute(app, ROUTES.healthReady, () => readReadiness(deps), options);
}
