/** Standing in words: the level, who gave it, and since when; and how firmly a step is told. */
import { endingsOf, isOfEarlierCase } from '../figures/case-steps.ts';
import { rootOf } from '../figures/lineage.ts';
import { basisNote, isSpan } from './describe-values.ts';
import { formatDated, latestDay, parseEdtf } from '../dates/edtf-dates.ts';
import { dateVisibility } from '../dates/visibility.ts';
import { latestOf } from './as-of-lines.ts';
import { nameInProse } from './in-prose.ts';
import type { Citation, CitationStanding, Dated } from '../model/records.ts';
import type { Figures, StandingLevel } from '../model/figures.ts';
import { RANK_OF_LEVEL, type Level, type SupportLevel } from '../model/lists.ts';
import { listed, visibleCitations, type NarrationContext } from './narration.ts';

/** The level as lists show it, with a space in "disputed only". */
export function levelWord(level: StandingLevel | Level): string {
  return level === 'disputed-only' ? 'disputed only' : level;
}

/** "alleged by the US Department of Justice, since January 2023 (date inferred)"; of several who took one step on different days, each with its own. */
export function describeStanding(figures: Pick<Figures, 'level' | 'by' | 'since'> & Partial<Pick<Figures, 'history'>>, ctx: NarrationContext): string {
  const apart = figures.since ? sinceOfEach(figures) : [];
  if (apart.length > 1) {
    const each = apart.map(({ by, since }) => `by ${nameInProse(by, ctx).text}${since ? `, ${sinceWords(dateWithBasis(since))}` : ''}`);
    return `${levelWord(figures.level)} ${each.join(', and ')}`;
  }
  const since = figures.since ? `, ${sinceWords(dateWithBasis(figures.since))}` : '';
  return `${levelWord(figures.level)}${byWords(figures.by, ctx)}${since}`;
}

/** Those who gave the level, the earliest first, each with the date of its own step; empty where one date is that of all. */
function sinceOfEach({ level, by, history = [] }: Pick<Figures, 'level' | 'by'> & Partial<Pick<Figures, 'history'>>): { by: string; since?: Dated }[] {
  const giving = history.filter((step) => step.stance === 'supports' && step.counts && step.level === level);
  const each = by.map((id) => {
    const since = giving.find((step) => step.by === id && step.on !== undefined)?.on;
    return { by: id, ...(since === undefined ? {} : { since }) };
  });
  if (new Set(each.map(({ since }) => JSON.stringify(since))).size < 2) return [];
  const day = ({ since }: { since?: Dated }) => (since ? parseEdtf(since.edtf).latest : Infinity);
  return each.sort((a, b) => (day(a) === day(b) ? 0 : day(a) - day(b)));
}

/**
 * The standing of a claim in short with what took its case back, wherever that is recorded: "charged by the prosecution; acquitted by the court, 5 May 2022".
 * @param dated whether to say since when it stands so
 */
export function describeStandingOf(id: string, ctx: NarrationContext, dated = false): string {
  const [claim, figures] = [ctx.records.claims.get(id), ctx.figures.get(id)];
  if (!figures) return id;
  const told = asTold(figures, ctx);
  const { level, by } = told;
  const step = (ending: Citation) => {
    const { level: how, by: whose, on } = ending.standing;
    const before = isOfEarlierCase(ending, figures, ctx) ? 'before that ' : '';
    const maybe = answerPerhapsLater(ending, ctx);
    return `${before}${how === 'withdrawn' ? 'charge ' : ''}${describeStep({ level: how, by: whose, on }, ctx)}${maybe === undefined ? '' : `, ${maybe}`}`;
  };
  const endings = claim ? endingsOf(claim, ctx).map(step) : [];
  const later = perhapsLater(figures, ctx);
  const standing =
    told.level === figures.level
      ? [describeStanding(dated && later === undefined ? told : { level, by }, ctx), ...(later === undefined ? [] : [later])].join(', ')
      : `${levelWord(figures.level)}, as is reported without a source`;
  return [standing, ...new Set(endings)].join('; ');
}

/** The level alone with how its case ended: "charged, since acquitted", "charged, acquitted before" in another case, "alleged, the charge since withdrawn". */
export function levelWordOf(id: string, ctx: NarrationContext): string {
  const [claim, figures] = [ctx.records.claims.get(id), ctx.figures.get(id)];
  if (!figures) return levelWord('unstated');
  const last = claim && endingsOf(claim, ctx).at(-1);
  const isBefore = last !== undefined && isOfEarlierCase(last, figures, ctx);
  const [since, before] =
    last?.standing.level === 'withdrawn' ? [', the charge since withdrawn', ', an earlier charge withdrawn'] : [', since acquitted', ', acquitted before'];
  return `${levelWord(figures.level)}${perhapsLater(figures, ctx) === undefined ? '' : ', perhaps only later'}${last ? (isBefore ? before : since) : ''}`;
}

/** "since 5 May 2022", "since some day between 2018 and 2020": of a date with open ends only some day within it is known. */
function sinceWords(date: string): string {
  return isSpan(date) ? `since some day ${date}` : `since ${date}`;
}

/** The step that one citation gives: "charged by the US Department of Justice in United States v. Petrov, January 2023". */
export function describeStep(standing: CitationStanding, ctx: NarrationContext): string {
  return `${levelWord(standing.level)}${aroundStep(standing, ctx)}`;
}

