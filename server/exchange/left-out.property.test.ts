/** Whatever the piece: what the publication gate refused and was left out is told in no file of any format. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inOneGo } from '../domain/figures/in-slices.ts';
import type { Records } from '../domain/model/records.ts';
import { checkPublication, leaveOut } from '../domain/publishing/publication-gate.ts';
import { arbitraryRecords } from '../domain/testing/arbitrary-records.ts';
import { checkProperty } from '../domain/testing/check-property.ts';
import { contextOfRecords } from '../domain/testing/narration-context.ts';
import { EXPORTERS } from './index.ts';
import { printedLines } from './printed-lines.ts';
import { writtenFiles } from './testing/written-files.ts';

/** Every claim with a verb, an offence and a paraphrase of its own, so that no other claim can have told them. */
function withOwnWords(records: Records): Map<string, string[]> {
  const own = new Map<string, string[]>();
  for (const [i, [id, claim]] of [...records.claims].entries()) {
    const predicate = records.predicates.get(claim.predicate)!;
    if (predicate.id.endsWith('no-established-link-to')) continue;
    const word = (of: string) => `${of}q${i}q`;
    const verb = word('verb');
    const forms = { finite: verb, base: verb, infinitive: `to have ${verb}`, passive: `was ${verb} by`, noun: verb };
    records.predicates.set(verb, { ...predicate, id: verb, forms });
    records.claims.set(id, { ...claim, predicate: verb });
    const cited = records.citations.get(id) ?? [];
    records.citations.set(
      id,
      cited.map((one) => ({ ...one, offences: [word('offence')], paraphrase: word('said') })),
    );
    own.set(id, ['verb', 'offence', 'said'].map(word));
  }
  return own;
}

it('whatever the piece, no file of it tells a claim that was refused and left out', () => {
  let leftOut = 0;
  checkProperty(
    'nothing left out is told',
    fc.property(arbitraryRecords({ claims: 10 }), fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }), (records, bits) => {
      const own = withOwnWords(records);
      const ctx = contextOfRecords(records);
      const request = { entities: [], claims: [...records.claims.keys()].filter((_, i) => bits[i]) };
      const first = checkPublication(ctx, request);
      const left = inOneGo(leaveOut(ctx, request, first.refused));
      const gate = checkPublication(ctx, { ...left, leftOut: first.refused });
      const input = { ctx, ...left, view: { filters: [] }, gate };
      const files = Object.values(EXPORTERS).flatMap((exporter) => writtenFiles(exporter, input).map(({ name, text }) => ({ name, text })));
      const printed = [...files, { name: 'picture', text: printedLines(gate.printed).join('\n') }];
      const refused = first.refused.filter(({ kind, id }) => kind === 'claim' && own.has(id));
      leftOut += refused.length;
      for (const { id, label } of refused) {
        const told = [label, ...(own.get(id) ?? [])].flatMap((words) =>
          printed.filter(({ text }) => text.includes(words)).map(({ name }) => `${name}: ${words}`),
        );
        expect(told).toEqual([]);
      }
      expect(
        printed.filter(({ name, text }) => name === 'picture' && first.refused.length > 0 && !text.includes('Left out at the publication gate: ')),
      ).toEqual([]);
    }),
    { runs: 150 },
  );
  expect(leftOut).toBeGreaterThan(50);
}, 120_000);
