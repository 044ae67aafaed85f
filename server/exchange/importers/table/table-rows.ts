/** Reads the rows of a table of another program: whatever separates its cells, by the names in its head. */
import { readCsv } from '../../csv-table.ts';

export const SEPARATORS = [',', ';', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number];

export interface TableRow {
  cells: readonly string[];
  /** Line at which it begins. */
  line: number;
}
export interface TableRead {
  separator: Separator;
  /** Each once: the second of one name is numbered, and one without is called after its place. */
  heads: string[];
  rows: TableRow[];
  /** Line of a quote that is not closed, or goes on behind its end. */
  faultAt?: number;
}

/** Characters in which the separator is looked for, and rows that must agree on it. */
const LOOKED_AT = 65_536;
const ROWS = 20;
/** Columns that a table may have. */
const COLUMNS = 200;

/** The table that a text is; undefined where no separator cuts its first rows into the same number of cells, two or more. */
export function readTable(text: string): TableRead | undefined {
  const separator = separatorOf(text);
  if (separator === undefined) return undefined;
  const { rows, faultAt } = readCsv(text, separator);
  const [head, ...others] = rows;
  return { separator, heads: namesOf(head?.cells ?? []), rows: others, ...(faultAt === undefined ? {} : { faultAt }) };
}

/** What separates the cells: of those that cut the head into two or more, the one by which most rows are like the head. */
function separatorOf(text: string): Separator | undefined {
  const beginning = text.slice(0, LOOKED_AT);
  if (/^\uFEFF?\s*[{[<]/.test(beginning)) return undefined;
  let best: { separator: Separator; like: number; cells: number } | undefined;
  for (const separator of SEPARATORS) {
    const [head, ...rows] = readCsv(beginning, separator).rows.slice(0, ROWS + 1);
    const cells = head?.cells.length ?? 0;
    if (!head || cells < 2 || cells > COLUMNS || head.cells.every((cell) => cell.trim() === '')) continue;
    const like = rows.filter((row) => row.cells.length === cells).length;
    if (like > 0 && (!best || like > best.like || (like === best.like && cells > best.cells))) best = { separator, like, cells };
  }
  return best?.separator;
}

function namesOf(cells: readonly string[]): string[] {
  const names: string[] = [];
  const used = new Set<string>();
  cells.forEach((cell, i) => {
    const plain = cell
      .normalize('NFC')
      .replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
      .trim()
      .slice(0, 480);
    const name = plain === '' ? `column ${i + 1}` : plain;
    let numbered = name;
    for (let n = 2; used.has(numbered); n += 1) numbered = `${name} (${n})`;
    used.add(numbered);
    names.push(numbered);
  });
  return names;
}
