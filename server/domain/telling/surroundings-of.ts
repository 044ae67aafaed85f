/** What the sentences of a view need to know of other claims, computed once: the bodies above each entity, and where no link was found. */
import type { Claim, Records } from '../model/records.ts';
import type { Figures } from '../model/figures.ts';
import { narrateClaim, narrateLink } from './narrate-claim.ts';
import type { NarrationContext } from './narration.ts';
import { isNoLink, notEstablishedIndex } from '../figures/no-established-link.ts';
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

/** A claim with a sentence "Not established: …". */
export interface NotEstablished {
  claim: string;
  text: string;
}

/**
 * For each of these claims that says no link was found, and stands: "Not established: a link between Ann and Iran, according to the police." What nothing supports any
 * more establishes nothing, and is told with its claim alone. This is what is counted as looked for and not established.
 */
export function notEstablishedSentences(denials: Iterable<Claim>, ctx: NarrationContext): NotEstablished[] {
  return [...denials].flatMap((denial) => {
    const text = notEstablishedOf(denial, ctx);
    return text === undefined ? [] : [{ claim: denial.id, text: `${text}.` }];
  });
}

/** The same of one claim, without its full stop. @param from the end at which it begins */
export function notEstablishedOf(denial: Claim, ctx: NarrationContext, from?: string): string | undefined {
  const figures = ctx.figures.get(denial.id);
  if (!isNoLink(denial.predicate) || !figures?.visible || figures.level === 'disputed-only') return undefined;
  return `Not established: ${narrateLink(denial, figures, ctx, from) ?? narrateClaim(denial, figures, ctx, from)}`;
}

/** A sentence "Not established: …" for each such claim beside the given ones, each once, in the order found. */
export function notEstablishedLines(claims: Iterable<Claim>, ctx: NarrationContext): string[] {
  return notEstablishedSentences(notEstablishedBeside(claims, ctx), ctx).map(({ text }) => text);
}
