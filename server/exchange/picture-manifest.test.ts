/** A picture holds its manifest, and any byte of it that is not as it went out is found. */
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProperty } from '../domain/testing/check-property.ts';
import { records } from '../domain/testing/build-records.ts';
import { manifestOf } from '../domain/publishing/manifest.ts';
import { addToSvg, digestedPart, manifestText, splitSvg } from './add-manifest.ts';
import { readExport } from './bundle/read-export.ts';
import { addToPng, isPng, splitPng, withTexts } from './png-text.ts';
import { wholeInput } from './testing/whole-input.ts';

const { ctx, gate } = wholeInput(
  records({ claims: [{ id: 'c', predicate: 'p', subject: 'a', object: 'b', citations: [{ source: 'page' }] }], sources: [{ id: 'page' }] }),
);
const facts = {
  title: 'A <title> & "more"',
  made: '2026-11-30',
  query: { entities: [], claims: [] },
  clocks: {},
  filters: ['</metadata>'],
  revision: 1,
  losses: [],
};
const manifestFor = (exported: string, name: string, bytes: Uint8Array, mediaType: string): string =>
  manifestText(manifestOf({ ...facts, exported }, gate, ctx, [digestedPart({ name, bytes }, mediaType)]));

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><title>شبکه &lt;b&gt;</title></svg>\n';
const svg = Buffer.from(addToSvg(SVG, manifestFor('svg', 'picture.svg', Buffer.from(SVG), 'image/svg+xml')));

const chunk = (kind: string, data: Buffer): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  return Buffer.concat([head, Buffer.from(kind, 'latin1'), data, Buffer.alloc(4)]);
};
// One grey dot; its check values are of no account here.
const DOT = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
  chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
  chunk('IEND', Buffer.alloc(0)),
]);
const titled = withTexts(DOT, { Title: 'شبکه', Description: 'A network.' });
const png = Buffer.from(addToPng(titled, manifestFor('png', 'picture.png', titled, 'image/png')));

describe.each([
  ['svg', svg],
  ['png', png],
] as const)('a picture as %s', (exported, file) => {
  it('is whole as it went out, and says what it is', async () => {
    expect(await readExport(file)).toMatchObject({ manifest: { exported, title: facts.title, filters: facts.filters }, faults: [] });
  });
  it('is found to be changed where any byte of it is', async () => {
    const found = async (at: number, by: number): Promise<boolean> => {
      const changed = Buffer.from(file);
      changed[at] = changed[at]! ^ by;
      try {
        return (await readExport(changed)).faults.length > 0;
      } catch {
        return true;
      }
    };
    for (let at = 0; at < file.length; at += 1) expect(await found(at, 1 << (at % 8)), `byte ${at}`).toBe(true);
  });
});

it('what was added is taken out again, whatever the manifest says', () => {
  checkProperty(
    'a manifest in a picture',
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(splitSvg(addToSvg(SVG, text))).toEqual({ before: SVG, manifest: text });
      const split = splitPng(addToPng(titled, text));
      expect(split?.manifest).toBe(text);
      expect(Buffer.compare(split!.before, titled)).toBe(0);
      expect(isPng(titled)).toBe(true);
    }),
    { runs: 100 },
  );
});
