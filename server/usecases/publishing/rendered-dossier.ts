/** A dossier as a document, with its manifest in it. */
import { addToPage, addToWord, digestedPart, manifestText } from '../../exchange/add-manifest.ts';
import { inOneGo } from '../../domain/figures/in-slices.ts';
import type { PackedFile } from '../../exchange/format.ts';
import { wholeText } from '../../exchange/whole-text.ts';
import { renderDossier, type DocumentKind } from '../../work/documents/render-dossier.ts';
import { figureOfPiece } from './figure-of-piece.ts';
import type { FilesOfExport } from './files-of-export.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** @throws AppError `limit` */
export async function renderedDossier({ title, files, manifest, picture }: FilesOfExport, kind: DocumentKind): Promise<PackedFile> {
  const [markdown] = files;
  const figure = picture && (await figureOfPiece(picture, [kind === 'html' ? 'svg' : 'png']));
  const parts = await renderDossier({ kind, title, markdown: inOneGo(wholeText(markdown)), ...(figure ? { figure } : {}) });
  if (kind === 'docx') return { name: 'dossier.docx', mediaType: WORD, parts: addToWord(parts, manifest) };
  const pages = parts.map((part) => {
    const page = addToPage(new TextDecoder().decode(part.bytes), manifestText(manifest([digestedPart(part, 'text/html')])));
    return { name: part.name, bytes: new TextEncoder().encode(page) };
  });
  return { name: 'dossier.html', mediaType: 'text/html', parts: pages };
}
