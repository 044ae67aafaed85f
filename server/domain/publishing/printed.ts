/**
 * Lines that every export prints, whatever its format: responses, as-of dates, filters, sources and origins, and claims that rest on little (model.md, "What
 * may be published").
 */
import { restsOnInvolved } from '../figures/involvement.ts';
import { eachInSlices, type InSlices } from '../figures/in-slices.ts';
import { asOfLines } from '../telling/as-of-lines.ts';
import { knowledgeLine, newestLine } from '../telling/knowledge-line.ts';
import { accusedEnds } from '../figures/accused-ends.ts';
import type { Claim } from '../model/records.ts';
import type { Clocks } from '../model/questions.ts';
import type { Figures } from '../model/figures.ts';
import { perhapsLater } from '../telling/describe-standing.ts';
import { narrateClaim } from '../telling/narrate-claim.ts';
import { counted, type NarrationContext } from '../telling/narration.ts';
import type { Piece } from './piece.ts';
import type { Refusal } from './refusal.ts';
import { answeredSince, responsesInSlices, type Response } from '../telling/responses.ts';
import { nameApart, sharedNameLines } from '../telling/shared-names.ts';
import { fullTitle, originTitle } from '../telling/source-title.ts';
import { notEstablishedSentences } from '../telling/surroundings-of.ts';

export interface PrintedView {
  clocks?: Clocks;
  /** Active filters, in words. */
  filters?: readonly string[];
  title?: string;
}
/** A claim with its sentence. */
export interface Told {
  claim: string;
  text: string;
}
/** A caveat about claims, with these. */
export interface Marked {
  text: string;
  claims: string[];
}
export interface Printed {
  title?: string;
  /** "As told up to …; later outcomes not searched."; at clocks, that later answers on record are left out. */
  knowledge: string;
  /** "The newest source on this matter: …", of those that the visible citations were read in. */
  newest?: string;
  /** The dates of the view, a sentence for each; without clocks, one sentence that says so. */
  asOf: string[];
  filters: string[];
  entities: number;
  claims: number;
  /** Sources read by the visible citations. */
  sources: { id: string; title: string; seen: boolean }[];
  /** Voices at the roots of the claims. */
  origins: { id: string; name: string }[];
  responses: Response[];
  /** The claims that are disputed on record only after the dates of the view, each with its sentence and what followed. */
  since: Told[];
  /** Each claim that stands and says no link was found between entities these claims join, with a sentence "Not established: …". */
  notEstablished: Told[];
  singleOrigin: Told[];
  /** Claims that have no uninvolved origin. */
  partiesOnly: Told[];
  /** No origin is uninvolved, and of a voice on the way it is unclear whether it is a party. */
  unclearStake: Told[];
  caveats: string[];
  /** Those of the caveats that are about claims, each with its claims. */
  marked: Marked[];
  /** What was left out because the gate refused it. */
  leftOut: Refusal[];
  /** Set where the gate was overridden: the reason, and what it had refused. */
  against?: { reason: string; refused: Refusal[] };
}

/** @param beside the claims "no link was found" that are printed beside the piece */
export function* printedOf(
  ctx: NarrationContext,
  piece: Piece,
  beside: readonly Claim[],
  view: PrintedView,
  gate: { leftOut: readonly Refusal[]; against?: { reason: string; refused: Refusal[] } },
): InSlices<Printed> {
  const { records } = ctx;
  const claims = piece.claims.flatMap((id) => records.claims.get(id) ?? []);
  const told = claims.flatMap((claim) => {
    const figures = ctx.figures.get(claim.id);
    return figures ? [{ claim, figures }] : [];
  });
  const sentence = rememberedSentences(ctx);
  const read = new Set([...piece.citations.values()].flat().map((citation) => citation.source));
  const marked = markedClaims(told, ctx);
  const newest = newestLine(
    [...read].flatMap((id) => records.sources.get(id) ?? []),
    ctx.clocks,
  );
  const roots = new Set(told.flatMap(({ figures }) => figures.originVoices));
  return {
    ...(view.title === undefined ? {} : { title: view.title }),
    knowledge: knowledgeLine(
      piece.datasets.flatMap((id) => records.datasets.get(id) ?? []).filter((dataset) => holdsClaims(dataset.id, piece, claims)),
      ctx,
    ),
    ...(newest === undefined ? {} : { newest }),
    asOf: asOfLines({ clocks: view.clocks, records }),
    filters: [...(view.filters ?? [])],
    entities: piece.entities.length,
    claims: claims.length,
    sources: [...read].sort().flatMap((id) => {
      const source = records.sources.get(id);
      return source ? [{ id, title: fullTitle(source, records.voices.get(source.voice)), seen: source.seen }] : [];
    }),
    origins: [...roots].sort().map((id) => ({ id, name: originTitle(id, piece.sources, ctx) })),
    responses: yield* responsesInSlices(claims, ctx),
    since: (yield* eachInSlices(told, (one) => {
      const later = answeredSince(one.claim, ctx);
      return later === undefined ? [] : [{ claim: one.claim.id, text: `${sentence(one)}. ${later}` }];
    })).flat(),
    notEstablished: (yield* eachInSlices(beside, (claim) => notEstablishedSentences([claim], ctx))).flat(),
    singleOrigin: yield* pick(told, ({ origins }) => origins === 1, sentence),
    partiesOnly: yield* pick(told, (figures) => restsOnInvolved(figures) === 'parties', sentence),
    unclearStake: yield* pick(told, (figures) => restsOnInvolved(figures) === 'unclear', sentence),
    caveats: [...marked.map(({ text }) => text), ...caveatsOf(piece, ctx)],
    marked,
    leftOut: [...gate.leftOut],
    ...(gate.against === undefined ? {} : { against: gate.against }),
  };
}

