/** Whatever the records: nothing that is told of a step of the law against a person leaves out that the same case was taken back, wherever that is recorded. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answerClaimsInWords } from '../../domain/answering/answer-claims.ts';
import { accusedEnds } from '../../domain/figures/accused-ends.ts';
import { caseOutcomesOf } from '../../domain/figures/case-steps.ts';
import { canonOf } from '../../domain/figures/identities.ts';
import { closePiece } from '../../domain/publishing/piece.ts';
import { entitiesOf } from '../../domain/model/claim-ends.ts';
import type { Claim } from '../../domain/model/records.ts';
import { arbitraryClocks, arbitraryRecords } from '../../domain/testing/arbitrary-records.ts';
import { checkProperty } from '../../domain/testing/check-property.ts';
import { contextOfRecords } from '../../domain/testing/narration-context.ts';
import { describeStandingOf } from '../../domain/telling/describe-standing.ts';
import { nameInProse } from '../../domain/telling/in-prose.ts';
import { narrateClaim } from '../../domain/telling/narrate-claim.ts';
import { footnotesOf, type Footnote } from '../../domain/telling/narrate-path.ts';
import type { NarrationContext } from '../../domain/telling/narration.ts';

/** Two cases and two people, so that their claims meet. */
const random = arbitraryRecords({ claims: 14, entities: 4 }).map((records) => {
  for (const id of ['e2', 'e3']) records.entities.set(id, { ...records.entities.get(id)!, type: 'Person' });
  return records;
});
const isPerson = (id: string, { records }: NarrationContext) => ['Person', 'Group', 'Gang'].includes(records.entities.get(id)?.type ?? '');

/** Counted from the records alone: the visible acquittals and withdrawals of a person in a case. Those decided to be the same are one. */
function endedOf(person: string, inCase: string, ctx: NarrationContext): { claim: string; citation: string; by?: string }[] {
  const canon = canonOf(ctx.records.identities);
  const isOne = (a: string | undefined, b: string) => a === b || (a !== undefined && canon.has(a) && canon.get(a) === canon.get(b));
  return [...ctx.records.claims.values()].flatMap((claim) => {
    if (!accusedEnds(claim, ctx.records.predicates.get(claim.predicate)).some(({ entity }) => isPerson(entity, ctx) && isOne(entity, person))) return [];
    return (ctx.figures.get(claim.id)?.history ?? []).flatMap(({ level, case: of, citation, by }) =>
      (level === 'acquitted' || level === 'withdrawn') && isOne(of, inCase) ? [{ claim: claim.id, citation, ...(by === undefined ? {} : { by }) }] : [],
    );
  });
}

/** The people whom a step of the law against them is told of, with the cases of that step. */
function stepsAgainst(claim: Claim, ctx: NarrationContext): { person: string; inCase: string }[] {
  const predicate = ctx.records.predicates.get(claim.predicate);
  if (!predicate || claim.object === 'none') return [];
  const cases = (ctx.records.citations.get(claim.id) ?? []).flatMap(({ standing }) => standing.case ?? []);
  const named = entitiesOf(claim).filter((id) => ctx.records.entities.get(id)?.type === 'Case' && [claim.subject, claim.object, ...claim.in].includes(id));
  const people =
    predicate.accuses.length > 0
      ? accusedEnds(claim, predicate).map(({ entity }) => entity)
      : predicate.group === 'justice'
        ? [claim.subject, claim.object].filter((end) => typeof end === 'string')
        : [];
  return people.filter((id) => isPerson(id, ctx)).flatMap((person) => [...new Set([...cases, ...named])].map((inCase) => ({ person, inCase })));
}

it('no sentence, standing in short, footnote, answer or piece lacks the outcome of the same person’s case', () => {
  let told = 0;
  checkProperty(
    'outcomes of cases',
    fc.property(random, arbitraryClocks, (records, clocks) => {
      const ctx = contextOfRecords(records, clocks);
      for (const claim of records.claims.values()) {
        const figures = ctx.figures.get(claim.id);
        if (!figures?.visible) continue;
        const endings = stepsAgainst(claim, ctx).flatMap(({ person, inCase }) => endedOf(person, inCase, ctx));
        if (endings.length === 0) continue;
        told += 1;
        const sentence = narrateClaim(claim, figures, ctx);
        expect(sentence).toMatch(/acquitt|withdraw/);
        for (const { by } of endings) if (by !== undefined) expect(sentence).toContain(nameInProse(by, ctx).text);
        const notes: Footnote[] = [];
        footnotesOf(claim.id, notes, ctx);
        for (const { citation } of endings) expect(notes.map((note) => note.citation)).toContain(citation);
        // Where nothing of the case stands again, what is told in short says so, too.
        const followed = figures.history.some(({ stance, counts, case: of }) => stance === 'supports' && counts && of !== undefined);
        const again = caseOutcomesOf(claim, ctx).at(-1)?.citation.standing.level === 'convicted';
        if (!followed && !again && figures.happened.length === 0) expect(describeStandingOf(claim.id, ctx)).toMatch(/acquitted|withdrawn/);
        const piece = closePiece(ctx, { entities: [], claims: [claim.id] });
        for (const ending of endings) expect(piece.claims).toContain(ending.claim);
        const { sentences, facts } = answerClaimsInWords([claim.id], 1, ctx);
        expect(sentences.map(({ text }) => text).join(' ')).toMatch(/acquitt|withdraw/);
        expect(facts.find(({ of }) => of === 'against')?.claims ?? [claim.id]).toContain(claim.id);
      }
    }),
    { runs: 300 },
  );
  expect(told).toBeGreaterThan(30);
});
