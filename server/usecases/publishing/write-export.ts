/** Writes a piece as a file in one of the formats; stops at the publication gate unless the request says otherwise. */
import { addManifest } from '../../exchange/add-manifest.ts';
import { bagOf } from '../../exchange/bundle/bag.ts';
import type { Exporter, ExportFile, PackedFile } from '../../exchange/format.ts';
import { EXPORTERS } from '../../exchange/index.ts';
import { bytesOf, packDocument, packFiles, type Download } from '../../exchange/pack-files.ts';
import { runInSlices } from '../../graph/run-in-slices.ts';
import { DOSSIERS } from '../../contract/routes/exports.ts';
import { PICTURE_FILE } from '../../domain/picturing/svg/described-picture.ts';
import type { InSlices } from '../../domain/figures/in-slices.ts';
import type { Database } from '../../store/connect.ts';
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
 * The whole piece is judged before the first byte is sent.
 * @param o with `large` an export of very many claims is written there
 * @throws AppError `gate-refused`
 */
export async function writeExport(db: Database, input: WriteInput, { large, ...o }: ExportOptions = {}): Promise<ExportedFile> {
  const { body } = input;
  if (large && !DOSSIERS.includes(body.format) && (await isLargeExport(db, body, o))) return large.write(input);
  const { revision, ...made } = await madeExport(db, body, o);
  const { rendered } = EXPORTERS[body.format];
  const files = rendered ? [] : addManifest(made.files, made.manifest);
  const stem = fileStem(made.title, revision, files.length > 1 || body.bundle ? body.format : undefined);
  const document = rendered && packDocument(stem, await renderedFile(made, rendered));
  if (body.bundle) return sent(packDocument(stem, await bagged(stem, made, document)));
  return sent(document ?? packFiles(stem, files));
}

const renderedFile = (made: FilesOfExport, as: NonNullable<Exporter['rendered']>): Promise<PackedFile> =>
  as === 'html' || as === 'docx' ? renderedDossier(made, as) : renderedPicture(made, as);

const sent = ({ name, mediaType, chunks }: Download): ExportedFile => ({ filename: name, contentType: mediaType, chunks });

/** The files as they would go out otherwise, each with its manifest, in a bag. */
async function bagged(stem: string, { files, manifest }: FilesOfExport, document: Download | undefined): Promise<PackedFile> {
  if (document) return bagOf(stem, [{ name: document.name, mediaType: document.mediaType, bytes: await bytesOf(document) }], manifest([]));
  const encoder = new TextEncoder();
  const written = addManifest(files, manifest).map(({ name, mediaType, text }) => ({ name, mediaType, bytes: encoder.encode(text) }));
  return bagOf(stem, written, manifest([]));
}

/**
 * The files of an export as they are before they are packed.
 * @throws as `writeExport`
 */
export async function unpackedExport(db: Database, body: WriteInput['body'], o?: Omit<ExportOptions, 'large'>): Promise<{ files: ExportFile[] }> {
  const { files, manifest } = await madeExport(db, body, o);
  return { files: addManifest(files, manifest) };
}

async function madeExport(db: Database, body: WriteInput['body'], o?: Omit<ExportOptions, 'large'>): Promise<FilesOfExport & { revision: number }> {
  const made = new Date().toISOString().slice(0, 10);
  if (body.parts) {
    const composed = await composeDossier(db, { ...body, parts: body.parts }, o);
    refuseAtGate(composed.undecided);
    if (!notLinkedOf(composed)) refuseEmpty(body.format, body.parts.length, composed.gate);
    return { ...(await filesIn(body.format, filesOfExport(composed, body, made, compositionOf(composed)))), revision: composed.ctx.revision };
  }
  const prepared = await preparePiece(db, body, o);
  stopAtGate(body, prepared.gate);
  if (!notLinkedOf(prepared)) refuseEmpty(body.format, (body.claims ?? body.datasets ?? []).length, prepared.gate);
  return { ...(await filesIn(body.format, filesOfExport(prepared, body, made))), revision: prepared.ctx.revision };
}

async function filesIn(format: WriteInput['body']['format'], written: InSlices<FilesOfExport>): Promise<FilesOfExport> {
  const files = await runInSlices(written);
  return format === 'markdown-dossier' ? withPictureFile(files) : files;
}

/** A dossier in Markdown names its picture, which stands beside it. */
async function withPictureFile(made: FilesOfExport): Promise<FilesOfExport> {
  if (!made.picture) return made;
  const { svg } = await figureOfPiece(made.picture, ['svg']);
  return { ...made, files: [...made.files, { name: PICTURE_FILE, mediaType: 'image/svg+xml', text: svg }] };
}
