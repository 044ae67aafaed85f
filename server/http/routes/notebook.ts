/** Routes for the notebook. */
import type { FastifyInstance } from 'fastify';
import { ROUTES } from '../../contract/routes.ts';
import { deleteEntry } from '../../usecases/notebook/delete-entry.ts';
import { listEntries } from '../../usecases/notebook/list-entries.ts';
import { readEntry } from '../../usecases/notebook/read-entry.ts';
import { saveEntry } from '../../usecases/notebook/save-entry.ts';
import type { RouteDeps } from '../app.ts';
import { registerRoute } from '../register-route.ts';

export async function notebookRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  const { db } = deps;
  registerRoute(app, ROUTES.listNotebook, (input, c) => listEntries(db, input, c), deps);
  registerRoute(app, ROUTES.readNotebookEntry, (input, c) => readEntry(db, input, c), deps);
  registerRoute(app, ROUTES.saveNotebookEntry, (input, c) => saveEntry(db, input, c), deps);
  registerRoute(app, ROUTES.deleteNotebookEntry, (input, c) => deleteEntry(db, input, c), deps);
}
