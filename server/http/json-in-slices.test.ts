import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOneGo } from '../domain/figures/in-slices.ts';
import { checkProperty } from '../domain/testing/check-property.ts';
import { jsonInSlices } from './json-in-slices.ts';

describe('an answer as JSON in slices', () => {
  it('is the text of JSON.stringify, whatever the answer', () => {
    const value = fc.oneof(fc.jsonValue(), fc.constant(undefined), fc.array(fc.option(fc.jsonValue(), { nil: undefined })));
    checkProperty(
      'JSON in slices is that of JSON.stringify',
      fc.property(fc.dictionary(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('constructor', '__proto__', 'toJSON', '1')), value), (answer) => {
        expect(inOneGo(jsonInSlices(answer))).toBe(JSON.stringify(answer));
      }),
      { runs: 300 },
    );
  });
  it('has a slice for every few thousand characters of a list', () => {
    const edges = Array.from({ length: 10_000 }, (_, i) => ({ id: `claim-${i}`, sentence: 'x'.repeat(1_000) }));
    const work = jsonInSlices({ edges });
    let slices = 0;
    for (let step = work.next(false); !step.done; step = work.next(false)) slices += 1;
    expect(slices).toBeGreaterThan(500);
  });
});
