/** The answer in words of a trace through random records keeps the rules of what may be printed. */
import fc from 'fast-check';
import { claimsOfOutcomes } from '../figures/case-steps.ts';
import { expect, it } from 'vitest';
import { withinEdges } from '../figures/within.ts';
import { rivalsIn } from '../model/figures.ts';
import type { Records } from '../model/records.ts';
import { narrateClaim } from '../telling/narrate-claim.ts';
import type { NarrationContext } from '../telling/narration.ts';
import { notEstablishedBeside, notEstablishedOf } from '../telling/surroundings-of.ts';
import { arbitraryClocks, arbitraryRecords } from '../testing/arbitrary-records.ts';
import { checkProperty } from '../testing/check-property.ts';
import { contextOfRecords } from '../testing/narration-context.ts';
import { findPaths } from '../tracing/find-paths.ts';
import { rankPaths } from '../tracing/rank-paths.ts';
import { saidOfEnds, sameEnds } from '../tracing/said-of-ends.ts';
import { traceGraph } from '../tracing/trace-graph.ts';
import { effectiveSwitches } from '../tracing/trace-switches.ts';
import { SENTENCES_AFTER } from './answer-in-words.ts';
import { answerTraceInWords, type TracedWords } from './answer-trace.ts';

/** The trace between two sets, as it is told. */
function tracedOf(ctx: NarrationContext, from: string[], to: string[]): TracedWords {
  const { records, figures } = ctx;
  const types = (ids: string[]) => ids.flatMap((id) => records.entities.get(id)?.type ?? []);
  const switches = effectiveSwitches({ throughGeneric: true, maxHops: 4 }, types(from), types(to));
  const graph = traceGraph(records, figures);
  const found = findPaths(graph, from, to, switches);
  const { paths, commonBody } = rankPaths(found.paths, graph, switches, { from, to });
  const said = { records, figures, within: withinEdges(records, figures), same: graph.same };
  return {
    sides: { from, to },
    paths,
    commonBody,
    sameEnds: sameEnds({ from, to }, graph.same),
    alsoSaid: saidOfEnds(said, { from, to }, switches),
    maxHops: switches.maxHops,
    stoppedAtLimit: found.stoppedAtLimit,
  };
}

const random = fc.tuple(arbitraryRecords({ claims: 14, entities: 6 }), arbitraryClocks, fc.nat(5), fc.nat(4), fc.boolean());
type Random = typeof random extends fc.Arbitrary<infer T> ? T : never;
function drawn([records, clocks, a, step, several]: Random) {
  const ctx = contextOfRecords(records, clocks);
  const ids = [...records.entities.keys()].sort();
  const at = (n: number) => ids[n % ids.length] ?? '';
  const traced = tracedOf(ctx, several ? [...new Set([at(a), at(a + 1)])] : [at(a)], [at(a + 1 + step)]);
  return { ctx, traced, answer: answerTraceInWords(traced, ctx) };
}

/** Claims that the answer of the trace holds: hops, what else is said of the ends, and "no link was found" beside them. */
function heldBy({ paths, alsoSaid }: TracedWords, ctx: NarrationContext): Set<string> {
  const hops = paths.flatMap((path) => path.hops.map(({ best }) => best));
  const claims = hops.flatMap((id) => ctx.records.claims.get(id) ?? []);
  return new Set([...hops, ...alsoSaid, ...notEstablishedBeside(claims, ctx).map(({ id }) => id)]);
}

/** The claims, and those on which an outcome of their case is recorded: it is told with them. */
const withOutcomes = (claims: readonly string[], ctx: NarrationContext): string[] =>
  claims.flatMap((id) => [id, ...claimsOfOutcomes(ctx.records.claims.get(id)!, ctx)]);

/** The rivals that stand beside the claims: they are named with them. */
const rivalsOf = (claims: readonly string[], { figures }: NarrationContext): string[] =>
  claims.flatMap((id) => rivalsIn(figures.get(id) ?? { contestedBy: [] }));

