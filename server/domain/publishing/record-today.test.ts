/** Whatever the dates of a view, what it prints passes the gate by the record of today. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOneGo } from '../figures/in-slices.ts';
import type { Records } from '../model/records.ts';
import { arbitraryClocks, arbitraryRecords } from '../testing/arbitrary-records.ts';
import { records as recordsOf, type RecordsBrief } from '../testing/build-records.ts';
import { checkProperty } from '../testing/check-property.ts';
import { contextOf, contextOfRecords } from '../testing/narration-context.ts';
import { checkPublication, leaveOut } from './publication-gate.ts';
import { withToday } from './record-today.ts';

const CASE: RecordsBrief = {
  sources: [
    { id: 'then', voice: 'daily', url: 'https://example.org/1', published: '2022' },
    { id: 'later', voice: 'daily', url: 'https://example.org/2', published: '2024' },
    { id: 'other', voice: 'weekly', url: 'https://example.org/3', published: '2024' },
  ],
  entities: { man: 'Person', gang: 'Gang', plot: 'Plot', court: 'Agency', friend: 'Person' },
  predicates: [
    { id: 'member-of', accuses: ['subject'], group: 'association' },
    { id: 'killed', accuses: ['subject'], group: 'execution', recordsDeath: true },
  ],
  claims: [
    {
      id: 'libel',
      subject: 'man',
      predicate: 'member-of',
      object: 'gang',
      citations: [
        { source: 'then', locator: 3 },
        { source: 'later', locator: 9, stance: 'disputes', standing: { level: 'retracted' } },
      ],
    },
    {
      id: 'said-again-by-another',
      subject: 'friend',
      predicate: 'member-of',
      object: 'gang',
      citations: [
        { source: 'then', locator: 4 },
        { source: 'later', locator: 10, stance: 'disputes', standing: { level: 'retracted' } },
        { source: 'other', locator: 1 },
      ],
    },
  ],
};
const whys = (claim: string, clocks: object) =>
  checkPublication(contextOf(CASE, clocks), { entities: [], claims: [claim], view: { clocks } }).refused.map(({ id, why }) => `${id} ${why}`);

describe('a date does not switch the gate off', () => {
  it('for what was retracted after it', () => {
    expect(whys('libel', {})).toEqual(['libel unsupported', 'libel no-accuser']);
    expect(whys('libel', { published: '2023' })).toEqual(whys('libel', {}));
    const { refused } = checkPublication(contextOf(CASE, { published: '2023' }), { entities: [], claims: ['libel'] });
    expect(refused[0]?.leftOut).toMatch(/^A person – .*gang: a claim on a tie \(No passage that still stands supports it; retracted in .*2024, paragraph 9\)$/);
  });
  it('though another stands by it today, whom the view does not show', () => {
    expect(whys('said-again-by-another', {})).toEqual([]);
    expect(whys('said-again-by-another', { published: '2023' })).toEqual(['said-again-by-another unsupported']);
    expect(whys('said-again-by-another', { published: '2024' })).toEqual([]);
  });
  it('for a passage, or a claim, that was on record then and is no more, and for a person known since to be in danger', () => {
    const then = recordsOf({ ...CASE, claims: CASE.claims!.map((claim) => ({ ...claim, citations: claim.citations!.slice(0, 1) })) });
    const today = recordsOf(CASE);
    today.entities.set('man', { ...today.entities.get('man')!, atRisk: true });
    today.claims.delete('said-again-by-another');
    today.citations.delete('said-again-by-another');
    const at = { recorded: '2020-01-01T00:00:00Z' };
    const ctx = { ...contextOfRecords(then, at), ...withToday(then, today) };
    const { refused } = checkPublication(ctx, { entities: [], claims: ['libel', 'said-again-by-another'], view: { clocks: at } });
    expect(refused.map(({ kind, id, why }) => `${kind} ${id} ${why}`)).toEqual([
      'claim libel unsupported',
      'claim libel no-accuser',
      'claim said-again-by-another unsupported',
      'entity man at-risk',
    ]);
    expect(refused[0]?.leftOut).toBe('A claim that names a private person in danger');
  });
});

/** Passages that can be looked up, and nobody in danger: what the gate refuses of them hangs on their standing. */
const printable = arbitraryRecords({ claims: 10 }).map((records) => {
  for (const [id, source] of records.sources) records.sources.set(id, { ...source, seen: true, url: `https://example.org/${id}` });
  for (const [id, { atRisk: _, ...entity }] of records.entities) records.entities.set(id, entity);
  for (const [id, cited] of records.citations)
    records.citations.set(
      id,
      cited.map((one) => ({ ...one, importOnly: false, locator: { paragraph: 1 } })),
    );
  return records;
});

it('whatever the records and the dates: what is left of a piece at them passes the gate of today, by the passages that it shows', () => {
  let [left, refusedSince] = [0, 0];
  checkProperty(
    'the gate of today at any date',
    fc.property(printable, arbitraryClocks, (records: Records, clocks) => {
      const [at, now] = [contextOfRecords(records, clocks), contextOfRecords(records)];
      const request = { entities: [], claims: [...records.claims.keys()] };
      const first = checkPublication(at, { ...request, view: { clocks } });
      const rest = inOneGo(leaveOut(at, request, first.refused));
      const { piece } = checkPublication(at, { ...rest, view: { clocks } });
      const refusedToday = new Set(checkPublication(now, request).refused.flatMap(({ kind, id }) => (kind === 'claim' ? [id] : [])));
      expect(piece.claims.filter((id) => refusedToday.has(id))).toEqual([]);
      for (const id of piece.claims) {
        const fell = new Set(now.figures.get(id)?.history.flatMap((step) => (step.fell === 'retracted' ? [step.citation] : [])));
        expect((piece.citations.get(id) ?? []).some((shown) => shown.stance === 'supports' && !fell.has(shown.id))).toBe(true);
        left += 1;
      }
      refusedSince += piece.claims.length < first.piece.claims.length ? 1 : 0;
    }),
    { runs: 200 },
  );
  expect(left).toBeGreaterThan(50);
  expect(refusedSince).toBeGreaterThan(10);
});
