/** An exported file is whole, or what is wrong with it is said: whichever byte was changed. */
import { unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { inOneGo } from '../../domain/figures/in-slices.ts';
import { manifestOf } from '../../domain/publishing/manifest.ts';
import { seededRandom } from '../../domain/picturing/place/seeded-random.ts';
import { checkPublication } from '../../domain/publishing/publication-gate.ts';
import { contextOf } from '../../domain/testing/narration-context.ts';
import type { FilesOfExport } from '../../usecases/publishing/files-of-export.ts';
import { renderedDossier } from '../../usecases/publishing/rendered-dossier.ts';
import type { ExportFormat } from '../format.ts';
import { EXPORTERS } from '../index.ts';
import { bytesOf, packBag, packDocument, packFiles } from '../pack-files.ts';
import { withLosses } from '../with-losses.ts';
import { readExport } from './read-export.ts';

const ctx = contextOf({
  dataset: { id: 'demo', title: 'Demo', licence: 'CC-BY-4.0' },
  sources: [{ id: 'page', publisher: 'Die Wöchentliche', url: 'https://example.org/1', title: 'شبکه'.repeat(40_000) }],
  entities: [{ id: 'man', names: [{ text: 'Man ``` </script> <b>', lang: 'en', kind: 'primary' }] }],
  claims: [{ id: 'c', predicate: 'met', subject: 'man', object: 'other', citations: [{ source: 'page', locator: 1 }] }],
});

function made(format: ExportFormat): FilesOfExport {
  const request = { entities: ['man'], claims: ['c'] };
  const gate = checkPublication(ctx, request);
  const input = withLosses(EXPORTERS[format], { ctx, ...request, view: { filters: [] }, gate });
  const facts = { title: 'A <title>', exported: format, made: '2026-11-30', query: request, clocks: {}, filters: [], revision: 7, losses: input.losses };
  return { title: 'A <title>', files: inOneGo(EXPORTERS[format].write(input)), manifest: (of) => manifestOf(facts, gate, ctx, of) };
}
async function exported(kind: string): Promise<Uint8Array> {
  if (kind === 'html' || kind === 'docx') return bytesOf(inOneGo(packDocument('x', await renderedDossier(made(`${kind}-dossier`), kind))));
  const { files, manifest } = made(kind === 'markdown' ? 'markdown-dossier' : 'csv-set');
  return bytesOf(inOneGo((kind === 'bundle' ? packBag : packFiles)('x', files, manifest)));
}

describe.each(['zip', 'bundle', 'markdown', 'html', 'docx'])('an export as %s', (kind) => {
  let whole: Uint8Array;
  beforeAll(async () => {
    whole = await exported(kind);
  });
  it('is whole as it was written, with its claims as they were', async () => {
    const { manifest, faults } = await readExport(whole);
    expect(faults).toEqual([]);
    expect(manifest).toMatchObject({ title: 'A <title>', revision: 7, claimsAsExported: ['c reported 1 origins=1 sources=1'] });
  });
  it('is the same bytes each time', async () => expect(Buffer.compare(await exported(kind), whole)).toBe(0));
  it('is not whole with any one byte flipped: 100 of 100', async () => {
    const random = seededRandom(20);
    const missed: number[] = [];
    for (let i = 0; i < 100; i += 1) {
      const at = Math.floor(random() * whole.length);
      const flipped = Uint8Array.from(whole);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      const faults = await readExport(flipped).then(
        (read) => read.faults,
        (error: unknown) => [String(error)],
      );
      if (faults.length === 0) missed.push(at);
    }
    expect(missed).toEqual([]);
  }, 120_000);
});

describe('what is no export', () => {
  it.each([
    ['a text', new TextEncoder().encode('Hello'), 'It has no manifest'],
    ['a cut archive', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'damaged archive'],
    ['another archive', zipSync({ 'a.txt': new Uint8Array([65]) }), 'holds no manifest'],
    ['bytes that are no text', Uint8Array.from([0xff, 0xfe, 0x41]), 'no text in UTF-8'],
  ])('%s is refused, with why', async (_, bytes, why) => {
    await expect(readExport(bytes)).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining(why) as string });
  });
  it('a file too many, or one that is missing, is named', async () => {
    const written = Object.entries(unzipSync(await exported('zip'))).map(([name, bytes]) => ({ name, bytes }));
    const packed = (parts: typeof written) => bytesOf(inOneGo(packDocument('x', { name: 'x.zip', mediaType: 'application/zip', parts })));
    const more = await readExport(await packed([...written, { name: 'z.txt', bytes: new TextEncoder().encode('more') }]));
    expect(more.faults).toEqual(['z.txt is in the archive, but not in its manifest.']);
    const less = await readExport(await packed(written.filter(({ name }) => name !== 'nodes.csv')));
    expect(less.faults).toEqual(['nodes.csv is missing.']);
  });
});
