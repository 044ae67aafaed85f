/** A dossier of any parts in any order: exactly these, every footnote resolved, every figure recounted. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTheCase } from '../../../fixtures/testing/read-the-case.ts';
import { dossierParts, type DossierPart } from '../../contract/dossier-parts.ts';
import { inOneGo } from '../../domain/figures/in-slices.ts';
import { checkPublication } from '../../domain/publishing/publication-gate.ts';
import { checkProperty } from '../../domain/testing/check-property.ts';
import { recountDossier } from '../../exchange/testing/recount-dossier.ts';
import { buildViewState } from '../../graph/resident/view-state.ts';
import { curatedCase } from '../testing/curated-case.ts';
import { wholeText } from '../../exchange/whole-text.ts';
import { composedOf, compositionOf, questionOf, type ComposedPiece } from './compose-dossier.ts';
import { filesOfExport } from './files-of-export.ts';
import { askedPiece } from './prepare-piece.ts';
import type { OwnPart, OwnWords } from './words-of-parts.ts';

const records = curatedCase();
const ctx = buildViewState(records, 7, {});
const { trace } = readTheCase(records);
const PATHS = [...records.questions.values()]
  .flatMap((question) =>
    question.kind === 'trace' && question.from.ids && question.to.ids ? trace(question.from, question.to, question.switches).paths.slice(0, 3) : [],
  )
  .map(({ entities, hops }) => ({ kind: 'path' as const, entities: [...entities], claims: hops.map(({ best }) => best) }));
const CLAIMS = [...records.claims.keys()].filter((id) => ctx.figures.get(id)?.visible);
/** A word of each claim that stands in no other: the paraphrases of its passages. */
const paraphrases = (claim: string) => (records.citations.get(claim) ?? []).map(({ paraphrase }) => paraphrase);
const SENTINEL = /OWNWORD\d+X/g;

function composed(asked: readonly DossierPart[]): { piece: ComposedPiece; text: string } {
  const parts = dossierParts.parse(asked);
  const own = new Map(parts.flatMap((part, at): [number, OwnPart][] => (part.kind === 'lead' || part.kind === 'text' ? [[at, part]] : [])));
  const words: OwnWords = { parts: own, refused: new Map(), besideParts: [] };
  const request = { parts, filters: [] };
  const question = questionOf(request);
  const read = inOneGo(askedPiece({ ctx, entities: [...question.entities].sort(), claims: [...(question.claims ?? [])].sort() }, question));
  const piece = inOneGo(composedOf(read, request, words));
  const { files } = inOneGo(filesOfExport(piece, { ...request, format: 'markdown-dossier' }, '2026-11-30', compositionOf(piece)));
  return { piece, text: inOneGo(wholeText(files[0])) };
}

const gate = fc.constantFrom<DossierPart['gate'][]>({ leaveOut: true }, { override: 'An editor has read it.' });
const chosen = fc
  .record({
    paths: fc.subarray([...PATHS.keys()], { maxLength: 3 }),
    claims: fc.subarray(CLAIMS, { minLength: 1, maxLength: 4 }),
    own: fc.subarray([1, 2, 3, 4]),
    lead: fc.boolean(),
    answer: fc.boolean(),
    gate,
    order: fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
  })
  .map(({ paths, claims, own, lead, answer, gate: decision, order }) => {
    const parts: DossierPart[] = [
      ...(lead ? [{ kind: 'lead' as const, text: 'OWNWORD0X tells it in short.' }] : []),
      ...(answer ? [{ kind: 'answer' as const }] : []),
      ...paths.flatMap((at) => (PATHS[at] ? [{ ...PATHS[at], gate: decision }] : [])),
      ...claims.map((id) => ({ kind: 'claim' as const, id, gate: decision })),
      ...own.map((n) => ({ kind: 'text' as const, heading: `OWNWORD${n}X`, text: '<script>*x*</script> [^1] # no' })),
    ];
    const shuffled = (): DossierPart[] =>
      parts
        .map((part) => ({ part, at: order.next().value }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ part }) => part);
    return { parts: shuffled(), again: shuffled() };
  });

/** What its footnotes say, whatever their numbers and whatever stands before them. */
const notesOf = (text: string): string[] =>
  text
    .split('\n')
    .flatMap((line) => (/^\[\^\d+\]: /.test(line) ? [line.replace(/^.*?(?=In our words: )/, '')] : []))
    .toSorted();

