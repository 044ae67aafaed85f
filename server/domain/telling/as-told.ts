/**
 * The figures of a claim as its sentence tells them. A formal step (a charge, a conviction) of which no passage says where it has it from keeps its place on the
 * ladder, but is told as a report of it: no step is told as firmer than the way it came by (model.md, "Standing").
 */
import { rootOf } from '../figures/lineage.ts';
import type { Figures, StandingLevel } from '../model/figures.ts';
import { RANK_OF_LEVEL, type Level, type SupportLevel } from '../model/lists.ts';
import type { NarrationContext } from './narration.ts';

/** Steps that only a court takes. */
export const OF_COURTS: ReadonlySet<Level | StandingLevel> = new Set(['found', 'convicted']);
/** Steps that somebody takes in form, so that somebody must be known to have said so. */
const FORMAL: ReadonlySet<Level> = new Set<Level>(['sanctioned', 'charged', 'admitted', 'found', 'convicted']);

/** The same figures where every formal step is known from somebody. A court whose finding or conviction fell is not among those who allege. */
export function asTold(figures: Figures, ctx: Pick<NarrationContext, 'records'>): Figures {
  const citations = new Map((ctx.records.citations.get(figures.claim) ?? []).map((citation) => [citation.id, citation]));
  const isHearsay = ({ citation: id, stance, level, counts, fell }: Figures['history'][number]): boolean => {
    const citation = citations.get(id);
    const holds = counts || fell === 'alleged';
    return stance === 'supports' && holds && FORMAL.has(level) && citation !== undefined && rootOf(citation, ctx.records.sources) === undefined;
  };
  const isOfFallenCourt = ({ fell, level }: Figures['history'][number]): boolean => fell === 'alleged' && OF_COURTS.has(level);
  if (!figures.history.some((step) => isHearsay(step) || isOfFallenCourt(step))) return figures;
  const history = figures.history.map((step) => (isHearsay(step) ? { ...step, counts: false, fell: 'reported' as const } : step));
  const steps = history.flatMap((step) => {
    const level = step.stance !== 'supports' || step.fell === 'retracted' ? undefined : (step.fell ?? (step.counts ? step.level : undefined));
    return level !== undefined && level in RANK_OF_LEVEL ? [{ ...step, as: level as SupportLevel }] : [];
  });
  const rank = Math.max(...steps.map((step) => RANK_OF_LEVEL[step.as]));
  const highest = steps.filter((step) => RANK_OF_LEVEL[step.as] === rank);
  if (highest.length === 0) return figures;
  const level = highest.find((step) => step.as === 'alleged')?.as ?? highest[0]!.as;
  const giving = highest.filter((step) => step.as === level);
  const by = giving.flatMap((step) => (step.by === undefined || step.fell === 'reported' || isOfFallenCourt(step) ? [] : [step.by]));
  const since = giving.find((step) => step.on !== undefined && step.fell === undefined)?.on;
  const { since: _, ...rest } = figures;
  return { ...rest, history, level, rank, by: [...new Set(by)], ...(since === undefined ? {} : { since }) };
}
