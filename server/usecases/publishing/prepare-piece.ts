/** Prepares a piece for export, judged by the publication gate. */
import { AppError, type Problem } from '../../domain/model/errors.ts';
import { isStruck } from '../../domain/model/questions.ts';
import { checkPublicationInSlices, leaveOut, type GateResult } from '../../domain/publishing/publication-gate.ts';
import { copiedWordsIn, type PrivateText } from '../../domain/publishing/copied-words-in-piece.ts';
import type { InSlices } from '../../domain/figures/in-slices.ts';
import { closePieceInSlices, type Piece } from '../../domain/publishing/piece.ts';
import type { Refusal } from '../../domain/publishing/refusal.ts';
import { withToday, type GateContext } from '../../domain/publishing/record-today.ts';
import { toldOnRecord, type OnRecord } from '../../domain/telling/trace-sides.ts';
import { paragraphsOf } from '../../domain/texts/paragraphs.ts';
import { sharedNames } from '../../domain/telling/shared-names.ts';
import type { Database } from '../../store/connect.ts';
import type { checkExport, GateRefusal } from '../../contract/routes/exports.ts';
import { currentRevision } from '../../store/statements/recording/change-sets.ts';
import { listTextRows, readTextRow } from '../../store/statements/texts.ts';
import type { PieceAnswer, PieceQuestion } from '../../graph/graph.ts';
import { readGraph } from '../../graph/open-graph.ts';
import { savedSetsIn } from '../keeping/saved-set.ts';
import type { ExportOptions } from './large-exports.ts';
import type { ChosenPart } from '../../exchange/exporters/dossier-composition.ts';
import type { PathsOfPiece } from './paths-of-piece.ts';
import { chosenByTrace, notLinkedIn, type Chosen, type NotLinked } from './chosen-by-trace.ts';
import type { Traced } from '../views/trace-view.ts';
import { onRecordOfEnds } from '../tracing/trace-paths.ts';
import type { CallOptions, InputOf } from '../route-types.ts';
import { runUnlessAborted } from '../run-unless-aborted.ts';

export type ExportRequest = InputOf<typeof checkExport>['body'];

/** A piece as it was asked for, at its clocks, before the gate. Entities of one name are told apart in it. */
export interface AskedPiece extends PieceAnswer {
  ctx: PieceAnswer['ctx'] & Pick<GateContext, 'sameName' | 'casesTold' | 'today' | 'copied'>;
  /** Of the ends of the paths asked for. */
  onRecord: OnRecord;
  /** Datasets exported whole. */
  datasets?: readonly string[];
  /** Those asked for, or those that the trace asked for found. */
  paths: ExportRequest['paths'];
  /** The trace asked for, where it found no path. */
  notLinked?: Traced;
  /** Of the paths that the trace found, those that were not chosen. */
  notChosen?: number;
  piece: Piece;
}
export interface PreparedPiece extends Omit<AskedPiece, 'piece'> {
  /** The datasets that were asked for whole, where something of them is left out. */
  datasetsCut?: readonly string[];
  /** Its datasets are absent where it left out something of them. */
  gate: GateResult;
  /** The paths that are told, where that was found already. */
  pathsTold?: PathsOfPiece;
}
/** What a dossier was composed of, as it is written. */
export interface Composition {
  parts: readonly ChosenPart[];
  partsLeftOut: readonly string[];
}

/** @param question with `unlinkedAlone` a trace takes out nothing where it finds a path: a path is told only where it was chosen */
export async function readPiece(
  db: Database,
  question: PieceQuestion & Pick<ExportRequest, 'clocks' | 'trace'> & { unlinkedAlone?: boolean },
  o?: CallOptions,
): Promise<AskedPiece> {
  const { answer, chosen, notChosen } = await readGraph(
    db,
    question.clocks,
    async (graph) => {
      const found = question.trace && (await chosenByTrace({ graph, savedSet: savedSetsIn(db) }, question.trace, o?.signal));
      const traced = question.unlinkedAlone && !found?.notLinked ? undefined : found;
      const chosen = traced ? withTrace(question, traced) : question;
      return {
        answer: { ...(await graph.piece(chosen)), onRecord: await onRecordOfEnds(graph, endsIn(chosen, traced)) },
        chosen: { ...chosen, notLinked: traced?.notLinked },
        notChosen: notChosenOf(found?.found ?? [], chosen),
      };
    },
    o,
  );
  const asked = { ...question, ...chosen };
  const { claims, entities } = answer;
  // A retraction or an outcome is known to whoever prints, though the view is of an earlier record, or without it.
  const isOther = question.clocks?.recorded !== undefined || isStruck(question.clocks?.without);
  const today = isOther && (await readGraph(db, undefined, (graph) => graph.context({ claims, entities }), o)).records;
  const ctx = today ? { ...answer.ctx, ...withToday(answer.ctx.records, today) } : answer.ctx;
  const run = <T>(work: InSlices<T>) => runUnlessAborted(work, o?.signal);
  const piece = await run(askedPiece({ ...answer, ctx }, asked));
  return { ...piece, notChosen, ctx: { ...piece.ctx, copied: await copiedWordsIn(piece.ctx, piece.piece, textsOf(db, piece.piece.sources, o), run) } };
}

/**
 * The private texts that are kept, one at a time.
 * @param sources whose texts; absent: of all
 */
