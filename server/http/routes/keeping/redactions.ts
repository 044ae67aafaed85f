/** Routes for redactions. */
import type { FastifyInstance } from 'fastify';
import { ROUTES } from '../../../contract/routes.ts';
import { liftRedaction } from '../../../usecases/redacting/lift-redaction.ts';
import { listRedactions } from '../../../usecases/redacting/list-redactions.ts';
import { createRedactions } from '../../../usecases/redacting/redact-person.ts';
import type { RouteDeps } from '../../app.ts';
import { registerRoute } from '../../register-route.ts';

export async function redactionRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  const { db, backups } = deps;
  const redactions = createRedactions(db, backups);
  registerRoute(app, ROUTES.listRedactions, (_input, c) => listRedactions(db, c), deps);
  registerRoute(app, ROUTES.planRedaction, (input) => redactions.plan(input), deps);
  registerRoute(app, ROUTES.redactPerson, (input) => redactions.redact(input), deps);
  registerRoute(app, ROUTES.liftRedaction, (input, c) => liftRedaction(db, backups, input, c), deps);
}
