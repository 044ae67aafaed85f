/** Routes for saved sets. */
import type { FastifyInstance } from 'fastify';
import { ROUTES } from '../../contract/routes.ts';
import { deleteSavedSet } from '../../usecases/keeping/delete-saved-set.ts';
import { listSavedSets } from '../../usecases/keeping/list-saved-sets.ts';
import { readSavedSet } from '../../usecases/keeping/read-saved-set.ts';
import { saveSet } from '../../usecases/keeping/save-set.ts';
import type { RouteDeps } from '../app.ts';
import { registerRoute } from '../register-route.ts';

export async function savedSetRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  const { db } = deps;
  registerRoute(app, ROUTES.listSavedSets, (input, c) => listSavedSets(db, input, c), deps);
  registerRoute(app, ROUTES.saveSet, (input, c) => saveSet(db, input, c), deps);
  registerRoute(app, ROUTES.deleteSavedSet, (input, c) => deleteSavedSet(db, input, c), deps);
  registerRoute(app, ROUTES.readSavedSet, (input, c) => readSavedSet(db, input, c), deps);
}
