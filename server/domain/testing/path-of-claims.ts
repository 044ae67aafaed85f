/** Builds a path for tests from a sequence of entities and the claims that join them, ready to be told in prose. */
import { AppError } from '../model/errors.ts';
import type { Figures } from '../model/figures.ts';
import { WITHHELD_GROUPS } from '../model/lists.ts';
import type { Records } from '../model/records.ts';
import { rankPaths, type TracePath } from '../tracing/rank-paths.ts';
import { traceGraph } from '../tracing/trace-graph.ts';
import { DEFAULT_SWITCHES } from '../tracing/trace-switches.ts';

/**
 * The path that uses, for each hop, the best of the given claims. Whether a trace may pass its entities is not checked.
 * @throws AppError `invalid` where none of the claims joins two neighbours at the clocks of the figures
 */
export function pathOfClaims(entities: readonly string[], claims: Iterable<string>, records: Records, figures: ReadonlyMap<string, Figures>): TracePath {
  const chosen = new Set(claims);
  const part: Records = {
    ...records,
    claims: new Map([...records.claims].filter(([id]) => chosen.has(id))),
  };
  const { segments, same } = traceGraph(part, figures);
  const switches = {
    ...DEFAULT_SWITCHES,
    groups: [...WITHHELD_GROUPS],
  };
  const open = segments.map((segment) => ({
    ...segment,
    traversed: true,
    disputedOnly: false,
    rank: Math.max(segment.rank, 0),
  }));
  const { paths, commonBody } = rankPaths([entities], { segments: open, entities: records.entities, same }, switches, {
    from: entities.slice(0, 1),
    to: entities.slice(-1),
  });
  const path = paths[0] ?? commonBody[0];
  if (!path) throw new AppError('invalid', 'a path needs at least two entities');
  return path;
}
