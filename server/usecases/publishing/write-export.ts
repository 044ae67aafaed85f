/** Writes a piece as a file in one of the formats; stops at the publication gate unless the request says otherwise. */
import type { Exporter, PackedFile } from '../../exchange/format.ts';
import { EXPORTERS } from '../../exchange/index.ts';
import { packBag, packDocument, packDocumentBag, packFiles } from '../../exchange/pack-files.ts';
import { eachWhole, fileOf, type WholeFile } from '../../exchange/whole-text.ts';
import { DOSSIERS } from '../../contract/routes/exports.ts';
import { pictureFile, type PictureForm } from '../../domain/picturing/svg/described-picture.ts';
import type { InSlices } from '../../domain/figures/in-slices.ts';
import type { Database } from '../../store/connect.ts';
import type { CallOptions } from '../route-types.ts';
import { runUnlessAborted } from '../run-unless-aborted.ts';
import { figureOfPiece } from './figure-of-piece.ts';
import { filesOfExport, type FilesOfExport } from './files-of-export.ts';
import { renderedDossier } from './rendered-dossier.ts';
import { renderedPicture } from './rendered-picture.ts';
import { isLargeExport, type ExportedFile, type ExportOptions, type WriteInput } from './large-exports.ts';
import { fileStem } from './file-stem.ts';
import { refuseEmpty } from './refuse-empty.ts';
import { composeDossier, compositionOf } from './compose-dossier.ts';
import { notLinkedOf, preparePiece, refuseAtGate, stopAtGate } from './prepare-piece.ts';

/**
 * The whole piece is judged and packed before the first byte is sent, so that what fails is told, and no half of a file arrives. It ends where whoever asked has gone.
 * @param o with `large` an export of very many claims is written there
 * @throws AppError `gate-refused`
 */
export async function writeExport(db: Database, input: WriteInput, { large, ...o }: ExportOptions = {}): Promise<ExportedFile> {
  const { body } = input;
  if (large && !DOSSIERS.includes(body.format) && (await isLargeExport(db, body, o))) return large.write(input, o.signal);
  const { revision, ...made } = await madeExport(db, body, o);
  const { manifest } = made;
  const files = [...made.files, ...(made.images ?? [])];
  const { rendered } = EXPORTERS[body.format];
  const stem = fileStem(made.title, revision, (!rendered && files.length > 1) || body.bundle ? body.format : undefined);
  const document = rendered && (await renderedFile(made, rendered));
  const packing = document
    ? (body.bundle ? packDocumentBag : packDocument)(stem, document, manifest)
    : (body.bundle ? packBag : packFiles)(stem, files, manifest);
  const { name, mediaType, chunks } = await runUnlessAborted(packing, o.signal);
  return { filename: name, contentType: mediaType, chunks: eachOf(chunks) };
}

async function* eachOf(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

const renderedFile = (made: FilesOfExport, as: NonNullable<Exporter['rendered']>): Promise<PackedFile> =>
  as === 'html' || as === 'docx' ? renderedDossier(made, as) : renderedPicture(made, as);

/**
 * The files of an export whole, as they are before they are packed and without the manifest.
 * @throws as `writeExport`
 */
export async function unpackedExport(db: Database, body: WriteInput['body'], o?: Omit<ExportOptions, 'large'>): Promise<{ files: WholeFile[] }> {
  const { files } = await madeExport(db, body, o);
  return { files: await runUnlessAborted(eachWhole(files), o?.signal) };
}

async function madeExport(db: Database, body: WriteInput['body'], o?: Omit<ExportOptions, 'large'>): Promise<FilesOfExport & { revision: number }> {
  const made = new Date().toISOString().slice(0, 10);
  if (body.parts) {
    const composed = await composeDossier(db, { ...body, parts: body.parts }, o);
    refuseAtGate(composed.undecided);
    if (!notLinkedOf(composed)) refuseEmpty(body.format, body.parts.length, composed.gate);
    return { ...(await filesIn(body, filesOfExport(composed, body, made, compositionOf(composed)), o)), revision: composed.ctx.revision };
  }
  const prepared = await preparePiece(db, body, o);
  stopAtGate(body, prepared.gate);
  if (!notLinkedOf(prepared)) refuseEmpty(body.format, (body.claims ?? body.datasets ?? []).length, prepared.gate);
  return { ...(await filesIn(body, filesOfExport(prepared, body, made), o)), revision: prepared.ctx.revision };
}

async function filesIn({ format, pictureAs }: WriteInput['body'], written: InSlices<FilesOfExport>, o?: CallOptions): Promise<FilesOfExport> {
  const files = await runUnlessAborted(written, o?.signal);
  return format === 'markdown-dossier' ? withPictureFile(files, pictureAs) : files;
}

/** A dossier in Markdown names its picture, which stands beside it. */
async function withPictureFile(made: FilesOfExport, form: PictureForm = 'svg'): Promise<FilesOfExport> {
  if (!made.picture) return made;
  const { svg, png } = await figureOfPiece(made.picture, [form]);
  const name = pictureFile(form);
  if (form === 'png') return { ...made, images: [{ name, mediaType: 'image/png', bytes: png }] };
  return { ...made, files: [...made.files, fileOf(name, 'image/svg+xml', svg)] };
}
