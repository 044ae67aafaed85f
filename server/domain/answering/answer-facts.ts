/** What is said in short beside an answer in words: at most so many names, the rest counted; whose word a claim is; who says that there is no link. */
import { canonIn } from '../figures/identities.ts';
import { endsOf, entityEnd } from '../model/claim-ends.ts';
import { lookedForIn } from '../telling/as-of-lines.ts';
import { asTold, describeStandingOf, OF_COURTS, perhapsLater } from '../telling/describe-standing.ts';
import { spelled } from '../telling/describe-values.ts';
import { nameInProse } from '../telling/in-prose.ts';
import { counted, listed, type NarrationContext } from '../telling/narration.ts';
import { namesOfBy, namesTold, voicesTold } from '../telling/origin-words.ts';
import { stepsSince, type Response } from '../telling/responses.ts';
import type { Figures } from '../model/figures.ts';
import type { Claim } from '../model/records.ts';
import { figured, type AnswerInWords } from './answer-in-words.ts';

type Fact = AnswerInWords['facts'][number];

/** Most that one fact names; the rest is counted. */
const NAMED_FACTS = 3;
/** "no dispute on record in these sources", though a link may have been looked for and not found; at a date "no dispute in the sources here published by …". */
export const noDispute = ({ clocks }: Pick<NarrationContext, 'clocks'>) => `no dispute ${lookedForIn(clocks)}`;

/**
 * "no response by Ann or Ben to what is told here is on record in these sources" (they may have answered another claim). Nobody can ask a class or an unresolved
 * body, and whose own word a claim is does not answer it: these are not named.
 */
export function noResponseBy(responses: readonly Response[], ctx: NarrationContext): string[] {
  const names = responses.filter(({ kind }) => kind === 'none').map(({ entity }) => nameInProse(entity, ctx).text);
  if (names.length === 0) return [];
  return [`no response by ${either(shownOf(names))} to what is told here ${ctx.clocks?.happened === undefined ? 'is' : 'was'} ${lookedForIn(ctx.clocks)}`];
}

/** "1 claim answered, on record here only later: Ann – Iran: acquitted by the court". Empty where the dates hide no answer. */
export function sinceFact(claims: readonly string[], ctx: NarrationContext): string[] {
  const later = claims.flatMap((id) => {
    const claim = ctx.records.claims.get(id);
    const steps = claim ? stepsSince(claim, ctx) : [];
    return steps.length === 0 ? [] : [`${endsInShort(id, ctx)}: ${steps.join(', ')}`];
  });
  return later.length === 0 ? [] : [`${counted(later.length, 'claim')} answered, on record here only later: ${shownOf(later).join('; ')}`];
}

/** The first of the texts, and the number of the rest. */
export function shownOf(texts: readonly string[]): readonly string[] {
  const rest = texts.length - NAMED_FACTS;
  return rest > 0 ? [...texts.slice(0, NAMED_FACTS), `${rest} more`] : texts;
}

