/** Routes for backups. The server listens on loopback alone: a backup holds private texts. */
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { ROUTES } from '../../../contract/routes.ts';
import { AppError } from '../../../domain/model/errors.ts';
import type { RouteDeps } from '../../app.ts';
import { withProgress } from '../../plugins/progress-guard.ts';
import { registerRoute, registerStream } from '../../register-route.ts';

export async function backupRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  const backups = () => {
    if (deps.backups) return deps.backups;
    throw new AppError('not-found', 'This server has no folder for backups.');
  };
  registerRoute(app, ROUTES.listBackups, async () => ({ backups: await backups().list(), kept: backups().kept, folder: backups().folder }), deps);
  registerRoute(app, ROUTES.makeBackup, () => backups().ask(), deps);
  registerStream(
    app,
    ROUTES.fetchBackup,
    async ({ params: { name } }, { reply }) => {
      const path = backups().pathOf(name);
      return reply
        .header('Cache-Control', 'no-store')
        .header('Content-Disposition', `attachment; filename="${name}"`)
        .type('application/gzip')
        .send(Readable.from(withProgress(createReadStream(path), deps.stallMs)));
    },
    deps,
  );
}
