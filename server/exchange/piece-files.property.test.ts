/** Whatever the piece: its own JSON holds nothing unchosen, says the figures that were printed, and changes nothing where it is imported again. */
import fc from 'fast-check';
import { claimsOfOutcomes } from '../domain/figures/case-steps.ts';
import { expect, it } from 'vitest';
import { deriveFigures } from '../domain/figures/derive-figures.ts';
import { applyDelta } from '../domain/importing/apply-delta.ts';
import { checkRecords } from '../domain/importing/checks/check-records.ts';
import type { CuratedCitation, CuratedFile } from '../domain/importing/curated-file.ts';
import { deltaSize } from '../domain/importing/change-plan.ts';
import { QUALIFIERS } from '../domain/model/lists.ts';
import { checkPublication } from '../domain/publishing/publication-gate.ts';
import { arbitraryRecords } from '../domain/testing/arbitrary-records.ts';
import { checkProperty } from '../domain/testing/check-property.ts';
import { batchOf, nothingStored, planOf, storedAfter } from '../domain/testing/curated-demo.ts';
import { contextOfRecords } from '../domain/testing/narration-context.ts';
import { ownJson } from './exporters/own-json.ts';
import { printedLines } from './printed-lines.ts';
import { checkAttestFile } from './testing/check-attest-file.ts';
import { wholeInput } from './testing/whole-input.ts';
import { writtenFiles } from './testing/written-files.ts';

const RESERVED = new Set(['unknown', 'none', 'value']);
const listOf = (value: string | string[] | undefined) => (value === undefined ? [] : [value].flat());
const parsed = (files: { name: string; text: string }[]) =>
  files
    .filter(({ name }) => name.endsWith('.json'))
    .map(({ text }) => {
      checkAttestFile(text);
      return JSON.parse(text) as CuratedFile;
    });
const all = <T>(files: CuratedFile[], of: (file: CuratedFile) => T[] | undefined) => files.flatMap((file) => of(file) ?? []);

/** What the claims of the files name, read from the files alone. */
function namedIn(files: CuratedFile[]): { entities: Set<string>; sources: Set<string> } {
  const entities = new Set<string>();
  const sources = new Set<string>();
  const texts = new Map([...all(files, (f) => f.sources), ...all(files, (f) => f.stubs?.sources)].map(({ id, textOf }) => [id, textOf?.source]));
  const follow = (id: string | undefined) => {
    for (let at = id; at !== undefined; at = texts.get(at)) sources.add(at);
  };
  for (const claim of all(files, (f) => f.claims)) {
    for (const end of [claim.subject, claim.object]) if (typeof end === 'string' && !RESERVED.has(end)) entities.add(end);
    for (const qualifier of QUALIFIERS) listOf(claim[qualifier]).forEach((id) => entities.add(id));
    for (const { standing, statedBy, source, through, origin, originBasis } of claim.citations) {
      for (const id of [standing?.by, standing?.case, statedBy]) if (id !== undefined) entities.add(id);
      if (source !== undefined && ownWords({ originBasis }, source, texts)) sources.add(source);
      else follow(source);
      [...(through ?? []), origin].forEach(follow);
    }
  }
  return { entities, sources };
}

function ownWords({ originBasis }: Pick<CuratedCitation, 'originBasis'>, source: string, texts: ReadonlyMap<string, string | undefined>): boolean {
  return originBasis === 'own-voice' || (originBasis === undefined && texts.get(source) === undefined);
}

const chosen = fc.tuple(
  arbitraryRecords({ claims: 10 }),
  fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
  fc.array(fc.nat(4), { minLength: 8, maxLength: 8 }),
);

it('whatever the piece, its own JSON holds nothing unchosen and is imported again without any change', () => {
  checkProperty(
    'a piece is itself and nothing else',
    fc.property(chosen, ([random, claimBits, entityBits]) => {
      const whole = parsed(writtenFiles(ownJson, wholeInput(random)));
      const stored = storedAfter(nothingStored(), planOf(whole));
      const { records } = stored;
      const ctx = contextOfRecords(records);
      const { figures } = ctx;
      const request = {
        entities: [...records.entities.keys()].filter((_, i) => entityBits[i] === 0),
        claims: [...records.claims.keys()].filter((_, i) => claimBits[i]),
      };
      // A claim about a case is not taken out without what became of the case.
      const taken = new Set(request.claims);
      for (const id of taken) for (const outcome of claimsOfOutcomes(records.claims.get(id)!, ctx)) taken.add(outcome);
      const gate = checkPublication(ctx, { ...request, override: 'a test' });
      const files = parsed(writtenFiles(ownJson, { ctx, ...request, view: { filters: [] }, gate }));

      // Nothing unchosen.
      const named = namedIn(files);
      const entityIds = all(files, (f) => f.entities).map(({ id }) => id);
      const sources = all(files, (f) => f.sources);
      expect(new Set(entityIds)).toEqual(new Set([...request.entities, ...named.entities]));
      expect(new Set(sources.map(({ id }) => id))).toEqual(named.sources);
      expect(new Set(all(files, (f) => f.voices).map(({ id }) => id))).toEqual(new Set(sources.map(({ voice }) => voice)));
      expect(new Set(all(files, (f) => f.claims).map(({ id }) => id))).toEqual(taken);

      // What is printed is what the files hold.
      const counts = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`;
      const lines = printedLines(gate.printed);
      const shown = `Shown: ${counts(entityIds.length, 'entity', 'entities')}, ${counts(taken.size, 'claim', 'claims')}`;
      expect(lines.some((line) => line.startsWith(shown))).toBe(true);
      const unseen = sources.filter(({ seen }) => !seen).length;
      expect(lines.some((line) => line.includes('not seen.') && line.startsWith(counts(unseen, 'source', 'sources')))).toBe(unseen > 0);

      // Imported again: no change, and into an empty store the same standings and origins.
      const again = planOf(files, stored);
      expect([again.created, again.changed, again.removed, deltaSize(again)]).toEqual([[], [], [], 0]);
      expect(checkRecords(batchOf(files), nothingStored())).toEqual([]);
      const fresh = applyDelta(nothingStored().records, planOf(files));
      const then = deriveFigures(fresh);
      const told = (of: typeof figures) =>
        [...taken].map((id) => {
          const { level, rank, origins, originsOpen, originsAtStanding, originVoices, by, retellings } = of.get(id)!;
          return { id, level, rank, origins, originsOpen, originsAtStanding, originVoices, by, retellings };
        });
      expect(told(then)).toEqual(told(figures));
      expect(gate.printed.singleOrigin.map(({ claim }) => claim)).toEqual([...taken].sort().filter((id) => then.get(id)?.origins === 1));
    }),
    { runs: 200 },
  );
}, 120_000);
