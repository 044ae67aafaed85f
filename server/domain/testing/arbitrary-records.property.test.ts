/** The random records keep every rule that an import checks, and together they reach every rule of the derivation. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRecords } from '../importing/checks/check-records.ts';
import { deriveFigures } from '../figures/derive-figures.ts';
import { emptyRecords } from '../model/empty-records.ts';
import type { ImportBatch, Placed } from '../importing/import-batch.ts';
import type { Records } from '../model/records.ts';
import { arbitraryRecords } from './arbitrary-records.ts';
import { checkProperty } from './check-property.ts';

function batchOf(records: Records): ImportBatch {
  const placed = <T>(list: Iterable<T>): Placed<T>[] => [...list].map((record, i) => ({ record, file: 'random.json', pointer: `/${i}` }));
  return {
    datasets: placed(records.datasets.values()),
    voices: placed(records.voices.values()),
    sources: placed(records.sources.values()),
    entities: placed(records.entities.values()),
    predicates: placed(records.predicates.values()),
    claims: placed(records.claims.values()),
    citations: placed([...records.citations.values()].flat()),
    rivals: placed(records.rivals),
    identities: placed(records.identities),
    questions: placed(records.questions.values()),
    stubs: [],
  };
}

describe('a random case', () => {
  it.each(['', 'p1-'])('with the prefix “%s” is accepted whole by an import', (prefix) => {
    checkProperty(
      `accepted with prefix “${prefix}”`,
      fc.property(arbitraryRecords({ prefix, claims: 10 }), (records) => {
        const known = { records: emptyRecords(), aliases: new Map<string, string>() };
        expect(checkRecords(batchOf(records), known)).toEqual([]);
      }),
    );
  });

  it('reaches, among many, every level, reason, contest and figure', () => {
    const met = new Set<string>();
    checkProperty(
      'reach',
      fc.property(arbitraryRecords({ entities: 5, sources: 5, claims: 12 }), (records) => {
        for (const figures of deriveFigures(records).values()) {
          met.add(figures.level);
          for (const { reason } of figures.involvedReasons) met.add(`reason ${reason}`);
          for (const { kind, field } of figures.contestedBy) met.add(field ?? kind);
          for (const { fell } of figures.history) if (fell) met.add(`fell ${fell}`);
          met.add(figures.originsOpen ? '+?' : 'no +?');
          met.add(`${Math.min(figures.origins, 2)} origins`);
          met.add(`${Math.min(figures.uninvolvedOrigins, 2)} uninvolved`);
          if (figures.inferred) met.add('inferred');
          if (figures.retellings.length > 0) met.add('retelling');
        }
      }),
      { runs: 400 },
    );
    expect([...met].sort()).toEqual(
      [
        'unstated',
        'reported',
        'alleged',
        'sanctioned',
        'charged',
        'admitted',
        'found',
        'convicted',
        'confirmed',
        'disputed-only',
        'reason a',
        'reason b',
        'reason c',
        'reason d',
        'dispute',
        'rival',
        'happened',
        'count',
        'amount',
        'fell alleged',
        'fell reported',
        'fell retracted',
        '+?',
        'no +?',
        '0 origins',
        '1 origins',
        '2 origins',
        '0 uninvolved',
        '1 uninvolved',
        '2 uninvolved',
        'inferred',
        'retelling',
      ].sort(),
    );
  });
});
