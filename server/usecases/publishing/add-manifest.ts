/** Adds the manifest to the files of an export: as `manifest.json` where they are packed, as a section at the end of a single text. */
import { hash } from 'node:crypto';
import type { Digested, Manifest } from '../../domain/publishing/manifest.ts';
import type { ExportFile } from '../../exchange/format.ts';

/** Begins the section of a single text; the digest in it is that of all before. */
const HEADING = '## Manifest\n\nThe digest is that of everything above the heading of this section.\n\n';

/** @param manifest makes the manifest of these files */
export function addManifest(files: readonly ExportFile[], manifest: (of: Digested[]) => Manifest): ExportFile[] {
  const text = manifestText(manifest(files.map(digested)));
  const [only] = files;
  if (only && files.length === 1) return [{ ...only, text: `${only.text}\n${HEADING}\`\`\`json\n${text}\`\`\`\n` }];
  return [...files, { name: 'manifest.json', mediaType: 'application/json', text }].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function digested({ name, mediaType, text }: ExportFile): Digested {
  return { name, mediaType, bytes: Buffer.byteLength(text), sha256: hash('sha256', text, 'hex') };
}

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

export function digestedPart({ name, bytes }: { name: string; bytes: Uint8Array }, mediaType: string): Digested {
  return { name, mediaType, bytes: bytes.length, sha256: hash('sha256', bytes, 'hex') };
}
