/** Routes for change sets and the history of records. */
import type { FastifyInstance } from 'fastify';
import { ROUTES } from '../../contract/routes.ts';
import { commitChange } from '../../usecases/editing/commit-change.ts';
import { listChanges } from '../../usecases/editing/list-changes.ts';
import { planChanges } from '../../usecases/editing/plan-changes.ts';
import { readChange } from '../../usecases/editing/read-change.ts';
import { readHistory } from '../../usecases/editing/read-history.ts';
import { restoreRecords } from '../../usecases/editing/undo/restore-records.ts';
import { undoChange } from '../../usecases/editing/undo/undo-change.ts';
import type { RouteDeps } from '../app.ts';
import { registerRoute } from '../register-route.ts';

export async function changeRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  const { db, largeChanges } = deps;
  const many = largeChanges ? { large: largeChanges } : {};
  registerRoute(app, ROUTES.planChanges, (input, c) => planChanges(db, input, c), deps);
  registerRoute(app, ROUTES.commitChange, (input, c) => commitChange(db, input, c), deps);
  registerRoute(app, ROUTES.listChanges, (input, c) => listChanges(db, input, c), deps);
  registerRoute(app, ROUTES.readChange, (input, c) => readChange(db, input, c), deps);
  registerRoute(app, ROUTES.undoChange, (input, c) => undoChange(db, input, { ...c, ...many }), deps);
  registerRoute(app, ROUTES.restoreRecords, (input, c) => restoreRecords(db, input, { ...c, ...many }), deps);
  registerRoute(app, ROUTES.readHistory, (input, c) => readHistory(db, input, c), deps);
}
