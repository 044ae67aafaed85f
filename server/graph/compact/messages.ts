/** What the server and the thread of the compact graph say to each other. */
import type { TraceSwitches } from '../../domain/model/questions.ts';
import type { Brokers } from '../../domain/tracing/brokers.ts';
import type { TraceSearch } from '../../domain/tracing/find-paths.ts';
import type { TraceGraph } from '../../domain/tracing/trace-graph.ts';
import type { ConnectConfig } from '../../store/connect.ts';

export interface ThreadData {
  connect: ConnectConfig;
  /** Megabytes that the graph may take. */
  megabytes: number;
}

/** A question about two sets of entities. */
export interface BetweenEnds {
  n: number;
  revision: number;
  from: readonly string[];
  to: readonly string[];
  switches: Required<TraceSwitches>;
  /** One number in memory that both share: not 0 where the time of the search is over. */
  over: Int32Array;
}

export type ToThread =
  /** A revision that readers see: the graph is to be of this one, or a later one. */
  { kind: 'follow'; revision: number } | ({ kind: 'trace' } & BetweenEnds) | ({ kind: 'brokers'; most: number } & BetweenEnds);

export type FromThread =
  | { kind: 'loading'; entities: number; segments: number }
  | { kind: 'held'; revision: number; entities: number; segments: number; megabytes: number }
  /** It needs more memory than it may: the database answers. */
  | { kind: 'not-held'; why: string }
  /** The database did not answer: what was held still is, and it is tried again when somebody reads. */
  | { kind: 'not-read' }
  | { kind: 'found'; n: number; search: TraceSearch; graph: TraceGraph }
  | { kind: 'brokers-found'; n: number; found: Brokers }
  /** The graph is of another revision than was asked for. */
  | { kind: 'elsewhere'; n: number }
  | { kind: 'failed'; n: number; message: string };
