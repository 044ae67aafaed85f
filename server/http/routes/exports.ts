/** Routes for exports: what the gate refuses, and the file itself. */
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { ROUTES } from '../../contract/routes.ts';
import { checkExport } from '../../usecases/publishing/check-export.ts';
import { checkPaths } from '../../usecases/publishing/check-paths.ts';
import { previewDossier } from '../../usecases/publishing/preview-dossier.ts';
import { writeExport } from '../../usecases/publishing/write-export.ts';
import type { RouteDeps } from '../app.ts';
import { withProgress } from '../plugins/progress-guard.ts';
import { registerRoute, registerStream } from '../register-route.ts';

export async function exportRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  const many = deps.largeExports ? { large: deps.largeExports } : {};
  registerRoute(app, ROUTES.checkExport, (input, c) => checkExport(deps.db, input, { ...c, ...many }), deps);
  registerRoute(app, ROUTES.checkPaths, (input, c) => checkPaths(deps.db, input, c), deps);
  registerRoute(app, ROUTES.previewDossier, (input, c) => previewDossier(deps.db, input, c), deps);
  registerStream(
    app,
    ROUTES.writeExport,
    async (input, { signal, idleMs, reply }) => {
      const file = await writeExport(deps.db, input, { signal, ...many, ...(idleMs === undefined ? {} : { idleMs }) });
      return reply
        .header('Cache-Control', 'no-store')
        .header('Content-Disposition', `attachment; filename="${file.filename}"`)
        .type(file.contentType)
        .send(Readable.from(withProgress(file.chunks, deps.stallMs)));
    },
    deps,
  );
}
