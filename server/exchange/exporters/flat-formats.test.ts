/** Formats of plain nodes and edges: no claim is lost, none is told firmer than it is, and no text of a record becomes markup. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryRecords } from '../../domain/testing/arbitrary-records.ts';
import { records, type RecordsBrief } from '../../domain/testing/build-records.ts';
import { checkProperty } from '../../domain/testing/check-property.ts';
import type { Records } from '../../domain/model/records.ts';
import { wholeInput } from '../testing/whole-input.ts';
import { writtenFiles } from '../testing/written-files.ts';
import { cytoscapeJson } from './cytoscape-json.ts';
import { gexf } from './gexf.ts';
import { graphml } from './graphml.ts';

interface Element {
  data: Record<string, unknown> & { id: string };
  position?: { x: number; y: number };
}
function elementsOf(of: Records, positions?: { id: string; x: number; y: number }[]): { nodes: Element[]; edges: Element[] } {
  const [file] = writtenFiles(cytoscapeJson, { ...wholeInput(of), view: { filters: [], positions } });
  return (JSON.parse(file?.text ?? '') as { elements: { nodes: Element[]; edges: Element[] } }).elements;
}
const textOf = (exporter: typeof graphml, of: Records) => writtenFiles(exporter, wholeInput(of)).find(({ name }) => name.startsWith('graph.'))?.text ?? '';
const edgeOf = (brief: RecordsBrief) => elementsOf(records(brief)).edges[0]?.data;

describe('an edge', () => {
  it('stands for one claim, with its standing in its label, its figures, and its citations as a curated file has them', () => {
    const edge = edgeOf({
      claims: [
        {
          id: 'c',
          predicate: 'paid',
          subject: 'a',
          object: 'b',
          citations: [
            { source: 'page', locator: 3, paraphrase: 'It says so.', standing: { level: 'alleged', by: 'moj' }, happened: '2020-02' },
            { source: 'page', locator: 4, paraphrase: 'It does not.', stance: 'disputes', standing: { level: 'denied', by: 'a' } },
          ],
        },
      ],
      sources: [{ id: 'page', title: 'A page', url: 'https://example.org/' }],
    });
    expect(edge).toMatchObject({
      id: 'c-CLAIM',
      source: 'a',
      target: 'b',
      label: 'paid (alleged)',
      claim: 'c',
      standing: 'alleged',
      by: 'moj',
      origins: 1,
      contested: true,
      happened: '2020-02',
      start: '2020-02-01',
      end: '2020-02-29',
      source_titles: 'A page',
      source_urls: 'https://example.org/',
    });
    expect(edge?.['citations']).toMatchObject([
      { locator: { paragraph: 3 }, standing: { level: 'alleged', by: 'moj' } },
      { locator: { paragraph: 4 }, stance: 'disputes' },
    ]);
  });
  it('of an attempt says so in its label', () => {
    const brief = {
      claims: [{ id: 'c', predicate: 'killed', subject: 'a', object: 'b', attempted: true, citations: [{ source: 'page' }] }],
      sources: [{ id: 'page' }],
    };
    expect(edgeOf(brief)).toMatchObject({ label: 'killed, attempted (reported)', attempted: true });
  });
  it('has a node of its own at an end that is not known, a value, a text, or nobody', () => {
    const ends = [
      { subject: 'unknown', object: 'b' },
      { subject: 'a', object: 'none' },
      { subject: 'a', object: 'value' },
      { subject: 'a', object: { text: 'so', lang: 'en' } },
    ] as const;
    const { nodes, edges } = elementsOf(
      records({
        claims: ends.map((end, i) => ({ id: `c${i}`, predicate: 'p', ...end, citations: [{ source: 'page', happened: '2020' }] })),
        sources: [{ id: 'page' }],
      }),
    );
    expect(edges.map(({ data }) => [data['source'], data['target']])).toEqual([
      ['c0-SUBJECT', 'b'],
      ['a', 'c1-OBJECT'],
      ['a', 'c2-OBJECT'],
      ['a', 'c3-OBJECT'],
    ]);
    expect(nodes.flatMap(({ data }) => data['open_end'] ?? [])).toEqual(['unknown', 'none', 'value', 'text']);
  });
});

describe('positions', () => {
  it('are those of the drawing, of entities that are in the piece', () => {
    const of = records({ claims: [{ id: 'c', predicate: 'p', subject: 'a', object: 'b', citations: [{ source: 'page' }] }], sources: [{ id: 'page' }] });
    const { nodes } = elementsOf(of, [
      { id: 'a', x: 1.5, y: -2 },
      { id: 'stranger', x: 0, y: 0 },
    ]);
    expect(nodes.map(({ data, position }) => [data.id, position])).toEqual([
      ['a', { x: 1.5, y: -2 }],
      ['b', undefined],
    ]);
  });
});

const HOSTILE = `<b a='1'>&"]]>\u0000\uD800 \uFFFE`;
describe.each([graphml, gexf])('$label', (exporter) => {
  it('escapes every text of a record, and writes no character that XML does not allow', () => {
    const of = records({
      entities: [{ id: 'a', names: [{ text: HOSTILE, lang: 'en', kind: 'primary' }] }],
      claims: [{ id: 'c', predicate: 'p', subject: 'a', object: { text: HOSTILE, lang: 'en' }, citations: [{ source: 'page', paraphrase: HOSTILE }] }],
      sources: [{ id: 'page', title: HOSTILE }],
    });
    const text = textOf(exporter, of);
    expect(text).not.toContain('<b a');
    expect(text).toContain('&lt;b a=&apos;1&apos;&gt;&amp;&quot;]]&gt;\uFFFD\uFFFD \uFFFD');
    // eslint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\u0000-\u0008\uFFFE]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
  });
  it('has every claim and entity once, no id twice and no end without a node, for any records', () => {
    checkProperty(
      `${exporter.format} is whole`,
      fc.property(arbitraryRecords(), (of) => {
        const text = textOf(exporter, of);
        const ids = (element: string) => [...text.matchAll(new RegExp(`<${element} id="([^"]+)"`, 'g'))].map(([, id]) => id);
        const nodes = ids('node');
        const edges = ids('edge');
        expect(edges).toHaveLength(of.claims.size);
        expect(nodes.filter((id) => of.entities.has(id ?? ''))).toHaveLength(of.entities.size);
        expect(new Set([...nodes, ...edges]).size).toBe(nodes.length + edges.length);
        for (const [, source, target] of text.matchAll(/<edge [^>]*source="([^"]+)" target="([^"]+)"/g)) {
          expect(nodes).toContain(source);
          expect(nodes).toContain(target);
        }
      }),
      { runs: 60 },
    );
  });
});

describe('GraphML', () => {
  it('has ids that its schema takes, though an id of ours may hold a tilde', () => {
    const of = records({
      claims: [{ id: 'x~y', predicate: 'p', subject: 'a~b', object: 'unknown', citations: [{ source: 'page' }] }],
      sources: [{ id: 'page' }],
    });
    expect(textOf(graphml, of)).toContain('<edge id="xTILDEy-CLAIM" source="aTILDEb" target="xTILDEy-OBJECT"');
  });
});

describe('GEXF', () => {
  const spansOf = (happened: string | string[]) =>
    [
      ...textOf(
        gexf,
        records({ claims: [{ id: 'c', predicate: 'p', subject: 'a', object: 'b', citations: [{ source: 'page', happened }] }], sources: [{ id: 'page' }] }),
      ).matchAll(/<(?:edge|spell)[^>]*?( start="[^"]*")?( end="[^"]*")?(?:>|\/>)/g),
    ]
      .map(([, start = '', end = '']) => `${start}${end}`.trim())
      .filter((span) => span !== '');
  it.each([
    ['2020', 'start="2020-01-01" end="2020-12-31"'],
    ['2020-02', 'start="2020-02-01" end="2020-02-29"'],
    ['2020/..', 'start="2020-01-01"'],
    ['../2020', 'end="2020-12-31"'],
    ['2020-24', 'start="2020-12-01" end="2021-02-28"'],
  ])('writes %s as the first and last day that it may mean', (happened, span) => expect(spansOf(happened)).toEqual([span]));
});
