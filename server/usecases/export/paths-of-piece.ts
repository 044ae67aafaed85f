/** The paths a dossier tells first: entity sequences with the claims that were shown as their hops. */
import { hopIndex } from '../../domain/hop-index.ts';
import { rankPaths, type TracePath } from '../../domain/rank-paths.ts';
import { traceGraph } from '../../domain/trace-graph.ts';
import { DEFAULT_SWITCHES } from '../../domain/trace-switches.ts';
import type { ViewContext } from '../views/view-context.ts';

/** Whatever the trace allowed is allowed here: the sequence is given, and only its hops are looked up. */
const ANYTHING = {
  ...DEFAULT_SWITCHES,
  throughTypes: ['Country', 'Place', 'Case', 'Measure'] as ('Country' | 'Place' | 'Case' | 'Measure')[],
  throughGeneric: true,
  throughAggregate: true,
  groups: ['justice', 'geography', 'statement', 'identity'] as ('justice' | 'geography' | 'statement' | 'identity')[],
};

/**
 * Each path with its hops told by its own claims. A path one of whose hops lost its last claim to the gate is left out: half a path is no path.
 * @param kept claims of the piece after the gate
 */
export function pathsOfPiece(
  ctx: Pick<ViewContext, 'records' | 'figures'>,
  paths: readonly { entities: string[]; claims: string[] }[],
  kept: ReadonlySet<string>,
): TracePath[] {
  if (paths.length === 0) return [];
  const graph = traceGraph(ctx.records, ctx.figures);
  return paths.flatMap(({ entities, claims }) => {
    const own = new Set(claims.filter((id) => kept.has(id)));
    const segments = graph.segments.filter((segment) => own.has(segment.claim));
    const index = hopIndex(segments, ANYTHING);
    const isWhole = entities.every((id, i) => i === 0 || index.get(entities[i - 1] ?? '')?.has(id));
    if (!isWhole) return [];
    const ranked = rankPaths([entities], segments, graph.entities, ANYTHING);
    return [...ranked.paths, ...ranked.commonBody];
  });
}
