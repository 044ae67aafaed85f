/** Builds the paths that a dossier tells first, from sequences of entities and the claims that were their hops. */
import { AppError, type Problem } from '../../domain/model/errors.ts';
import { WITHHELD_GROUPS, WITHHELD_TYPES } from '../../domain/model/lists.ts';
import { hopIndex } from '../../domain/tracing/hop-index.ts';
import { rankPaths, type TracePath } from '../../domain/tracing/rank-paths.ts';
import { samePlaces, type SamePlaces } from '../../domain/tracing/same-places.ts';
import { listed, type NarrationContext } from '../../domain/telling/narration.ts';
import { nameApart } from '../../domain/telling/shared-names.ts';
import { segmentsOf } from '../../domain/model/segments.ts';
import { traceGraph } from '../../domain/tracing/trace-graph.ts';
import { DEFAULT_SWITCHES } from '../../domain/tracing/trace-switches.ts';

/** Switches that allow everything: the path is given, and only its hops are looked up. */
const ANYTHING = {
  ...DEFAULT_SWITCHES,
  throughTypes: [...WITHHELD_TYPES],
  throughGeneric: true,
  throughAggregate: true,
  groups: [...WITHHELD_GROUPS],
};

type Context = Pick<NarrationContext, 'records' | 'figures' | 'nameOf' | 'sameName'>;
interface AskedPath {
  entities: string[];
  claims: string[];
}
export interface PathsOfPiece {
  told: TracePath[];
  /** Of each path told, its place among those asked for. */
  places: number[];
  /** A sentence for each path that is not told; a path is told whole or not at all. */
  leftOut: string[];
}

/**
 * Each path with its hops told by its own claims. Where no claim of a hop is left, the path is left out with a sentence that says which hop it is, and the reason; so is
 * one whose claims say only that its ends have a body in common, which is no link.
 * @param kept claims of the piece after the gate
 * @throws AppError `refused` for a path whose claims never joined its entities
 */
export function pathsOfPiece(ctx: Context, paths: readonly AskedPath[], kept: ReadonlySet<string>): PathsOfPiece {
  const answer: PathsOfPiece = { told: [], places: [], leftOut: [] };
  if (paths.length === 0) return answer;
  // Only the claims of the paths give hops, so that the rest of the case is not looked at.
  const asked = new Set(paths.flatMap((path) => path.claims));
  const claims = new Map([...asked].flatMap((id) => ctx.records.claims.get(id) ?? []).map((claim) => [claim.id, claim]));
  const graph = traceGraph({ ...ctx.records, claims }, ctx.figures);
  const places = samePlaces(graph.same);
  refuseUnjoined(ctx, paths, places);
  for (const [i, path] of paths.entries()) {
    const own = new Set(path.claims.filter((id) => kept.has(id)));
    const segments = graph.segments.filter((segment) => own.has(segment.claim));
    const index = hopIndex(segments, ANYTHING, places);
    const lost = hopsOf(path, places).find(([a, b]) => !index.get(places.of(a))?.has(places.of(b)));
    if (lost) {
      answer.leftOut.push(leftOutLine(ctx, i, path, lost, own, places));
      continue;
    }
    const ranked = rankPaths([path.entities], { ...graph, segments }, ANYTHING, { from: path.entities.slice(0, 1), to: path.entities.slice(-1) });
    answer.told.push(...ranked.paths);
    answer.places.push(...ranked.paths.map(() => i));
    answer.leftOut.push(...ranked.commonBody.map((one) => commonBodyLeftOut(ctx, one)));
  }
  return answer;
}

/** Pairs of neighbours in the path; two that the curator decided to be the same are no hop. */
function hopsOf({ entities }: AskedPath, places: SamePlaces): [string, string][] {
  return entities.slice(1).flatMap((to, i): [string, string][] => (places.of(entities[i] ?? '') === places.of(to) ? [] : [[entities[i] ?? '', to]]));
}

/** Claims of the path with a segment between two entities, whether or not the gate and the clocks leave them. */
function joining({ records }: Context, { claims }: AskedPath, [a, b]: readonly [string, string], places: SamePlaces): string[] {
  const typeOf = (id: string) => records.entities.get(id)?.type;
  const isAt = (id: string, place: string) => places.of(id) === places.of(place);
  return claims.filter((id) => {
    const claim = records.claims.get(id);
    const predicate = claim && records.predicates.get(claim.predicate);
    return (
      claim !== undefined &&
      predicate !== undefined &&
      segmentsOf(claim, predicate, typeOf).some(({ from, to }) => (isAt(from, a) && isAt(to, b)) || (isAt(from, b) && isAt(to, a)))
    );
  });
}

function refuseUnjoined(ctx: Context, paths: readonly AskedPath[], places: SamePlaces): void {
  const problems = paths.flatMap((path, i): Problem[] => {
    const hop = hopsOf(path, places).find((one) => joining(ctx, path, one, places).length === 0);
    if (!hop) return [];
    return [
      {
        code: 'no-hop',
        pointer: `/paths/${i}`,
        message: `none of the claims of this path joins ${hop[0]} and ${hop[1]}`,
        remedy: 'give the claims of each hop, as the trace that found the path lists them',
      },
    ];
  });
  if (problems.length > 0) throw new AppError('refused', `A path asked for is none: ${problems[0]?.message}.`, { problems });
}

/** Names nobody: to name the ends of a claim that was refused, or is of a later date, side by side would tell it. */
function leftOutLine(ctx: Context, index: number, path: AskedPath, hop: readonly [string, string], kept: ReadonlySet<string>, places: SamePlaces): string {
  const claims = joining(ctx, path, hop, places);
  const visible = claims.filter((id) => ctx.figures.get(id)?.visible);
  const why =
    visible.length === 0
      ? 'none is on view at these dates'
      : visible.some((id) => kept.has(id))
        ? 'what is left of it counts as no link'
        : 'refused at the publication gate';
  const at = hopsOf(path, places).findIndex(([a, b]) => a === hop[0] && b === hop[1]) + 1;
  const kind = (id: string) => `a ${(ctx.records.entities.get(id)?.type ?? 'party').toLowerCase()}`.replace(/^a (?=[aeio])/, 'an ');
  return `Path ${index + 1} of those asked for is left out: its hop ${at}, between ${kind(hop[0])} and ${kind(hop[1])}, has no claim left (${why}).`;
}

function commonBodyLeftOut(ctx: Context, path: Pick<TracePath, 'entities' | 'bodies'>): string {
  const bodies = listed(path.bodies.map((id) => nameApart(id, ctx)));
  return `${leftOutStart(ctx, path)}: by the claims of it that are here, its ends have only ${bodies} in common, which is no link.`;
}

function leftOutStart(ctx: Context, { entities }: Pick<AskedPath, 'entities'>): string {
  return `Path ${pairOf(ctx, entities[0], entities.at(-1))} is left out`;
}

function pairOf(ctx: Context, a = '', b = ''): string {
  // Such a person may be what was left out, and this line is printed.
  const name = (id: string) => (ctx.records.entities.get(id)?.atRisk ? 'a private person in danger' : nameApart(id, ctx));
  return `${name(a)} – ${name(b)}`;
}
