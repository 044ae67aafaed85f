/** Random pieces of the shipped cases: nobody is named whom the piece does not name, every figure is the piece's own, and its own JSON changes nothing. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inOneGo } from '../../domain/figures/in-slices.ts';
import { deltaSize } from '../../domain/importing/change-plan.ts';
import type { CuratedFile } from '../../domain/importing/curated-file.ts';
import { closePiece } from '../../domain/publishing/piece.ts';
import { checkPublication, leaveOut } from '../../domain/publishing/publication-gate.ts';
import { originsLine } from '../../domain/telling/narrate-path.ts';
import { sharedNames } from '../../domain/telling/shared-names.ts';
import { checkProperty } from '../../domain/testing/check-property.ts';
import { nothingStored, planOf, storedAfter } from '../../domain/testing/curated-demo.ts';
import { escaped } from '../../exchange/exporters/markdown-text.ts';
import type { ExportInput } from '../../exchange/format.ts';
import { EXPORTERS } from '../../exchange/index.ts';
import { recountDossier } from '../../exchange/testing/recount-dossier.ts';
import { wholeInput } from '../../exchange/testing/whole-input.ts';
import { writtenFiles } from '../../exchange/testing/written-files.ts';
import { buildViewState } from '../../graph/resident/view-state.ts';
import { curatedCase } from '../testing/curated-case.ts';

const PIECES_OF_EACH = 200;

function ownFiles(input: Omit<ExportInput, 'losses'>): CuratedFile[] {
  const files = writtenFiles(EXPORTERS['own-json'], input).filter(({ mediaType }) => mediaType === 'application/json');
  return files.map(({ text }) => JSON.parse(text) as CuratedFile);
}

/** What the dossier says in its own words: without the sources, whose titles name others, and the notes, which tell what the passages say. */
const ownWords = (text: string): string =>
  text.slice(0, text.indexOf('\n## Sources\n')) + text.slice(text.indexOf('\n## Appendix\n'), text.indexOf('\n## Notes\n'));

it.each(['iran-plots', 'demonstration'] as const)(
  '%s',
  (name) => {
    const records = curatedCase(name);
    const view = buildViewState(records, 1, {});
    const stored = storedAfter(nothingStored(), planOf(ownFiles(wholeInput(records))));
    const people = [...records.entities.values()].filter(({ type, unnamed }) => type === 'Person' && !unnamed);
    checkProperty(
      `random pieces of ${name}`,
      fc.property(fc.uniqueArray(fc.constantFrom(...records.claims.keys()), { minLength: 1, maxLength: 8 }), fc.boolean(), (claims, overridden) => {
        const asked = { entities: [], claims };
        const ctx = { ...view, sameName: sharedNames(closePiece(view, asked).entities, view) };
        const first = checkPublication(ctx, { ...asked, ...(overridden ? { override: 'a test' } : {}) });
        const kept = overridden ? asked : inOneGo(leaveOut(ctx, asked, first.refused));
        const gate = overridden ? first : checkPublication(ctx, { ...kept, leftOut: first.refused });
        const input = { ctx, ...kept, view: { filters: [] }, gate };
        const [file] = writtenFiles(EXPORTERS['markdown-dossier'], input);
        const text = file?.text ?? '';

        // Figures.
        expect(recountDossier(text), text).toEqual([]);
        for (const id of kept.claims) {
          const figures = view.figures.get(id);
          if (figures) expect(text).toContain(`; ${escaped(originsLine(figures))}.*`);
        }

        // People: those that its claims and texts name, those whose word it is, and those that the gate names where it refuses them.
        const files = ownFiles(input);
        const own = closePiece(ctx, kept);
        const judged = closePiece(ctx, asked);
        const speaking = judged.voices.flatMap((id) => records.voices.get(id)?.entities ?? []);
        const told = new Set([...judged.entities, ...speaking, ...first.refused.map(({ id }) => id)]);
        const words = [...told].map(view.nameOf).join('\n') + textsOf(records, claims);
        const strangers = people.filter(({ id }) => !told.has(id) && !words.includes(view.nameOf(id)) && ownWords(text).includes(escaped(view.nameOf(id))));
        expect(
          strangers.map(({ id }) => id),
          text,
        ).toEqual([]);
        expect(new Set(files.flatMap((one) => (one.entities ?? []).map(({ id }) => id)))).toEqual(new Set(own.entities));

        // Imported again.
        const again = planOf(files, stored);
        expect([again.created, again.changed, again.removed, deltaSize(again)]).toEqual([[], [], [], 0]);
      }),
      { runs: PIECES_OF_EACH },
    );
  },
  300_000,
);

/** The texts that claims have as objects. */
function textsOf(records: ReturnType<typeof curatedCase>, claims: readonly string[]): string {
  return claims
    .flatMap((id) => {
      const object = records.claims.get(id)?.object;
      return object !== undefined && typeof object !== 'string' ? [object.text] : [];
    })
    .join('\n');
}
