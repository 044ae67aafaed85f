/** Writes a piece as a file in one of the formats; stops at the publication gate unless the request says otherwise. */
import type { writeExport as contract } from '../../contract/routes/exports.ts';
import { packFiles } from '../../exchange/pack-files.ts';
import { runInSlices } from '../../graph/run-in-slices.ts';
import type { Database } from '../../store/connect.ts';
import { filesOfExport } from './files-of-export.ts';
import { refuseEmpty } from './refuse-empty.ts';
import { notLinkedOf, preparePiece, stopAtGate } from './prepare-piece.ts';
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
  const prepared = await preparePiece(db, body, o);
  stopAtGate(body, prepared.gate);
  if (!notLinkedOf(prepared)) refuseEmpty(body.format, (body.claims ?? body.datasets ?? []).length, prepared.gate);
  const made = new Date().toISOString().slice(0, 10);
  const { title, files } = await runInSlices(filesOfExport(prepared, body, made));
  const { name, mediaType, chunks } = packFiles(stemOf(title, prepared.ctx.revision), files);
  return { filename: name, contentType: mediaType, chunks };
}

/** A file name of plain letters, because it is sent in a header. */
function stemOf(title: string, revision: number): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `attest-${plain === '' ? 'export' : plain}-r${revision}`;
}