it('answers every trace in one to five sentences, each on claims of the trace, with footnotes from their passages alone', () => {
  checkProperty(
    'sentences of an answer rest on the claims of its trace',
    fc.property(random, (one) => {
      const { ctx, traced, answer } = drawn(one);
      const held = heldBy(traced, ctx);
      expect(answer.sentences.length).toBeGreaterThan(0);
      expect(answer.sentences.length).toBeLessThanOrEqual(SENTENCES_AFTER + 1);
      const notes = new Map(answer.notes.map((note) => [note.n, note]));
      for (const { claims, footnotes } of answer.sentences) {
        for (const claim of claims) expect(held).toContain(claim);
        for (const n of footnotes) {
          const note = notes.get(n);
          expect(note).toBeDefined();
          if (note?.claim !== undefined) expect([...withOutcomes(claims, ctx), ...rivalsOf(claims, ctx)]).toContain(note.claim);
        }
      }
      for (const { claims } of answer.facts) for (const claim of claims) expect(held).toContain(claim);
      expect(answer.facts.length).toBe(traced.paths.length > 0 ? 4 : 0);
    }),
    { runs: 80 },
  );
});

it('tells nothing as firmer than it stands: claims in their own sentences, and of a court only where one found or convicted', () => {
  checkProperty(
    'an answer is no firmer than its claims',
    fc.property(random, (one) => {
      const { ctx, traced, answer } = drawn(one);
      const levelOf = (id: string) => ctx.figures.get(id)?.level;
      const [lead, ...rest] = answer.sentences;
      for (const { text, claims } of answer.sentences) {
        if (/rests? on a court/.test(text) && !/no hop of it rests on a court|on none of them does a hop rest on a court/.test(text)) {
          expect(claims.map(levelOf).some((level) => level === 'found' || level === 'convicted')).toBe(true);
        }
      }
      if (traced.paths.length > 0) {
        const most = Math.max(...traced.paths.map(({ weakest }) => weakest.rank));
        const firmest = traced.paths.find(({ weakest }) => weakest.rank === most);
        const level = levelOf(firmest?.hops[firmest.weakest.hop]?.best ?? '');
        expect(lead?.text).toMatch(new RegExp(`hop: ${level}[),]`));
      }
      // What is not a claim's own sentence speaks of responses and disputes alone, or of what was searched.
      for (const { text, claims } of rest) {
        const own = claims.flatMap((id) => {
          const [claim, figures] = [ctx.records.claims.get(id), ctx.figures.get(id)];
          return claim && figures
            ? [undefined, claim.subject, String(claim.object)].flatMap((end) =>
                [narrateClaim(claim, figures, ctx, end), notEstablishedOf(claim, ctx, end) ?? []].flat(),
              )
            : [];
        });
        const isOwn = own.some((sentence) => text.replace(/\. On record here only later: [^]*$/, '.').endsWith(`${sentence}.`));
        expect(isOwn || /^(Against the hop|No response by|Nothing else on record|.* have only )/.test(text)).toBe(true);
      }
    }),
    { runs: 80 },
  );
});

it('quotes nothing but quoted texts and hedges of the claims it rests on', () => {
  checkProperty(
    'quotations in an answer',
    fc.property(random, (one) => {
      const { ctx, answer } = drawn(one);
      for (const { text, claims } of answer.sentences) {
        const told = [...claims, ...rivalsOf(claims, ctx)];
        const quotable = withOutcomes(told, ctx).flatMap((id) => {
          const object = ctx.records.claims.get(id)?.object;
          const hedges = (ctx.records.citations.get(id) ?? []).flatMap(({ hedge }) => hedge ?? []);
          return [...hedges, ...(typeof object === 'object' && object.quoted ? [object.text] : [])];
        });
        expect(text).not.toMatch(/["„«»]/);
        for (const [, quoted = ''] of text.matchAll(/“([^”]*)”/g)) expect(quotable).toContain(quoted);
      }
      const quoted = [...ctx.records.claims.values()].flatMap(({ object }) => (typeof object === 'object' && object.quoted ? [object.text] : []));
      for (const { text } of answer.facts) {
        expect(text).not.toMatch(/["„«»]/);
        for (const [, words = ''] of text.matchAll(/“([^”]*)”/g)) expect(quoted).toContain(words);
      }
    }),
    { runs: 80 },
  );
});

it('is the same whatever the order of the records', () => {
  checkProperty(
    'an answer is deterministic',
    fc.property(random, (one) => {
      const reversed: Records = { ...one[0], claims: new Map([...one[0].claims].reverse()), entities: new Map([...one[0].entities].reverse()) };
      expect(drawn([reversed, one[1], one[2], one[3], one[4]]).answer).toEqual(drawn(one).answer);
    }),
    { runs: 30 },
  );
});
