/** Properties of the derivation that must hold for any records, tried on random ones. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accusationsOf } from './accusations.ts';
import { plotSpansOf } from './claim-views.ts';
import { deriveFigures } from './derive-figures.ts';
import { chainOf } from './lineage.ts';
import type { Citation, Records, Source } from '../model/records.ts';
import type { Figures } from '../model/figures.ts';
import { notEstablishedBeside } from './no-established-link.ts';
import { rolesOf } from './roles.ts';
import { arbitraryClocks, arbitraryRecords, shuffled } from '../testing/arbitrary-records.ts';
import { checkProperty } from '../testing/check-property.ts';
import { withinEdges } from './within.ts';

/** Large cases, and small dense ones in which most records refer to each other. */
const cases = fc.oneof(arbitraryRecords(), arbitraryRecords({ entities: 4, voices: 3, sources: 4, claims: 10 }));
const order = fc.infiniteStream(fc.nat()).map((stream) => (length: number) => {
  const keys = Array.from({ length }, () => stream.next().value ?? 0);
  return keys.map((_, i) => i).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
});
const byId = (figures: Map<string, Figures>) => Object.fromEntries([...figures].sort(([a], [b]) => (a < b ? -1 : 1)));

function withCitations(records: Records, claimId: string, change: (citations: Citation[]) => Citation[]): Records {
  const citations = new Map(records.citations);
  citations.set(claimId, change(records.citations.get(claimId) ?? []));
  return { ...records, citations };
}

