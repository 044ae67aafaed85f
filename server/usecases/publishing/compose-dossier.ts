/** Composes a dossier of its parts: each is judged alone, left out or printed as it says for itself, and what is left is one piece, judged as a whole. */
import type { z } from 'zod';
import type { DossierPart } from '../../contract/dossier-parts.ts';
import type { PART_STATES, previewDossier } from '../../contract/routes/exports.ts';
import type { InSlices } from '../../domain/figures/in-slices.ts';
import { checkPublicationInSlices, leaveOut, refusedInSlices, type GateResult } from '../../domain/publishing/publication-gate.ts';
import type { Refusal } from '../../domain/publishing/refusal.ts';
import type { ChosenPart } from '../../exchange/exporters/dossier-composition.ts';
import { asSentence } from '../../exchange/printed-lines.ts';
import type { PieceQuestion } from '../../graph/graph.ts';
import { runInSlices } from '../../graph/run-in-slices.ts';
import type { Database } from '../../store/connect.ts';
import type { CallOptions } from '../route-types.ts';
import { pathsOfPiece } from './paths-of-piece.ts';
import { notLinkedOf, readPiece, type AskedPiece, type Composition, type ExportRequest, type PreparedPiece } from './prepare-piece.ts';
import { checkedWords, isHeldBack, readWords, type OwnPart, type OwnWords } from './words-of-parts.ts';

export type ComposeRequest = z.output<typeof previewDossier.body>;
export interface ComposedPart {
  state: (typeof PART_STATES)[number];
  refused: Refusal[];
  /** What is printed of it, where anything is. */
  chosen?: ChosenPart;
}
export interface ComposedPiece extends PreparedPiece {
  /** In the order of the request. */
  composed: ComposedPart[];
  /** A sentence for each part of which nothing can be told, and that is no path. */
  partsLeftOut: string[];
  /** What is refused, and was neither left out nor printed with a reason. */
  undecided: Refusal[];
}
interface Chosen {
  entities: string[];
  claims: string[];
}

export async function composeDossier(db: Database, request: ComposeRequest, o?: CallOptions): Promise<ComposedPiece> {
  const read = await readPiece(db, { ...questionOf(request), unlinkedAlone: true }, o);
  const { title, asked } = request;
  const words = await checkedWords(db, read.ctx, read.piece, await readWords(db, request.parts, o), { title, asked }, o);
  return runInSlices(composedOf(read, request, words));
}

/** What is read for the parts. */
export function questionOf({
  parts,
  clocks,
}: Pick<ComposeRequest, 'parts' | 'clocks'>): PieceQuestion & Pick<ComposeRequest, 'clocks'> & Pick<ExportRequest, 'trace'> {
  const paths = parts.flatMap((part) => (part.kind === 'path' ? [{ entities: part.entities, claims: part.claims }] : []));
  return { ...chosenIn(parts), paths, clocks, trace: parts.find((part) => part.kind === 'answer')?.trace };
}

const chosenIn = (parts: readonly DossierPart[]): Chosen => unite(parts.flatMap((part) => choiceOf(part) ?? []));

/** The entities and claims that a part brings; none for own words, a picture, and an answer, which is told from the paths. */
function choiceOf(part: DossierPart): Chosen | undefined {
  if (part.kind === 'path') return { entities: part.entities, claims: part.claims };
  return part.kind === 'claim' ? { entities: [], claims: [part.id] } : undefined;
}

const unite = (choices: readonly Chosen[]): Chosen => ({
  entities: [...new Set(choices.flatMap(({ entities }) => entities))],
  claims: [...new Set(choices.flatMap(({ claims }) => claims))],
});

/** What a trace without a path brings besides the parts. */
const unlinked = ({ notLinked, entities, claims }: AskedPiece, own: Chosen): Chosen =>
  notLinked ? { entities, claims: claims.filter((id) => !own.claims.includes(id)) } : { entities: [], claims: [] };

/** Of each part what is refused of it, as if it were exported alone. */
function* refusalsOf(read: AskedPiece, parts: readonly DossierPart[], own: Chosen, words: OwnWords, clocks: ComposeRequest['clocks']): InSlices<Refusal[][]> {
  const each: Refusal[][] = [];
  for (const [at, part] of parts.entries()) {
    const choice = part.kind === 'answer' ? unlinked(read, own) : choiceOf(part);
    const ofWords = words.refused.get(at);
    each.push(choice ? yield* refusedInSlices(read.ctx, { ...choice, clocks }) : ofWords ? [ofWords] : []);
  }
  return each;
}

