/** A dossier as it will print, while it is composed: its body, and of each part what the publication gate says and what it holds. */
import type { previewDossier as contract } from '../../contract/routes/exports.ts';
import { leaveOut } from '../../domain/publishing/publication-gate.ts';
import type { Refusal } from '../../domain/publishing/refusal.ts';
import { narrateClaim } from '../../domain/telling/narrate-claim.ts';
import { isPlaced } from '../../domain/picturing/svg/described-picture.ts';
import { pathTitle, pathTitleInShort } from '../../domain/telling/narrate-path.ts';
import { responsesInSlices } from '../../domain/telling/responses.ts';
import { figured } from '../../domain/answering/answer-in-words.ts';
import type { DossierPart } from '../../contract/dossier-parts.ts';
import { printedLines } from '../../exchange/printed-lines.ts';
import { wholeText } from '../../exchange/whole-text.ts';
import { runInSlices } from '../../graph/run-in-slices.ts';
import type { Database } from '../../store/connect.ts';
import { bodyOf } from '../../work/documents/render-dossier.ts';
import type { AnswerOf, CallOptions, InputOf } from '../route-types.ts';
import { composeDossier, compositionOf, type ComposedPiece } from './compose-dossier.ts';
import { figureShown } from './figure-of-piece.ts';
import { filesOfExport } from './files-of-export.ts';
import { pathsOfPiece } from './paths-of-piece.ts';
import { notLinkedOf, sentRefusal } from './prepare-piece.ts';

type Route = typeof contract;
type PartAnswer = AnswerOf<Route>['parts'][number];

export async function previewDossier(db: Database, { body }: Pick<InputOf<Route>, 'body'>, o?: CallOptions): Promise<AnswerOf<Route>> {
  const composed = await composeDossier(db, body, o);
  const { ctx, gate, undecided } = composed;
  const made = new Date().toISOString().slice(0, 10);
  const { title, asked, files, picture } = await runInSlices(filesOfExport(composed, { ...body, format: 'markdown-dossier' }, made, compositionOf(composed)));
  const figure = picture && (await figureShown(picture));
  const [file] = files;
  const text = await runInSlices(wholeText(file));
  const lines = text.split('\n');
  // Parts that are written are numbered among themselves; the reader knows them by their place among all.
  const written = composed.composed.flatMap(({ chosen }, at) => (chosen ? [at] : []));
  const placed = (file?.placed ?? []).map((one) => ({ ...one, part: written[one.part] ?? one.part }));
  const { refused, placeOf } = listOf([...composed.composed.flatMap((part) => part.refused), ...undecided]);
  const goes = await whatGoesToo(body.parts, composed);
  const parts: PartAnswer[] = [];
  for (const [at, part] of body.parts.entries()) {
    const { state, refused: own } = composed.composed[at] ?? { state: 'empty', refused: [] };
    const claims = part.kind === 'claim' ? [part.id] : part.kind === 'path' ? part.claims : [];
    const records = claims.flatMap((id) => figured(id, ctx) ?? []);
    const responses = await runInSlices(
      responsesInSlices(
        records.map(({ claim }) => claim),
        ctx,
      ),
    );
    const here = placed.filter((one) => one.part === at).flatMap(({ from, to }) => lines.slice(from, to));
    parts.push({
      state,
      name: nameOf(part, at, own, composed),
      refused: own.map(placeOf),
      alsoGoes: goes[at] ?? [],
      levels: records.map(({ figures }) => figures.level),
      footnotes: new Set(here.flatMap((line) => line.match(/\[\^\d+\]/g) ?? [])).size,
      paragraphs: here.filter((line) => line !== '' && !/^(?:#|- |>)/.test(line)).length,
      ...(part.kind === 'picture' && picture && { drawn: { entities: picture.nodes.length, claims: picture.claims.length, placed: isPlaced(picture) } }),
      noResponse: responses.filter(({ kind }) => kind === 'none').map(({ name }) => name),
    });
  }
  const { printed } = gate;
  return {
    html: await bodyOf({ markdown: text, placed, ...(figure && { figure }) }),
    refused: refused.map(sentRefusal),
    parts,
    mayWrite: undecided.length === 0 && (printed.claims > 0 || notLinkedOf(composed) !== undefined),
    title,
    asked,
    figures: {
      entities: printed.entities,
      claims: printed.claims,
      accused: printed.responses.filter(({ kind }) => kind !== 'taken-back').length,
      withoutResponse: printed.responses.filter(({ kind }) => kind === 'none').length,
      singleOrigin: printed.singleOrigin.length,
      sources: gate.piece.sources.length,
      seen: gate.piece.sources.filter((id) => ctx.records.sources.get(id)?.seen).length,
      leftOut: printed.leftOut.length,
    },
    printed: printedLines(printed),
    revision: ctx.revision,
  };
}

/** Each refusal once, and the place of one in the list. */
function listOf(all: readonly Refusal[]): { refused: Refusal[]; placeOf: (one: Refusal) => number } {
  const key = ({ kind, id, reason }: Refusal) => JSON.stringify([kind, id, reason]);
  const known = new Map(all.map((one) => [key(one), one]));
  const order = [...known.keys()];
  return { refused: [...known.values()], placeOf: (one) => order.indexOf(key(one)) };
}

function nameOf(part: DossierPart, at: number, refused: readonly Refusal[], composed: ComposedPiece): string | undefined {
  const { ctx } = composed;
  if (part.kind === 'path') {
    const [path] = pathsOfPiece(ctx, [{ entities: part.entities, claims: part.claims }], new Set(part.claims)).told;
    return path && pathTitleInShort(pathTitle(path, ctx), path, ctx);
  }
  if (part.kind === 'claim') {
    const found = figured(part.id, ctx);
    return found && narrateClaim(found.claim, found.figures, ctx);
  }
  if (part.kind !== 'note' && part.kind !== 'assessment') return undefined;
  const { chosen } = composed.composed[at] ?? {};
  if (chosen?.kind === 'note') return chosen.text;
  return chosen?.kind === 'assessment' ? chosen.assessment.question : refused.find(({ kind }) => kind === 'words')?.label;
}

/** Of each part that is refused, the other parts that could not be told once what is refused of it is left out. */
async function whatGoesToo(parts: readonly DossierPart[], { ctx, composed, paths, gate, entities, claims }: ComposedPiece): Promise<number[][]> {
  const all: number[][] = [];
  for (const [at, { refused, state }] of composed.entries()) {
    const records = refused.filter(({ kind }) => kind !== 'words');
    if (records.length === 0 || state === 'left-out') {
      all.push([]);
      continue;
    }
    const left = await runInSlices(leaveOut(ctx, { entities, claims }, records));
    const kept = new Set(left.claims);
    const told = new Set(pathsOfPiece(ctx, paths, kept).places);
    const shown = new Set(gate.piece.claims);
    let path = -1;
    all.push(
      parts.flatMap((part, other) => {
        if (part.kind === 'path') path += 1;
        if (other === at || !composed[other]?.chosen) return [];
        const goes = part.kind === 'path' ? !told.has(path) : part.kind === 'claim' && shown.has(part.id) && !kept.has(part.id);
        return goes ? [other] : [];
      }),
    );
  }
  return all;
}
