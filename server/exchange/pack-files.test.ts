import { hash } from 'node:crypto';
import { crc32, inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inOneGo } from '../domain/figures/in-slices.ts';
import { manifestOf, type Digested, type Manifest } from '../domain/publishing/manifest.ts';
import { checkPublication } from '../domain/publishing/publication-gate.ts';
import { records } from '../domain/testing/build-records.ts';
import { contextOfRecords } from '../domain/testing/narration-context.ts';
import { runInSlices } from '../graph/run-in-slices.ts';
import { splitText } from './add-manifest.ts';
import type { ExportFile } from './format.ts';
import { bytesOf, packFiles } from './pack-files.ts';
import { fileOf, wholeText } from './whole-text.ts';

const ctx = contextOfRecords(records({ claims: [] }));
const gate = checkPublication(ctx, { entities: [], claims: [] });
const FACTS = { title: 'T', exported: 'x', made: '2026-12-01', query: { entities: [], claims: [] }, clocks: {}, filters: [], revision: 1, losses: [] };
const manifest = (of: Digested[]): Manifest => manifestOf(FACTS, gate, ctx, of);

const file = (name: string, text: string) => fileOf(name, 'text/plain', text);
/** The files without the manifest that was packed with them. */
const withoutManifest = (files: Map<string, string>) => new Map([...files].filter(([name]) => name !== 'manifest.json'));
const textsOf = (files: readonly ExportFile[]) => new Map(files.map((one) => [one.name, inOneGo(wholeText(one))]));
const bytesIn = (packing: ReturnType<typeof packFiles>) => bytesOf(inOneGo(packing));

/** Reads a zip archive by its central directory (PKWARE APPNOTE) and verifies every checksum. */
function unzip(bytes: Uint8Array): Map<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  expect(view.getUint32(end, true)).toBe(0x06054b50);
  const found = new Map<string, string>();
  let at = view.getUint32(end + 16, true);
  expect(at + view.getUint32(end + 12, true)).toBe(end);
  for (let i = 0; i < view.getUint16(end + 10, true); i += 1) {
    expect(view.getUint32(at, true)).toBe(0x02014b50);
    const [sum, packed, size, nameLength] = [
      view.getUint32(at + 16, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 24, true),
      view.getUint16(at + 28, true),
    ];
    expect(view.getUint16(at + 10, true)).toBe(8);
    expect({ time: view.getUint16(at + 12, true), date: view.getUint16(at + 14, true) }).toEqual({ time: 0, date: 0x0021 });
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const local = view.getUint32(at + 42, true);
    expect(view.getUint32(local, true)).toBe(0x04034b50);
    const content = inflateRawSync(bytes.subarray(local + 30 + nameLength, local + 30 + nameLength + packed));
    expect(content.length).toBe(size);
    expect(crc32(content)).toBe(sum);
    found.set(name, new TextDecoder().decode(content));
    at += 46 + nameLength;
  }
  expect(at).toBe(end);
  return found;
}

describe('a download', () => {
  it('of one file is that file, with the manifest at its end', async () => {
    const download = inOneGo(packFiles('piece', [file('dossier.md', '# Title\n')], manifest));
    expect(download).toMatchObject({ name: 'piece.md', mediaType: 'text/plain' });
    const split = splitText((await bytesOf(download)).toString('utf8'));
    expect(split?.before).toBe('# Title\n');
    expect((JSON.parse(split?.manifest ?? '') as Manifest).files).toEqual([
      { name: 'dossier.md', mediaType: 'text/plain', bytes: 8, sha256: hash('sha256', '# Title\n', 'hex') },
    ]);
  });
  it('of several files is an archive that holds each unchanged, with the same bytes every time', async () => {
    const files = [file('a.txt', 'one'), file('رجل.txt', 'زوج – \r\n'.repeat(100)), file('empty.txt', '')];
    const packed = inOneGo(packFiles('piece', files, manifest));
    expect(packed.name).toBe('piece.zip');
    const bytes = await bytesOf(packed);
    expect(withoutManifest(unzip(bytes))).toEqual(textsOf(files.toSorted((a, b) => (a.name < b.name ? -1 : 1))));
    expect(await bytesIn(packFiles('piece', files, manifest))).toEqual(bytes);
  });
  it('keeps a character of two code units whole at whatever place a part ends', async () => {
    for (const before of ['', 'a']) {
      const text = before + '\u{1F600}'.repeat(40_000);
      expect(splitText((await bytesIn(packFiles('piece', [file('a.md', text)], manifest))).toString('utf8'))?.before).toBe(text);
    }
  });
  it('of many megabytes is packed in parts, with other work done between them', async () => {
    const files = [file('a.csv', 'who,what,where\n'.repeat(400_000)), file('b.txt', 'ß'.repeat(100_001))];
    let turns = 0;
    let packing = true;
    const count = () => {
      turns += 1;
      if (packing) setImmediate(count);
    };
    setImmediate(count);
    const bytes = await bytesOf(await runInSlices(packFiles('piece', files, manifest)));
    packing = false;
    expect(turns).toBeGreaterThan(10);
    expect(withoutManifest(unzip(bytes))).toEqual(textsOf(files));
  });
});
