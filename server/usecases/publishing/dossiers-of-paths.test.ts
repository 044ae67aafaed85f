/** The dossier of a trace: of each question of the shipped cases that goes from ids to ids, every figure in the file is recounted, and its own JSON changes nothing. */
import { expect, it } from 'vitest';
import { readTheCase } from '../../../fixtures/testing/read-the-case.ts';
import { endsInShort } from '../../domain/answering/answer-facts.ts';
import { figured } from '../../domain/answering/answer-in-words.ts';
import { inOneGo } from '../../domain/figures/in-slices.ts';
import type { CuratedFile } from '../../domain/importing/curated-file.ts';
import { deltaSize } from '../../domain/importing/change-plan.ts';
import { closePiece } from '../../domain/publishing/piece.ts';
import { checkPublication, leaveOut } from '../../domain/publishing/publication-gate.ts';
import { narrateAgainst } from '../../domain/telling/narrate-against.ts';
import { narrateClaim } from '../../domain/telling/narrate-claim.ts';
import { entityEnd } from '../../domain/model/claim-ends.ts';
import { nothingStored, planOf, storedAfter } from '../../domain/testing/curated-demo.ts';
import { escaped } from '../../exchange/exporters/markdown-text.ts';
import type { ExportInput } from '../../exchange/format.ts';
import { EXPORTERS } from '../../exchange/index.ts';
import { recountDossier } from '../../exchange/testing/recount-dossier.ts';
import { wholeInput } from '../../exchange/testing/whole-input.ts';
import { writtenFiles } from '../../exchange/testing/written-files.ts';
import { buildViewState } from '../../graph/resident/view-state.ts';
import { curatedCase } from '../testing/curated-case.ts';
import { pathsOfPiece } from './paths-of-piece.ts';

const MOST_PATHS = 3;

function ownFiles(input: Omit<ExportInput, 'losses'>): CuratedFile[] {
  const files = writtenFiles(EXPORTERS['own-json'], input).filter(({ mediaType }) => mediaType === 'application/json');
  return files.map(({ text }) => JSON.parse(text) as CuratedFile);
}

it.each(['iran-plots', 'demonstration'] as const)(
  'of %s',
  (name) => {
    const records = curatedCase(name);
    const { trace } = readTheCase(records);
    const ctx = buildViewState(records, 1, {});
    const traces = [...records.questions.values()].flatMap((question) =>
      question.kind === 'trace' && question.from.ids && question.to.ids ? [trace(question.from, question.to, question.switches).paths] : [],
    );
    const stored = storedAfter(nothingStored(), planOf(ownFiles(wholeInput(records))));
    let dossiers = 0;
    for (const paths of traces.filter(({ length }) => length > 0)) {
      const asked = paths.slice(0, MOST_PATHS).map(({ entities, hops }) => ({ entities, claims: hops.map(({ best }) => best) }));
      const request = { entities: [...new Set(asked.flatMap(({ entities }) => entities))], claims: [...new Set(asked.flatMap(({ claims }) => claims))] };
      for (const override of [undefined, 'The editor has read it']) {
        const first = checkPublication(ctx, { ...request, override });
        const kept = override === undefined ? inOneGo(leaveOut(ctx, request, first.refused)) : request;
        const gate = override === undefined ? checkPublication(ctx, { ...kept, leftOut: first.refused }) : first;
        const { told, leftOut } = pathsOfPiece(ctx, asked, new Set(kept.claims));
        const input = { ctx, ...kept, paths: told, pathsLeftOut: leftOut, view: { filters: [] }, gate };
        const [file] = writtenFiles(EXPORTERS['markdown-dossier'], input);
        const text = file?.text ?? '';
        expect(recountDossier(text), text).toEqual([]);
        for (const id of gate.piece.claims) {
          const found = figured(id, ctx);
          if (!found) continue;
          // A claim between equals may begin at either end.
          const { claim, figures } = found;
          const sentences = new Set(
            [undefined, claim.subject, claim.object].map((end) => `${escaped(narrateClaim(claim, figures, ctx, entityEnd(end ?? '')))}.`),
          );
          const times = [...sentences].reduce((sum, sentence) => sum + text.split(sentence).length - 1, 0);
          expect(times, `${id} is told once`).toBe(1);
          // What stands against it, wherever else it is met.
          const against = narrateAgainst(claim, figures, ctx)
            .map((clause) => `; ${escaped(clause)}`)
            .join('');
          for (const line of text.split('\n').filter((one) => one.startsWith(`- **C`) && one.includes(', told in '))) {
            if (line.includes(`${escaped(endsInShort(id, ctx))}, told in `)) expect(line).toContain(against);
          }
        }
        for (const line of text.split('\n').filter((one) => /^(?:- )?Not established: /.test(one))) expect(line).toMatch(/\.(?:\[\^\d+\])+$/);
        dossiers += 1;
      }
      // Own JSON of what was chosen, imported again.
      const gate = checkPublication(ctx, { ...request, override: 'a test' });
      const again = planOf(ownFiles({ ctx, ...request, view: { filters: [] }, gate }), stored);
      expect([again.created, again.changed, deltaSize(again)]).toEqual([[], [], 0]);
    }
    expect(dossiers).toBeGreaterThan(1);
  },
  120_000,
);

it('a path of two claims takes out whom these name, and nobody of another plot', () => {
  const ctx = buildViewState(curatedCase(), 1, {});
  const { entities, stubs } = closePiece(ctx, {
    entities: ['rafat-amirov', 'masih-alinejad'],
    claims: ['amirov-carried-out-plot-alinejad', 'plot-aimed-at-alinejad'],
  });
  expect(entities).toEqual(['case-us-alinejad', 'masih-alinejad', 'plot-alinejad-2022', 'rafat-amirov', 'us-justice-department']);
  expect(stubs.entities).toContain('shahram-poursafi');
});
