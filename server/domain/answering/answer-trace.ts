/**
 * Answers a trace in words: the firmest path, its weakest hop and whose word that is, what a court found, what stands against it, and what says that there is no
 * link; or that no path joins the two ends, and what the records do say of them.
 */
import { entityEnd } from '../model/claim-ends.ts';
import { isNoLink } from '../figures/no-established-link.ts';
import { levelWordOf } from '../telling/describe-standing.ts';
import { nameInProse } from '../telling/in-prose.ts';
import { standsAgainst } from '../telling/narrate-against.ts';
import { commonBodyLine, decisionNotes, originsLine, placesOf, recordedAsSame } from '../telling/narrate-path.ts';
import { listed, type NarrationContext } from '../telling/narration.ts';
import { responsesOf } from '../telling/responses.ts';
import { notEstablishedBeside } from '../telling/surroundings-of.ts';
import type { TraceSides } from '../telling/trace-sides.ts';
import type { SameStep, TraceHop, TracePath } from '../tracing/rank-paths.ts';
import { datasetsInWords } from '../tracing/trace-switches.ts';
import { courtFact, noLinkFact, noDispute, noResponseBy, restsOnCourt, maybeLater, shownOf, sinceFact, whoseWord, isPerhapsLater } from './answer-facts.ts';
import { AnswerBook, figured, SENTENCES_AFTER, type AnswerInWords } from './answer-in-words.ts';
import { spelled } from '../telling/describe-values.ts';

type Told = Pick<TracePath, 'entities' | 'hops' | 'weakest' | 'same'>;
export interface TracedWords {
  sides: Pick<TraceSides, 'from' | 'to' | 'asked'>;
  /** Links, in the order in which they are listed. */
  paths: readonly Told[];
  commonBody?: readonly Pick<TracePath, 'entities' | 'bodies'>[];
  /** Pairs of ends that the curator decided to be the same. */
  sameEnds?: readonly Pick<SameStep, 'from' | 'to' | 'decisions'>[];
  /** What else is said of the ends, in the order of `saidOfEnds`. */
  alsoSaid: readonly string[];
  maxHops: number;
  /** The datasets whose claims alone count as hops; absent or empty: any. */
  datasets?: readonly string[];
  /** The search ended before it was complete. */
  stoppedAtLimit: boolean;
  /** There are more paths than these. */
  more?: boolean;
  /** Whether a claim that says "no link was found" may be told though no path holds it; absent: each. */
  mayTell?: (claim: string) => boolean;
  /** Of what else is said of the ends some may not be told, and is not among `alsoSaid`; `taken-back`: of none of that a supporting source still stands. */
  leftOut?: 'some' | 'taken-back' | undefined;
  /** The paths are told below the answer, each hop in its own sentence: the answer gives the hops in short alone. */
  hopsToldBelow?: boolean;
}

/** Names of the entities of a side that are told; of more, their number. */
const NAMED_ENDS = 3;

/** Deterministic. The claims told are hops of the paths, and others that the trace found to be said of its ends or beside the firmest path. */
export function answerTraceInWords(traced: TracedWords, ctx: NarrationContext): AnswerInWords {
  const book = new AnswerBook(ctx);
  const firmest = firmestOf(traced.paths);
  const facts = firmest === undefined ? [] : answerLinked(firmest, traced, book, ctx);
  if (firmest === undefined) answerNotLinked(traced, book, ctx);
  return { sentences: book.sentences, facts, notes: book.notes, knowledge: book.knowledge };
}

/** The path whose weakest hop stands highest; of equal ones the first. */
export function firmestOf<T extends Pick<TracePath, 'weakest'>>(paths: readonly T[]): T | undefined {
  const [first] = paths;
  return first && paths.reduce((best, path) => (path.weakest.rank > best.weakest.rank ? path : best), first);
}

