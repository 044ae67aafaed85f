/** The publication gate before every export: what it refuses by default, and what can be done about it (model.md, "What may be published"). */
import { AppError } from '../model/errors.ts';
import type { Figures } from '../model/figures.ts';
import type { RefusalReason } from '../model/lists.ts';
import type { Citation, Claim, Source } from '../model/records.ts';
import { narrateClaim } from '../telling/narrate-claim.ts';
import { listed, type NarrationContext } from '../telling/narration.ts';
import { accusedBy } from '../figures/accused-ends.ts';
import { chainOf, type Sources } from '../figures/lineage.ts';
import { eachInSlices, filterInSlices, inOneGo, type InSlices } from '../figures/in-slices.ts';
import { closePiece, closePieceInSlices, entitiesNamed, type Piece, type PieceRequest } from './piece.ts';
import { isNoLink } from '../figures/no-established-link.ts';
import { nameApart } from '../telling/shared-names.ts';
import { notEstablishedBeside } from '../telling/surroundings-of.ts';
import { citationsToday, fallenToday, recordToday, type GateContext, type RecordToday } from './record-today.ts';
import { neutralClaim, takenBackIn } from './left-out-item.ts';
import { REFUSAL_WORDS, type Refusal } from './refusal.ts';
import { printedOf, type PrintedView, type Printed } from './printed.ts';

export interface GateResult {
  /** What was judged, closed at the dates of the view. */
  piece: Piece;
  /** What is refused, claims first. Empty where the piece may be published as it is. */
  refused: Refusal[];
  /** Lines that every export of the piece prints. */
  printed: Printed;
}
export interface GateRequest extends Omit<PieceRequest, 'clocks'> {
  /** The piece is closed at the dates of the view. */
  view?: PrintedView;
  /** The same piece, where it is closed already. */
  piece?: Piece;
  /** Groups of entities that the export shows as one. */
  shownAsOne?: readonly (readonly string[])[];
  /** The reason to publish what was refused; it is printed with the refusals. */
  override?: string;
  /** What was left out after an earlier refusal, to be listed. */
  leftOut?: readonly Refusal[];
}

/**
 * Judges a piece at the clocks of its figures, by the record of today: a passage that was retracted since supports nothing at any date. It refuses: a claim that no seen source supports with a locator; an accusation without a named accuser against a
 * person who is not recorded as dead (unless it is `reported`, and then the piece says so); an identity that is `unsure` and shown as one; a person `atRisk`,
 * wherever a file of the piece names them, be it by the id of a stub. Besides the piece, the records must hold the claims that record deaths of the accused.
 * @throws AppError `invalid` for an override without a reason
 */
export function checkPublication(ctx: GateContext, request: GateRequest): GateResult {
  return inOneGo(checkPublicationInSlices(ctx, request));
}

/** The same in slices. */
export function* checkPublicationInSlices(context: GateContext, request: GateRequest): InSlices<GateResult> {
  if (request.override !== undefined && request.override.trim() === '') {
    throw new AppError('invalid', 'publishing against the gate needs a reason, which is printed');
  }
  const piece = request.piece ?? (yield* closePieceInSlices(context, { ...request, clocks: request.view?.clocks }));
  const ctx = inPiece(context, piece);
  const { beside, refused } = yield* judge(ctx, piece, request);
  const against = request.override === undefined ? undefined : { reason: request.override, refused };
  return {
    piece,
    refused,
    printed: yield* printedOf(ctx, piece, beside, request.view ?? {}, { against, leftOut: request.leftOut ?? [] }),
  };
}

/** The context in which sentences of a piece are written: they name no claim that is not in it. */
export function inPiece<Context extends NarrationContext>(ctx: Context, { claims }: Pick<Piece, 'claims'>): Context {
  return { ...ctx, claimsTold: new Set(claims) };
}

/** What the gate refuses of a piece, without the lines that an export of it prints: for many pieces at once. */
export function* refusedInSlices(ctx: GateContext, request: PieceRequest): InSlices<Refusal[]> {
  const piece = yield* closePieceInSlices(ctx, request);
  return (yield* judge(inPiece(ctx, piece), piece, request)).refused;
}

