/** An export as a bag (BagIt, RFC 8493) that describes itself (RO-Crate 1.1), so that any archive can verify and read it. */
import { hash } from 'node:crypto';
import type { Digested, Manifest } from '../../domain/publishing/manifest.ts';

type About = Pick<Manifest, 'title' | 'made' | 'exported' | 'revision' | 'knowledgeUntil' | 'counts' | 'datasets'>;

const CRATE = 'ro-crate-metadata.json';
const CRATE_TERMS = 'https://w3id.org/ro/crate/1.1';

/** The folder of the files that a bag was made for. */
export const PAYLOAD = 'data/';

/**
 * What a bag holds besides these files, which stand in its payload: the same for the same files of one day.
 * @param files without a folder
 */
export function tagFiles(files: readonly Digested[], about: About): { name: string; text: string }[] {
  const crate = { name: CRATE, text: crateOf(files, about) };
  const payload = [...files, { ...crate, ...measured(crate.text) }].sort((a, b) => (a.name < b.name ? -1 : 1));
  const size = payload.reduce((sum, { bytes }) => sum + bytes, 0);
  const tags = [
    { name: 'bag-info.txt', text: infoOf(about, { size, count: payload.length }) },
    { name: 'bagit.txt', text: 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' },
    { name: 'manifest-sha256.txt', text: digestsOf(payload.map(({ name, sha256 }) => ({ name: PAYLOAD + name, sha256 }))) },
  ];
  const ofTags = digestsOf(tags.map(({ name, text }) => ({ name, ...measured(text) })));
  return [...tags, { name: 'tagmanifest-sha256.txt', text: ofTags }, { ...crate, name: PAYLOAD + CRATE }];
}

const measured = (text: string) => ({ bytes: Buffer.byteLength(text), sha256: hash('sha256', text, 'hex') });

function digestsOf(files: readonly { name: string; sha256: string }[]): string {
  return files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
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

function crateOf(files: readonly Digested[], { title, made, exported, knowledgeUntil, counts, datasets }: About): string {
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
    ...files.map(({ name, mediaType, bytes, sha256 }) => ({
      '@id': encodeURI(name),
      '@type': 'File',
      name,
      encodingFormat: mediaType,
      contentSize: String(bytes),
      sha256,
    })),
  ];
  return `${JSON.stringify({ '@context': `${CRATE_TERMS}/context`, '@graph': graph }, null, 2)}\n`;
}
