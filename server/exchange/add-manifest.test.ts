/** What a manifest says of the files is so. */
import { hash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { inOneGo } from '../domain/figures/in-slices.ts';
import { manifestOf, type Manifest } from '../domain/publishing/manifest.ts';
import { checkPublication } from '../domain/publishing/publication-gate.ts';
import { contextOf } from '../domain/testing/narration-context.ts';
import { recountDossier } from './testing/recount-dossier.ts';
import { EXPORTERS } from './index.ts';
import { withLosses } from './with-losses.ts';
import type { ExportFormat } from './format.ts';
import { bytesOf, packFiles } from './pack-files.ts';
import { eachWhole, type WholeFile } from './whole-text.ts';
import { readCuratedFile } from '../usecases/importing/files/read-curated-file.ts';

const ctx = contextOf({
  dataset: { id: 'demo', title: 'Demo', knowledgeUntil: { edtf: '2024-09', basis: 'stated' } },
  sources: [{ id: 'page', publisher: 'Die Wöchentliche', url: 'https://example.org/1' }],
  entities: [{ id: 'man', names: [{ text: 'Man ``` <b>', lang: 'en', kind: 'primary' }] }],
  claims: [{ id: 'c', predicate: 'met', subject: 'man', object: 'other', citations: [{ source: 'page', locator: 1 }] }],
});
async function exported(format: ExportFormat): Promise<{ plain: WholeFile[]; files: { name: string; text: string }[] }> {
  const request = { entities: ['man'], claims: ['c'] };
  const gate = checkPublication(ctx, request);
  const input = withLosses(EXPORTERS[format], { ctx, ...request, view: { filters: [] }, gate });
  const written = inOneGo(EXPORTERS[format].write(input));
  const facts = {
    title: 'T',
    exported: format,
    made: '2026-11-29',
    query: { ...request, asked: 'Who?' },
    clocks: { published: '2024' },
    filters: ['a'],
    revision: 7,
    losses: input.losses,
  };
  const bytes = await bytesOf(inOneGo(packFiles('piece', written, (of) => manifestOf(facts, gate, ctx, of))));
  const files = written.length === 1 ? { 'dossier.md': bytes } : unzipSync(bytes);
  return {
    plain: inOneGo(eachWhole(written)),
    files: Object.entries(files).map(([name, of]) => ({ name, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(of) })),
  };
}
const digest = (text: string) => hash('sha256', text, 'hex');

describe('the manifest', () => {
  it.each(['own-json', 'csv-set'] as const)('of %s is a file beside the others, with the digest of each', async (format) => {
    const { plain, files } = await exported(format);
    expect(files.map(({ name }) => name)).toEqual(files.map(({ name }) => name).toSorted());
    expect(files.filter(({ name }) => name !== 'manifest.json')).toEqual(plain.map(({ name, text }) => ({ name, text })));
    const manifest = JSON.parse(files.find(({ name }) => name === 'manifest.json')?.text ?? '') as Manifest;
    expect(manifest.files).toEqual(plain.map(({ name, mediaType, text }) => ({ name, mediaType, bytes: Buffer.byteLength(text), sha256: digest(text) })));
    expect(manifest).toMatchObject({
      query: { asked: 'Who?', entities: ['man'], claims: ['c'] },
      clocks: { published: '2024' },
      filters: ['a'],
      revision: 7,
      datasets: [{ id: 'demo', title: 'Demo', knowledgeUntil: { edtf: '2024-09' }, revision: 7 }],
      knowledgeUntil: 'As told up to 2024-09; later outcomes not searched.',
      counts: { entities: 2, claims: 1, singleOrigin: 1 },
    });
  });
  it('of a dossier is its last section, with the digest of all before it', async () => {
    const { plain, files } = await exported('markdown-dossier');
    expect(files).toHaveLength(1);
    const text = files[0]?.text ?? '';
    const [, json = ''] = /\n## Manifest\n[^]*```json\n([^]*)```\n$/.exec(text) ?? [];
    const manifest = JSON.parse(json) as Manifest;
    expect(manifest.files.map(({ sha256 }) => sha256)).toEqual([digest(text.slice(0, text.lastIndexOf('\n## Manifest')))]);
    expect(text.slice(0, text.lastIndexOf('\n## Manifest'))).toBe(plain[0]?.text);
    expect(recountDossier(text)).toEqual([]);
    expect(recountDossier(text.replace('"entities": 2', '"entities": 3'))).toEqual(['entities, in the manifest: printed 3, counted 2']);
    expect(recountDossier(text.replace('Die Wöchentliche', 'Die Tägliche'))).toEqual([expect.stringMatching(/^bytes: /), expect.stringMatching(/^digest: /)]);
    expect(manifest.losses).toContainEqual({ what: 'definitions of predicates', count: 1 });
  });
  it('is passed over by an import', async () => {
    const { files } = await exported('own-json');
    const read = readCuratedFile({ name: 'manifest.json', bytes: new TextEncoder().encode(files.find(({ name }) => name === 'manifest.json')?.text) });
    expect(read.problems).toEqual([]);
    expect(read.content).toBeUndefined();
  });
});