/** @param read what `questionOf` asks for */
export function* composedOf(read: AskedPiece, request: ComposeRequest, words: OwnWords): InSlices<ComposedPiece> {
  const { parts, clocks, filters, title } = request;
  const { ctx } = read;
  const own = chosenIn(parts);
  const refusals = yield* refusalsOf(read, parts, own, words, clocks);
  const isLeft = parts.map((part, at) => hasDecision(part, 'leaveOut') && (refusals[at] ?? []).length > 0);
  const leave = once(refusals.flatMap((of, at) => (isLeft[at] ? of : [])));
  const left = yield* leaveOut(ctx, { entities: read.entities, claims: read.claims }, leave);
  const kept = new Set(left.claims);
  const paths = pathsOfPiece(ctx, read.paths, kept);
  const isAnswerLeft = parts.some((part, at) => part.kind === 'answer' && isLeft[at]);
  // A path that is not told whole leaves none of its claims, but for those that were chosen otherwise.
  const stays = unite([
    ...paths.places.flatMap((place) => read.paths[place] ?? []),
    ...parts.flatMap((part) => (part.kind === 'claim' ? (choiceOf(part) ?? []) : [])),
    ...(isAnswerLeft ? [] : [unlinked(read, own)]),
  ]);
  const entities = new Set(left.entities);
  const piece = { entities: stays.entities.filter((id) => entities.has(id)), claims: stays.claims.filter((id) => kept.has(id)) };
  const check = (leftOut: readonly Refusal[]) => checkPublicationInSlices(ctx, { ...piece, view: { clocks, filters, title }, leftOut });
  const listed = leave.filter((one) => !isHeldBack(one));
  const known = new Set(refusals.flat().map(keyOf));
  const first = yield* check(listed);
  // What is printed beside the piece was chosen by nobody: where it is refused, it goes by itself.
  const beside = first.refused.filter((one) => !known.has(keyOf(one)));
  const judged = beside.length === 0 ? first : yield* check([...listed, ...beside]);
  const gone = new Set(leave.map(keyOf));
  const standing = [...judged.refused, ...words.besideParts, ...[...words.refused.values()].filter((one) => !gone.has(keyOf(one)))];
  const reasons = parts.flatMap((part, at) => (part.gate && 'override' in part.gate ? [{ reason: part.gate.override, of: refusals[at] ?? [] }] : []));
  const reasoned = new Set(reasons.flatMap(({ of }) => of.filter((one) => !isHeldBack(one)).map(keyOf)));
  const undecided = standing.filter((one) => !reasoned.has(keyOf(one)));
  const against = standing.filter((one) => reasoned.has(keyOf(one)));
  const reason = [...new Set(reasons.filter(({ of }) => of.length > 0).map((one) => asSentence(one.reason)))].join(' ');
  const gate: GateResult = against.length === 0 ? judged : { ...judged, printed: { ...judged.printed, against: { reason, refused: against } } };
  const prepared = {
    ctx,
    onRecord: read.onRecord,
    paths: read.paths,
    ...(isAnswerLeft ? {} : { notLinked: read.notLinked }),
    ...piece,
    gate,
    pathsTold: paths,
  };
  const shown = new Set(gate.piece.claims);
  const isAnswered = paths.told.length > 0 || notLinkedOf(prepared) !== undefined;
  const open = new Set(undecided.map(keyOf));
  let path = -1;
  const composed = parts.map((part, at): ComposedPart => {
    if (part.kind === 'path') path += 1;
    const refused = [...(refusals[at] ?? [])];
    if (isLeft[at]) return { state: 'left-out', refused };
    const chosen = printedOf(part, { at: paths.places.indexOf(path), shown, isAnswered, notChosen: read.notChosen, words: words.parts.get(at) });
    if (refused.some((one) => open.has(keyOf(one)))) return { state: 'refused', refused, ...(chosen && { chosen }) };
    if (!chosen) return { state: refused.length > 0 ? 'left-out' : 'empty', refused };
    return { state: refused.length > 0 ? 'override' : 'stands', refused, chosen };
  });
  return {
    ...prepared,
    composed,
    partsLeftOut: parts.flatMap((part, at) => (composed[at]?.state === 'empty' ? (NOTHING_OF[part.kind] ?? []) : [])),
    undecided,
  };
}

/** What is written of it. */
export const compositionOf = ({ composed, partsLeftOut }: ComposedPiece): Composition => ({
  parts: composed.flatMap(({ chosen }) => chosen ?? []),
  partsLeftOut,
});

const hasDecision = ({ gate }: DossierPart, decision: 'leaveOut' | 'override'): boolean => gate !== undefined && decision in gate;
const keyOf = ({ kind, id, reason }: Refusal): string => JSON.stringify([kind, id, reason]);
const once = (refusals: readonly Refusal[]): Refusal[] => [...new Map(refusals.map((one) => [keyOf(one), one])).values()];

/** Why nothing of a part is told; of a path the paths say it. */
const NOTHING_OF: Partial<Record<DossierPart['kind'], string>> = {
  claim: 'A claim that was chosen is left out: it is not on record, or not on view at these dates.',
  answer: 'The answer is left out: no path is here that it could be told from.',
};

/** What is printed of a part; undefined where nothing of it can be told. */
function printedOf(
  part: DossierPart,
  {
    at,
    shown,
    isAnswered,
    notChosen = 0,
    words,
  }: { at: number; shown: ReadonlySet<string>; isAnswered: boolean; notChosen: AskedPiece['notChosen']; words: OwnPart | undefined },
): ChosenPart | undefined {
  switch (part.kind) {
    case 'path':
      return at < 0 ? undefined : { kind: 'path', at };
    case 'claim':
      return shown.has(part.id) ? { kind: 'claim', id: part.id } : undefined;
    case 'answer':
      return isAnswered ? { kind: 'answer', ...(notChosen > 0 && { notChosen }) } : undefined;
    case 'picture':
      return { kind: 'picture', ...(part.positions && { positions: part.positions }) };
    default:
      return words;
  }
}
