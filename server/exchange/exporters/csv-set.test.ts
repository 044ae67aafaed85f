import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryRecords } from '../../domain/testing/arbitrary-records.ts';
import { records } from '../../domain/testing/build-records.ts';
import { checkProperty } from '../../domain/testing/check-property.ts';
import type { Records } from '../../domain/model/records.ts';
import { wholeInput } from '../testing/whole-input.ts';
import { writtenFiles } from '../testing/written-files.ts';
import { csvSet } from './csv-set.ts';

/** Parses RFC 4180 strictly into rows of cells. */
function parsed(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    if (quoted && c === '"' && text[i + 1] === '"') {
      cell += '"';
      i += 1;
    } else if (c === '"') quoted = !quoted;
    else if (!quoted && c === ',') {
      row.push(cell);
      cell = '';
    } else if (!quoted && c === '\r' && text[i + 1] === '\n') {
      rows.push([...row, cell]);
      [row, cell] = [[], ''];
      i += 1;
    } else cell += c;
  }
  expect({ row, cell, quoted }).toEqual({ row: [], cell: '', quoted: false });
  return rows;
}

function tables(from: Records) {
  const files = writtenFiles(csvSet, wholeInput(from));
  const table = (name: string) => {
    const text = files.find((file) => file.name === `${name}.csv`)?.text ?? '';
    expect(text.charAt(0)).toBe('\uFEFF');
    const [head = [], ...rows] = parsed(text.slice(1));
    return rows.map((row) => {
      expect(row).toHaveLength(head.length);
      return Object.fromEntries(head.map((key, i) => [key, row[i] ?? '']));
    });
  };
  return {
    nodes: table('nodes'),
    edges: table('edges'),
    citations: table('citations'),
    sources: table('sources'),
    files,
  };
}

describe('the CSV set', () => {
  it('has no missing id, no duplicate id, no row of another length and no formula, for any records', () => {
    checkProperty(
      'the CSV set is whole',
      fc.property(arbitraryRecords({ entities: 4, claims: 10 }), (from) => {
        const { nodes, edges, citations, sources } = tables(from);
        for (const rows of [nodes, edges, citations, sources]) {
          expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
          for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^[=+\-@\t\r](?!\d)/);
        }
        const has = (rows: Record<string, string>[]) => new Set(['', ...rows.map(({ id }) => id ?? '')]);
        const [known, read] = [has(nodes), has(sources)];
        for (const { source = '', target = '' } of edges) expect([known.has(source), known.has(target)]).toEqual([true, true]);
        const claims = new Set(edges.map(({ claim }) => claim));
        expect(claims).toEqual(new Set(from.claims.keys()));
        for (const citation of citations) {
          expect([claims.has(citation['claim']), read.has(citation['source'] ?? ''), read.has(citation['root'] ?? '')]).toEqual([true, true, true]);
        }
        expect(citations).toHaveLength([...from.citations.values()].flat().length);
      }),
      { runs: 60 },
    );
  });
  it('escapes formulas and keeps quotes, commas, line breaks and other scripts', () => {
    const texts = ['=1+1', '+1', '-1', '@x', '\tx', 'say "so", then', 'two\r\nlines', 'رجل'];
    const { nodes } = tables(
      records({
        entities: texts.map((text, i) => ({
          id: `e${i}`,
          names: [{ text, lang: 'en', kind: 'primary' }],
        })),
      }),
    );
    expect(nodes.map(({ label }) => label)).toEqual(["'=1+1", "'+1", "'-1", "'@x", "'\tx", ...texts.slice(5)]);
  });
  it('runs nothing of the texts made to be run, and begins every table with a byte-order mark (fault 14)', () => {
    const trap = JSON.parse(readFileSync(new URL('../../../fixtures/faults/csv-trap.json', import.meta.url), 'utf8'));
    const { nodes, files } = tables(records({ entities: trap.entities }));
    expect(nodes.map(({ label }) => label)).toEqual(['\'=HYPERLINK("http://x","y")', "'-Minus", "'  =1+1", 'a;b,"c"\nd']);
    for (const { name, text } of files) if (name.endsWith('.csv')) expect(text.charAt(0)).toBe('\uFEFF');
  });
  it('has a row for each segment, for each qualifier without a segment, and for a claim that has neither', () => {
    const { edges } = tables(
      records({
        claims: [
          { id: 'a', predicate: 'p', subject: 's', object: 'o', via: 'v', at: ['x', 'y'] },
          { id: 'b', predicate: 'p', subject: 'unknown', object: 'o' },
          { id: 'c', predicate: 'p', subject: 's', object: { text: 'words', lang: 'en' } },
        ],
      }),
    );
    expect(edges.map(({ id, source, target, subject, object }) => [id, source, target, subject, object])).toEqual([
      ['a#segment 0', 's', 'v', 's', 'o'],
      ['a#segment 1', 'v', 'o', 's', 'o'],
      ['a#at', 's', 'x', 's', 'o'],
      ['a#at 1', 's', 'y', 's', 'o'],
      ['b#whole', '', 'o', 'unknown', 'o'],
      ['c#whole', 's', '', 's', 'words'],
    ]);
  });
  it('contains the printed lines', () => {
    const { files } = tables(records({}));
    expect(files.map(({ name }) => name)).toEqual(['citations.csv', 'edges.csv', 'nodes.csv', 'printed-lines.txt', 'sources.csv']);
  });
});