function answerLinked(firmest: Told, traced: TracedWords, book: AnswerBook, ctx: NarrationContext): AnswerInWords['facts'] {
  const hopsOf = (path: Told) => path.hops.filter(({ best }) => figured(best, ctx) !== undefined);
  const weakest = firmest.hops[firmest.weakest.hop];
  const onCourt = new Map<string, TraceHop>();
  for (const hop of [...hopsOf(firmest), ...traced.paths.flatMap(hopsOf)])
    if (restsOnCourt(hop.best, ctx) && !onCourt.has(hop.best)) onCourt.set(hop.best, hop);
  const court = [...onCourt.values()];
  const withCourt = traced.paths.filter((path) => path.hops.some(({ best }) => onCourt.has(best)));
  const claims = firmest.hops.map(({ best }) => best);
  const rests = (claim: string) => (isPerhapsLater(claim, ctx) ? 'rests, perhaps only later,' : 'rests');
  const isLater = court.length > 0 && court.every(({ best }) => isPerhapsLater(best, ctx));
  const onlyLater = isLater ? ', by what a court may have done only later' : '';
  const same = sameOfHops([...firmest.hops, ...court], traced.paths);
  book.say(
    [
      `${leadOf(firmest, traced, ctx)}; ${courtInLead(withCourt.length, traced.paths.length, court.length)}${onlyLater}`,
      ...maybeLater(claims, { one: 'its only hop', some: 'of its hops' }, ctx),
      ...same.map((step) => asOne(step, ctx)),
    ].join('; '),
    [...claims, ...court.map(({ best }) => best)],
    [],
    same.flatMap((step) => decisionNotes(step, book.notes, ctx)),
  );
  if (weakest && !traced.hopsToldBelow) {
    const which =
      firmest.hops.length === 1 ? '' : onCourt.has(weakest.best) ? `Its weakest hop, which ${rests(weakest.best)} on a court: ` : 'Its weakest hop: ';
    book.tell(weakest.best, which, weakest.from);
  }
  const [told] = court.filter(({ best }) => !book.has(best));
  if (told && !traced.hopsToldBelow) {
    const hop = `the hop ${between(told, ctx)} ${rests(told.best)} on a court: `;
    book.tell(told.best, claims.includes(told.best) ? hop : `on another path, ${hop}`, told.from);
  }
  const inFull = [...new Set([...firmest.hops, ...(told ? [told] : [])])];
  const against = sayAgainst({ told: inFull, inShort: court, others: traced.paths.flatMap(hopsOf) }, new Set(claims), book, ctx, traced.hopsToldBelow);
  const noLinks = noLinksOf(firmest, traced, ctx);
  const [first] = noLinks;
  if (first !== undefined) book.tell(first);
  const standing = (claim: string) => {
    const hop = onCourt.get(claim);
    return hop === undefined ? claim : `${ends(hop, ctx)} (${whoseWord(claim, ctx)}${claims.includes(claim) ? '' : ', on another path'})`;
  };
  const weakestFigures = weakest && ctx.figures.get(weakest.best);
  return [
    {
      of: 'court',
      text: courtFact([...onCourt.keys()], 'hop', standing, ctx),
      claims: court.map(({ best }) => best),
    },
    {
      of: 'weakest',
      text:
        weakest && weakestFigures
          ? `${ends(weakest, ctx)} (${levelWordOf(weakest.best, ctx)}, ${originsLine(weakestFigures)})${traced.paths.length > 1 ? ', on the path named above' : ''}`
          : 'not on record',
      claims: weakest ? [weakest.best] : [],
    },
    against,
    noLinkFact(noLinks, ctx),
  ];
}

/**
 * "Of six paths told from Ann to Iran, the firmest goes through the corps (weakest hop: alleged)"; where several are equally firm, that the one named is only the
 * first of them.
 */
function leadOf(firmest: Told, { sides, paths, stoppedAtLimit, more = false, datasets }: TracedWords, ctx: NarrationContext): string {
  const names = placesOf(firmest).map((id) => nameInProse(id, ctx).text);
  const [first = '', last = ''] = [names[0], names.at(-1)];
  const between = names.slice(1, -1);
  const [from, to] = [sideWords(sides.from, sides.asked?.from, ctx), `${sideWords(sides.to, sides.asked?.to, ctx)}${ofDatasets(datasets)}`];
  const isOnePair = sides.from.length === 1 && sides.to.length === 1;
  const way = between.length === 0 ? 'directly' : `through ${listed(between)}`;
  const goes = isOnePair ? (between.length === 0 ? 'is direct' : `goes ${way}`) : `leads from ${first} to ${last} ${way}`;
  const weak = `(${firmest.hops.length === 1 ? 'its only hop' : 'weakest hop'}: ${levelWordOf(firmest.hops[firmest.weakest.hop]?.best ?? '', ctx)})`;
  if (paths.length === 1 && !stoppedAtLimit && !more) return `one path is told from ${from} to ${to}${isOnePair ? `, ${way}` : `: it ${goes}`} ${weak}`;
  if (paths.length === 1) return `the one path given from ${from} to ${to} ${goes} ${weak}`;
  return `of ${stoppedAtLimit || more ? `the ${spelled(paths.length)} paths found` : `${spelled(paths.length)} paths told`} from ${from} to ${to}, ${whichOf(firmest, paths)} ${goes} ${weak}`;
}

