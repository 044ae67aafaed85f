import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CitationView } from '../../../server/contract/views.ts';
import { carriesText, wayOf } from './way-stops.ts';

type WayStep = CitationView['way'][number];
const later = fc.constantFrom<WayStep['step']>('republishes', 'abridges', 'relays', 'through', 'origin');
const ways = fc
  .tuple(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,5}$/), { minLength: 1, maxLength: 6 }), fc.array(later, { minLength: 6, maxLength: 6 }), fc.boolean())
  .map(([ids, steps, rooted]) => {
    const way = ids.map((source, i): WayStep => ({
      source,
      shortTitle: source,
      voice: { id: source, name: source },
      seen: i === 0,
      step: i === 0 ? 'read' : steps[i]!,
    }));
    const last = way.at(-1)!;
    return { way, root: rooted ? { source: last.source, shortTitle: last.shortTitle, seen: last.seen } : undefined };
  });

describe('the way of a citation', () => {
  it('has the sources of the citation in order, and ends with a root or an unknown origin', () => {
    fc.assert(
      fc.property(ways, (citation) => {
        const { stops, lost } = wayOf(citation);
        expect(stops.map((stop) => stop.source)).toEqual(citation.way.map((step) => step.source));
        expect(stops.filter((stop) => stop.root)).toHaveLength(lost ? 0 : 1);
      }),
    );
  });

  it('distinguishes a text that is carried from one that is only cited', () => {
    const step = (kind: WayStep['step']): WayStep => ({ source: 'a', shortTitle: 'A', voice: { id: 'v', name: 'V' }, seen: true, step: kind });
    expect((['republishes', 'abridges', 'relays'] as const).every((kind) => carriesText(step(kind)))).toBe(true);
    expect((['through', 'origin'] as const).some((kind) => carriesText(step(kind)))).toBe(false);
  });
});
