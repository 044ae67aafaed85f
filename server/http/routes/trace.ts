/** Routes for paths between two sets of entities, what holds them up, and who stands between. */
import type { FastifyInstance } from 'fastify';
import { ROUTES } from '../../contract/routes.ts';
import { listBrokers } from '../../usecases/tracing/list-brokers.ts';
import { readWhatHolds } from '../../usecases/tracing/read-what-holds.ts';
import { tracePaths } from '../../usecases/tracing/trace-paths.ts';
import type { RouteDeps } from '../app.ts';
import { registerRoute } from '../register-route.ts';

export async function traceRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  registerRoute(app, ROUTES.tracePaths, (input, c) => tracePaths(deps.db, input, c), deps);
  registerRoute(app, ROUTES.readWhatHolds, (input, c) => readWhatHolds(deps.db, input, c), deps);
  registerRoute(app, ROUTES.listBrokers, (input, c) => listBrokers(deps.db, input, c), deps);
}
