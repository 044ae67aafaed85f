/** Keeps one server running: it is ready when a real query is answered, and is restarted when it dies or panics, with its last log lines shown. */
import { EventEmitter } from 'node:events';
import { AppError } from '../domain/model/errors.ts';
import { backoffMs, judgeHealth, CHECK_EVERY_MS, CHECK_WITHIN_MS, SILENCES_BEFORE_RESTART } from './judge-health.ts';
import type { HealthCheck } from './judge-health.ts';
import { endProcess } from './neo4j-process.ts';
import type { Neo4jProcess } from './neo4j-process.ts';

export type Neo4jState = 'starting' | 'ready' | 'restarting' | 'stopping' | 'stopped';

/** `state`: the new state; `died`: how the server ended. */
export interface Neo4jEvents {
  state: [state: Neo4jState];
  died: [how: string];
}

export interface SupervisedServer {
  state(): Neo4jState;
  pid(): number | undefined;
  on<E extends keyof Neo4jEvents>(event: E, listener: (...args: Neo4jEvents[E]) => void): void;
  /** Sends SIGTERM, waits 30 s (or `graceMs`; a throwaway store needs none), sends SIGKILL. May be called twice. */
  stop(graceMs?: number): Promise<void>;
}

export interface SuperviseOptions {
  /** May throw (a log file that cannot be opened, no memory for a process): that is a start that failed. */
  spawn: () => Neo4jProcess;
  /** Resolves when a real query was answered. */
  probe: () => Promise<void>;
  /** The last log lines of the server. */
  lastLogLines: () => string[];
  /** Why waiting for the server makes no sense, as its logs say it: a store that is damaged. It is asked until the server is ready. */
  fatal?: () => string | undefined;
  /** Why no start can succeed now (a full disk); undefined: it may. The first start fails by it, later ones wait until it is over. */
  cannotStart?: () => string | undefined;
  log: (line: string) => void;
  /** Milliseconds until the server must be ready. Recovery after a kill while writing takes up to 64 s. */
  readyWithinMs?: number;
  /** Milliseconds between two health checks of a running server. */
  checkEveryMs?: number;
  /** Aborted before the first start is done: the server is ended and the promise rejects. */
  signal?: AbortSignal;
}

const READY_WITHIN_MS = 180_000;
const PROBE_EVERY_MS = 250;
/** Milliseconds between two looks whether a start makes sense again. */
const BLOCKED_MS = 1_000;
/** Milliseconds that a server without a usable store gets to stop. */
const FATAL_GRACE_MS = 1_000;
/** Milliseconds of running after which a death counts as the first again for the backoff. */
const STEADY_MS = 60_000;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const pause = (ms: number): Promise<void> => new Promise((settle) => setTimeout(settle, ms));

async function checkHealth(probe: () => Promise<void>, withinMs: number): Promise<HealthCheck> {
  let timer: NodeJS.Timeout | undefined;
  const silent = new Promise<HealthCheck>((settle) => {
    timer = setTimeout(() => settle({ kind: 'silent' }), withinMs);
  });
  const asked = Promise.resolve()
    .then(probe)
    .then(
      (): HealthCheck => ({ kind: 'answered' }),
      (error: unknown): HealthCheck => ({ kind: 'refused', code: String((error as { code?: unknown }).code ?? messageOf(error)) }),
    );
  return Promise.race([asked, silent]).finally(() => clearTimeout(timer));
}

/** The result; undefined where it throws. For what must not keep the supervisor from its work. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/**
 * Ends the server where this process ends without `stop()` (after an uncaught error).
 * @returns a function that cancels this
 */
function endWithThisProcess(server: Neo4jProcess): () => void {
  const onExit = (): void => {
    try {
      process.kill(server.identity.pid, 'SIGTERM');
    } catch {
      // The server has ended already.
    }
  };
  process.once('exit', onExit);
  return () => process.off('exit', onExit);
}

/**
 * Starts the server and keeps it running until `stop()`.
 * @throws AppError with the last log lines where the first start fails. Later deaths are followed by restarts without end, with backoff.
 */
