/** Whatever the records, and wherever a text is cut into parts: what is packed are the bytes of the text as one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOneGo } from '../domain/figures/in-slices.ts';
import { manifestOf, type Digested, type Manifest } from '../domain/publishing/manifest.ts';
import { arbitraryRecords } from '../domain/testing/arbitrary-records.ts';
import { records } from '../domain/testing/build-records.ts';
import { checkProperty } from '../domain/testing/check-property.ts';
import type { ExportFile } from './format.ts';
import { EXPORTERS } from './index.ts';
import { packBag, packFiles } from './pack-files.ts';
import { wholeInput } from './testing/whole-input.ts';
import { eachWhole, fileOf } from './whole-text.ts';
import { withLosses } from './with-losses.ts';

const { ctx, gate } = wholeInput(records({ claims: [] }));
const FACTS = { title: 'T', exported: 'x', made: '2026-12-01', query: { entities: [], claims: [] }, clocks: {}, filters: [], revision: 1, losses: [] };
const manifest = (of: Digested[]): Manifest => manifestOf(FACTS, gate, ctx, of);
const WAYS = [
  ['files', packFiles],
  ['a bag', packBag],
] as const;
const packed = (pack: (typeof WAYS)[number][1], files: readonly ExportFile[]): Buffer => Buffer.concat(inOneGo(pack('piece', files, manifest)).chunks);

const LINES = Array.from({ length: 9_000 }, (_, i) => `${i}, Zoë, \u{1F600}, "a line of a table"\r\n`);

describe.each(WAYS)('packed as %s, a text in parts', (way, pack) => {
  const table = (text: () => Iterable<string>): ExportFile[] => [{ name: 'a.csv', mediaType: 'text/csv', text }, fileOf('b.txt', 'text/plain', 'two')];

  it('is the bytes of the text as one, wherever it is cut', () => {
    const asOne = packed(
      pack,
      table(() => [LINES.join('')]),
    );
    checkProperty(
      `cut text as ${way}`,
      fc.property(fc.array(fc.nat({ max: LINES.length }), { maxLength: 40 }), (cuts) => {
        const places = [0, ...cuts, LINES.length].sort((a, b) => a - b);
        const parts = places.slice(1).map((to, i) => LINES.slice(places[i], to).join(''));
        expect(
          packed(
            pack,
            table(() => parts),
          ).equals(asOne),
        ).toBe(true);
      }),
      { runs: 10 },
    );
  });
  it('is taken once', () => {
    let taken = 0;
    const text = function* () {
      taken += 1;
      yield* LINES;
    };
    packed(pack, table(text));
    expect(taken).toBe(1);
  });
  it.each(Object.values(EXPORTERS).filter(({ rendered }) => !rendered))(
    'is of any records as $format the same each time, and the bytes of the text as one',
    (exporter) => {
      checkProperty(
        `${exporter.format} in parts as ${way}`,
        fc.property(arbitraryRecords(), (from) => {
          const files = inOneGo(exporter.write(withLosses(exporter, wholeInput(from))));
          const asOne = inOneGo(eachWhole(files)).map(({ name, mediaType, text }) => fileOf(name, mediaType, text));
          expect(packed(pack, files).equals(packed(pack, asOne))).toBe(true);
        }),
        { runs: 15 },
      );
    },
  );
});
