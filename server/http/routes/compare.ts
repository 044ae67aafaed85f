/** Routes that compare two states of the case. */
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { ROUTES } from '../../contract/routes.ts';
import { compareCases } from '../../usecases/comparing/compare-cases.ts';
import { readSubgraph } from '../../usecases/reading/read-subgraph.ts';
import { writeComparison } from '../../usecases/comparing/write-comparison.ts';
import type { RouteDeps } from '../app.ts';
import { withProgress } from '../plugins/progress-guard.ts';
import { registerRoute, registerStream } from '../register-route.ts';

export async function compareRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  registerRoute(app, ROUTES.compareCases, (input, c) => compareCases(deps.db, input, c), deps);
  registerRoute(
    app,
    ROUTES.drawCompared,
    ({ body: { ids, state: { draft, ...clocks } = {} } }, c) => readSubgraph(deps.db, { body: { ids, clocks, draft } }, c),
    deps,
  );
  registerStream(
    app,
    ROUTES.writeComparison,
    async (input, { signal, idleMs, reply }) => {
      const table = await writeComparison(deps.db, input, { signal, ...(idleMs === undefined ? {} : { idleMs }) });
      return reply
        .header('Cache-Control', 'no-store')
        .header('Content-Disposition', 'attachment; filename="comparison.csv"')
        .type('text/csv; charset=utf-8')
        .send(Readable.from(withProgress(table, deps.stallMs)));
    },
    deps,
  );
}
