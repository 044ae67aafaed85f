/** Routes for stored views. */
import type { FastifyInstance } from 'fastify';
import { ROUTES } from '../../contract/routes.ts';
import { deleteView } from '../../usecases/keeping/delete-view.ts';
import { readView } from '../../usecases/keeping/read-view.ts';
import { storeView } from '../../usecases/keeping/store-view.ts';
import type { RouteDeps } from '../app.ts';
import { registerRoute } from '../register-route.ts';

export async function viewStateRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  const { db } = deps;
  registerRoute(app, ROUTES.storeView, (input, c) => storeView(db, input, c), deps);
  registerRoute(app, ROUTES.readView, (input, c) => readView(db, input, c), deps);
  registerRoute(app, ROUTES.deleteView, (input, c) => deleteView(db, input, c), deps);
}
