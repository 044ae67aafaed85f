/** What the sentences of a view need to know of other claims, computed once: the bodies above each entity, and where no link was found. */
import type { Claim, Records } from '../model/records.ts';
import type { Figures } from '../model/figures.ts';
import { narrateClaim } from './narrate-claim.ts';
import type { NarrationContext } from './narration.ts';
import { notEstablishedIndex } from '../figures/no-established-link.ts';
import { upwards, withinEdges, type Steps } from '../figures/within.ts';

export interface ViewSurroundings {
  /** Entity → bodies directly above it. */
  above: Steps;
  /** The visible claims "no link was found" to show beside a claim. */
  notEstablished: (claim: Claim) => Claim[];
}

/** The figures of a view never change, so what follows from them is cached with them. */
const known = new WeakMap<ReadonlyMap<string, Figures>, { records: Records; around: ViewSurroundings }>();

export function surroundingsOf(ctx: Pick<NarrationContext, 'records' | 'figures'>): ViewSurroundings {
  const { records, figures } = ctx;
  const kept = known.get(figures);
  if (kept?.records === records) return kept.around;
  const edges = withinEdges(records, figures);
  const beside = notEstablishedIndex(records, edges);
  const above = upwards(edges);
  const around = {
    above,
    notEstablished: (claim: Claim) => beside(claim).filter(({ id }) => figures.get(id)?.visible),
  };
  known.set(figures, { records, around });
  return around;
}

/** The visible claims "no link was found" beside the given ones, each once, in the order found. */
export function notEstablishedBeside(claims: Iterable<Claim>, ctx: Pick<NarrationContext, 'records' | 'figures'>): Claim[] {
  const { notEstablished } = surroundingsOf(ctx);
  const beside = new Map<string, Claim>();
  for (const claim of claims) for (const denial of notEstablished(claim)) beside.set(denial.id, denial);
  return [...beside.values()];
}

const NOT_ESTABLISHED = 'Not established: ';

/** A sentence "Not established: …" for each such claim beside the given ones, each once, in the order found. */
export function notEstablishedLines(claims: Iterable<Claim>, ctx: NarrationContext): string[] {
  return notEstablishedSentences(notEstablishedBeside(claims, ctx), ctx);
}

/** A sentence "Not established: …" for each of these claims. */
export function notEstablishedSentences(denials: readonly Claim[], ctx: NarrationContext): string[] {
  return denials.flatMap((denial) => {
    const figures = ctx.figures.get(denial.id);
    return figures ? [`${NOT_ESTABLISHED}${narrateClaim(denial, figures, ctx)}.`] : [];
  });
}

export const isNotEstablishedLine = (line: string): boolean => line.startsWith(NOT_ESTABLISHED);
