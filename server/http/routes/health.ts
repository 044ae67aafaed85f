/** Routes for the health of the process and of its database. */
import type { FastifyInstance } from 'fastify';
import { ROUTES } from '../../contract/routes.ts';
import { requireSpace } from '../../domain/model/disk-space.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { RouteDeps } from '../app.ts';
import { registerRoute } from '../register-route.ts';

export async function healthRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  registerRoute(app, ROUTES.healthLive, async () => ({ status: 'live' as const, ...(deps.instance === undefined ? {} : { instance: deps.instance }) }), deps);
  registerRoute(
    app,
    ROUTES.healthReady,
    async () => {
      // Reads may still be answered; whoever looks here has to hear of it before the first write is refused.
      requireSpace(deps.disk);
      const { revision } = await deps.db.ready();
      if (!deps.isPrepared())
        throw new AppError('database-unavailable', 'The database answers, and is being prepared: schema and first data.', { retryAfter: 2 });
      return { status: 'ready' as const, revision };
    },
    deps,
  );
}
