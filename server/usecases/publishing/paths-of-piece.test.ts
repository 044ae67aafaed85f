/** A path asked for is told, or the export says why not. */
import { beforeAll, describe, expect, it } from 'vitest';
import { contextOf } from '../../domain/testing/narration-context.ts';
import { traceGraph, type TraceSegment } from '../../domain/tracing/trace-graph.ts';
import { buildViewState, type ViewState } from '../../graph/resident/view-state.ts';
import { curatedCase } from '../testing/curated-case.ts';
import { pathsOfPiece } from './paths-of-piece.ts';

let now: ViewState;
let early: ViewState;
/** Segments of two consecutive hops, each of one claim. */
let first: TraceSegment;
let second: TraceSegment;
beforeAll(() => {
  const records = curatedCase();
  now = buildViewState(records, 1, {});
  early = buildViewState(records, 1, { published: '2000' });
  const { segments } = traceGraph(now.records, now.figures);
  const pairOf = (s: TraceSegment) => [s.from, s.to].sort().join('|');
  const joined = new Map<string, number>();
  for (const s of segments) joined.set(pairOf(s), (joined.get(pairOf(s)) ?? 0) + 1);
  const alone = segments.filter((s) => s.traversed && !s.disputedOnly && s.from !== s.to && joined.get(pairOf(s)) === 1);
  for (const a of alone) {
    const b = alone.find((next) => next.from === a.to && next.to !== a.from && next.claim !== a.claim);
    if (b) [first, second] = [a, b];
    if (b) return;
  }
  expect.fail('no two hops end to end');
}, 60_000);
const asked = () => ({ entities: [first.from, first.to, second.to], claims: [first.claim, second.claim] });

describe('a path of a piece', () => {
  it('is told where every hop has a claim', () => {
    const { told, leftOut } = pathsOfPiece(now, [asked()], new Set(asked().claims));
    expect(told.map((path) => path.entities)).toEqual([asked().entities]);
    expect(leftOut).toEqual([]);
  });
  it('is named with the hop that the gate left out', () => {
    const { told, leftOut } = pathsOfPiece(now, [asked()], new Set([first.claim]));
    expect(told).toEqual([]);
    expect(leftOut).toEqual([
      expect.stringMatching(
        /^Path 1 of those asked for is left out: its hop 2, between an? \w+ and an? \w+, has no claim left \(refused at the publication gate\)\.$/,
      ),
    ]);
  });
  it('is named too where a hop is not visible at the date', () => {
    const { told, leftOut } = pathsOfPiece(early, [asked()], new Set());
    expect(told).toEqual([]);
    expect(leftOut).toEqual([expect.stringContaining('has no claim left (none is on view at these dates)')]);
  });
  it('is refused where its claims never joined its entities', () => {
    const wrong = { entities: [first.from, second.to], claims: asked().claims };
    expect(() => pathsOfPiece(now, [asked(), wrong], new Set(wrong.claims))).toThrow(
      expect.objectContaining({ code: 'refused', details: { problems: [expect.objectContaining({ code: 'no-hop', pointer: '/paths/1' })] } }),
    );
  });
  it('is left out where its ends have only a body in common, and no person in danger is named for it', () => {
    const entities = ['man', 'corps', 'unit'];
    const ctx = contextOf({
      entities: [
        { id: 'corps', type: 'Agency' },
        { id: 'unit', type: 'Organization' },
        { id: 'hidden', atRisk: true },
      ],
      predicates: [
        { id: 'belongs-to', group: 'structure', within: true },
        { id: 'met', group: 'association' },
        { id: 'hired', group: 'sponsorship' },
      ],
      claims: [
        { id: 'in', predicate: 'belongs-to', subject: 'man', object: 'corps' },
        { id: 'under', predicate: 'belongs-to', subject: 'unit', object: 'corps' },
        { id: 'hiring', predicate: 'hired', subject: 'corps', object: 'unit' },
        { id: 'contact', predicate: 'met', subject: 'hidden', object: 'corps' },
      ],
    });
    const all = new Set(['in', 'under', 'hiring', 'contact']);
    const { told, leftOut } = pathsOfPiece(ctx, [{ entities, claims: ['in', 'under'] }], all);
    expect(told).toEqual([]);
    expect(leftOut).toEqual(['Path man – unit is left out: by the claims of it that are here, its ends have only corps in common, which is no link.']);
    expect(pathsOfPiece(ctx, [{ entities, claims: ['in', 'under', 'hiring'] }], all).told.map((path) => path.entities)).toEqual([entities]);
    expect(pathsOfPiece(ctx, [{ entities: ['hidden', 'corps', 'unit'], claims: ['contact', 'under'] }], all).leftOut).toEqual([
      expect.stringMatching(/^Path a private person in danger – unit is left out: .* only corps in common/),
    ]);
  });
});
