import { describe, expect, it } from 'vitest';
import type { InSlices } from '../../domain/figures/in-slices.ts';
import { manifestOf } from '../../domain/publishing/manifest.ts';
import { checkPublicationInSlices } from '../../domain/publishing/publication-gate.ts';
import { records } from '../../domain/testing/build-records.ts';
import { EXPORT_FORMATS } from '../../contract/routes/exports.ts';
import type { ExportFile } from '../format.ts';
import { EXPORTERS } from '../index.ts';
import { packFiles, type Download } from '../pack-files.ts';
import { withLosses } from '../with-losses.ts';
import { wholeInput } from '../testing/whole-input.ts';

/** With their entities as many as a picture shows. */
const CLAIMS = 250;
const input = wholeInput(
  records({
    claims: Array.from({ length: CLAIMS }, (_, i) => ({ id: `c${i}`, predicate: 'p', subject: `s${i}`, object: 'o', citations: [{ source: 'page' }] })),
    sources: [{ id: 'page' }],
  }),
);

const FACTS = { title: 'T', exported: 'x', made: '2026-12-01', query: { entities: [], claims: [] }, clocks: {}, filters: [], revision: 1, losses: [] };

function slicesOf(work: InSlices<unknown>): number {
  let slices = 0;
  for (let step = work.next(false); !step.done; step = work.next(false)) slices += 1;
  return slices;
}

function* packedFiles(work: InSlices<ExportFile[]>): InSlices<Download> {
  const files = yield* work;
  return yield* packFiles('piece', files, (of) => manifestOf(FACTS, input.gate, input.ctx, of));
}

describe('other requests are answered between two claims', () => {
  it.each(EXPORT_FORMATS)('while a piece is written as %s', (format) => {
    const work = EXPORTERS[format].write(withLosses(EXPORTERS[format], input));
    expect(slicesOf(packedFiles(work))).toBeGreaterThanOrEqual(2 * CLAIMS);
  });
  it('while the gate judges a piece', () => {
    expect(slicesOf(checkPublicationInSlices(input.ctx, input))).toBeGreaterThanOrEqual(2 * CLAIMS);
  });
});
