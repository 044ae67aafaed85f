/** Every figure that a dossier prints is what the dossier itself holds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curatedCase } from '../usecases/testing/curated-case.ts';
import { inOneGo } from '../domain/figures/in-slices.ts';
import type { Records } from '../domain/model/records.ts';
import { checkPublication, leaveOut } from '../domain/publishing/publication-gate.ts';
import { arbitraryRecords } from '../domain/testing/arbitrary-records.ts';
import { checkProperty } from '../domain/testing/check-property.ts';
import { contextOfRecords } from '../domain/testing/narration-context.ts';
import { markdownDossier } from './exporters/markdown-dossier.ts';
import { recountDossier } from './testing/recount-dossier.ts';
import { writtenFiles } from './testing/written-files.ts';

function dossierOf(records: Records, request: { entities: string[]; claims: string[] }, overridden: boolean): string {
  const ctx = contextOfRecords(records);
  const view = { filters: ['standing at least reported'] };
  const first = checkPublication(ctx, { ...request, view, ...(overridden ? { override: 'a test' } : {}) });
  const rest = overridden ? request : inOneGo(leaveOut(ctx, request, first.refused));
  const gate = overridden ? first : checkPublication(ctx, { ...rest, view, leftOut: first.refused });
  return writtenFiles(markdownDossier, { ctx, ...rest, view, gate })[0]?.text ?? '';
}

describe('recounted from the dossier alone, no figure differs', () => {
  it('whatever the piece, published against the gate or with what it refuses left out', () => {
    checkProperty(
      'the figures of a dossier are those of the dossier',
      fc.property(arbitraryRecords({ claims: 10 }), fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }), fc.boolean(), (records, bits, overridden) => {
        const claims = [...records.claims.keys()].filter((_, i) => bits[i]);
        expect(recountDossier(dossierOf(records, { entities: [...records.entities.keys()].slice(0, 1), claims }, overridden))).toEqual([]);
      }),
      { runs: 200 },
    );
  }, 120_000);
  it('of the whole case, whose lead is ten lines at most', () => {
    const records = curatedCase();
    const text = dossierOf(records, { entities: [...records.entities.keys()], claims: [...records.claims.keys()] }, true);
    expect(recountDossier(text)).toEqual([]);
    const lead = text.slice(text.indexOf('## In short'), text.indexOf('## Picture'));
    expect(lead.length).toBeLessThan(1_500);
  }, 120_000);
  it('and a figure that is changed is found', () => {
    const records = curatedCase();
    const claims = [...records.claims.keys()].slice(0, 12);
    const text = dossierOf(records, { entities: [], claims }, true);
    expect(recountDossier(text)).toEqual([]);
    for (const pattern of [
      /Shown: \d+/,
      /and \d+ claim/,
      /\d+ passages\./,
      /\d+ sources? on the ways/,
      /\d+ not seen;/,
      /\d+ origins?\.\n/,
      /\d+ claims? on a single/,
      /\d+ accused/,
    ]) {
      const changed = text.replace(pattern, (figure) => figure.replace(/\d+/, (n) => String(Number(n) + 1)));
      expect(changed).not.toBe(text);
      expect(recountDossier(changed), String(pattern)).not.toEqual([]);
    }
  });
});
