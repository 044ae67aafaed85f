/** Builds the HTTP server: first the guards, then the routes of the contract, then the client. */
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance } from 'fastify';
import { API_LIMITS } from '../contract/parts.ts';
import { ROUTES } from '../contract/routes.ts';
import type { DiskSpace } from '../domain/model/disk-space.ts';
import type { Database } from '../store/connect.ts';
import type { Backups } from '../backups/backup-folder.ts';
import type { LargeChanges } from '../usecases/editing/large-changes.ts';
import type { LargeExports } from '../usecases/publishing/large-exports.ts';
import type { ImportJobs } from '../usecases/importing/import-jobs.ts';
import { answerClientError, answerFrameworkError, PATH_PART_LIMIT } from './plugins/client-errors.ts';
import { REQUEST_DEADLINE_MS } from './plugins/deadline.ts';
import { allowedHosts, guardOrigin } from './plugins/guard-origin.ts';
import { guardText } from './plugins/guard-text.ts';
import { setHeaders } from './plugins/headers.ts';
import { readJsonBodies } from './plugins/json-body.ts';
import { answerWithProblems, tooManyRequests } from './plugins/problem-details.ts';
import { STALL_MS } from './plugins/progress-guard.ts';
import { describeApi, REFERENCE_PATHS, serveReference } from './plugins/reference-page.ts';
import { refuseOtherMethods } from './plugins/refuse-other-methods.ts';
import { serveClient } from './plugins/serve-client.ts';
import { turnQueues, type TurnLimits } from './plugins/turn-queue.ts';
import { takeUploads } from './read-upload.ts';
import { requirePrepared } from './readiness.ts';
import type { RegisterOptions } from './register-route.ts';
import { uploadFolder, type UploadFolder } from './upload-folder.ts';
import { claimRoutes } from './routes/claims.ts';
import { entityRoutes } from './routes/entities.ts';
import { exportRoutes } from './routes/exports.ts';
import { healthRoutes } from './routes/health.ts';
import { backupRoutes } from './routes/keeping/backups.ts';
import { redactionRoutes } from './routes/keeping/redactions.ts';
import { caseRoutes } from './routes/cases.ts';
import { changeRoutes } from './routes/changes.ts';
import { importRoutes } from './routes/imports.ts';
import { listRoutes } from './routes/lists.ts';
import { notebookRoutes } from './routes/notebook.ts';
import { savedSetRoutes } from './routes/saved-sets.ts';
import { watchRoutes } from './routes/watches.ts';
import { sourceRoutes } from './routes/sources.ts';
import { textRoutes } from './routes/texts.ts';
import { compareRoutes } from './routes/compare.ts';
import { traceRoutes } from './routes/trace.ts';
import { viewStateRoutes } from './routes/view-states.ts';

export interface AppOptions {
  db: Database;
  jobs: ImportJobs;
  /** Carries out what concerns very many records; absent: this process does. */
  largeChanges?: LargeChanges;
  /** The same of exports; absent: those of very many claims are refused. */
  largeExports?: LargeExports;
  /** Absent: none are made. */
  backups?: Backups;
  /** Folder for uploads until they are imported; absent: one among the machine's temporary files. */
  uploadsDir?: string;
  /** The disk of the data folder; absent: nobody looks at it. */
  disk?: DiskSpace;
  /** Folder of the built client; absent: only the API is served. */
  clientDir?: string;
  log?: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Where the log is written; default standard output. */
  logTo?: { write(line: string): void };
  checkAnswers?: boolean;
  requestsPerMinute?: number;
  version?: string;
  /** Id of this run, returned by `/api/health/live`. */
  instance?: string;
  /** What is being prepared just now, as a noun phrase; undefined once schema and first data are there. Absent: they are. */
  preparing?: () => string | undefined;
  /** Milliseconds a data request may take; tests lower it. */
  deadlineMs?: number;
  /** Milliseconds without progress after which a stream is ended; tests lower it. */
  stallMs?: number;
  /** How heavy questions wait; absent parts as in `API_LIMITS`. */
  turns?: Partial<TurnLimits>;
  /** Milliseconds in which the headers of a request must arrive; tests lower it. */
  headersMs?: number;
}
export interface RouteDeps extends RegisterOptions {
  db: Database;
  jobs: ImportJobs;
  largeChanges?: LargeChanges;
  largeExports?: LargeExports;
  backups?: Backups;
  disk?: DiskSpace;
  instance?: string;
  preparing: () => string | undefined;
  uploads: UploadFolder;
  stallMs: number;
}

