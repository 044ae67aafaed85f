/** Writes a path as prose: a sentence for each hop with numbered footnotes, the weakest hop named, and closing lines (model.md, "Trace"). */
import { toldAsOf, type TellsAsOf } from './as-of-lines.ts';
import { describeStandingOf, levelWordOf } from './describe-standing.ts';
import { footnoteOf } from './footnotes.ts';
import { nameInProse } from './in-prose.ts';
import { caseOutcomesOf } from '../figures/case-steps.ts';
import { knowledgeLine, newestLine } from './knowledge-line.ts';
import type { Citation, Claim } from '../model/records.ts';
import type { Figures } from '../model/figures.ts';
import { inOneLine } from '../model/plain-text.ts';
import { narrateAgainst, rivalsTold } from './narrate-against.ts';
import { narrateClaim } from './narrate-claim.ts';
import { capitalised, counted, listed, visibleCitations, type NarrationContext } from './narration.ts';
import type { SameStep, TraceHop, TracePath } from '../tracing/rank-paths.ts';
import { answeredSince, responsesOf } from './responses.ts';
import { notEstablishedBeside, notEstablishedSentences, type NotEstablished } from './surroundings-of.ts';
import { endInTitle, type OnRecord, type TraceSides } from './trace-sides.ts';

export interface Footnote {
  n: number;
  text: string;
  /** The claim whose passage the footnote tells; a footnote on a curator's decision has none. */
  claim?: string;
  citation?: string;
}
export interface PathProse {
  sentences: { hop: number; text: string; footnotes: number[]; weakest: boolean }[];
  notes: Footnote[];
  /** Lines on the weakest hop, on links that were not established, on responses, and on how far the records are told. */
  closing: string[];
}
/** The closing lines by what they are about. */
export interface PathClosing {
  weakest: string[];
  notEstablished: NotEstablished[];
  responses: string[];
  knowledge: string;
}
type Told = Pick<TracePath, 'entities' | 'hops' | 'weakest' | 'same'>;

/**
 * Deterministic. A footnote is numbered where it is first used and keeps its number. A claim that makes two hops is told once.
 * @param before where each claim was told already ("path 1"); its hop says so, and what stands against it, instead of telling it again
 */
export function narratePath(path: Told, ctx: NarrationContext, before: ReadonlyMap<string, string> = new Map()): PathProse {
  const notes: Footnote[] = [];
  const told = new Set<string>();
  const sentences = path.hops.map((hop, i) => {
    const claim = ctx.records.claims.get(hop.best);
    const figures = ctx.figures.get(hop.best);
    const again = told.has(hop.best);
    const place = before.get(hop.best);
    told.add(hop.best);
    const text =
      claim === undefined || figures === undefined
        ? `${hop.best} is not among the records`
        : again
          ? onward(hop, ctx)
          : place !== undefined
            ? [`${fromTo(hop, ctx)}: as told in ${place}`, ...narrateAgainst(claim, figures, ctx)].join('; ')
            : narrateClaim(claim, figures, ctx, hop.from);
    const isLast = i === path.hops.length - 1;
    const earlier = path.same.filter((step) => step.before === i);
    const after = isLast ? path.same.filter((step) => step.before === path.hops.length) : [];
    const whole = [...earlier.map((step) => recordedAsSame(step, ctx)), text, ...after.map((step) => recordedAsSame(step, ctx))].join('; ');
    const footnotes = [
      ...earlier.flatMap((step) => decisionNotes(step, notes, ctx)),
      ...footnotesOf(hop.best, notes, ctx),
      ...after.flatMap((step) => decisionNotes(step, notes, ctx)),
    ];
    const since = claim && !again ? answeredSince(claim, ctx) : undefined;
    return { hop: i, text: `${capitalised(whole)}.${since === undefined ? '' : ` ${since}.`}`, footnotes, weakest: i === path.weakest.hop };
  });
  const { weakest, notEstablished, responses, knowledge } = pathClosing(path, ctx);
  return { sentences, notes, closing: [...weakest, ...notEstablished.map(({ text }) => text), ...responses, knowledge] };
}

/**
 * "Rafat Amirov (alleged perpetrator, charged) to Iran: the associate in the Czech Republic; weakest hop: alleged": both ends, each with what is on record of it
 * itself, who stands between them, and the weakest standing on the way, which is that of a hop and of neither end.
 * @param asked the words of a side that was asked for by role or type; the entity found on it is then named after both sides
 * @param onRecord of the ends; of one that is not among them its name is told alone
 */
export function pathTitle(
  path: Pick<TracePath, 'entities' | 'hops' | 'weakest'> & Partial<Pick<TracePath, 'same'>>,
  ctx: NarrationContext,
  asked: TraceSides['asked'] = {},
  onRecord: OnRecord = new Map(),
): string {
  const { hops, weakest } = path;
  const entities = placesOf(path);
  const best = hops[weakest.hop]?.best ?? '';
  const between = entities.slice(asked.from === undefined ? 1 : 0, asked.to === undefined ? -1 : undefined).map((id) => nameInProse(id, ctx).text);
  const end = (id = '') => endInTitle(id, entities, onRecord, ctx);
  const ways = between.length === 0 ? 'directly' : listed(between);
  const weak = ctx.figures.has(best) ? `; ${hops.length === 1 ? 'only' : 'weakest'} hop: ${levelWordOf(best, ctx)}` : '';
  return capitalised(`${asked.from ?? end(entities[0])} to ${asked.to ?? end(entities.at(-1))}: ${ways}${weak}`);
}

