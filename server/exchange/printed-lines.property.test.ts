/** Whatever the piece: the lines printed with it name nobody at risk whom the publication gate was not asked for, or whom it left out. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inOneGo } from '../domain/figures/in-slices.ts';
import { checkPublication, leaveOut } from '../domain/publishing/publication-gate.ts';
import { arbitraryRecords } from '../domain/testing/arbitrary-records.ts';
import { checkProperty } from '../domain/testing/check-property.ts';
import { contextOfRecords } from '../domain/testing/narration-context.ts';
import { printedLines } from './printed-lines.ts';

/** Random records in which every entity has a name of its own, some of them at risk. */
const withPersonsAtRisk = fc.tuple(
  arbitraryRecords({ claims: 12 }),
  fc.array(fc.nat(7), { minLength: 1, maxLength: 3 }),
  fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
);

it('whatever the piece, no printed line names a person at risk whom the gate was not asked for or who was left out', () => {
  checkProperty(
    'no line names a person at risk',
    fc.property(withPersonsAtRisk, ([records, atRisk, chosen]) => {
      const ids = [...records.entities.keys()].filter((_, i) => atRisk.includes(i));
      for (const [i, id] of ids.entries()) {
        const entity = records.entities.get(id)!;
        records.entities.set(id, { ...entity, atRisk: true, names: [{ text: `Secret${i}z`, lang: 'en', kind: 'primary' }] as typeof entity.names });
      }
      const ctx = contextOfRecords(records);
      const request = {
        entities: [...records.entities.keys()].filter((_, i) => chosen[i]),
        claims: [...records.claims.keys()].filter((_, i) => chosen[8 + i]),
      };
      const first = checkPublication(ctx, request);
      const left = inOneGo(leaveOut(ctx, request, first.refused));
      const again = checkPublication(ctx, { ...left, leftOut: first.refused });
      const secrets = (lines: string[], of: readonly string[]) => of.filter((id) => lines.some((line) => line.includes(`Secret${ids.indexOf(id)}z`)));
      const refused = new Set(first.refused.map(({ id }) => id));
      expect(secrets(printedLines(first.printed), ids).filter((id) => !refused.has(id))).toEqual([]);
      expect(again.refused).toEqual([]);
      expect(secrets(printedLines(again.printed), ids)).toEqual([]);
    }),
    { runs: 100 },
  );
});