describe('in every case', () => {
  it('the order of citations, records and qualifiers never matters', () => {
    checkProperty(
      'order',
      fc.property(cases, order, arbitraryClocks, (records, permute, clocks) => {
        const other = shuffled(records, permute);
        const [figures, again] = [deriveFigures(records, { clocks }), deriveFigures(other, { clocks })];
        expect(byId(again)).toEqual(byId(figures));
        expect(rolesOf(other, again)).toEqual(rolesOf(records, figures));
        expect(withinEdges(other, again)).toEqual(withinEdges(records, figures));
      }),
    );
  });

  it('a reprint of the same day never raises origins, standing or uninvolved origins', () => {
    checkProperty(
      'reprint',
      fc.property(cases, fc.nat(), fc.constantFrom('own' as const, 'other' as const), (records, pick, voice) => {
        const citations = [...records.citations.values()].flat().filter((c) => isReprintable(c, records));
        const citation = citations[pick % Math.max(citations.length, 1)];
        const read = citation && records.sources.get(citation.source);
        if (!citation || !read) return;
        const reprint: Source = {
          ...read,
          id: 'reprint',
          voice: voice === 'own' ? read.voice : ([...records.voices.keys()].find((id) => id !== read.voice) ?? read.voice),
          textOf: { source: read.id, how: 'republishes' },
        };
        const copied: Citation = {
          ...citation,
          id: 'cit:reprint',
          source: 'reprint',
          originBasis: citation.originBasis === 'own-voice' ? 'carried' : citation.originBasis,
        };
        const printed = withCitations({ ...records, sources: new Map(records.sources).set('reprint', reprint) }, citation.claim, (all) => [...all, copied]);
        const [before, after] = [deriveFigures(records), deriveFigures(printed)];
        for (const [id, figures] of before) {
          const again = after.get(id);
          expect(again?.origins).toBe(figures.origins);
          // Where no root is established, a retraction counts for the page read, so one by that page does not reach the reprint of it on another page.
          if (citation.originBasis !== 'not-established' || voice === 'own') {
            expect(again?.rank).toBe(figures.rank);
          }
          expect(again?.uninvolvedOrigins).toBe(figures.uninvolvedOrigins);
        }
      }),
    );
  });

  it('a text that names its origin gains no origin by saying the same in its own voice', () => {
    checkProperty(
      'retelling',
      fc.property(cases, fc.nat(), arbitraryClocks, (records, pick, clocks) => {
        const naming = [...records.citations.values()].flat().filter((c) => c.stance === 'supports' && c.origin !== undefined);
        const citation = naming[pick % Math.max(naming.length, 1)];
        if (!citation) return;
        const { origin: _, ...rest } = citation;
        const again: Citation = { ...rest, id: 'cit:again', originBasis: 'own-voice', through: [], standing: { level: 'reported' } };
        const before = deriveFigures(records, { clocks }).get(citation.claim);
        const after = deriveFigures(
          withCitations(records, citation.claim, (all) => [...all, again]),
          { clocks },
        ).get(citation.claim);
        // A step taken after the date hides the passage that names the origin; the other passage is then no retelling.
        if (!before || !after || !before.history.some((step) => step.citation === citation.id)) return;
        expect([after.origins, after.originVoices, after.uninvolvedOrigins]).toEqual([before.origins, before.originVoices, before.uninvolvedOrigins]);
      }),
    );
  });

  it('removing a supporting citation never raises standing, nor origins unless the removed one named the origin of a retelling', () => {
    checkProperty(
      'removal',
      fc.property(cases, fc.nat(), fc.record({ published: fc.constantFrom('2018', '2019') }, { requiredKeys: [] }), (records, pick, clocks) => {
        const supporting = [...records.citations.values()].flat().filter((c) => c.stance === 'supports');
        const gone = supporting[pick % Math.max(supporting.length, 1)];
        if (!gone) return;
        const before = deriveFigures(records, { clocks }).get(gone.claim);
        const after = deriveFigures(
          withCitations(records, gone.claim, (all) => all.filter((c) => c.id !== gone.id)),
          { clocks },
        ).get(gone.claim);
        expect(after?.rank).toBeLessThanOrEqual(before?.rank ?? NaN);
        const named = gone.originBasis === 'stated' || gone.originBasis === 'inferred';
        if (!named || before?.retellings.length === 0) expect(after?.origins).toBeLessThanOrEqual(before?.origins ?? NaN);
        expect(after?.supporting).toBeLessThanOrEqual(before?.supporting ?? NaN);
      }),
    );
  });

  it('with no clock set, the figures are those without clocks', () => {
    checkProperty(
      'no clock',
      fc.property(cases, (records) => {
        const figures = byId(deriveFigures(records));
        expect(byId(deriveFigures(records, { clocks: {} }))).toEqual(figures);
        expect(byId(deriveFigures(records, { clocks: { firmOnly: true } }))).toEqual(figures);
        expect(byId(deriveFigures(records, { clocks: { recorded: '2020' } }))).toEqual(figures);
        expect(Object.values(figures).every((f) => f.visible && !f.uncertain)).toBe(true);
      }),
    );
  });

  it('a part of the records, given what is outside it, has the figures of the whole', () => {
    checkProperty(
      'part',
      fc.property(cases, fc.infiniteStream(fc.boolean()), arbitraryClocks, (records, coin, clocks) => {
        const kept = [...records.claims.keys()].filter(() => coin.next().value);
        const whole = deriveFigures(records, { clocks });
        const part: Records = {
          ...records,
          claims: new Map([...records.claims].filter(([id]) => kept.includes(id))),
          citations: new Map([...records.citations].filter(([id]) => kept.includes(id))),
        };
        const figures = deriveFigures(part, {
          clocks,
          outside: {
            within: withinEdges(records, whole).filter((edge) => !kept.includes(edge.claim)),
            accusations: accusationsOf(records, clocks).filter((accusation) => !kept.includes(accusation.claim)),
            spans: plotSpansOf(records, clocks).filter(({ claim }) => !kept.includes(claim)),
            standingClaims: [...whole.values()].filter((f) => f.visible && f.rank >= 0 && !kept.includes(f.claim)).map((f) => f.claim),
          },
        });
        expect(byId(figures)).toEqual(byId(new Map([...whole].filter(([id]) => kept.includes(id)))));
        const only = deriveFigures(records, { clocks, only: kept });
        expect(byId(only)).toEqual(byId(figures));
      }),
    );
  });

  it('an outside fact about a claim that is inside changes nothing', () => {
    checkProperty(
      'outside of what is inside',
      fc.property(cases, (records) => {
        const whole = deriveFigures(records);
        const again = deriveFigures(records, {
          outside: {
            within: withinEdges(records, whole),
            accusations: accusationsOf(records),
            standingClaims: [...records.claims.keys()],
          },
        });
        expect(byId(again)).toEqual(byId(whole));
      }),
    );
  });

  it('figures of one claim agree with one another', () => {
    checkProperty(
      'agreement',
      fc.property(cases, arbitraryClocks, (records, clocks) => {
        for (const figures of deriveFigures(records, { clocks }).values()) {
          expect(figures.uninvolvedOrigins).toBeLessThanOrEqual(figures.origins);
          expect(figures.originsAtStanding).toBeLessThanOrEqual(figures.origins);
          expect(figures.originVoices).toHaveLength(figures.origins);
          expect(figures.retellings.length).toBeLessThanOrEqual(figures.supporting);
          expect(figures.level === 'disputed-only').toBe(figures.rank === -1);
          expect(figures.history).toHaveLength(figures.citations);
          expect(figures.contested).toBe(figures.contestedBy.length > 0);
          if (figures.origins > 0 && figures.uninvolvedOrigins === 0) expect(figures.involvedReasons).not.toEqual([]);
          for (const { fell, counts } of figures.history) expect(counts).toBe(fell === undefined);
          if (figures.level === 'confirmed') expect(figures.history.some((step) => step.level === 'confirmed' && step.counts)).toBe(true);
          if (!figures.visible) expect([figures.citations, figures.contested, figures.rank]).toEqual([0, false, -1]);
        }
      }),
    );
  });

  it('a later published clock never hides a citation, and firm only never adds one', () => {
    checkProperty(
      'clocks',
      fc.property(cases, fc.constantFrom('2017', '2018-06', '2019'), fc.constantFrom('2019-06', '2020', '2022'), (records, early, late) => {
        const by = (published: string, firmOnly = false) => deriveFigures(records, { clocks: { published, firmOnly } });
        const [first, second, firm] = [by(early), by(late), by(early, true)];
        for (const [id, figures] of first) {
          expect(second.get(id)?.citations).toBeGreaterThanOrEqual(figures.citations);
          expect(firm.get(id)?.citations).toBeLessThanOrEqual(figures.citations);
        }
      }),
    );
  });

  it('a claim that no link was established is shown beside other claims, and never beside itself', () => {
    checkProperty(
      'beside',
      fc.property(cases, (records) => {
        const edges = withinEdges(records, () => true);
        for (const claim of records.claims.values()) {
          for (const beside of notEstablishedBeside(claim, records, edges)) {
            expect(beside.predicate).toBe('test:no-established-link-to');
            expect(beside.id).not.toBe(claim.id);
          }
        }
      }),
    );
  });
});

/** The page's own addition to a text it carries cannot be reprinted alone: a reprint carries the whole page, so its root is the text. */
function isReprintable(citation: Citation, records: Records): boolean {
  if (citation.importOnly || citation.stance === 'disputes') return false;
  return citation.originBasis !== 'own-voice' || chainOf(citation.source, records.sources).length === 1;
}
