/** Routes for roles, questions, predicates, types and statistics. */
import type { FastifyInstance } from 'fastify';
import { ROUTES } from '../../contract/routes.ts';
import { listPredicates } from '../../usecases/reading/list-predicates.ts';
import { listQuestions } from '../../usecases/reading/list-questions.ts';
import { listRoles } from '../../usecases/reading/list-roles.ts';
import { listTypes } from '../../usecases/reading/list-types.ts';
import { readStats } from '../../usecases/reading/read-stats.ts';
import type { RouteDeps } from '../app.ts';
import { registerRoute } from '../register-route.ts';

export async function listRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  const { db } = deps;
  registerRoute(app, ROUTES.listRoles, (input, c) => listRoles(db, input, c), deps);
  registerRoute(app, ROUTES.listQuestions, (input, c) => listQuestions(db, input, c), deps);
  registerRoute(app, ROUTES.listPredicates, (input, c) => listPredicates(db, input, c), deps);
  registerRoute(app, ROUTES.listTypes, (input, c) => listTypes(db, input, c), deps);
  registerRoute(app, ROUTES.readStats, (input, c) => readStats(db, input, c), deps);
}
