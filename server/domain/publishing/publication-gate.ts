/** The publication gate before every export: what it refuses by default, and what can be done about it (model.md, "What may be published"). */
import { AppError } from '../model/errors.ts';
import type { Citation, Claim, Source } from '../model/records.ts';
import { narrateClaim } from '../telling/narrate-claim.ts';
import { listed, type NarrationContext } from '../telling/narration.ts';
import { accusedEnds } from '../figures/accused-ends.ts';
import { chainOf, type Sources } from '../figures/lineage.ts';
import { eachInSlices, filterInSlices, inOneGo, type InSlices } from '../figures/in-slices.ts';
import { closePiece, closePieceInSlices, entitiesNamed, type Piece, type PieceRequest } from './piece.ts';
import { notEstablishedBeside } from '../telling/surroundings-of.ts';
import { recordedDead } from '../figures/recorded-dead.ts';
import type { Refusal } from './refusal.ts';
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
 * Judges a piece at the clocks of its figures. It refuses: a claim that no seen source supports with a locator; an accusation without a named accuser against a
 * person who is not recorded as dead (unless it is `reported`, and then the piece says so); an identity that is `unsure` and shown as one; a person `atRisk`,
 * wherever a file of the piece names them, be it by the id of a stub. Besides the piece, the records must hold the claims that record deaths of the accused.
 * @throws AppError `invalid` for an override without a reason
 */
export function checkPublication(ctx: NarrationContext, request: GateRequest): GateResult {
  return inOneGo(checkPublicationInSlices(ctx, request));
}

/** The same in slices. */
export function* checkPublicationInSlices(ctx: NarrationContext, request: GateRequest): InSlices<GateResult> {
  if (request.override !== undefined && request.override.trim() === '') {
    throw new AppError('invalid', 'publishing against the gate needs a reason, which is printed');
  }
  const piece = request.piece ?? (yield* closePieceInSlices(ctx, { ...request, clocks: request.view?.clocks }));
  const { beside, refused } = yield* judge(ctx, piece, request);
  const against = request.override === undefined ? undefined : { reason: request.override, refused };
  return {
    piece,
    refused,
    printed: yield* printedOf(ctx, piece, beside, request.view ?? {}, { against, leftOut: request.leftOut ?? [] }),
  };
}

/** What the gate refuses of a piece, without the lines that an export of it prints: for many pieces at once. */
export function* refusedInSlices(ctx: NarrationContext, request: PieceRequest): InSlices<Refusal[]> {
  return (yield* judge(ctx, yield* closePieceInSlices(ctx, request), request)).refused;
}

function* judge(
  ctx: NarrationContext,
  piece: Piece,
  request: Pick<GateRequest, 'entities' | 'claims' | 'datasets' | 'shownAsOne' | 'leftOut'>,
): InSlices<{ beside: Claim[]; refused: Refusal[] }> {
  const beside = yield* besidePiece(ctx, piece, request.leftOut ?? []);
  const judged = beside.length === 0 ? piece : yield* closePieceInSlices(ctx, { ...request, claims: [...piece.claims, ...beside.map(({ id }) => id)] });
  const dead = recordedDead(ctx);
  const refused = [
    ...(yield* eachInSlices(judged.claims, (id) => refusedClaim(id, judged, dead, ctx))).flat(),
    ...entitiesNamed(judged).flatMap((id) => refusedEntity(id, ctx)),
    ...refusedIdentities(request.shownAsOne ?? [], ctx),
  ];
  return { beside, refused };
}

/** The claims "no link was found" that are printed beside the piece, and judged like those in it; without what was left out. */
function* besidePiece(ctx: NarrationContext, piece: Piece, leftOut: readonly Refusal[]): InSlices<Claim[]> {
  const [claims, entities] = idsOf(leftOut);
  const own = piece.claims.flatMap((id) => ctx.records.claims.get(id) ?? []);
  const inPiece = new Set(piece.claims);
  const isKept = ({ id }: Claim) =>
    !claims.has(id) &&
    (inPiece.has(id) || entities.size === 0 || !entitiesNamed(closePiece(ctx, { entities: [], claims: [id] })).some((one) => entities.has(one)));
  return yield* filterInSlices(notEstablishedBeside(own, ctx), isKept);
}

function idsOf(refused: readonly Refusal[]): [claims: Set<string>, entities: Set<string>] {
  const of = (kind: Refusal['kind']) => new Set(refused.filter((one) => one.kind === kind).map(({ id }) => id));
  return [of('claim'), of('entity')];
}

/**
 * The piece without refused claims, refused entities and every claim that names a refused entity in its proposition or citations. The rest passes the gate,
 * except for identities: the export itself must stop showing two entities as one.
 */