/** Interval of the check for late headers. With the default of 30 s they could be that much later. */
const CHECK_CONNECTIONS_MS = 500;

/** Ports the server listens on. Read at each request, because they are known only once it listens. */
function portsOf(app: FastifyInstance): number[] {
  return app.server.listening ? app.addresses().flatMap((a) => (typeof a === 'string' ? [] : [a.port])) : [];
}

/** A folder that is removed with the server. */
function temporaryFolder(app: FastifyInstance): string {
  const dir = mkdtempSync(join(tmpdir(), 'attest-uploads-'));
  app.addHook('onClose', () => rm(dir, { recursive: true, force: true }));
  return dir;
}

export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const {
    db,
    jobs,
    largeChanges,
    largeExports,
    backups,
    checkAnswers = false,
    deadlineMs = REQUEST_DEADLINE_MS,
    instance,
    preparing = () => undefined,
    stallMs = STALL_MS,
  } = options;
  const app = Fastify({
    logger: options.log === undefined || options.log === 'silent' ? false : { level: options.log, ...(options.logTo ? { stream: options.logTo } : {}) },
    bodyLimit: API_LIMITS.bodyBytes,
    // Limits the sending of a request only: bodies and handlers have their own deadlines, and a request that waits for an import may be silent for minutes.
    requestTimeout: 300_000,
    http: { headersTimeout: options.headersMs ?? REQUEST_DEADLINE_MS, connectionsCheckingInterval: CHECK_CONNECTIONS_MS },
    frameworkErrors: answerFrameworkError,
    clientErrorHandler: answerClientError,
    connectionTimeout: 0,
    // Longer than a person pauses between two acts: a request sent on a connection that was just closed would fail.
    keepAliveTimeout: 75_000,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: PATH_PART_LIMIT, ignoreTrailingSlash: false },
  });
  let hosts: ReadonlySet<string> | undefined;
  guardOrigin(app, () => (hosts ??= new Set(portsOf(app).flatMap((port) => [...allowedHosts(port)]))));
  answerWithProblems(app);
  await setHeaders(app);
  await app.register(rateLimit, {
    max: options.requestsPerMinute ?? API_LIMITS.requestsPerMinute,
    timeWindow: 60_000,
    errorResponseBuilder: (_request, { max, ttl }) => tooManyRequests(max, ttl),
  });
  // Answers are not compressed: on loopback that takes longer than sending them.
  readJsonBodies(app, deadlineMs);
  guardText(app);
  await describeApi(app, options.version ?? '0.0.0');

  const uploads = uploadFolder(options.uploadsDir ?? temporaryFolder(app));
  const deps: RouteDeps = {
    db,
    jobs,
    ...(largeChanges === undefined ? {} : { largeChanges }),
    ...(largeExports === undefined ? {} : { largeExports }),
    ...(backups === undefined ? {} : { backups }),
    uploads,
    checkAnswers,
    stallMs,
    preparing,
    requirePrepared: (request, { kind }) => requirePrepared(deps, request, { kind, stallMs }),
    deadlineMs,
    heavyDeadlineMs: options.deadlineMs ?? API_LIMITS.heavyAnswerMs,
    queues: turnQueues(options.turns),
    ...(instance === undefined ? {} : { instance }),
    ...(options.disk === undefined ? {} : { disk: options.disk }),
  };
  await app.register(async (api) => {
    await takeUploads(api);
    for (const register of [
      entityRoutes,
      claimRoutes,
      listRoutes,
      sourceRoutes,
      textRoutes,
      traceRoutes,
      compareRoutes,
      savedSetRoutes,
      watchRoutes,
      notebookRoutes,
      viewStateRoutes,
      importRoutes,
      changeRoutes,
      caseRoutes,
      exportRoutes,
      backupRoutes,
      redactionRoutes,
      healthRoutes,
    ]) {
      await register(api, deps);
    }
    refuseOtherMethods(api, [...Object.values(ROUTES), ...REFERENCE_PATHS.map((path) => ({ path, method: 'GET' }))]);
  });
  serveReference(app);
  if (options.clientDir !== undefined) await serveClient(app, options.clientDir);
  return app;
}
