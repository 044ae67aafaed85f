/** Routes for sources and voices, with the claims that rest on them. */
import type { FastifyInstance } from 'fastify';
import { ROUTES } from '../../contract/routes.ts';
import { readVoiceGlance } from '../../usecases/corroborating/read-voice-glance.ts';
import { readVoiceOverlap } from '../../usecases/corroborating/read-voice-overlap.ts';
import { listSources } from '../../usecases/reading/list-sources.ts';
import { listVoices } from '../../usecases/reading/list-voices.ts';
import { readSource } from '../../usecases/reading/read-source.ts';
import { readVoice } from '../../usecases/reading/read-voice.ts';
import type { RouteDeps } from '../app.ts';
import { registerRoute } from '../register-route.ts';

export async function sourceRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  const { db } = deps;
  registerRoute(app, ROUTES.listSources, (input, c) => listSources(db, input, c), deps);
  registerRoute(app, ROUTES.readSource, (input, c) => readSource(db, input, c), deps);
  registerRoute(app, ROUTES.listVoices, (input, c) => listVoices(db, input, c), deps);
  registerRoute(app, ROUTES.readVoice, (input, c) => readVoice(db, input, c), deps);
  registerRoute(app, ROUTES.readVoiceGlance, (input, c) => readVoiceGlance(db, input, c), deps);
  registerRoute(app, ROUTES.readVoiceOverlap, (input, c) => readVoiceOverlap(db, input, c), deps);
}
