/** What else the records say of the two ends of a trace, whether they are linked or not. */
import { describe, expect, it } from 'vitest';
import { deriveFigures } from '../figures/derive-figures.ts';
import { withinEdges } from '../figures/within.ts';
import type { TraceSwitches } from '../model/questions.ts';
import { saidOfEnds, sameEnds } from './said-of-ends.ts';
import { records, type ClaimBrief, type RecordsBrief } from '../testing/build-records.ts';
import { DEFAULT_SWITCHES } from './trace-switches.ts';

const PREDICATES: RecordsBrief['predicates'] = [
  { id: 'hired', group: 'sponsorship' },
  { id: 'lived-in', group: 'geography' },
  { id: 'praised', group: 'statement' },
  { id: 'organ-of', group: 'structure', within: true },
  { id: 'no-established-link-to', traversed: false, symmetric: true, takes: ['Person', 'Country', 'Agency'], qualifiers: ['in'] },
];
type Said = [string, string, string, string, Partial<ClaimBrief>?];
function said(claims: Said[], from: string[], to: string[], switches: TraceSwitches = {}, same: [string, string][] = []): string[] {
  const built = records({
    predicates: PREDICATES,
    entities: { state: 'Country', service: 'Agency', unit: 'Agency' },
    claims: claims.map(([id, subject, predicate, object, more]) => ({ id, subject, predicate, object, ...more })),
    identities: same.map(([a, b]) => ({ a, b, decision: 'same' as const })),
  });
  const figures = deriveFigures(built);
  const given = { records: built, figures, within: withinEdges(built, figures), same: built.identities };
  return saidOfEnds(given, { from, to }, { ...DEFAULT_SWITCHES, ...switches });
}
const disputed = { citations: [{ stance: 'disputes' as const, standing: { level: 'denied' as const, by: 'man' } }] };

describe('what else is said of the two ends', () => {
  it('holds claims that join them without being a hop, in either direction', () => {
    const claims: Said[] = [
      ['a', 'man', 'lived-in', 'state'],
      ['b', 'state', 'praised', 'man'],
      ['c', 'man', 'hired', 'state'],
      ['d', 'man', 'praised', 'other'],
    ];
    expect(said(claims, ['man'], ['state'])).toEqual(['a', 'b']);
    expect(said(claims, ['state'], ['man'])).toEqual(['a', 'b']);
  });
  it('leaves out a claim that a switch makes a hop', () => {
    expect(said([['a', 'man', 'lived-in', 'state']], ['man'], ['state'], { groups: ['geography'] })).toEqual([]);
  });
  it('holds a claim that is disputed only', () => {
    expect(said([['a', 'man', 'hired', 'state', disputed]], ['man'], ['state'])).toEqual(['a']);
  });
  it('begins with “no link was found”, then the highest standing', () => {
    const firm = { citations: [{ origin: 'source', standing: { level: 'confirmed' as const, by: 'man' } }] };
    const claims: Said[] = [
      ['a', 'man', 'praised', 'state'],
      ['b', 'state', 'praised', 'man', firm],
      ['z', 'man', 'no-established-link-to', 'state'],
    ];
    expect(said(claims, ['man'], ['state'])).toEqual(['z', 'b', 'a']);
  });
  it('holds claims that join the bodies above them', () => {
    const above: Said = ['up', 'service', 'organ-of', 'state'];
    expect(said([above, ['a', 'state', 'praised', 'man']], ['service'], ['man'])).toEqual(['a']);
    expect(said([above, ['a', 'service', 'praised', 'man']], ['state'], ['man'])).toEqual([]);
  });
  it('holds “no link was found” to a body under one of them, as any claim that joins them does', () => {
    expect(
      said(
        [
          ['up', 'service', 'organ-of', 'state'],
          ['z', 'man', 'no-established-link-to', 'service'],
        ],
        ['man'],
        ['state'],
      ),
    ).toEqual(['z']);
  });
  it('holds claims about entities decided the same', () => {
    expect(
      said(
        [
          ['a', 'alias', 'praised', 'state'],
          ['z', 'state', 'no-established-link-to', 'alias'],
        ],
        ['man'],
        ['state'],
        {},
        [['man', 'alias']],
      ),
    ).toEqual(['z', 'a']);
  });
});

describe('two ends that are the same', () => {
  const same = [
    { a: 'a', b: 'b', why: 'one passport' },
    { a: 'b', b: 'c', why: 'one photograph' },
  ];
  it('are recorded as such, with every decision between them, each pair once', () => {
    expect(sameEnds({ from: ['a'], to: ['c', 'x'] }, same)).toEqual([{ from: 'a', to: 'c', decisions: same }]);
    expect(sameEnds({ from: ['a', 'b'], to: ['a', 'b'] }, same)).toEqual([{ from: 'a', to: 'b', decisions: same.slice(0, 1) }]);
    expect(sameEnds({ from: ['a'], to: ['a', 'x'] }, same)).toEqual([]);
  });
});