function whichOf(firmest: Told, paths: readonly Told[]): string {
  const alike = paths.filter(({ weakest }) => weakest.rank === firmest.weakest.rank).length;
  if (alike === 1) return 'the firmest';
  return alike === paths.length ? 'none is firmer than another; the first' : `${spelled(alike)} are equally firm and none is firmer; the first of these`;
}

/** " by claims of the dataset “fire” alone": what a trace that asks some datasets found is not told of all. */
function ofDatasets(ids: readonly string[] = []): string {
  return ids.length === 0 ? '' : ` by claims of ${datasetsInWords(ids)} alone`;
}

function courtInLead(paths: number, of: number, hops: number): string {
  if (paths === 0) return of === 1 ? 'no hop of it rests on a court' : 'on none of them does a hop rest on a court';
  if (of === 1) return `${spelled(hops)} ${hops === 1 ? 'hop of it rests' : 'hops of it rest'} on a court`;
  return `on ${paths === of ? 'each' : spelled(paths)} of them a hop rests on a court`;
}

/** The decisions by which the ends of hops are one with those beside them in their path, each once. */
function sameOfHops(hops: readonly TraceHop[], paths: readonly Told[]): Told['same'] {
  const steps = hops.flatMap((hop) => {
    const path = paths.find((one) => one.hops.includes(hop));
    return path?.same.filter(({ from, to }) => [hop.from, hop.to].some((end) => end === from || end === to)) ?? [];
  });
  return [...new Map(steps.map((step) => [[step.from, step.to].sort().join(' '), step])).values()];
}

const asOne = ({ from, to }: Told['same'][number], ctx: NarrationContext) =>
  `${nameInProse(from, ctx).text} and ${nameInProse(to, ctx).text} are recorded as the same by the curator`;

/**
 * Says what stands against the hops, as far as their sentences did not, and who among those whom the told ones accuse has no response; gives the fact.
 * @param hops those told; those named in short, on whichever path they lie; and all others of the paths, for the fact alone
 * @param own the claims of the path that is told
 */
function sayAgainst(
  { told, inShort, others }: Readonly<Record<'told' | 'inShort' | 'others', readonly TraceHop[]>>,
  own: ReadonlySet<string>,
  book: AnswerBook,
  ctx: NarrationContext,
  toldBelow = false,
): AnswerInWords['facts'][number] {
  const named = new Set([...told, ...inShort].map(({ best }) => best));
  const each = new Map<string, TraceHop>();
  for (const hop of [...told, ...inShort, ...others]) if (!each.has(hop.best)) each.set(hop.best, hop);
  const disputed = [...each.values()].flatMap((hop) => {
    const found = figured(hop.best, ctx);
    const clauses = found ? standsAgainst(found.claim, found.figures, ctx) : [];
    return clauses.length === 0 ? [] : [{ hop, text: clauses.join('; ') }];
  });
  const fresh = toldBelow ? [] : disputed.filter(({ hop }) => named.has(hop.best) && !book.has(hop.best));
  const claims = [...new Set(told.map(({ best }) => best))];
  const responses = responsesOf(
    claims.flatMap((id) => ctx.records.claims.get(id) ?? []),
    ctx,
  );
  const where = ({ best }: TraceHop) => (own.has(best) ? '' : ', on another path');
  const parts = [...shownOf(fresh.map(({ hop, text }) => `against the hop ${between(hop, ctx)}${where(hop)}: ${text}`)), ...noResponseBy(responses, ctx)];
  if (parts.length > 0 && !book.isFull) {
    book.say(
      parts.join('; '),
      [...claims, ...fresh.map(({ hop }) => hop.best)],
      fresh.map(({ hop }) => hop.best),
    );
  }
  return {
    of: 'against',
    text: [
      disputed.length === 0 ? noDispute(ctx) : shownOf(disputed.map(({ hop, text }) => `${ends(hop, ctx)}${where(hop)}: ${text}`)).join('; '),
      ...sinceFact([...each.keys()], ctx),
    ].join('; '),
    claims: disputed.map(({ hop }) => hop.best),
  };
}

