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
  const around = {
    above: upwards(edges),
    notEstablished: (claim: Claim) => beside(claim).filter(({ id }) => figures.get(id)?.visible),
  };
  known.set(figures, { records, around });
  return around;
}

/** A sentence "Not established: …" for each such claim beside the given ones, each once, in the order found. */
export function notEstablishedLines(claims: Iterable<Claim>, ctx: NarrationContext): string[] {
  const { notEstablished } = surroundingsOf(ctx);
  const lines = new Map<string, string>();
  for (const claim of claims) {
    for (const denial of notEstablished(claim)) {
      const figures = ctx.figures.get(denial.id);
      if (figures) lines.set(denial.id, `Not established: ${narrateClaim(denial, figures, ctx)}.`);
    }
  }
  return [...lines.values()];
}
