// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { GateRefusal } from '../../../server/contract/routes/exports.ts';
import { rendered } from '../../testing/render.ts';
import { nextThatPasses, reasonsOf, type Verdict } from './path-gate.ts';
import { PathMark, PrintableCount } from './path-mark.tsx';

const claim = (id: string, why: GateRefusal['why'] = 'not-seen'): GateRefusal => ({ kind: 'claim', id, label: id, why, reason: 'R.', remedy: 'Read one.' });
const verdict = (...refused: GateRefusal[]): Verdict => ({ refused, left: { entities: 2, claims: 1, paths: 0 } });
const passes = verdict();
const person: GateRefusal = {
  kind: 'entity',
  id: 'w',
  label: 'A witness',
  why: 'at-risk',
  reason: 'This person is in danger.',
  remedy: 'Leave the person out.',
};

describe('the mark on a path', () => {
  it('is there only where it is refused', () => {
    for (const one of [undefined, passes]) {
      const page = rendered(<PathMark verdict={one} />);
      expect(page.text()).toBe('');
      page.end();
    }
  });
  it('says what cannot be printed and why, each reason once', () => {
    const page = rendered(<PathMark verdict={verdict(claim('a'), claim('b'), claim('c', 'no-place'), person)} />);
    expect(page.text()).toContain('Cannot be printed as it stands');
    expect(page.text()).toContain('2 claims: no source that was seen');
    expect(page.text()).toContain('1 claim: no paragraph or page noted');
    expect(page.text()).toContain('1 person: private and in danger');
    page.end();
  });
  it('keeps two kinds apart that have the same reason', () => {
    expect(reasonsOf([claim('a', 'undecided'), { ...person, why: 'undecided' }])).toHaveLength(2);
  });
});

describe('the count over the list of paths', () => {
  const count = (...verdicts: Verdict[]) => {
    const page = rendered(<PrintableCount verdicts={new Map(verdicts.map((one, i) => [`p${i}`, one]))} paths={verdicts.length} />);
    const text = page.text();
    page.end();
    return text;
  };
  it('says how many can be printed', () => {
    expect(count(passes, verdict(claim('a')), passes)).toBe('2 of 3 can be printed as they stand.');
    expect(count(verdict(claim('a')), verdict(claim('b')))).toBe('None of them can be printed as they stand.');
    expect(count(verdict(claim('a')))).toBe('It cannot be printed as it stands.');
    expect(count(passes, passes)).toBe('The publication gate lets each of them pass.');
    expect(count(passes)).toBe('The publication gate lets it pass.');
  });
  it('says nothing before the gate has answered', () => {
    const page = rendered(<PrintableCount verdicts={undefined} paths={2} />);
    expect(page.text()).toBe('');
    page.end();
  });
});

describe('the next path that passes', () => {
  const paths = ['a', 'b', 'constructor', 'd'].map((id) => ({ id }));
  const verdicts = new Map([
    ['a', passes],
    ['b', verdict(claim('x'))],
    ['constructor', passes],
    ['d', verdict(claim('y'))],
  ]);
  it('is the next in the list, and after its end the first from the start', () => {
    expect(nextThatPasses(paths, verdicts, 'b')?.id).toBe('constructor');
    expect(nextThatPasses(paths, verdicts, 'd')?.id).toBe('a');
  });
  it('is never the path itself, nor one that was not judged', () => {
    expect(nextThatPasses(paths, new Map([['a', passes]]), 'a')).toBeUndefined();
    expect(nextThatPasses(paths, undefined, 'a')).toBeUndefined();
  });
});
