/** Where the manifest of an export stands, and how it is found again: a file where several are packed, a section at the end of a single text, data in a page, a part of a Word document. */
import { hash } from 'node:crypto';
import type { Digested, Manifest } from '../domain/publishing/manifest.ts';
import type { PackedFile } from './format.ts';

/** Begins the section of a single text; the digest in it is that of all before. */
const HEADING = '## Manifest\n\nThe digest is that of everything above the heading of this section.\n\n';

const SCRIPT = '<script type="application/json" id="attest-manifest">\n';
const SCRIPT_END = '</script>\n';
const TYPES_PART = '[Content_Types].xml';
const TYPE_OF_JSON = '<Default Extension="json" ContentType="application/json"/>';
export const WORD_MANIFEST = 'attest/manifest.json';
type Part = PackedFile['parts'][number];

/** The file that holds the manifest, where an export is several files. */
export const MANIFEST_FILE = { name: 'manifest.json', mediaType: 'application/json' } as const;

/** What a single text ends with. */
export const manifestSection = (manifest: string): string => `\n${HEADING}\`\`\`json\n${manifest}\`\`\`\n`;

/** Of a single text: what stands before its manifest, and the manifest; undefined where it has none. */
export function splitText(text: string): { before: string; manifest: string } | undefined {
  const at = text.lastIndexOf(`\n${HEADING}`);
  if (at < 0) return undefined;
  const before = text.slice(0, at);
  const manifest = /```json\n([^]*)```\n$/.exec(text.slice(at))?.[1];
  return manifest === undefined || before + manifestSection(manifest) !== text ? undefined : { before, manifest };
}

/** The manifest as it is written: its last member is the digest of all before, so that a change of the manifest itself is found. */
export function manifestText(manifest: Manifest): string {
  const sha256 = hash('sha256', JSON.stringify(manifest, null, 2), 'hex');
  return `${JSON.stringify({ ...manifest, sha256 }, null, 2)}\n`;
}

export function digestedPart({ name, bytes }: { name: string; bytes: Uint8Array }, mediaType: string): Digested {
  return { name, mediaType, bytes: bytes.length, sha256: hash('sha256', bytes, 'hex') };
}

/** In a page the manifest is data that no browser runs. Its digest is that of the page without it. */
export function addToPage(page: string, manifest: string): string {
  return page.replace('</body>', () => `${SCRIPT}${manifest.replaceAll('<', String.raw`\u003c`)}${SCRIPT_END}</body>`);
}

/** The page without its manifest, and the manifest; undefined where it has none. */
export function splitPage(page: string): { before: string; manifest: string } | undefined {
  const [start, end] = [page.lastIndexOf(SCRIPT), page.lastIndexOf(`${SCRIPT_END}</body>`)];
  if (start < 0 || end < start) return undefined;
  const before = page.slice(0, start) + page.slice(end + SCRIPT_END.length);
  const manifest = page.slice(start + SCRIPT.length, end).replaceAll(String.raw`\u003c`, '<');
  return addToPage(before, manifest) === page ? { before, manifest } : undefined;
}

/** Adds the manifest to the parts of a Word document: a part that Word does not show, and that its list of types must know. */
export function addToWord(parts: readonly Part[], manifest: (of: Digested[]) => Manifest): Part[] {
  const known = parts.map((part) => (part.name === TYPES_PART ? knowingJson(part) : part));
  const text = manifestText(manifest(known.map((part) => digestedPart(part, part.name.endsWith('.xml') ? 'application/xml' : 'application/octet-stream'))));
  return [...known, { name: WORD_MANIFEST, bytes: new TextEncoder().encode(text) }].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function knowingJson({ name, bytes }: Part): Part {
  return { name, bytes: new TextEncoder().encode(new TextDecoder().decode(bytes).replace(/<Default /, `${TYPE_OF_JSON}<Default `)) };
}

const METADATA = '<metadata id="attest-manifest">';
const METADATA_END = '</metadata>\n';
const SVG_END = '</svg>\n';
const escapedText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const plainText = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** In an SVG the manifest is metadata, which is not drawn. Its digest is that of the SVG without it. */
export function addToSvg(svg: string, manifest: string): string {
  return `${svg.slice(0, -SVG_END.length)}${METADATA}${escapedText(manifest)}${METADATA_END}${SVG_END}`;
}

/** The SVG without its manifest, and the manifest; undefined where it has none. */
export function splitSvg(svg: string): { before: string; manifest: string } | undefined {
  const start = svg.lastIndexOf(METADATA);
  const end = svg.length - METADATA_END.length - SVG_END.length;
  if (start < 0 || !svg.endsWith(`${METADATA_END}${SVG_END}`)) return undefined;
  const before = svg.slice(0, start) + SVG_END;
  const manifest = plainText(svg.slice(start + METADATA.length, end));
  return addToSvg(before, manifest) === svg ? { before, manifest } : undefined;
}
