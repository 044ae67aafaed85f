/** The route for paths between two sets of entities. */
import type { FastifyInstance } from 'fastify';
import { ROUTES } from '../../contract/routes.ts';
import { tracePaths } from '../../usecases/tracing/trace-paths.ts';
import type { RouteDeps } from '../app.ts';
import { registerRoute } from '../register-route.ts';

export async function traceRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  registerRoute(app, ROUTES.tracePaths, (input, c) => tracePaths(deps.db, input, c), deps);
}
