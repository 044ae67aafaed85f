/** An export as a bag (BagIt, RFC 8493) that describes itself (RO-Crate 1.1), so that any archive can verify and read it. */
import { hash } from 'node:crypto';
import type { Manifest } from '../../domain/publishing/manifest.ts';
import type { PackedFile } from '../format.ts';

export interface BaggedFile {
  /** Without a folder. */
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}
type About = Pick<Manifest, 'title' | 'made' | 'exported' | 'revision' | 'knowledgeUntil' | 'counts' | 'datasets'>;

const CRATE = 'ro-crate-metadata.json';
const CRATE_TERMS = 'https://w3id.org/ro/crate/1.1';

/**
 * @param stem the folder that the archive holds
 * @returns the same bytes for the same files of one day
 */
export function bagOf(stem: string, files: readonly BaggedFile[], about: About): PackedFile {
  const payload = [...files, { name: CRATE, mediaType: 'application/ld+json', bytes: encoded(crateOf(files, about)) }].sort(byName);
  const size = payload.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const tags = [
    { name: 'bag-info.txt', bytes: encoded(infoOf(about, { size, count: payload.length })) },
    { name: 'bagit.txt', bytes: encoded('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n') },
    { name: 'manifest-sha256.txt', bytes: encoded(digestsOf(payload.map(({ name, bytes }) => ({ name: `data/${name}`, bytes })))) },
  ];
  const all = [
    ...tags,
    { name: 'tagmanifest-sha256.txt', bytes: encoded(digestsOf(tags)) },
    ...payload.map(({ name, bytes }) => ({ name: `data/${name}`, bytes })),
  ];
  const parts = all.map(({ name, bytes }) => ({ name: `${stem}/${name}`, bytes })).sort(byName);
  return { name: 'bundle.zip', mediaType: 'application/zip', parts };
}

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
const encoded = (text: string) => new TextEncoder().encode(text);

function digestsOf(files: readonly { name: string; bytes: Uint8Array }[]): string {
  return files.map(({ name, bytes }) => `${hash('sha256', bytes, 'hex')}  ${name}\n`).join('');
}

/** A value of `bag-info.txt` stands on one line. */
function infoOf({ title, made, knowledgeUntil, revision }: About, { size, count }: { size: number; count: number }): string {
  const lines: [string, string][] = [
    ['Source-Organization', 'Attest'],
    ['External-Description', title],
    ['Internal-Sender-Description', knowledgeUntil],
    ['Internal-Sender-Identifier', `revision ${revision}`],
    ['Bagging-Date', made],
    ['Payload-Oxum', `${size}.${count}`],
  ];
  return lines.map(([key, value]) => `${key}: ${value.replace(/\s+/g, ' ').trim()}\n`).join('');
}

function crateOf(files: readonly BaggedFile[], { title, made, exported, knowledgeUntil, counts, datasets }: About): string {
  const licences = [...new Set(datasets.flatMap(({ licence }) => licence ?? []))];
  const description = `${counts.entities} entities and ${counts.claims} claims from ${counts.sources} sources, taken out of Attest as ${exported}. ${knowledgeUntil} Of ${datasets.map(({ title: of, id }) => of ?? id).join(', ')}.`;
  const graph = [
    { '@id': CRATE, '@type': 'CreativeWork', conformsTo: { '@id': CRATE_TERMS }, about: { '@id': './' } },
    {
      '@id': './',
      '@type': 'Dataset',
      name: title,
      description,
      datePublished: made,
      license: licences.length === 0 ? 'No licence is on record.' : licences.join(', '),
      hasPart: files.map(({ name }) => ({ '@id': encodeURI(name) })),
    },
    ...files.map(({ name, mediaType, bytes }) => ({
      '@id': encodeURI(name),
      '@type': 'File',
      name,
      encodingFormat: mediaType,
      contentSize: String(bytes.length),
      sha256: hash('sha256', bytes, 'hex'),
    })),
  ];
  return `${JSON.stringify({ '@context': `${CRATE_TERMS}/context`, '@graph': graph }, null, 2)}\n`;
}
