/** What contests a claim, as clauses that follow its sentence: denials, contradictions, outcomes, rivals. */
import { accusedEnds } from '../figures/accused-ends.ts';
import { parseEdtf } from '../dates/edtf-dates.ts';
import { caseOutcomesOf, isFollowed, isOfEarlierCase, isOlderThan, isToldAgain, type CaseStep } from '../figures/case-steps.ts';
import { rootOf } from '../figures/lineage.ts';
import { answerPerhapsLater, describeStandingOf, isRepeatedLater, OF_COURTS } from './describe-standing.ts';
import { whenPhrase } from './describe-values.ts';
import { canonIn } from '../figures/identities.ts';
import { entitiesOf } from '../model/claim-ends.ts';
import { nameInProse, voiceInProse, type ProseName } from './in-prose.ts';
import type { Citation, Claim } from '../model/records.ts';
import { rivalsIn, type Figures } from '../model/figures.ts';
import type { Level } from '../model/lists.ts';
import { listed, visibleCitations, type NarrationContext } from './narration.ts';
import { namesTold, voicesTold } from './origin-words.ts';
import { wordingOf } from './wording.ts';

/**
 * Clauses without a full stop, each once, in the order of what happened: what disputes the claim, and before an acquittal the findings and convictions that it took
 * back, where the sentence does not tell these; and what became of the case by other claims about the same person. Empty where there is none of it.
 */
export function narrateAgainst(claim: Claim, figures: Figures, ctx: NarrationContext): string[] {
  return clausesAgainst(claim, figures, ctx, new Set(fallenToTell(figures)));
}

/** The same where the sentence is not told before it, without the findings and convictions that fell: these stood for the claim, and stand no more. */
export function standsAgainst(claim: Claim, figures: Figures, ctx: NarrationContext): string[] {
  return clausesAgainst(claim, figures, ctx, new Set());
}

/** @param fallen ids of citations */
function clausesAgainst(claim: Claim, figures: Figures, ctx: NarrationContext, fallen: ReadonlySet<string>): string[] {
  const steps = new Map(figures.history.map((step) => [step.citation, step]));
  const told = visibleCitations(claim.id, ctx).filter((one) => (one.stance === 'disputes' && !isRepeatedLater(one, ctx)) || fallen.has(one.id));
  const dayOf = ({ id, standing }: Citation) => (standing.on ? parseEdtf(standing.on.edtf).latest : fallen.has(id) ? -Infinity : Infinity);
  const inOrder = told.toSorted((a, b) => (dayOf(a) === dayOf(b) ? Number(fallen.has(b.id)) - Number(fallen.has(a.id)) : dayOf(a) - dayOf(b)));
  const clauses = new Set(
    inOrder.map((citation) => {
      const isBefore = isFollowed(citation, figures) || isOfEarlierCase(citation, figures, ctx);
      return steps.get(citation.id)?.stance === 'supports' ? courtClause(citation, ctx) : disputeClause(citation, ctx, isBefore);
    }),
  );
  for (const clause of outcomesElsewhere(claim, figures, ctx)) clauses.add(clause);
  for (const clause of rivalClauses(figures, ctx)) clauses.add(clause);
  return [...clauses];
}

/** Rivals of one claim that are told; the rest is counted. */
const NAMED_RIVALS = 2;

/** The rivals that a sentence names: those at hand that may be told, as many as there is room for. */
export function rivalsTold(figures: Figures, ctx: NarrationContext): string[] {
  const isTold = (id: string) => ctx.records.claims.has(id) && ctx.figures.get(id)?.visible === true && (ctx.claimsTold?.has(id) ?? true);
  return rivalsIn(figures).filter(isTold).slice(0, NAMED_RIVALS);
}

/** "Alleged by the police", "reported by The Daily", "charged by the prosecution; acquitted by the court, 5 May 2022". */
function standingOfRival(figures: Figures, ctx: NarrationContext): string {
  const standing = describeStandingOf(figures.claim, ctx);
  const voices = standing === 'reported' ? namesTold(voicesTold(figures, ctx)) : '';
  return voices === '' ? standing : `${standing} by ${voices}`;
}