describe('a composed dossier', () => {
  it('holds the same footnotes in any order, each resolved, and nothing that was not chosen', () => {
    checkProperty(
      'parts in any order',
      fc.property(chosen, ({ parts, again }) => {
        const [one, other] = [composed(parts), composed(again)];
        for (const { piece, text } of [one, other]) {
          expect(piece.undecided).toEqual([]);
          const [body = '', notes = ''] = text.split('\n## Notes\n');
          const used = [...new Set(body.match(/(?<!\\)\[\^\d+(?<!\\)\]/g))].toSorted();
          expect(used).toEqual((notes.match(/^\[\^\d+\]/gm) ?? []).toSorted());
          expect(new Set(text.match(SENTINEL))).toEqual(
            new Set(parts.flatMap((part) => ('heading' in part ? [part.heading] : part.kind === 'lead' ? ['OWNWORD0X'] : []))),
          );
          const told = new Set([...piece.gate.piece.claims, ...piece.gate.printed.notEstablished.map(({ claim }) => claim)]);
          const may = new Set([...told].flatMap(paraphrases));
          for (const id of records.claims.keys()) for (const words of paraphrases(id)) if (!may.has(words)) expect(text).not.toContain(words);
          expect(recountDossier(text), text).toEqual([]);
        }
        expect(notesOf(one.text)).toEqual(notesOf(other.text));
        expect(one.piece.gate.piece.claims).toEqual(other.piece.gate.piece.claims);
      }),
      { runs: 300 },
    );
  }, 240_000);
  it('tells no claim as if it were of the path before it, whatever stands between them', () => {
    const [path] = PATHS;
    const claim = CLAIMS.find((id) => !path?.claims.includes(id)) ?? '';
    if (!path) return expect.fail('no paths');
    const gated = { leaveOut: true as const };
    const own = { kind: 'text' as const, text: 'OWNWORD1X' };
    const under = (parts: DossierPart[]) =>
      composed(parts)
        .text.split(/\n(?=## )/)
        .find((section) => /^\*\*C\d+\*\* /m.test(section))
        ?.split('\n')[0];
    expect(under([{ ...path, gate: gated }, own, { kind: 'claim', id: claim, gate: gated }])).toBe('## Claims');
    expect(under([{ ...path, gate: gated }, { ...own, heading: 'OWNWORD2X' }, own, { kind: 'claim', id: claim, gate: gated }])).toBe('## OWNWORD2X');
  });
  it('stands in the order of its parts', () => {
    const [first, second] = PATHS;
    if (!first || !second) return expect.fail('no paths');
    const leave = { leaveOut: true as const };
    const { text } = composed([
      { kind: 'text', heading: 'OWNWORD1X' },
      { ...second, gate: leave },
      { kind: 'lead', text: 'OWNWORD2X' },
      { ...first, gate: leave },
      { kind: 'text', text: 'OWNWORD3X' },
    ]);
    const order = [
      '## OWNWORD1X',
      '## Path 1: ',
      '> OWNWORD2X',
      '## Path 2: ',
      '> OWNWORD3X',
      '## What was asked',
      '## In short',
      '## Sources',
      '## Appendix',
      '## Notes',
    ];
    const found = order.map((what) => text.indexOf(what));
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(Math.min(...found)).toBeGreaterThan(0);
    expect(text).toContain('> *The author’s own words, and no source.*');
  });
  it('leaves out alone what says so, and tells what stays undecided', () => {
    const ids = checkPublication(ctx, { entities: [], claims: CLAIMS }).refused.flatMap(({ kind, id }) => (kind === 'claim' ? [id] : []));
    const asked = [...new Set([...ids.slice(0, 5), ...CLAIMS.slice(0, 5)])].map((id) => ({ kind: 'claim' as const, id }));
    const all = composed(asked);
    const places = all.piece.composed.flatMap(({ state }, at) => (state === 'refused' ? [at] : []));
    expect(places.length).toBeGreaterThan(1);
    const [first = 0, second = 0] = places;
    const some = composed(
      asked.map((part, at) =>
        at === first ? { ...part, gate: { leaveOut: true } } : at === second ? { ...part, gate: { override: 'It was read on paper.' } } : part,
      ),
    );
    expect([some.piece.composed[first]?.state, some.piece.composed[second]?.state]).toEqual(['left-out', 'override']);
    expect(some.piece.undecided.length).toBeLessThan(all.piece.undecided.length);
    expect(some.text).toContain('Published against the publication gate: It was read on paper.');
    expect(some.text).toContain('### Left out at the publication gate');
    expect(some.piece.claims).not.toContain(asked[first]?.id);
  });
});