function* judge(
  ctx: GateContext,
  piece: Piece,
  request: Pick<GateRequest, 'entities' | 'claims' | 'datasets' | 'shownAsOne' | 'leftOut'>,
): InSlices<{ beside: Claim[]; refused: Refusal[] }> {
  const beside = yield* besidePiece(ctx, piece, request.leftOut ?? []);
  const judged = beside.length === 0 ? piece : yield* closePieceInSlices(ctx, { ...request, claims: [...piece.claims, ...beside.map(({ id }) => id)] });
  const today = recordToday(ctx);
  const refused = [
    ...(yield* eachInSlices(judged.claims, (id) => refusedClaim(id, judged, today, ctx))).flat(),
    ...entitiesNamed(judged).flatMap((id) => refusedEntity(id, ctx)),
    ...refusedIdentities(request.shownAsOne ?? [], today, ctx),
  ];
  return { beside, refused };
}

/** The claims "no link was found" that are in the piece or are printed beside it, and judged like the rest; without what was left out. */
function* besidePiece(ctx: NarrationContext, piece: Piece, leftOut: readonly Refusal[]): InSlices<Claim[]> {
  const [claims, entities] = idsOf(leftOut);
  const own = piece.claims.flatMap((id) => ctx.records.claims.get(id) ?? []);
  const inPiece = new Set(piece.claims);
  const isKept = ({ id }: Claim) =>
    !claims.has(id) &&
    (inPiece.has(id) || entities.size === 0 || !entitiesNamed(closePiece(ctx, { entities: [], claims: [id] })).some((one) => entities.has(one)));
  const beside = [...own.filter(({ predicate }) => isNoLink(predicate)), ...notEstablishedBeside(own, ctx)];
  return yield* filterInSlices(new Set(beside), isKept);
}

function idsOf(refused: readonly Refusal[]): [claims: Set<string>, entities: Set<string>] {
  const of = (kind: Refusal['kind']) => new Set(refused.filter((one) => one.kind === kind).map(({ id }) => id));
  return [of('claim'), of('entity')];
}

/**
 * The piece without refused claims, refused entities, every claim that names a refused entity in its proposition or citations, and every claim whose outcome is
 * recorded on a refused one. The rest passes the gate,
 * except for identities: the export itself must stop showing two entities as one.
 */
export function* leaveOut(ctx: NarrationContext, request: PieceRequest, refused: readonly Refusal[]): InSlices<{ entities: string[]; claims: string[] }> {
  const [claims, entities] = idsOf(refused);
  // A charge whose acquittal cannot be printed is not printed either.
  const names = (part: PieceRequest) => {
    const piece = closePiece(ctx, part);
    return entitiesNamed(piece).some((id) => entities.has(id)) || piece.claims.some((id) => claims.has(id));
  };
  return {
    entities: (yield* filterInSlices(new Set(request.entities), (id) => !names({ entities: [id], claims: [] }))).sort(),
    claims: (yield* filterInSlices(new Set(request.claims), (id) => !names({ entities: [], claims: [id] }) && !claims.has(id))).sort(),
  };
}

function refusedClaim(id: string, piece: Piece, today: RecordToday, ctx: GateContext): Refusal[] {
  const claim = ctx.records.claims.get(id);
  const figures = ctx.figures.get(id);
  if (!claim || !figures) return [];
  const refuse = (why: RefusalReason, words: Partial<Pick<Refusal, 'reason' | 'remedy'>> = {}): Refusal => ({
    kind: 'claim',
    id,
    label: narrateClaim(claim, figures, ctx),
    why,
    ...REFUSAL_WORDS[why],
    ...words,
    leftOut: namesAtRisk(id, ctx)
      ? 'A claim that names a private person in danger'
      : leftOutItem(neutralClaim(claim, ctx), why, takenBackIn(citationsToday(id, today), today.records)),
  });
  const refusals: Refusal[] = [];
  const takenBack = new Set(figures.history.filter((step) => step.fell === 'retracted').map((step) => step.citation));
  const isFallen = fallenToday(id, today);
  const supporting = (piece.citations.get(id) ?? []).filter((c) => c.stance === 'supports' && !takenBack.has(c.id) && !isFallen(c.id));
  if (ctx.copied?.claims.has(id)) refusals.push(refuse('copied'));
  const [why, ...also] = lacksOf(supporting, ctx.records.sources);
  if (why !== undefined) refusals.push(refuse(why, { remedy: [why, ...also].map((lack) => REFUSAL_WORDS[lack].remedy).join(' ') }));
  const accused = accusedBy(claim, ctx.records.predicates.get(claim.predicate)).filter(
    (one) => ctx.records.entities.get(one)?.type === 'Person' && !today.dead.has(one),
  );
  const lacksAccuser = ({ accusatory, by, level }: Pick<Figures, 'accusatory' | 'by' | 'level'>) => accusatory && by.length === 0 && level !== 'reported';
  if (accused.length > 0 && [figures, today.standingOf(id) ?? figures].some(lacksAccuser)) {
    refusals.push(refuse('no-accuser', { reason: `It accuses ${listed(accused.map((person) => nameApart(person, ctx)))}, and nobody is named who does.` }));
  }
  return refusals;
}