/** The title with the dates that the view stands at: "Ann to Iran: the corps; weakest hop: alleged, as published by the end of 2023". */
export function titleAsOf(title: string, ctx: TellsAsOf): string {
  const asOf = toldAsOf(ctx);
  return asOf === undefined ? title : `${title}, as ${asOf}`;
}

/** Characters up to which a title stands in a list as it is, and of a name in a longer one. */
const SHORT = { title: 90, name: 32 } as const;

/**
 * The title for a list: as it is, or where it is long both ends by name alone, who stands first between them with the number of the others, and the weakest standing:
 * "Rafat Amirov to Iran: the Eastern European gang and 2 more; weakest hop: alleged". A long name is cut.
 * @param title the whole title, of `pathTitle`
 */
export function pathTitleInShort(
  title: string,
  path: Pick<TracePath, 'entities' | 'hops' | 'weakest'> & Partial<Pick<TracePath, 'same'>>,
  ctx: NarrationContext,
  asked: TraceSides['asked'] = {},
): string {
  if (lengthOf(title) <= SHORT.title) return title;
  const { hops, weakest } = path;
  const entities = placesOf(path);
  const name = (id = '') => cutName(nameInProse(id, ctx).text);
  const [first, ...others] = entities.slice(asked.from === undefined ? 1 : 0, asked.to === undefined ? -1 : undefined);
  const ways = first === undefined ? 'directly' : `${name(first)}${others.length === 0 ? '' : ` and ${others.length} more`}`;
  const best = hops[weakest.hop]?.best ?? '';
  const weak = ctx.figures.has(best) ? `; ${hops.length === 1 ? 'only' : 'weakest'} hop: ${levelWordOf(best, ctx)}` : '';
  return capitalised(`${asked.from ?? name(entities[0])} to ${asked.to ?? name(entities.at(-1))}: ${ways}${weak}`);
}

const lengthOf = (text: string): number => signsOf(text).length;
/** The signs that are seen as one, of which none is cut through. In a text of plain letters (Latin, Greek, Cyrillic, Hebrew, Arabic) each is one: no need to look them up. */
const signsOf = (text: string): readonly string[] => (PLAIN_LETTERS.test(text) ? [...text] : Array.from(GRAPHEMES.segment(text), ({ segment }) => segment));
const PLAIN_LETTERS = /^[\u0020-\u02af\u0370-\u0482\u048a-\u052f\u05d0-\u05ea\u0620-\u064a\u0671-\u06d3\u2010-\u2027]*$/;
const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** At the last space before the limit, if there is one in its second half. */
function cutName(text: string): string {
  const signs = signsOf(text);
  if (signs.length <= SHORT.name) return text;
  const kept = signs.slice(0, SHORT.name - 1).join('');
  const space = kept.lastIndexOf(' ');
  return `${(space > kept.length / 2 ? kept.slice(0, space) : kept).trimEnd()}…`;
}

/** The entities of a path without those that are the same as one beside them: nobody stands between an end and itself. An end stays as it was asked for. */
export function placesOf({ entities, same = [] }: Pick<TracePath, 'entities'> & Partial<Pick<TracePath, 'same'>>): string[] {
  const twins = new Set<number>();
  for (const { from, to } of same) {
    const at = entities.findIndex((id, i) => id === from && entities[i + 1] === to);
    if (at >= 0) twins.add(at + 1 === entities.length - 1 && at > 0 ? at : at + 1);
  }
  return entities.filter((_, i) => !twins.has(i));
}

/** "A and B have only a body in common: the corps". */
export function commonBodyLine(path: Pick<TracePath, 'entities' | 'bodies'>, ctx: NarrationContext): string {
  const name = (id: string | undefined) => nameInProse(id ?? '', ctx).text;
  const bodies = listed(path.bodies.map(name));
  const word = path.bodies.length === 1 ? 'a body' : 'bodies';
  return `${capitalised(name(path.entities[0]))} and ${name(path.entities.at(-1))} have only ${word} in common: ${bodies}`;
}

/** "Ann and Anna are recorded as the same". */
export function recordedAsSame({ from, to }: Pick<SameStep, 'from' | 'to'>, ctx: NarrationContext): string {
  return capitalised(`${nameInProse(from, ctx).text} and ${nameInProse(to, ctx).text} are recorded as the same`);
}

/** A line for each decision of a step, with its reason, attributed to the curator. */
export function decisionLines({ decisions }: Pick<SameStep, 'decisions'>, ctx: NarrationContext): string[] {
  return decisions.map(({ a, b, why }) => `${recordedAsSame({ from: a, to: b }, ctx)} by the curator: ${inOneLine(why).replace(/\.$/, '')}.`);
}