/** What follows the level of a step: " by the US Department of Justice in United States v. Petrov, January 2023"; empty where nothing is told of it. */
export function aroundStep(standing: Omit<CitationStanding, 'level'>, ctx: NarrationContext): string {
  const inCase = standing.case === undefined ? '' : ` in ${nameInProse(standing.case, ctx).text}`;
  const on = standing.on ? `, ${dateWithBasis(standing.on)}` : '';
  const by = standing.by === undefined ? [] : [standing.by];
  return `${byWords(by, ctx)}${inCase}${on}`;
}

/** A date, with its basis where the source does not state it. */
export function dateWithBasis(dated: Dated): string {
  const note = basisNote(dated.basis, 'date');
  return `${formatDated(dated)}${note === '' ? '' : ` (${note})`}`;
}

/**
 * "on a day not known, perhaps later than the end of 2023": of a formal step at a happened clock, where nothing shows that it was taken by then: neither its own date
 * nor that of a text read for it. Undefined for any other.
 */
export function perhapsLater({ claim, level, history }: Pick<Figures, 'claim' | 'level' | 'history'>, ctx: NarrationContext): string | undefined {
  const clock = ctx.clocks?.happened;
  if (clock === undefined || !(FORMAL as ReadonlySet<string>).has(level)) return undefined;
  const giving = history.filter((step) => step.stance === 'supports' && step.counts && step.level === level);
  const day = latestDay(clock);
  const read = new Map(ctx.records.citations.get(claim)?.map((citation) => [citation.id, ctx.records.sources.get(citation.source)?.published]));
  const isShown = ({ citation, uncertain }: Figures['history'][number]) => !uncertain || dateVisibility(read.get(citation), day) === 'in';
  if (giving.length === 0 || giving.some(isShown)) return undefined;
  const on = giving.find((step) => step.on !== undefined)?.on;
  return `on ${on === undefined ? 'a day not known' : `some day ${spanWords(formatDated(on))}`}, perhaps later than ${latestOf(clock)}`;
}

/**
 * "perhaps later than the end of 2023": of a claim at a happened clock, of whose own dates none is certainly by then ("by March 2024"). Undefined for any other, and
 * for one that its plot dates or nothing does: it is counted and not told.
 */
export function datePerhapsLater({ happened }: Pick<Figures, 'happened'>, { clocks }: Pick<NarrationContext, 'clocks'>): string | undefined {
  const clock = clocks?.happened;
  if (clock === undefined || happened.length === 0) return undefined;
  const day = latestDay(clock);
  const isIn = happened.some(({ value, basis }) => dateVisibility({ edtf: value, basis }, day) === 'in');
  return isIn ? undefined : `perhaps later than ${latestOf(clock)}`;
}

/**
 * Of an answer, an outcome or an objection at the dates of the view: where nothing shows that it was given, or published, by then: "perhaps later than the end of
 * May 2022", "published 2024, perhaps later than the end of June 2024". Undefined where it certainly was.
 */
export function answerPerhapsLater({ standing, source }: Pick<Citation, 'standing' | 'source'>, { clocks, records }: NarrationContext): string | undefined {
  const read = records.sources.get(source)?.published;
  const isBy = (date: Dated | undefined, clock: string) => dateVisibility(date, latestDay(clock)) === 'in';
  const given = clocks?.happened;
  if (given !== undefined && !isBy(standing.on, given) && !isBy(read, given))
    return `${standing.on === undefined ? 'on a day not known, ' : ''}perhaps later than ${latestOf(given)}`;
  const published = clocks?.published;
  if (published === undefined || isBy(read, published)) return undefined;
  return `published ${read === undefined ? 'on a day not known' : dateWithBasis(read)}, perhaps later than ${latestOf(published)}`;
}

/** Whether a denial or an objection that may be of later only repeats what the same body said of the claim, of the same date, by the dates of the view. */
export function isRepeatedLater(citation: Citation, ctx: NarrationContext): boolean {
  const { level, by } = citation.standing;
  if ((level !== 'denied' && level !== 'contradicted') || by === undefined || answerPerhapsLater(citation, ctx) === undefined) return false;
  return visibleCitations(citation.claim, ctx).some((other) => {
    const isAlike = other.stance === citation.stance && other.standing.level === level && other.standing.by === by;
    // One with a date of its own says more than one without.
    const isOfOneDate = other.standing.on?.edtf === citation.standing.on?.edtf && other.standing.on?.basis === citation.standing.on?.basis;
    return isAlike && isOfOneDate && answerPerhapsLater(other, ctx) === undefined;
  });
}

const spanWords = (date: string): string => (isSpan(date) ? date : `of ${date}`);

function byWords(by: readonly string[], ctx: NarrationContext): string {
  return by.length === 0 ? '' : ` by ${listed(by.map((id) => nameInProse(id, ctx).text))}`;
}

/** Steps that only a court takes. */
export const OF_COURTS: ReadonlySet<Level | StandingLevel> = new Set(['found', 'convicted']);
/** Steps that somebody takes in form, so that somebody must be known to have said so. */
const FORMAL: ReadonlySet<Level> = new Set<Level>(['sanctioned', 'charged', 'admitted', 'found', 'convicted']);

/**
 * The figures of a claim as its sentence tells them. A formal step (a charge, a conviction) of which no passage says where it has it from keeps its place on the
 * ladder, but is told as a report of it: no step is told as firmer than the way it came by (model.md, "Standing"). A court whose finding or conviction fell is
 * not among those who allege. The same figures where there is no such step.
 */
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
