/** Routes for the evidence of a claim and for lists of claims, those that want corroboration among them. */
import type { FastifyInstance } from 'fastify';
import { ROUTES } from '../../contract/routes.ts';
import { listGaps } from '../../usecases/corroborating/list-gaps.ts';
import { listClaims } from '../../usecases/reading/list-claims.ts';
import { listTableRows } from '../../usecases/reading/list-table-rows.ts';
import { readEvidence } from '../../usecases/reading/read-evidence.ts';
import type { RouteDeps } from '../app.ts';
import { registerRoute } from '../register-route.ts';

export async function claimRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  registerRoute(app, ROUTES.readEvidence, (input, c) => readEvidence(deps.db, input, c), deps);
  registerRoute(app, ROUTES.listClaims, (input, c) => listClaims(deps.db, input, c), deps);
  registerRoute(app, ROUTES.listTableRows, (input, c) => listTableRows(deps.db, input, c), deps);
  registerRoute(app, ROUTES.listGaps, (input, c) => listGaps(deps.db, input, c), deps);
}
