/** Standing in words: the level, who gave it, and since when. */
import { asTold } from './as-told.ts';
import { endingsOf } from '../figures/case-steps.ts';
import { basisNote } from './describe-values.ts';
import { formatDated } from '../dates/edtf-dates.ts';
import { nameInProse } from './in-prose.ts';
import type { Citation, CitationStanding, Dated } from '../model/records.ts';
import type { Figures, StandingLevel } from '../model/figures.ts';
import type { Level } from '../model/lists.ts';
import { listed, type NarrationContext } from './narration.ts';

/** The level as lists show it, with a space in "disputed only". */
export function levelWord(level: StandingLevel | Level): string {
  return level === 'disputed-only' ? 'disputed only' : level;
}

/** "alleged by the US Department of Justice, since January 2023 (date inferred)". */
export function describeStanding(figures: Pick<Figures, 'level' | 'by' | 'since'>, ctx: NarrationContext): string {
  const since = figures.since ? `, ${sinceWords(dateWithBasis(figures.since))}` : '';
  return `${levelWord(figures.level)}${byWords(figures.by, ctx)}${since}`;
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
  const step = ({ standing: { level: how, by: whose, on } }: Citation) =>
    `${how === 'withdrawn' ? 'charge ' : ''}${describeStep({ level: how, by: whose, on }, ctx)}`;
  const endings = claim ? endingsOf(claim, ctx).map(step) : [];
  const standing =
    told.level === figures.level ? describeStanding(dated ? told : { level, by }, ctx) : `${levelWord(figures.level)}, as is reported without a source`;
  return [standing, ...new Set(endings)].join('; ');
}

/** The level alone with how its case ended: "charged, since acquitted", "alleged, the charge since withdrawn". */
export function levelWordOf(id: string, ctx: NarrationContext): string {
  const [claim, figures] = [ctx.records.claims.get(id), ctx.figures.get(id)];
  if (!figures) return levelWord('unstated');
  const last = claim && endingsOf(claim, ctx).at(-1);
  const since = last?.standing.level === 'withdrawn' ? ', the charge since withdrawn' : ', since acquitted';
  return `${levelWord(figures.level)}${last ? since : ''}`;
}

/** "since 5 May 2022", "since some day between 2018 and 2020": of a date with open ends only some day within it is known. */
function sinceWords(date: string): string {
  return /^(between|from|up to) /.test(date) ? `since some day ${date}` : `since ${date}`;
}

/** The step that one citation gives: "charged by the US Department of Justice in United States v. Petrov, January 2023". */
export function describeStep(standing: CitationStanding, ctx: NarrationContext): string {
  const inCase = standing.case === undefined ? '' : ` in ${nameInProse(standing.case, ctx).text}`;
  const on = standing.on ? `, ${dateWithBasis(standing.on)}` : '';
  const by = standing.by === undefined ? [] : [standing.by];
  return `${levelWord(standing.level)}${byWords(by, ctx)}${inCase}${on}`;
}

/** A date, with its basis where the source does not state it. */
export function dateWithBasis(dated: Dated): string {
  const note = basisNote(dated.basis, 'date');
  return `${formatDated(dated)}${note === '' ? '' : ` (${note})`}`;
}

function byWords(by: readonly string[], ctx: NarrationContext): string {
  return by.length === 0 ? '' : ` by ${listed(by.map((id) => nameInProse(id, ctx).text))}`;
}
