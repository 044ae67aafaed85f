/** Chains of `textOf`, the roots of citations, and their ways. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainOf, findTextOfCycles, rememberedChains, rootOf, wayOf } from './lineage.ts';
import type { Source } from '../model/records.ts';
import { records, type CitationBrief } from '../testing/build-records.ts';
import { checkProperty } from '../testing/check-property.ts';

const carries = (source: string) => ({ textOf: { source, how: 'republishes' as const } });
const { sources } = records({
  sources: [
    { id: 'paper' },
    { id: 'wire' },
    { id: 'reprint', ...carries('wire') },
    { id: 'reprint-of-reprint', ...carries('reprint') },
    { id: 'indictment' },
    { id: 'press-copy', ...carries('indictment') },
    { id: 'lost', ...carries('nowhere') },
  ],
});
const citation = (brief: CitationBrief) =>
  records({
    sources: [...sources.values()],
    claims: [{ id: 'c', predicate: 'p', citations: [brief] }],
  }).citations.get('c')![0]!;
const ids = (list: readonly Source[]) => list.map(({ id }) => id);

describe('a chain', () => {
  it('runs from the source along textOf to a text that carries no other', () => {
    expect(ids(chainOf('reprint-of-reprint', sources))).toEqual(['reprint-of-reprint', 'reprint', 'wire']);
    expect(ids(chainOf('paper', sources))).toEqual(['paper']);
  });
  it('stops at a source that is not known', () => {
    expect([ids(chainOf('lost', sources)), chainOf('nowhere', sources)]).toEqual([['lost'], []]);
  });
  it('stops where it would repeat a source', () => {
    const round = records({
      sources: [
        { id: 'x', ...carries('y') },
        { id: 'y', ...carries('x') },
      ],
    }).sources;
    expect(ids(chainOf('x', round))).toEqual(['x', 'y']);
  });
});

describe('the root of a citation', () => {
  it.each([
    [{ source: 'paper' }, 'paper'],
    [{ source: 'reprint-of-reprint' }, 'wire'],
    [{ source: 'reprint-of-reprint', originBasis: 'own-voice' }, 'reprint-of-reprint'],
    [{ source: 'paper', origin: 'press-copy' }, 'indictment'],
    [{ source: 'reprint', origin: 'indictment', originBasis: 'inferred' }, 'indictment'],
    [{ source: 'paper', originBasis: 'not-established' }, undefined],
    [{ source: 'paper', importOnly: true, standing: 'unstated' }, undefined],
    [{ source: 'paper', origin: 'nowhere' }, undefined],
  ] as [CitationBrief, string | undefined][])('of %j is %s', (brief, root) => {
    expect(rootOf(citation(brief), sources)?.id).toBe(root);
  });
});

describe('the way of a citation', () => {
  it('is the source read with its chain, then each named between with its own, then the origin with its own, each once', () => {
    expect(ids(wayOf(citation({ source: 'reprint', through: ['press-copy', 'paper'], origin: 'indictment' }), sources))).toEqual([
      'reprint',
      'wire',
      'press-copy',
      'indictment',
      'paper',
    ]);
  });
  it('leaves out the text a page carries where the page speaks for itself', () => {
    expect(ids(wayOf(citation({ source: 'reprint', originBasis: 'own-voice' }), sources))).toEqual(['reprint']);
  });
});

describe('cycles of textOf', () => {
  it('are found, each once, beginning with its smallest id', () => {
    const round = records({
      sources: [
        { id: 'c', ...carries('a') },
        { id: 'a', ...carries('b') },
        { id: 'b', ...carries('c') },
        { id: 'self', ...carries('self') },
        { id: 'tail', ...carries('c') },
        { id: 'sound' },
      ],
    }).sources;
    expect(findTextOfCycles(round)).toEqual([['a', 'b', 'c'], ['self']]);
    expect(findTextOfCycles(sources)).toEqual([]);
  });
  it('are found exactly where following textOf never ends', () => {
    checkProperty(
      'cycles',
      fc.property(fc.array(fc.option(fc.nat({ max: 9 }), { nil: undefined }), { maxLength: 10 }), (links) => {
        const graph = records({
          sources: links.map((to, i) => ({
            id: `s${i}`,
            ...(to === undefined ? {} : carries(`s${to}`)),
          })),
        }).sources;
        const endless = [...graph.keys()].filter((start) => {
          let id: string | undefined = start;
          for (let steps = 0; steps <= graph.size; steps += 1) id = id === undefined ? undefined : graph.get(id)?.textOf?.source;
          return id !== undefined;
        });
        const cycles = findTextOfCycles(graph);
        expect(cycles.length > 0).toBe(endless.length > 0);
        const inCycles = cycles.flat();
        expect(new Set(inCycles).size).toBe(inCycles.length);
        for (const cycle of cycles) cycle.forEach((id, i) => expect(graph.get(id)?.textOf?.source).toBe(cycle[(i + 1) % cycle.length]));
        for (const start of endless) expect(ids(chainOf(start, graph)).some((id) => inCycles.includes(id))).toBe(true);
        const remembered = rememberedChains(graph);
        for (const id of graph.keys()) expect(remembered(id)).toEqual(chainOf(id, graph));
      }),
    );
  });
});