function answerNotLinked(traced: TracedWords, book: AnswerBook, ctx: NarrationContext): void {
  const { sides, sameEnds = [], commonBody = [], maxHops, stoppedAtLimit, datasets } = traced;
  const [from, to] = [sideWords(sides.from, sides.asked?.from, ctx), sideWords(sides.to, sides.asked?.to, ctx)];
  const [same] = sameEnds;
  if (same && sides.from.length === 1 && sides.to.length === 1)
    book.say(`${recordedAsSame(same, ctx)} by the curator`, [], [], decisionNotes(same, book.notes, ctx));
  else if (sides.from.length === 0 || sides.to.length === 0) book.say('no path: no entity stands on one of the two sides', []);
  else {
    const hops = `${spelled(maxHops)} ${maxHops === 1 ? 'hop' : 'hops'}`;
    book.say(
      `no path of up to ${hops} was found from ${from} to ${to}${ofDatasets(datasets)}${stoppedAtLimit ? ' before the search stopped at its limit' : ''}`,
      [],
    );
  }
  for (const path of commonBody.slice(0, 1)) book.say(commonBodyLine(path, ctx), []);
  const { noLinks, others } = saidInOrder(traced, ctx);
  if (traced.leftOut === 'taken-back') book.say('what else is on record here of the two sides is left out: no source that still stands says it', []);
  else if (traced.alsoSaid.length === 0 && traced.leftOut) book.say('what else is on record of the two sides is left out here', []);
  else if (traced.alsoSaid.length === 0 && !same && commonBody.length === 0)
    book.say('nothing else on record joins the two sides, or the bodies above them', []);
  const silent = (ids: readonly string[]) =>
    noResponseBy(
      responsesOf(
        ids.flatMap((id) => ctx.records.claims.get(id) ?? []),
        ctx,
      ),
      ctx,
    );
  // One place is kept for each kind, whatever there is of the other, and one for who among the accused has not answered.
  const room = SENTENCES_AFTER + 1 - book.sentences.length - silent(others).slice(0, 1).length;
  const told = [...noLinks.slice(0, Math.max(1, room - others.length)), ...others].slice(0, room);
  for (const id of told) book.tell(id);
  for (const text of silent(told)) book.say(text, told);
}

/** What else is said of the ends: that joins the very ends first, then that which joins bodies above them. Of the latter only where there is nothing of the former. */
function saidInOrder({ alsoSaid, sides }: TracedWords, ctx: NarrationContext): { noLinks: string[]; others: string[] } {
  const [from, to] = [new Set(sides.from), new Set(sides.to)];
  const known = alsoSaid.flatMap((id) => figured(id, ctx)?.claim ?? []);
  const isOfEnds = (claim: (typeof known)[number]): boolean => {
    const [a, b] = [entityEnd(claim.subject), entityEnd(claim.object)];
    return a !== undefined && b !== undefined && ((from.has(a) && to.has(b)) || (from.has(b) && to.has(a)));
  };
  const sorted = (no: boolean) => {
    const of = known.filter((claim) => isNoLink(claim.predicate) === no);
    const exact = of.filter(isOfEnds);
    return (exact.length > 0 ? exact : of).map(({ id }) => id);
  };
  return { noLinks: sorted(true), others: sorted(false) };
}

/** Claims that say no link was found: between the ends first, then beside the hops of the firmest path, then beside those of the others. */
function noLinksOf(firmest: Told, traced: TracedWords, ctx: NarrationContext): string[] {
  const own = [firmest, ...traced.paths].flatMap(({ hops }) => hops.flatMap(({ best }) => ctx.records.claims.get(best) ?? []));
  const all = [...saidInOrder(traced, ctx).noLinks, ...notEstablishedBeside(own, ctx).map(({ id }) => id)];
  return [...new Set(all)].filter((id) => figured(id, ctx) !== undefined && (traced.mayTell?.(id) ?? true));
}

const ends = (hop: TraceHop, ctx: NarrationContext) => `${nameInProse(hop.from, ctx).text} – ${nameInProse(hop.to, ctx).text}`;
const between = (hop: TraceHop, ctx: NarrationContext) => `from ${nameInProse(hop.from, ctx).text} to ${nameInProse(hop.to, ctx).text}`;

/** A side in a sentence: as it was asked for, or the names of its entities; of many their number. */
export function sideWords(ids: readonly string[], asked: string | undefined, ctx: NarrationContext): string {
  if (asked !== undefined) return asked;
  return ids.length > NAMED_ENDS ? `any of ${ids.length} entities` : listed(ids.map((id) => nameInProse(id, ctx).text));
}