export function* leaveOut(ctx: NarrationContext, request: PieceRequest, refused: readonly Refusal[]): InSlices<{ entities: string[]; claims: string[] }> {
  const [claims, entities] = idsOf(refused);
  const names = (part: PieceRequest) => entitiesNamed(closePiece(ctx, part)).some((id) => entities.has(id));
  return {
    entities: (yield* filterInSlices(new Set(request.entities), (id) => !names({ entities: [id], claims: [] }))).sort(),
    claims: (yield* filterInSlices(new Set(request.claims), (id) => !claims.has(id) && !names({ entities: [], claims: [id] }))).sort(),
  };
}

function refusedClaim(id: string, piece: Piece, dead: ReadonlySet<string>, ctx: NarrationContext): Refusal[] {
  const claim = ctx.records.claims.get(id);
  const figures = ctx.figures.get(id);
  if (!claim || !figures) return [];
  const refusals: Refusal[] = [];
  const atRisk = () => entitiesNamed(closePiece(ctx, { entities: [], claims: [id] })).some((one) => ctx.records.entities.get(one)?.atRisk);
  const masked = () => (atRisk() ? { unnamed: 'a claim that names a private person in danger' } : {});
  const label = () => narrateClaim(claim, figures, ctx);
  const takenBack = new Set(figures.history.filter((step) => step.fell === 'retracted').map((step) => step.citation));
  const supporting = (piece.citations.get(id) ?? []).filter((c) => c.stance === 'supports' && !takenBack.has(c.id));
  if (!supporting.some((citation) => isSeenWithPlace(citation, ctx.records.sources))) {
    const isConverted = supporting.length > 0 && supporting.every(({ importOnly }) => importOnly);
    refusals.push({
      kind: 'claim',
      id,
      label: label(),
      reason: isConverted
        ? 'It was converted from a record that cites nothing itself: no passage that says it was noted.'
        : 'No source that was seen supports it at a place that can be looked up.',
      remedy: 'Read a source that says it, with its address or archive copy, or its title, publisher and date, and note the paragraph or page.',
      ...masked(),
    });
  }
  const ends = accusedEnds(claim, ctx.records.predicates.get(claim.predicate));
  const accused = [...new Set(ends.map(({ entity }) => entity))].filter((one) => ctx.records.entities.get(one)?.type === 'Person' && !dead.has(one));
  if (figures.accusatory && figures.by.length === 0 && figures.level !== 'reported' && accused.length > 0) {
    refusals.push({
      kind: 'claim',
      id,
      label: label(),
      reason: `It accuses ${listed(accused.map((person) => ctx.nameOf(person)))}, and nobody is named who does.`,
      remedy: 'Name who accuses (`by`), or record it as `reported` where a source says it without naming an accuser.',
      ...masked(),
    });
  }
  return refusals;
}

/**
 * Whether the citation has a locator in a seen source, and the passage can be looked up: at that source, or, for a `carried` passage, at one whose text it
 * `republishes`, along the chain (model.md, "What may be published").
 */
export function isSeenWithPlace(citation: Citation, sources: Sources): boolean {
  if (!sources.get(citation.source)?.seen || citation.locator === undefined || citation.importOnly) return false;
  const chain = chainOf(citation.source, sources);
  const behind = chain.findIndex((_, i) => i > 0 && (citation.originBasis !== 'carried' || chain[i - 1]?.textOf?.how !== 'republishes'));
  return chain.slice(0, behind === -1 ? chain.length : behind).some(canBeLookedUp);
}

/** Whether the source has an address, an archive copy, or title, publisher and date. */
function canBeLookedUp({ url, archive, title, publisher, published }: Source): boolean {
  return url !== undefined || archive !== undefined || (title !== undefined && publisher !== undefined && published !== undefined);
}

function refusedEntity(id: string, { records, nameOf }: NarrationContext): Refusal[] {
  if (!records.entities.get(id)?.atRisk) return [];
  return [
    {
      kind: 'entity',
      id,
      label: nameOf(id),
      reason: 'This person is private and in danger, and is named in the piece.',
      remedy: 'Leave the person out, and every claim that names them.',
      unnamed: 'a private person in danger',
    },
  ];
}

function refusedIdentities(groups: readonly (readonly string[])[], { records, nameOf }: NarrationContext): Refusal[] {
  const together = (a: string, b: string) => groups.some((group) => group.includes(a) && group.includes(b));
  return records.identities
    .filter(({ a, b, decision }) => decision === 'unsure' && together(a, b))
    .map(({ id, a, b, why }) => ({
      kind: 'identity',
      id,
      label: `${nameOf(a)} and ${nameOf(b)}`,
      reason: `They are shown as one, and it is not decided that they are: ${why}`,
      remedy: 'Show them as two, or decide with a reason that they are the same.',
    }));
}