type Figured = { claim: Claim; figures: Figures };
type Sentence = (one: Figured) => string;

/** A claim may stand in several of the lists; its sentence is written once. */
function rememberedSentences(ctx: NarrationContext): Sentence {
  const written = new Map<string, string>();
  return ({ claim, figures }) => {
    const text = written.get(claim.id) ?? narrateClaim(claim, figures, ctx);
    written.set(claim.id, text);
    return text;
  };
}

function pick(told: readonly Figured[], holds: (figures: Figures) => boolean, sentence: Sentence): InSlices<Told[]> {
  const picked = told.filter(({ figures }) => holds(figures));
  return eachInSlices(picked, (one) => ({ claim: one.claim.id, text: sentence(one) }));
}

/** Whether the piece holds a claim of the dataset. A dataset of predicates alone has no date up to which it is told. */
function holdsClaims(id: string, piece: Piece, claims: readonly Claim[]): boolean {
  return claims.length === 0 || claims.some((claim) => claim.dataset === id || piece.citations.get(claim.id)?.some((c) => c.dataset === id));
}

function markedClaims(told: readonly Figured[], ctx: NarrationContext): Marked[] {
  const { predicates } = ctx.records;
  const marked: Marked[] = [];
  const add = (holds: (figures: Figures, claim: Claim) => boolean, one: string, more: string) => {
    const claims = told.filter(({ figures, claim }) => holds(figures, claim)).map(({ claim }) => claim.id);
    if (claims.length > 0) marked.push({ text: `${counted(claims.length, 'claim')} ${claims.length === 1 ? one : more}.`, claims });
  };
  add((f) => f.contested, 'is contested', 'are contested');
  add((f) => f.level === 'disputed-only', 'is disputed only: nothing that stands supports it', 'are disputed only: nothing that stands supports them');
  add((f) => f.origins === 0, 'has no established origin', 'have no established origin');
  add(
    // "Hired nobody" accuses nobody.
    (f, claim) => f.level === 'reported' && accusedEnds(claim, predicates.get(claim.predicate)).length > 0,
    'accuses without naming an accuser, and is told as reported',
    'accuse without naming an accuser, and are told as reported',
  );
  add((f) => f.inferred, 'is inferred: no passage says it outright', 'are inferred: no passage says them outright');
  add((f) => f.uncertain, 'is undated or may be later than the view', 'are undated or may be later than the view');
  add(
    (f) => perhapsLater(f, ctx) !== undefined,
    'stands as high as it does by a step that may be later than the view',
    'stand as high as they do by steps that may be later than the view',
  );
  add(
    (f) => f.level === 'unstated',
    'comes from a converted record of which no passage was noted',
    'come from converted records of which no passage was noted',
  );
  return marked;
}

function caveatsOf(piece: Piece, ctx: NarrationContext): string[] {
  const lines: string[] = [];
  const shown = new Set(piece.entities);
  // In the order of their ids, so that the same piece always prints the same lines.
  const decisions = [...ctx.records.identities].sort((x, y) => (x.id < y.id ? -1 : 1));
  for (const { a, b, decision } of decisions) {
    if (!shown.has(a) || !shown.has(b)) continue;
    if (decision === 'unsure') lines.push(`Whether ${nameApart(a, ctx)} and ${nameApart(b, ctx)} are one is not decided.`);
    if (decision === 'same')
      lines.push(`${nameApart(a, ctx)} and ${nameApart(b, ctx)} are recorded as the same by the curator; as entities they are counted apart.`);
  }
  const unseen = piece.sources.filter((id) => ctx.records.sources.get(id)?.seen === false).length;
  lines.push(...sharedNameLines(piece.entities, new Set(piece.claims), ctx));
  if (unseen > 0) lines.push(`${counted(unseen, 'source')} on the way of these citations ${unseen === 1 ? 'was' : 'were'} not seen.`);
  return lines;
}