export function decisionNotes(step: Pick<SameStep, 'from' | 'to' | 'decisions'>, notes: Footnote[], ctx: NarrationContext): number[] {
  return decisionLines(step, ctx).map((text) => {
    const known = notes.find((note) => note.claim === undefined && note.text === text);
    if (known) return known.n;
    notes.push({ n: notes.length + 1, text });
    return notes.length;
  });
}

const fromTo = (hop: TraceHop, ctx: NarrationContext) => `from ${nameInProse(hop.from, ctx).text} to ${nameInProse(hop.to, ctx).text}`;

function onward(hop: TraceHop, ctx: NarrationContext): string {
  return `The same claim leads on ${fromTo(hop, ctx)}; it counts once`;
}

/** The supporting citations of a claim, those of the highest rank first, then the disputing ones. */
function citationsOf(claimId: string, ctx: NarrationContext): Citation[] {
  const ranks = new Map((ctx.figures.get(claimId)?.history ?? []).map((step) => [step.citation, step.rank ?? -1]));
  return visibleCitations(claimId, ctx).sort((a, b) => (ranks.get(b.id) ?? -1) - (ranks.get(a.id) ?? -1));
}

/**
 * The numbers of a claim's footnotes, those of the highest rank first, then those of what became of the case by other claims, and of the rivals that its sentence
 * names; a footnote that is not among `notes` yet is added to them.
 */
export function footnotesOf(claimId: string, notes: Footnote[], ctx: NarrationContext): number[] {
  const claim = ctx.records.claims.get(claimId);
  const outcomes = claim ? caseOutcomesOf(claim, ctx).map(({ citation }) => citation) : [];
  const figures = ctx.figures.get(claimId);
  const rivals = figures ? rivalsTold(figures, ctx).flatMap((id) => citationsOf(id, ctx)) : [];
  return [...citationsOf(claimId, ctx), ...outcomes, ...rivals].map((citation) => numbered(citation, notes, ctx));
}

function numbered(citation: Citation, notes: Footnote[], ctx: NarrationContext): number {
  const known = notes.find((note) => note.citation === citation.id);
  if (known) return known.n;
  const n = notes.length + 1;
  const above = notes.at(-1);
  const before = above?.claim === undefined ? undefined : ctx.records.citations.get(above.claim)?.find((c) => c.id === above.citation);
  const text = footnoteOf(citation, ctx, before);
  notes.push({ n, text, claim: citation.claim, citation: citation.id });
  return n;
}

export function pathClosing(path: Pick<TracePath, 'hops' | 'weakest'>, ctx: NarrationContext): PathClosing {
  const claims = new Set(path.hops.map((hop) => hop.best));
  const records = [...claims].flatMap((id) => ctx.records.claims.get(id) ?? []);
  return {
    weakest: weakestLine(path, ctx),
    notEstablished: notEstablishedSentences(notEstablishedBeside(records, ctx), ctx),
    responses: responsesOf(records, ctx).map(({ text }) => `${text}.`),
    knowledge: toldUpTo(records, ctx),
  };
}

/** Up to when the datasets that hold these claims are told, and of when the newest source is that speaks of them. */
export function toldUpTo(claims: readonly Claim[], ctx: NarrationContext): string {
  const datasets = new Set(claims.flatMap((claim) => [claim.dataset, ...visibleCitations(claim.id, ctx).map((c) => c.dataset)]));
  const line = knowledgeLine(
    [...datasets].flatMap((id) => ctx.records.datasets.get(id) ?? []),
    ctx,
  );
  const read = new Set(claims.flatMap(({ id }) => visibleCitations(id, ctx).map(({ source }) => source)));
  const newest = newestLine(
    [...read].flatMap((id) => ctx.records.sources.get(id) ?? []),
    ctx.clocks,
  );
  return newest === undefined ? line : `${line} ${newest}`;
}

function weakestLine({ hops, weakest }: Pick<Told, 'hops' | 'weakest'>, ctx: NarrationContext): string[] {
  const hop = hops[weakest.hop];
  const figures = hop && ctx.figures.get(hop.best);
  if (!hop || !figures) return [];
  const which = hops.length === 1 ? 'The only hop' : `The weakest hop is number ${weakest.hop + 1}`;
  const ends = `${nameInProse(hop.from, ctx).text} to ${nameInProse(hop.to, ctx).text}`;
  return [`${which}, ${ends}: ${describeStandingOf(hop.best, ctx, true)}, ${originsLine(figures)}.`];
}

/** "1 origin, 0 uninvolved"; "0+? origins" where an origin is not established. */
export function originsLine(figures: Pick<Figures, 'origins' | 'originsOpen' | 'uninvolvedOrigins'>): string {
  const origins = figures.originsOpen ? `${figures.origins}+? origins` : counted(figures.origins, 'origin');
  return `${origins}, ${figures.uninvolvedOrigins} uninvolved`;
}