/** "A rival claim stands beside it, that Ben lit the fire (alleged by the police)"; of those that are not told here only the number. */
function rivalClauses(figures: Figures, ctx: NarrationContext): string[] {
  const told = rivalsTold(figures, ctx).flatMap((id) => {
    const [claim, of] = [ctx.records.claims.get(id), ctx.figures.get(id)];
    const predicate = claim && ctx.records.predicates.get(claim.predicate);
    if (!claim || !of || !predicate) return [];
    const { subject, phrases } = wordingOf(claim, predicate, of, ctx);
    return [`that ${subject.text} ${phrases.finite} (${standingOfRival(of, ctx)})`];
  });
  const all = rivalsIn(figures);
  const rest = all.length - told.length;
  const stand = (n: number, word: string) => (n === 1 ? `a ${word} claim stands beside it` : `${n} ${word} claims stand beside it`);
  if (told.length === 0) return all.length === 0 ? [] : [stand(rest, 'rival')];
  return [`${stand(told.length, 'rival')}, ${told.join(', and ')}`, ...(rest === 0 ? [] : [stand(rest, 'further rival')])];
}

/** Deeds of one outcome that are told; the rest is counted. */
const NAMED_DEEDS = 3;

/** What became of the case by other claims: "Ann was acquitted by the court of having killed Ben (2024)"; deeds that one step ended are told together. */
function outcomesElsewhere(claim: Claim, figures: Figures, ctx: NarrationContext): string[] {
  const canon = canonIn(ctx.records);
  const own = new Set(entitiesOf(claim));
  const groups = new Map<string, CaseStep[]>();
  const peopleOf = ({ people }: CaseStep) => people.map(canon).sort().join(' ');
  const deedOf = (step: CaseStep) => JSON.stringify(deedsOf([step], ctx));
  const all = caseOutcomesOf(claim, ctx);
  for (const step of all) {
    const isAlike = (other: CaseStep) => peopleOf(other) === peopleOf(step) && deedOf(other) === deedOf(step);
    if (all.some((other) => isToldAgain(other.citation, step.citation, ctx) && isAlike(other))) continue;
    const { level, by, on, case: inCase } = step.citation.standing;
    const key = JSON.stringify([level, by, on, inCase && canon(inCase), peopleOf(step)]);
    groups.set(key, [...(groups.get(key) ?? []), step]);
  }
  return [...groups.values()].flatMap((steps) => {
    // Told of the claim's own people, where one of the steps is.
    const named = steps.find(({ people }) => people.every((id) => own.has(id))) ?? steps[0];
    return named ? outcomeClause([named, ...steps.filter((step) => step !== named)], own, figures, ctx) : [];
  });
}

/** "Й. Ли, recorded as the same as Joe Lee,": of somebody whom the claim knows by another record. */
function namedFor(id: string, own: ReadonlySet<string>, ctx: NarrationContext): ProseName {
  const name = nameInProse(id, ctx);
  const canon = canonIn(ctx.records);
  const twin = own.has(id) ? undefined : [...own].find((one) => canon(one) === canon(id));
  return twin === undefined ? name : { ...name, text: `${name.text}, recorded as the same as ${nameInProse(twin, ctx).text},` };
}

