/** Routes for whole cases. */
import type { FastifyInstance } from 'fastify';
import { ROUTES } from '../../contract/routes.ts';
import { copyCase } from '../../usecases/editing/copy-case.ts';
import { removeCase, sizeCase } from '../../usecases/editing/remove-case.ts';
import type { RouteDeps } from '../app.ts';
import { registerRoute } from '../register-route.ts';

export async function caseRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  const { db, largeChanges } = deps;
  const many = largeChanges ? { large: largeChanges } : {};
  registerRoute(app, ROUTES.copyCase, (input, c) => copyCase(db, input, { ...c, ...many }), deps);
  registerRoute(app, ROUTES.sizeCase, (input, c) => sizeCase(db, input, c), deps);
  registerRoute(app, ROUTES.removeCase, (input, c) => removeCase(db, input, { ...c, ...many }), deps);
}