/** "A, B or C". */
export function either(texts: readonly string[]): string {
  return texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}`;
}

/** A court's finding or conviction holds the claim up: by the ladder no other body gives these. One told without a source does not. */
export function restsOnCourt(claim: string, ctx: Pick<NarrationContext, 'figures' | 'records'>): boolean {
  const figures = ctx.figures.get(claim);
  return figures !== undefined && OF_COURTS.has(asTold(figures, ctx).level);
}

/** Whether the step that gives its standing may have been taken only after the dates of the view. */
export function isPerhapsLater(claim: string, ctx: NarrationContext): boolean {
  const figures = ctx.figures.get(claim);
  return figures !== undefined && perhapsLater(figures, ctx) !== undefined;
}

/** "two of them are undated or may be later than the view": what is kept at its dates though nothing shows that it was so by then. @param all what they are counted among */
export function maybeLater(claims: readonly string[], all: { one: string; some: string }, { figures }: Pick<NarrationContext, 'figures'>): string[] {
  const n = claims.filter((id) => figures.get(id)?.uncertain).length;
  if (n === 0) return [];
  const which = claims.length === 1 ? all.one : `${n === claims.length ? 'each' : spelled(n)} ${all.some}`;
  return [`${which} ${n === 1 || n === claims.length ? 'is' : 'are'} undated or may be later than the view`];
}

/** "convicted by the court"; "charged by the prosecution; acquitted by the court, 5 May 2022". */
export const whoseWord = (claim: string, ctx: NarrationContext) => describeStandingOf(claim, ctx);

/** Whoever gave the standing; else the voices at the roots, and where there is none it is said so. */
function saysIt(figures: Figures, ctx: NarrationContext): string {
  if (figures.level === 'disputed-only') return 'nobody any more';
  const by = namesOfBy(asTold(figures, ctx), ctx)?.text ?? namesTold(voicesTold(figures, ctx));
  return by === '' ? 'a source that does not say from whom it has this' : by;
}

/** "Ann – Iran"; of a claim whose object is a text or a value, its subject alone. */
export function endsInShort(id: string, ctx: NarrationContext): string {
  const claim = ctx.records.claims.get(id);
  return claim ? endNames(claim, ctx).join(' – ') : id;
}

function endNames({ subject, object }: Claim, ctx: NarrationContext): string[] {
  return [subject, object].flatMap((end) => {
    const entity = entityEnd(end);
    if (entity !== undefined) return [nameInProse(entity, ctx).text];
    return end === 'unknown' ? ['an unknown party'] : [];
  });
}

/** The first of the texts of claims, one that several have told once with their number, and how many claims the rest is of. */
export function shownOfClaims(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const each = [...counts];
  const rest = each.slice(NAMED_FACTS).reduce((sum, [, n]) => sum + n, 0);
  const shown = each.slice(0, NAMED_FACTS).map(([text, n]) => (n === 1 ? text : `${text} (${n} claims)`));
  return rest > 0 ? [...shown, `${rest} more`] : shown;
}

/** "Ann – Iran (alleged by the police)". */
export function claimInShort(id: string, ctx: NarrationContext): string {
  const found = figured(id, ctx);
  return found ? `${endsInShort(id, ctx)} (${whoseWord(id, ctx)})` : id;
}

/**
 * Of claims that stand, each group of those that tell one step of what is recorded as the same: the same standing by the same, of one matter. Who is recorded under
 * two names was not convicted twice.
 */
export function oncePerStep(claims: readonly string[], ctx: NarrationContext): string[][] {
  const canon = canonIn(ctx.records);
  const groups = new Map<string, string[]>();
  for (const id of claims) {
    const found = figured(id, ctx);
    const key = found ? JSON.stringify([found.claim.predicate, endsOf(found.claim).map(canon), found.figures.level, found.figures.by.map(canon)]) : id;
    const isAlike = found !== undefined && endsOf(found.claim).some((end) => isOneOfSeveral(end, ctx));
    groups.set(isAlike ? key : id, [...(groups.get(isAlike ? key : id) ?? []), id]);
  }
  return [...groups.values()];
}

function isOneOfSeveral(id: string, { records }: NarrationContext): boolean {
  return records.identities.some(({ a, b, decision }) => decision === 'same' && (a === id || b === id));
}

/** " (2, counting those recorded as the same once)"; empty where that makes no difference. */
export const countedOnce = (all: number, once: number): string => (once === all ? '' : ` (${spelled(once)}, counting those recorded as the same once)`);

/** What rests on a court: "3 hops (two, counting those recorded as the same once): Ann – the fire (convicted by the court), the same step also recorded of Anna; …". */
export function courtFact(claims: readonly string[], noun: string, tell: (claim: string) => string, ctx: NarrationContext): string {
  if (claims.length === 0) return `no ${noun}`;
  const groups = oncePerStep(claims, ctx);
  const told = groups.map(([first = '', ...others]) => {
    const own = new Set(endsInClaim(first, ctx));
    const twins = new Set(others.flatMap((id) => endsInClaim(id, ctx)).filter((id) => !own.has(id)));
    const names = listed([...twins].map((id) => nameInProse(id, ctx).text));
    return `${tell(first)}${names === '' ? '' : `, the same step also recorded of ${names}`}`;
  });
  return `${counted(claims.length, noun)}${countedOnce(claims.length, groups.length)}: ${shownOf(told).join('; ')}`;
}

const endsInClaim = (id: string, { records }: NarrationContext): string[] => {
  const claim = records.claims.get(id);
  return claim ? endsOf(claim) : [];
};

/** Who says that no link was found, of whom: "the police, of Ann and Iran". (That it is "confirmed" would be read of the link.) */
export function noLinkFact(claims: readonly string[], ctx: NarrationContext): Fact {
  const saying = claims.map((id) => {
    const found = figured(id, ctx);
    return found ? `${saysIt(found.figures, ctx)}, of ${listed(endNames(found.claim, ctx))}` : id;
  });
  const text = claims.length === 0 ? 'nobody in these sources' : shownOf(saying).join('; ');
  return { of: 'no-link', text, claims: [...claims] };
}