/** @param own entities of the claim that is told */
function outcomeClause(steps: readonly CaseStep[], own: ReadonlySet<string>, figures: Figures, ctx: NarrationContext): string[] {
  const [first] = steps;
  if (!first) return [];
  const { level, by } = first.citation.standing;
  const names = first.people.map((id) => namedFor(id, own, ctx));
  const name = listed(names.map(({ text }) => text));
  const plural = names.length > 1 || names.some((one) => one.plural);
  const whose = by === undefined ? '' : ` by ${nameInProse(by, ctx).text}`;
  const date = dateAside(first.citation, ctx);
  const [deeds, shared] = deedsOf(steps, ctx);
  const [was, were] = isOlderThan(first.citation, figures, ctx) ? ['had before been', 'had before been'] : ['was', 'were'];
  const clauses: string[] = [];
  if (deeds !== '') {
    if (level === 'withdrawn') clauses.push(`the charge against ${name} ${deeds} ${was} withdrawn${whose}${date}`);
    else if (level === 'convicted') clauses.push(`${name} ${plural ? 'were' : 'was'} then convicted${whose} ${deeds}${date}`);
    else clauses.push(`${name} ${plural ? were : was} acquitted${whose} ${deeds}${date}`);
  }
  const what = level === 'withdrawn' ? 'a withdrawal of charges' : level === 'convicted' ? 'a later conviction' : 'an acquittal';
  for (const told of shared) clauses.push(`${what}${whose} stands on record${date}, over the claim that ${told}`);
  return clauses;
}

/** "of having killed Ben and of having hired Cem", and the sentences of claims that accuse others, too. */
function deedsOf(steps: readonly CaseStep[], ctx: NarrationContext): [deeds: string, shared: string[]] {
  const told = new Set<string>();
  const shared = new Set<string>();
  for (const { claim } of steps) {
    const predicate = ctx.records.predicates.get(claim.predicate);
    const figures = ctx.figures.get(claim.id);
    if (!predicate || !figures) continue;
    const { subject, accused, alone, phrases } = wordingOf(claim, predicate, figures, ctx);
    if (accused !== undefined && alone) told.add(`of ${phrases.gerund}`);
    else shared.add(`${subject.text} ${phrases.finite}`);
  }
  const deeds = [...told];
  const rest = deeds.length - NAMED_DEEDS;
  return [listed(rest > 0 ? [...deeds.slice(0, NAMED_DEEDS), `of ${rest} more`] : deeds), [...shared]];
}

/** Citations of the findings and convictions that fell, without the highest where the sentence itself tells it, for want of anybody who alleges the claim. */
function fallenToTell({ history, level, by }: Figures): string[] {
  const fallen = history.filter((step) => step.fell === 'alleged' && OF_COURTS.has(step.level));
  const giving = history.filter((step) => step.stance === 'supports' && (step.fell ?? step.level) === level);
  if (level !== 'alleged' || by.length > 0 || giving.some((step) => !fallen.includes(step))) return fallen.map(({ citation }) => citation);
  const highest = fallen.reduce((best, step) => ((step.rank ?? 0) > (best?.rank ?? 0) ? step : best), fallen[0]);
  return fallen.flatMap((step) => (step.level === highest?.level && step.by === highest.by ? [] : [step.citation]));
}

/** "The court convicted Ann of it (2019)". */
function courtClause(citation: Citation, ctx: NarrationContext): string {
  const { level, by } = citation.standing;
  const who = by === undefined ? 'a court' : nameInProse(by, ctx).text;
  const only = onlyAccused(citation, ctx);
  const date = dateAside(citation, ctx);
  if (level === 'found') return `${who} found it${date}`;
  return only === undefined ? `a conviction by ${who} stood on record${date}` : `${who} convicted ${nameInProse(only, ctx).text} of it${date}`;
}