/** Whether a file that holds the claim would name a person at risk. */
function namesAtRisk(claim: string, ctx: NarrationContext): boolean {
  return entitiesNamed(closePiece(ctx, { entities: [], claims: [claim] })).some((one) => ctx.records.entities.get(one)?.atRisk);
}

const leftOutItem = (what: string, why: RefusalReason, also: readonly string[] = []): string =>
  `${what} (${[REFUSAL_WORDS[why].reason.replace(/\.$/, ''), ...also].join('; ')})`;

/** The ways in which a passage may fail to be one that a reader can look up, the gravest first. */
const LACKS = ['not-seen', 'no-place', 'no-address'] as const satisfies readonly RefusalReason[];
type Lack = (typeof LACKS)[number];

/**
 * What keeps the supporting citations from being published, the gravest first; empty where one of them lacks nothing. Of several it is said of the one that lacks
 * least, which is the nearest to passing.
 */
function lacksOf(supporting: readonly Citation[], sources: Sources): RefusalReason[] {
  if (supporting.length === 0) return ['unsupported'];
  const noted = supporting.filter(({ importOnly }) => !importOnly);
  if (noted.length === 0) return ['converted'];
  const leastFirst = noted.map((citation) => lacksOfCitation(citation, sources)).sort((a, b) => rankOf(b) - rankOf(a) || a.length - b.length);
  return leastFirst[0] ?? [];
}

/** Higher for a list that begins with what is less grave. */
const rankOf = ([first]: readonly Lack[]): number => (first === undefined ? LACKS.length : LACKS.indexOf(first));

/** In the order of `LACKS`; none of a citation with a locator in a seen source that can be looked up (model.md, "What may be published"). */
function lacksOfCitation(citation: Citation, sources: Sources): Lack[] {
  const lacks: Readonly<Record<Lack, boolean>> = {
    'not-seen': !sources.get(citation.source)?.seen,
    'no-place': citation.locator === undefined,
    'no-address': !hasAddress(citation, sources),
  };
  return LACKS.filter((lack) => lacks[lack]);
}

/** Whether the passage can be looked up: at its source, or, for a `carried` passage, at one whose text that source `republishes`, along the chain. */
function hasAddress(citation: Citation, sources: Sources): boolean {
  const chain = chainOf(citation.source, sources);
  const behind = chain.findIndex((_, i) => i > 0 && (citation.originBasis !== 'carried' || chain[i - 1]?.textOf?.how !== 'republishes'));
  return chain.slice(0, behind === -1 ? chain.length : behind).some(canBeLookedUp);
}

/** Whether the source has an address, an archive copy, or title, publisher and date. */
function canBeLookedUp({ url, archive, title, publisher, published }: Source): boolean {
  return url !== undefined || archive !== undefined || (title !== undefined && publisher !== undefined && published !== undefined);
}

function refusedEntity(id: string, ctx: GateContext): Refusal[] {
  const refuse = (why: 'at-risk' | 'copied', leftOut: string): Refusal => ({
    kind: 'entity',
    id,
    label: nameApart(id, ctx),
    why,
    ...REFUSAL_WORDS[why],
    leftOut,
  });
  if (ctx.records.entities.get(id)?.atRisk) return [refuse('at-risk', 'A private person in danger')];
  // What it is called is what may not be printed.
  return ctx.copied?.entities.has(id) ? [refuse('copied', leftOutItem('An entity', 'copied'))] : [];
}

function refusedIdentities(groups: readonly (readonly string[])[], { records: { identities } }: RecordToday, ctx: NarrationContext): Refusal[] {
  const { records } = ctx;
  const together = (a: string, b: string) => groups.some((group) => group.includes(a) && group.includes(b));
  const { reason, remedy } = REFUSAL_WORDS.undecided;
  return identities
    .filter(({ a, b, decision }) => decision === 'unsure' && together(a, b))
    .map(({ id, a, b, why }): Refusal => {
      const label = `${nameApart(a, ctx)} and ${nameApart(b, ctx)}`;
      const isAtRisk = [a, b].some((one) => records.entities.get(one)?.atRisk);
      const leftOut = isAtRisk ? 'An identity of a private person in danger' : leftOutItem(label, 'undecided');
      return { kind: 'identity', id, label, why: 'undecided', reason: `${reason.replace(/\.$/, '')}: ${why}`, remedy, leftOut };
    });
}
