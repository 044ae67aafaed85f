/** The program of the thread that holds the compact graph of a whole case: reads it, follows what is written, and searches it. */
import { parentPort, workerData } from 'node:worker_threads';
import type { InSlices } from '../../domain/figures/in-slices.ts';
import { brokersBetween } from '../../domain/tracing/brokers.ts';
import type { CompactGraph } from '../../domain/tracing/compact/compact-graph.ts';
import { bytesOfCompact } from '../../domain/tracing/compact/bytes-of-compact.ts';
import { partOfCompact } from '../../domain/tracing/compact/part-of-compact.ts';
import { SEARCH_LIMITS, searchCompact } from '../../domain/tracing/find-paths.ts';
import { connectDatabase } from '../../store/connect.ts';
import { readAtOneRevision } from '../read-at-one-revision.ts';
import { loadCompact, moveOnCompact } from './load-compact.ts';
import type { FromThread, ThreadData, ToThread } from './messages.ts';

const { connect, megabytes } = workerData as ThreadData;
const port = parentPort;
if (!port) throw new Error('This program runs in a thread of the server.');
const say = (message: FromThread) => port.postMessage(message);
const db = connectDatabase(connect);
/** A large case is read for longer than one answer may take; while rows come, it may. */
const IDLE_MS = 30_000;
const MEGABYTE = 1_000_000;

let held: { graph: CompactGraph; revision: number } | undefined;
/** The newest revision that was asked for. */
let wanted = 0;
let isMoving = false;

async function follow(): Promise<void> {
  if (isMoving) return;
  isMoving = true;
  try {
    while (held === undefined || held.revision < wanted) {
      const before = held;
      const { answer, revision } = await readAtOneRevision(
        db,
        async (tx, now) => {
          const moved = before && (before.revision === now ? before.graph : await moveOnCompact(tx, before.graph, before.revision, now));
          return moved ?? loadCompact(tx, now, (entities, segments) => say({ kind: 'loading', entities, segments }));
        },
        { idleMs: IDLE_MS },
      );
      const needed = Math.ceil(bytesOfCompact(answer) / MEGABYTE);
      if (needed > megabytes) {
        held = undefined;
        say({ kind: 'not-held', why: `the ${answer.entities.size} entities and ${answer.segments.claim.length} segments of this case need ${needed} MB` });
        return;
      }
      held = { graph: answer, revision };
      say({ kind: 'held', revision, entities: answer.entities.size, segments: answer.segments.claim.length, megabytes: needed });
    }
  } catch {
    say({ kind: 'not-read' });
  } finally {
    isMoving = false;
  }
}

/** Slices from one look at the clock of who asked to the next. */
const SLICES_A_LOOK = 16;

/** Runs to its end; told that its time is over where it is. */
function untilOver<R>(slices: InSlices<R>, over: Int32Array): R {
  let slice = slices.next(false);
  for (let i = 0; !slice.done; i += 1) slice = slices.next(i % SLICES_A_LOOK === 0 && Atomics.load(over, 0) !== 0);
  return slice.value;
}

function answer(message: Exclude<ToThread, { kind: 'follow' }>): void {
  const { n, revision, from, to, switches, over } = message;
  if (held?.revision !== revision) {
    say({ kind: 'elsewhere', n });
    return;
  }
  const { graph } = held;
  try {
    if (message.kind === 'brokers') {
      say({ kind: 'brokers-found', n, found: untilOver(brokersBetween(graph, { from, to }, switches, message.most), over) });
      return;
    }
    const search = untilOver(searchCompact(graph, { from, to }, switches, { ...SEARCH_LIMITS, paths: switches.most }), over);
    say({ kind: 'found', n, search, graph: partOfCompact(graph, search.paths) });
  } catch (error) {
    say({ kind: 'failed', n, message: error instanceof Error ? error.message : String(error) });
  }
}

port.on('message', (message: ToThread) => {
  if (message.kind !== 'follow') return answer(message);
  wanted = Math.max(wanted, message.revision);
  void follow();
});