/** " (18 April 2024)", and where the view stands at a date by which it may not have been given, that. */
function dateAside(citation: Citation, ctx: NarrationContext): string {
  const { on } = citation.standing;
  const when = on === undefined ? '' : whenPhrase(on).replace(/^(on|in) /, '');
  const parts = [when, answerPerhapsLater(citation, ctx) ?? ''].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/** Steps that somebody takes himself: the page that tells of one is not whoever took it. */
const OF_SOMEBODY: ReadonlySet<Level> = new Set<Level>(['denied', 'acquitted', 'withdrawn']);

/** A clause on what disputes a claim: whoever or whatever it is about, and what follows. */
export interface Dispute {
  subject: string;
  said: string;
}

/** The same of a step of which the record does not say who took it: "the charge was withdrawn (2024), according to The Daily". */
function disputeOfNobody(citation: Citation, before: boolean, ctx: NarrationContext): Dispute {
  const { level } = citation.standing;
  const told = `${dateAside(citation, ctx)}, according to ${voiceOfRead(citation, ctx).text}`;
  if (level === 'denied') return { subject: 'it', said: `is denied${told}` };
  if (level === 'withdrawn') return { subject: before ? 'an earlier charge' : 'the charge', said: `${before ? 'had been' : 'was'} withdrawn${told}` };
  const only = onlyAccused(citation, ctx);
  if (only === undefined) return { subject: 'an acquittal', said: `stands on record${told}` };
  const { text, plural } = nameInProse(only, ctx);
  return { subject: text, said: `${before ? 'had before been' : plural ? 'were' : 'was'} acquitted of it${told}` };
}

/** "Iran denies it (in September 2024)". @param before whether what it takes back was taken up again later */
export function disputeClause(citation: Citation, ctx: NarrationContext, before = false): string {
  const { subject, said } = disputeOf(citation, ctx, before);
  return `${subject} ${said}`;
}

/** The same in its two parts. */
export function disputeOf(citation: Citation, ctx: NarrationContext, before = false): Dispute {
  const { level, by } = citation.standing;
  if (by === undefined && OF_SOMEBODY.has(level)) return disputeOfNobody(citation, before, ctx);
  const who = by === undefined ? voiceOfRead(citation, ctx) : nameInProse(by, ctx);
  const s = who.plural ? '' : 's';
  const date = dateAside(citation, ctx);
  const ofWho = (said: string): Dispute => ({ subject: who.text, said: `${said}${date}` });
  switch (level) {
    case 'denied':
      return ofWho(`den${who.plural ? 'y' : 'ies'} it`);
    case 'contradicted':
      return ofWho(`contradict${s} it`);
    case 'retracted':
      return ofWho(`${who.plural ? 'have' : 'has'} ${saysItStill(citation, ctx) ? 'corrected what it wrote of it before' : 'retracted it'}`);
    case 'acquitted': {
      const only = onlyAccused(citation, ctx);
      if (only === undefined) return { subject: 'an acquittal', said: `by ${who.text} stands on record${date}` };
      const acquitted = nameInProse(only, ctx);
      const was = before ? 'had before been' : acquitted.plural ? 'were' : 'was';
      return { subject: acquitted.text, said: `${was} acquitted of it by ${who.text}${date}` };
    }
    case 'withdrawn':
      return { subject: before ? 'an earlier charge' : 'the charge', said: `${before ? 'had been' : 'was'} withdrawn by ${who.text}${date}` };
    default:
      return ofWho(`dispute${s} it`);
  }
}

/** Where a claim accuses several, its citation does not say which of them an outcome concerns. */
function onlyAccused({ claim: id }: Citation, { records }: NarrationContext): string | undefined {
  const claim = records.claims.get(id);
  const accused = claim ? accusedEnds(claim, records.predicates.get(claim.predicate)) : [];
  const [only, ...others] = new Set(accused.map(({ entity }) => entity));
  return others.length > 0 ? undefined : only;
}

/** Whether the voice that retracts supports the claim by another citation that was not retracted: it corrects, and does not take the whole back. */
function saysItStill(retraction: Citation, ctx: NarrationContext): boolean {
  const history = ctx.figures.get(retraction.claim)?.history ?? [];
  const standing = new Set(history.flatMap((step) => (step.stance === 'supports' && step.fell !== 'retracted' ? [step.citation] : [])));
  const voiceOf = (citation: Citation) => (rootOf(citation, ctx.records.sources) ?? ctx.records.sources.get(citation.source))?.voice;
  return visibleCitations(retraction.claim, ctx).some((citation) => standing.has(citation.id) && voiceOf(citation) === voiceOf(retraction));
}

function voiceOfRead(citation: Citation, ctx: NarrationContext): { text: string; plural: boolean } {
  const source = ctx.records.sources.get(citation.source);
  const voice = source && ctx.records.voices.get(source.voice);
  return voice ? voiceInProse(voice, ctx) : { text: 'a source', plural: false };
}
