/** Writes a piece as a file in one of the formats; stops at the publication gate unless the request says otherwise. */
import type { writeExport as contract } from '../../contract/routes/exports.ts';
import { lossesOf } from '../../domain/publishing/loss-report.ts';
import { manifestOf } from '../../domain/publishing/manifest.ts';
import { closePieceInSlices } from '../../domain/publishing/piece.ts';
import { EXPORTERS } from '../../exchange/index.ts';
import { packFiles } from '../../exchange/pack-files.ts';
import { runInSlices } from '../../graph/run-in-slices.ts';
import type { Database } from '../../store/connect.ts';
import { defaultAsked } from '../../exchange/default-asked.ts';
import { defaultTitle } from '../../exchange/default-title.ts';
import { refuseEmpty } from './refuse-empty.ts';
import { addManifest } from './add-manifest.ts';
import { pathsOfPiece } from './paths-of-piece.ts';
import { preparePiece, stopAtGate } from './prepare-piece.ts';
import type { CallOptions, InputOf } from '../route-types.ts';

type Route = typeof contract;
export interface ExportedFile {
  filename: string;
  contentType: string;
  chunks: AsyncIterable<Uint8Array>;
}

/**
 * The whole piece is judged before the first byte is sent.
 * @throws AppError `gate-refused`
 */
export async function writeExport(db: Database, { body }: Pick<InputOf<Route>, 'body'>, o?: CallOptions): Promise<ExportedFile> {
  const { format, ...request } = body;
  const { ctx, entities, claims, datasets, gate } = await preparePiece(db, request, o);
  stopAtGate(request, gate);
  refuseEmpty(format, (request.claims ?? request.datasets ?? []).length, gate);
  const { told, leftOut } = pathsOfPiece(ctx, request.paths, new Set(claims));
  const title = request.title ?? defaultTitle({ ctx, entities, claims, datasets, paths: told });
  const asked = request.asked ?? defaultAsked({ ctx, datasets, paths: told, pathsLeftOut: leftOut });
  const made = new Date().toISOString().slice(0, 10);
  const written = EXPORTERS[format].write({
    ctx,
    entities,
    claims,
    datasets,
    paths: told,
    pathsLeftOut: leftOut,
    view: { title, asked, clocks: request.clocks, filters: request.filters, made },
    gate,
  });
  const piece = await runInSlices(closePieceInSlices(ctx, { entities, claims, datasets, clocks: request.clocks }));
  const losses = lossesOf(EXPORTERS[format].loses, ctx.records, piece, { clocks: request.clocks, datasets });
  const query = { asked, entities, claims, datasets, paths: told.map((path) => path.entities) };
  const facts = { title, exported: format, made, query, clocks: request.clocks ?? {}, filters: request.filters, revision: ctx.revision, losses };
  const files = addManifest(await runInSlices(written), (of) => manifestOf(facts, piece, gate.printed, ctx, of));
  const { name, mediaType, chunks } = packFiles(stemOf(title, ctx.revision), files);
  return { filename: name, contentType: mediaType, chunks };
}

/** A file name of plain letters, because it is sent in a header. */
function stemOf(title: string | undefined, revision: number): string {
  const plain = (title ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `attest-${plain === '' ? 'export' : plain}-r${revision}`;
}
