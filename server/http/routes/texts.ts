/** Routes for the private texts of sources, and for the text of a file. */
import type { FastifyInstance } from 'fastify';
import { ROUTES } from '../../contract/routes.ts';
import { convertFile, refuseLargeFile } from '../../usecases/texts/convert-file.ts';
import { deleteText } from '../../usecases/texts/delete-text.ts';
import { keepPassages } from '../../usecases/texts/keep-passages.ts';
import { listTexts } from '../../usecases/texts/list-texts.ts';
import { putText } from '../../usecases/texts/put-text.ts';
import { readPassages } from '../../usecases/texts/read-passages.ts';
import { readText } from '../../usecases/texts/read-text.ts';
import { readTextNames } from '../../usecases/texts/read-text-names.ts';
import type { RouteDeps } from '../app.ts';
import { readToEnd } from '../plugins/progress-guard.ts';
import { readUpload } from '../read-upload.ts';
import { registerRoute, registerStream } from '../register-route.ts';

/** Bytes that the head of a part may take beside its file. */
const PART_HEAD = 10_000;

export async function textRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  const { db, uploads, stallMs } = deps;
  registerRoute(app, ROUTES.listTexts, (_input, c) => listTexts(db, c), deps);
  registerRoute(app, ROUTES.readText, (input, c) => readText(db, input, c), deps);
  registerRoute(app, ROUTES.readPassages, (input, c) => readPassages(db, input, c), deps);
  registerRoute(app, ROUTES.readTextNames, (input, c) => readTextNames(db, input, c), deps);
  registerRoute(app, ROUTES.putText, (input, c) => putText(db, input, c), deps);
  registerRoute(app, ROUTES.deleteText, (input, c) => deleteText(db, input, c), deps);
  registerRoute(app, ROUTES.keepPassages, (input, c) => keepPassages(db, input, c), deps);
  registerStream(
    app,
    ROUTES.convertFile,
    async (_input, { request, reply }) => {
      try {
        refuseLargeFile(Number(request.headers['content-length'] ?? 0) - PART_HEAD);
      } catch (error) {
        // A client that still sends would not hear the answer.
        await readToEnd(request.raw, stallMs);
        throw error;
      }
      const upload = await readUpload(request, uploads, stallMs);
      try {
        const converted = await convertFile(upload.files);
        return await reply.header('Cache-Control', 'no-store').type('application/json; charset=utf-8').send(converted);
      } finally {
        await upload.release();
      }
    },
    deps,
  );
}
