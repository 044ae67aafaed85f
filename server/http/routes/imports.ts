/** Routes for imports: upload, state, and events. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ROUTES } from '../../contract/routes.ts';
import { neededForImport, requireSpace, type DiskSpace } from '../../domain/model/disk-space.ts';
import type { ImportJob } from '../../contract/routes/imports.ts';
import { AppError, ERROR_CODES, STATUS_OF_CODE } from '../../domain/model/errors.ts';
import { listImports } from '../../usecases/importing/list-imports.ts';
import { readImport } from '../../usecases/importing/read-import.ts';
import { sampleTables } from '../../usecases/importing/sample-tables.ts';
import type { RouteDeps } from '../app.ts';
import { readToEnd } from '../plugins/progress-guard.ts';
import { readUpload } from '../read-upload.ts';
import { registerRoute, registerStream } from '../register-route.ts';

/** Refuses before a byte is kept. The upload is read to its end all the same: a client that still sends would not hear the answer. */
async function requireSpaceFor(request: FastifyRequest, disk: DiskSpace | undefined, dryRun: boolean, stallMs: number): Promise<void> {
  const bytes = Number(request.headers['content-length'] ?? 0);
  try {
    requireSpace(disk, neededForImport(Number.isFinite(bytes) ? bytes : 0, dryRun));
  } catch (error) {
    await readToEnd(request.raw, stallMs);
    throw error;
  }
}

/** The status of an import that has ended: that of its error, where it was refused or failed. */
function statusOf({ state, report }: ImportJob): number {
  if (state === 'refused') return STATUS_OF_CODE.refused;
  if (state !== 'failed') return 200;
  const code = ERROR_CODES.find((known) => known === report?.problems[0]?.code) ?? 'internal';
  return STATUS_OF_CODE[code];
}

const isOver = (job: ImportJob): boolean => job.state !== 'queued' && job.state !== 'running';

/** An import that is not taken leaves no file. */
async function startOrRelease(jobs: RouteDeps['jobs'], input: Parameters<RouteDeps['jobs']['start']>[0]): Promise<ImportJob> {
  try {
    return jobs.start(input);
  } catch (error) {
    await input.release?.();
    throw error;
  }
}

function pruneOfPart(): AppError {
  const message = 'records cannot be left out with prune=true: they would be taken for records that the files have no more';
  const remedy = 'import without prune first, then prune with the whole files';
  return new AppError('invalid', `The part "leaveOut": ${message}.`, { problems: [{ code: 'invalid', message, remedy, pointer: '/leaveOut' }] });
}

export async function importRoutes(app: FastifyInstance, { db, jobs, stallMs, uploads, disk, ...options }: RouteDeps): Promise<void> {
  registerStream(
    app,
    ROUTES.startImport,
    async ({ query }, { request, reply }) => {
      await requireSpaceFor(request, disk, query.dryRun ?? false, stallMs);
      const { files, release, leaveOut = [], mapping } = await readUpload(request, uploads, stallMs);
      const {
        wait,
        dryRun = false,
        prune = false,
        pruneExactly,
        overwrite = false,
        dataset,
        partial = false,
        rows = false,
        who = 'api',
        why,
        revision,
      } = query;
      if (prune && leaveOut.length > 0) {
        await release();
        throw pruneOfPart();
      }
      const asked = {
        ...(dataset === undefined ? {} : { dataset }),
        ...(pruneExactly === undefined ? {} : { pruneExactly }),
        ...(why === undefined ? {} : { why }),
        ...(revision === undefined ? {} : { revision }),
        ...(mapping === undefined ? {} : { mappings: mapping }),
      };
      const part = { leaveOut: { places: leaveOut, refused: partial }, rows };
      let job = await startOrRelease(jobs, { files, release, dryRun, prune, overwrite, who, ...asked, ...part });
      if (wait) for await (const state of jobs.events(job.id)) job = state;
      return reply
        .code(wait ? statusOf(job) : 202)
        .header('Location', `/api/imports/${job.id}`)
        .header('Cache-Control', 'no-store')
        .type('application/json; charset=utf-8')
        .send(job);
    },
    options,
  );
  registerStream(
    app,
    ROUTES.sampleTables,
    async (_input, { request, reply, signal }) => {
      const { files, release, mapping } = await readUpload(request, uploads, stallMs);
      try {
        const sampled = await sampleTables(db, { files, ...(mapping === undefined ? {} : { mappings: mapping }) }, { signal });
        return await reply.header('Cache-Control', 'no-store').type('application/json; charset=utf-8').send(sampled);
      } finally {
        await release();
      }
    },
    options,
  );
  registerRoute(app, ROUTES.listImports, (_input, c) => listImports(db, jobs, c), options);
  registerRoute(app, ROUTES.readImport, ({ params }, c) => readImport(db, jobs, params.id, c), options);
  registerRoute(app, ROUTES.stopImport, async ({ params }, c) => jobs.stop(params.id) ?? readImport(db, jobs, params.id, c), options);
  registerStream(
    app,
    ROUTES.watchImport,
    async ({ params }, { reply, signal }) => {
      const last = await readImport(db, jobs, params.id, { signal });
      reply.hijack();
      // A raw answer would lose the headers set so far (security), so they are copied.
      reply.raw.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        connection: 'keep-alive',
      });
      // A comment line at this interval keeps the stream alive while one phase takes long.
      const beat = setInterval(() => reply.raw.write(': still here\n\n'), stallMs / 2);
      try {
        // Of an import by another process only its end is known.
        for await (const job of jobs.get(last.id) ? jobs.events(last.id) : [last]) {
          if (signal.aborted) break;
          reply.raw.write(`event: ${isOver(job) ? 'end' : 'progress'}\ndata: ${JSON.stringify(job)}\n\n`);
        }
      } finally {
        clearInterval(beat);
        reply.raw.end();
      }
    },
    options,
  );
}
