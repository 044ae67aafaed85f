/** Routes for watches. */
import type { FastifyInstance } from 'fastify';
import { ROUTES } from '../../contract/routes.ts';
import { deleteWatch } from '../../usecases/watching/delete-watch.ts';
import { listWatches } from '../../usecases/watching/list-watches.ts';
import { markSeen } from '../../usecases/watching/mark-seen.ts';
import { saveWatch } from '../../usecases/watching/save-watch.ts';
import type { RouteDeps } from '../app.ts';
import { registerRoute } from '../register-route.ts';

export async function watchRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  const { db } = deps;
  registerRoute(app, ROUTES.listWatches, (input, c) => listWatches(db, input, c), deps);
  registerRoute(app, ROUTES.saveWatch, (input, c) => saveWatch(db, input, c), deps);
  registerRoute(app, ROUTES.markWatchSeen, (input, c) => markSeen(db, input, c), deps);
  registerRoute(app, ROUTES.deleteWatch, (input, c) => deleteWatch(db, input, c), deps);
}
