/** A dossier as a document, with its manifest in it. */
import type { PackedFile } from '../../exchange/format.ts';
import { renderDossier, type DocumentKind, type DocumentPart } from '../../work/documents/render-dossier.ts';
import { digestedPart, manifestText } from './add-manifest.ts';
import type { FilesOfExport } from './files-of-export.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Where the manifest stands in a Word document: a part that Word keeps no eye on, and that its list of types must know. */
const MANIFEST_PART = 'attest/manifest.json';
const TYPE_OF_JSON = '<Default Extension="json" ContentType="application/json"/>';

/** @throws AppError `limit` */
export async function renderedDossier({ title, files, manifest }: FilesOfExport, kind: DocumentKind): Promise<PackedFile> {
  const [markdown] = files;
  const parts = await renderDossier({ kind, title, markdown: markdown?.text ?? '' });
  if (kind === 'html')
    return {
      name: 'dossier.html',
      mediaType: 'text/html',
      parts: parts.map((part) => withScript(part, manifestText(manifest([digestedPart(part, 'text/html')])))),
    };
  const known = parts.map((part) => (part.name === '[Content_Types].xml' ? knowingJson(part) : part));
  const text = manifestText(manifest(known.map((part) => digestedPart(part, part.name.endsWith('.xml') ? 'application/xml' : 'application/octet-stream'))));
  const all = [...known, { name: MANIFEST_PART, bytes: new TextEncoder().encode(text) }];
  return { name: 'dossier.docx', mediaType: WORD, parts: all.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

/** In a page the manifest is data that no browser runs. Its digest is that of the page without it. */
function withScript({ name, bytes }: DocumentPart, manifest: string): DocumentPart {
  const script = `<script type="application/json" id="attest-manifest">\n${manifest.replaceAll('<', String.raw`\u003c`)}</script>\n`;
  return { name, bytes: new TextEncoder().encode(new TextDecoder().decode(bytes).replace('</body>', () => `${script}</body>`)) };
}

function knowingJson({ name, bytes }: DocumentPart): DocumentPart {
  return { name, bytes: new TextEncoder().encode(new TextDecoder().decode(bytes).replace(/<Default /, `${TYPE_OF_JSON}<Default `)) };
}
