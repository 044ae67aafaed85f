/** What an export of a trace takes out: its paths; or, where none joins the two sides, the ends and what the records say of them. */
import type { z } from 'zod';
import { API_LIMITS } from '../../contract/parts.ts';
import type { tracePaths } from '../../contract/routes/trace.ts';
import type { TracedWords } from '../../domain/answering/answer-trace.ts';
import type { PieceQuestion } from '../../graph/graph.ts';
import { ALSO_SAID_SHOWN, type Traced, searchedWords } from '../views/trace-view.ts';
import type { SelectorSource } from '../tracing/resolve-selector.ts';
import { overAfter, sidesOf, traceIn } from '../tracing/trace-paths.ts';
import type { ViewContext } from '../../graph/view-context.ts';

type Trace = Omit<z.infer<typeof tracePaths.body>, 'clocks'>;

/** The answer of a trace that found no path, as far as a piece may tell it. */
export interface NotLinked extends Omit<TracedWords, 'paths'> {
  /** What was searched, and what was not, in sentences. */
  searched: string;
}
export type Chosen = Pick<PieceQuestion, 'entities' | 'claims' | 'paths'> & {
  notLinked?: Traced;
  /** All paths that the trace found. */ found?: PieceQuestion['paths'];
};

function leftOutOf(claims: readonly string[], { figures }: Pick<ViewContext, 'figures'>): TracedWords['leftOut'] {
  if (claims.length === 0) return undefined;
  return claims.every((id) => figures.get(id)?.level === 'disputed-only') ? 'taken-back' : 'some';
}

export async function chosenByTrace(source: SelectorSource, trace: Trace, signal?: AbortSignal): Promise<Chosen> {
  const sides = await sidesOf(trace, source);
  const traced = await traceIn(source.graph, sides, trace.switches, overAfter(API_LIMITS.traceSearchMs, signal));
  const found = traced.paths.map(({ entities, hops }) => ({ entities, claims: hops.map(({ best }) => best) }));
  if (found.length > 0) return { entities: [], claims: [], paths: found.slice(0, API_LIMITS.exportPaths), found };
  const [common] = traced.commonBody;
  const decided = (traced.sameEnds ?? []).flatMap(({ decisions }) => decisions.flatMap(({ a, b }) => [a, b]));
  return {
    entities: [...new Set([...sides.from, ...sides.to, ...(common?.entities ?? []), ...decided])].slice(0, API_LIMITS.subgraphEntities),
    claims: (traced.alsoSaid ?? []).slice(0, ALSO_SAID_SHOWN),
    paths: [],
    notLinked: traced,
  };
}

/**
 * The answer, from the claims and entities of a piece alone; undefined where one of the ends is not in it, because then nobody could be told to be linked to nobody.
 * @param piece what the publication gate left
 */
export function notLinkedIn(traced: Traced, piece: { entities: Iterable<string>; claims: Iterable<string> }, ctx: ViewContext): NotLinked | undefined {
  const [entities, claims] = [new Set(piece.entities), new Set(piece.claims)];
  const { sides, switches, stoppedAtLimit, sameEnds = [], alsoSaid = [], commonBody } = traced;
  if (![...sides.from, ...sides.to].every((id) => entities.has(id))) return undefined;
  const said = alsoSaid.slice(0, ALSO_SAID_SHOWN);
  return {
    sides,
    alsoSaid: said.filter((id) => claims.has(id)),
    leftOut: leftOutOf(
      said.filter((id) => !claims.has(id)),
      ctx,
    ),
    commonBody: commonBody.slice(0, 1).filter((path) => path.entities.every((id) => entities.has(id))),
    sameEnds: sameEnds.filter(({ decisions }) => decisions.every(({ a, b }) => entities.has(a) && entities.has(b))),
    maxHops: switches.maxHops,
    datasets: switches.datasets,
    stoppedAtLimit,
    searched: searchedWords(traced, ctx),
  };
}