export async function supervise(options: SuperviseOptions): Promise<SupervisedServer> {
  const { log } = options;
  const events = new EventEmitter();
  let state: Neo4jState = 'starting';
  let current: Neo4jProcess | undefined;
  let watch: NodeJS.Timeout | undefined;
  let stopping: Promise<void> | undefined;
  const become = (next: Neo4jState): void => {
    if (state === next) return;
    state = next;
    events.emit('state', next);
  };
  const shownLines = (): string => {
    const lines = attempt(options.lastLogLines) ?? [];
    return lines.length === 0 ? '' : `\nIts last lines:\n${lines.map((line) => `  | ${line}`).join('\n')}`;
  };
  // What happens again every few seconds (a full disk, a process that does not end) is said once.
  let said: string | undefined;
  const sayOnce = (line: string): void => {
    if (said === line) return;
    said = line;
    log(line);
  };

  /** One start: the server where it got ready, and else why not. It never throws, because later starts have nobody to catch it. */
  const start = async (): Promise<{ server: Neo4jProcess; why?: undefined } | { server?: undefined; why: string }> => {
    try {
      return await startOnce();
    } catch (error) {
      return { why: messageOf(error) };
    }
  };
  const startOnce: typeof start = async () => {
    const cannot = options.cannotStart?.();
    if (cannot !== undefined) return { why: cannot };
    const server = options.spawn();
    current = server;
    const letGo = endWithThisProcess(server);
    let ended: string | undefined;
    void server.ended.then((how) => {
      ended = how;
      letGo();
    });
    const until = Date.now() + (options.readyWithinMs ?? READY_WITHIN_MS);
    while (ended === undefined && Date.now() < until && stopping === undefined && !options.signal?.aborted) {
      const asked = checkHealth(options.probe, CHECK_WITHIN_MS);
      // A query to a server whose store does not open may be silent for seconds; its log tells at once.
      let seen: HealthCheck | undefined;
      let fatal: string | undefined;
      do {
        seen = await Promise.race([asked, pause(PROBE_EVERY_MS).then(() => undefined)]);
        fatal = seen?.kind === 'answered' ? undefined : attempt(() => options.fatal?.());
      } while (seen === undefined && fatal === undefined && ended === undefined && stopping === undefined && !options.signal?.aborted);
      if (seen?.kind === 'answered' && ended === undefined) return { server };
      if (fatal !== undefined) {
        await endProcess(server.identity, FATAL_GRACE_MS);
        return { why: fatal };
      }
      await Promise.race([pause(PROBE_EVERY_MS), server.ended]);
    }
    if (ended === undefined) await endProcess(server.identity);
    return { why: attempt(() => options.fatal?.()) ?? ended ?? (options.signal?.aborted ? 'it was told to stop' : 'no query was answered in time') };
  };

  const watchOver = (server: Neo4jProcess): void => {
    const since = Date.now();
    let checks: HealthCheck[] = [];
    let looking = false;
    watch = setInterval(() => {
      if (looking) return;
      looking = true;
      void checkHealth(options.probe, CHECK_WITHIN_MS)
        .then(async (seen) => {
          checks = [...checks, seen].slice(-SILENCES_BEFORE_RESTART);
          const why = judgeHealth(checks);
          if (why && stopping === undefined && current === server) {
            log(`Neo4j runs, but ${why}: restarting it.`);
            await endProcess(server.identity);
          }
        })
        .catch((error: unknown) => sayOnce(`The health of Neo4j could not be looked after (${messageOf(error)}). Trying again.`))
        .finally(() => {
          looking = false;
        });
    }, options.checkEveryMs ?? CHECK_EVERY_MS);
    watch.unref();
    void server.ended.then((how) => {
      clearInterval(watch);
      if (stopping === undefined) void restart(how, Date.now() - since);
    });
  };

  let attempts = 0;
  const restart = async (died: string, ranMs: number): Promise<void> => {
    become('restarting');
    attempts = ranMs > STEADY_MS ? 0 : attempts;
    let why = died;
    let known: string | undefined;
    while (stopping === undefined) {
      attempts += 1;
      const wait = backoffMs(attempts);
      // A start that fails for the same reason again is not told again.
      if (known !== why) log(`Neo4j died (${why}). Starting it again in ${wait / 1000} s.${shownLines()}`);
      known = why;
      attempt(() => events.emit('died', why));
      await pause(wait);
      let cannot: string | undefined;
      while (stopping === undefined && (cannot = attempt(() => options.cannotStart?.())) !== undefined) {
        if (known !== cannot) log(`Neo4j is not started: ${cannot} It is started as soon as that is over.`);
        known = cannot;
        await pause(BLOCKED_MS);
      }
      if (stopping !== undefined) return;
      const next = await start();
      if (next.server) {
        log('Neo4j answers again.');
        said = undefined;
        become('ready');
        watchOver(next.server);
        return;
      }
      why = next.why;
    }
  };

  const first = await start();
  if (!first.server) throw new AppError('database-unavailable', `Neo4j did not start: ${first.why.replace(/\.$/, '')}.${shownLines()}`);
  become('ready');
  watchOver(first.server);

  const end = async (graceMs?: number): Promise<void> => {
    clearInterval(watch);
    become('stopping');
    if (current) {
      // Without this a program with nothing else to do would end before it hears that the server has ended.
      current.keepAlive();
      const how = await endProcess(current.identity, graceMs);
      if (how === 'killed' && graceMs === undefined) log('Neo4j did not stop in 30 s and was killed; it recovers at its next start.');
      await current.ended;
    }
    become('stopped');
  };
  return {
    state: () => state,
    pid: () => (state === 'stopped' ? undefined : current?.identity.pid),
    on: (event, listener) => void events.on(event, (...args) => listener(...(args as Neo4jEvents[typeof event]))),
    stop(graceMs) {
      stopping ??= end(graceMs);
      return stopping;
    },
  };
}
