/** Whatever the claim: no sentence stumbles, and none quotes what the record does not. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rivalsIn } from '../model/figures.ts';
import type { Claim, Records } from '../model/records.ts';
import { arbitraryClocks, arbitraryRecords } from '../testing/arbitrary-records.ts';
import { checkProperty } from '../testing/check-property.ts';
import { contextOfRecords } from '../testing/narration-context.ts';
import { caseOutcomesOf } from '../figures/case-steps.ts';
import { narrateClaim } from './narrate-claim.ts';
import type { NarrationContext } from './narration.ts';

const STUMBLES = / {2}|\(\s*\)|\(; | [,.;)]|, ,|\b(by|to|at|in|of|with|for|the|that|according) \1\b|undefined|null/;

/** The words that the record gives as somebody's own: a quoted text, and the hedges of the passages. */
function quotable({ id, object }: Claim, records: Records): Set<string> {
  const hedges = (records.citations.get(id) ?? []).flatMap(({ hedge }) => hedge ?? []);
  return new Set([...hedges, ...(typeof object !== 'string' && object.quoted ? [object.text] : [])]);
}

/** The same with the claims on which an outcome of its case is recorded, and with its rivals: their deeds are told, too. */
function quotableWith(claim: Claim, ctx: NarrationContext): string[] {
  const rivals = rivalsIn(ctx.figures.get(claim.id) ?? { contestedBy: [] }).flatMap((id) => ctx.records.claims.get(id) ?? []);
  return [claim, ...rivals, ...caseOutcomesOf(claim, ctx).map((step) => step.claim)].flatMap((one) => [...quotable(one, ctx.records)]);
}

it('no sentence has two spaces, empty brackets, a word twice, or a quotation that is not in the record', () => {
  checkProperty(
    'sentences of random claims',
    fc.property(arbitraryRecords({ claims: 8 }), arbitraryClocks, (records, clocks) => {
      const ctx = contextOfRecords(records, clocks);
      for (const claim of records.claims.values()) {
        const of = ctx.figures.get(claim.id);
        if (!of?.visible) continue;
        const sentence = narrateClaim(claim, of, ctx);
        expect(sentence).not.toMatch(STUMBLES);
        expect(sentence).not.toMatch(/["„«»]/);
        for (const [, quoted = ''] of sentence.matchAll(/“([^”]*)”/g)) expect(quotableWith(claim, ctx)).toContain(quoted);
      }
    }),
    { runs: 300 },
  );
});