export async function* textsOf(db: Database, sources: readonly string[] | undefined, o?: CallOptions): AsyncGenerator<PrivateText> {
  const heads = await db.read(async (tx) => listTextRows.run(tx, { rev: await currentRevision(tx) }), o);
  const wanted = sources && new Set(sources);
  for (const { source, json } of heads.filter((head) => wanted?.has(head.source) ?? true)) {
    const [row] = await db.read((tx) => readTextRow.run(tx, { source }), o);
    if (row) yield { source, title: (JSON.parse(json) as { title?: string }).title, paragraphs: paragraphsOf(row.text) };
  }
}

/** Paths through the same entities are one here: which claims tell a hop is chosen with the path. */
function notChosenOf(found: PieceQuestion['paths'], { paths }: Pick<PieceQuestion, 'paths'>): number {
  const chosen = new Set(paths.map(({ entities }) => entities.join(' ')));
  return found.filter(({ entities }) => !chosen.has(entities.join(' '))).length;
}

function withTrace(question: PieceQuestion, traced: Chosen): PieceQuestion {
  return {
    ...question,
    entities: [...question.entities, ...traced.entities],
    claims: [...(question.claims ?? []), ...(traced.claims ?? [])],
    paths: [...question.paths, ...traced.paths],
  };
}

/** Sequences whose ends a title names. */
function endsIn({ paths }: PieceQuestion, traced: Chosen | undefined): { entities: readonly string[] }[] {
  const { from = [], to = [] } = traced?.notLinked?.sides ?? {};
  return [...paths, { entities: from }, { entities: to }].filter(({ entities }) => entities.length > 0);
}

export function* askedPiece(
  { ctx, entities, claims, onRecord = new Map() }: PieceAnswer & Partial<Pick<AskedPiece, 'onRecord'>>,
  { datasets, clocks, paths, notLinked }: Pick<PieceQuestion, 'datasets' | 'paths'> & Pick<ExportRequest, 'clocks'> & Pick<AskedPiece, 'notLinked'>,
): InSlices<AskedPiece> {
  const piece = yield* closePieceInSlices(ctx, { entities, claims, datasets, clocks });
  const own = paths.map((path) => ({ entities: [...path.entities], claims: [...path.claims] }));
  const { records } = ctx;
  const casesTold = new Set([
    ...[...piece.entities].flatMap((id) => records.entities.get(id)?.dataset ?? []),
    ...[...piece.claims].flatMap((id) => records.claims.get(id)?.dataset ?? []),
  ]);
  return { ctx: { ...ctx, sameName: sharedNames(piece.entities, ctx), casesTold }, entities, claims, datasets, piece, onRecord, paths: own, notLinked };
}

/** The piece at its clocks, with the gate's result for exactly that piece. What the gate refuses is left out if the request says so. */
export async function preparePiece(db: Database, request: ExportRequest, { mostClaims, ...o }: ExportOptions = {}): Promise<PreparedPiece> {
  const asked = await readPiece(db, { ...request, ...(mostClaims === undefined ? {} : { mostClaims }) }, o);
  return await runUnlessAborted(judgedPiece(asked, request), o.signal);
}

export function* judgedPiece(
  { piece, ...asked }: AskedPiece,
  { clocks, filters, title, gate }: Pick<ExportRequest, 'clocks' | 'filters' | 'title' | 'gate'>,
): InSlices<PreparedPiece> {
  const { ctx, entities, claims } = asked;
  const view = { clocks, filters, title };
  const override = gate && 'override' in gate ? gate.override : undefined;
  const first = yield* checkPublicationInSlices(ctx, { ...asked, piece, view, override });
  if (!gate || !('leaveOut' in gate) || first.refused.length === 0) return { ...asked, gate: first };
  const left = yield* leaveOut(ctx, { entities, claims }, first.refused);
  return {
    ctx,
    onRecord: asked.onRecord,
    paths: asked.paths,
    notLinked: asked.notLinked,
    ...(asked.datasets && { datasetsCut: asked.datasets }),
    ...left,
    gate: yield* checkPublicationInSlices(ctx, { ...left, view, leftOut: first.refused }),
  };
}

/** What the titles of the paths may tell of their ends: what the claims of the piece give. */
export function onRecordInPiece({ onRecord, gate }: Pick<PreparedPiece, 'onRecord' | 'gate'>): OnRecord {
  return toldOnRecord(onRecord, { claims: new Set(gate.piece.claims), entities: new Set(gate.piece.entities) });
}

/** That the two sides are not linked, as far as the piece may tell it. */
export function notLinkedOf({ notLinked, gate, ctx }: Pick<PreparedPiece, 'notLinked' | 'gate' | 'ctx'>): NotLinked | undefined {
  return notLinked && notLinkedIn(notLinked, gate.piece, ctx);
}

/** @throws AppError `gate-refused` with every refusal as a problem, unless the request overrides the gate */
export function stopAtGate(request: ExportRequest, { refused }: GateResult): void {
  const isOverridden = request.gate !== undefined && 'override' in request.gate;
  if (!isOverridden) refuseAtGate(refused);
}

/** @throws AppError `gate-refused` with every refusal as a problem; none where nothing is refused */
export function refuseAtGate(refused: readonly Refusal[]): void {
  if (refused.length === 0) return;
  const message = `The publication gate refuses ${refused.length} of what this holds; leave it out, or give a reason to publish all the same.`;
  throw new AppError('gate-refused', message, { problems: refused.map(problemOf), refused });
}

function problemOf({ kind, id, label, reason, remedy }: Refusal): Problem {
  return { code: `gate-${kind}`, message: `${label}: ${reason}`, remedy, pointer: `/${kind}/${id}` };
}

/** A refusal as it is sent: without what a list prints in its place once it is left out. */
export const sentRefusal = ({ kind, id, label, why, reason, remedy }: Refusal): GateRefusal => ({ kind, id, label, why, reason, remedy });
