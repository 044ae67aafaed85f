/** Routes for entities and what is said: search, read, neighbours, expand, subgraph. */
import type { FastifyInstance } from 'fastify';
import { ROUTES } from '../../contract/routes.ts';
import { expandEntity } from '../../usecases/reading/expand-entity.ts';
import { readEntity } from '../../usecases/reading/read-entity.ts';
import { readSubgraph } from '../../usecases/reading/read-subgraph.ts';
import { searchEntities } from '../../usecases/reading/search-entities.ts';
import { searchSaid } from '../../usecases/reading/search-said.ts';
import { summarizeNeighbours } from '../../usecases/reading/summarize-neighbours.ts';
import type { RouteDeps } from '../app.ts';
import { registerRoute } from '../register-route.ts';

export async function entityRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  const { db } = deps;
  registerRoute(app, ROUTES.searchEntities, (input, c) => searchEntities(db, input, c), deps);
  registerRoute(app, ROUTES.searchSaid, (input, c) => searchSaid(db, input, c), deps);
  registerRoute(app, ROUTES.readEntity, (input, c) => readEntity(db, input, c), deps);
  registerRoute(app, ROUTES.summarizeNeighbours, (input, c) => summarizeNeighbours(db, input, c), deps);
  registerRoute(app, ROUTES.expandEntity, (input, c) => expandEntity(db, input, c), deps);
  registerRoute(app, ROUTES.readSubgraph, (input, c) => readSubgraph(db, input, c), deps);
}
