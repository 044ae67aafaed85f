/** The compact graph of a whole case in a thread of its own: what the server asks it, and where it stands. */
import { Worker } from 'node:worker_threads';
import type { Brokers } from '../../domain/tracing/brokers.ts';
import type { BrokersQuestion, HopsAnswer, HopsQuestion } from '../graph.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { FromThread, ThreadData, ToThread } from './messages.ts';

const PROGRAM = new URL('compact-thread.ts', import.meta.url);
/** Enough for a million entities and four million claims. */
export const DEFAULT_TRACE_MEMORY_MB = 512;
/** Milliseconds between two looks at the time of a search. */
const LOOK_MS = 20;
/** Megabytes of the thread besides the graph: rows as they are read, and its parts before they are put together. */
const HEAP_MB = 512;

export interface CompactCase {
  /** That readers see this revision: the graph goes there, while the database answers. */
  follow(revision: number): void;
  /**
   * The paths of a trace at a revision.
   * @returns undefined where the graph is of another revision, not loaded yet, or too large: then the database answers
   */
  hops(revision: number, question: HopsQuestion): Promise<Omit<HopsAnswer, 'alsoSaid' | 'inMemory'> | undefined>;
  /** The same of who stands between. */
  brokers(revision: number, question: BrokersQuestion): Promise<Brokers | undefined>;
  close(): Promise<void>;
}
export interface CompactOptions extends ThreadData {
  /** Told what is held, how far the reading is, and why nothing is held. */
  log?: (line: string) => void;
}

type Question<K> = K extends ToThread ? Omit<K, 'n' | 'revision' | 'over'> & { isOver?: (() => boolean) | undefined } : never;
type Between = Question<Exclude<ToThread, { kind: 'follow' }>>;

export function openCompactCase({ connect, megabytes, log = () => {} }: CompactOptions): CompactCase {
  let worker: Worker | undefined;
  let revision: number | undefined;
  let asked = 0;
  let lastFollowed = -1;
  /** Whether it is too large, or its thread has failed: it is not tried again. */
  let isOff = false;
  const waiting = new Map<number, (message: FromThread) => void>();

  const end = (why: string) => {
    revision = undefined;
    isOff = true;
    for (const [n, answer] of waiting) answer({ kind: 'elsewhere', n });
    waiting.clear();
    log(`Traces are searched in the database: ${why}.`);
    void worker?.terminate();
  };
  const hear = (message: FromThread) => {
    switch (message.kind) {
      case 'held': {
        const isFirst = revision === undefined;
        revision = message.revision;
        if (isFirst) log(`Traces are searched in memory: ${message.entities} entities, ${message.segments} segments, ${message.megabytes} MB.`);
        return;
      }
      case 'not-held':
        return end(`${message.why}, and ATTEST_TRACE_MEMORY is ${megabytes} MB`);
      case 'not-read':
        lastFollowed = -1;
        return;
      case 'loading':
        return;
      default: {
        waiting.get(message.n)?.(message);
        waiting.delete(message.n);
      }
    }
  };
  const tell = (message: ToThread) => worker?.postMessage(message);
  const start = () => {
    worker = new Worker(PROGRAM, {
      execArgv: ['--import', import.meta.resolve('@oxc-node/core/register')],
      workerData: { connect, megabytes } satisfies ThreadData,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    worker.on('message', hear);
    worker.on('error', (error) => end(`their thread ended (${error.message})`));
    worker.unref();
  };

  const ask = async (at: number, { isOver = () => false, ...question }: Between): Promise<FromThread | undefined> => {
    if (revision !== at || !worker) return undefined;
    asked += 1;
    const n = asked;
    const over = new Int32Array(new SharedArrayBuffer(4));
    let timer: NodeJS.Timeout | undefined;
    try {
      const message = await new Promise<FromThread>((resolve, reject) => {
        waiting.set(n, resolve);
        timer = setInterval(() => {
          try {
            if (isOver()) Atomics.store(over, 0, 1);
          } catch (error) {
            // Nobody waits for the answer any more.
            Atomics.store(over, 0, 1);
            waiting.delete(n);
            reject(error);
          }
        }, LOOK_MS);
        tell({ ...question, n, revision: at, over });
      });
      if (message.kind === 'failed') throw new AppError('internal', `A search in memory failed: ${message.message}`);
      return message;
    } finally {
      clearInterval(timer);
    }
  };

  return {
    follow(seen) {
      if (isOff || megabytes === 0 || seen <= lastFollowed) return;
      lastFollowed = seen;
      if (!worker) start();
      tell({ kind: 'follow', revision: seen });
    },
    async hops(at, { from, to, switches, isOver }) {
      const message = await ask(at, { kind: 'trace', from, to, switches, isOver });
      return message?.kind === 'found' ? { search: message.search, graph: message.graph, completeTo: switches.maxHops } : undefined;
    },
    async brokers(at, { from, to, switches, most, isOver }) {
      const message = await ask(at, { kind: 'brokers', from, to, switches, most, isOver });
      return message?.kind === 'brokers-found' ? message.found : undefined;
    },
    async close() {
      isOff = true;
      await worker?.terminate();
    },
  };
}
