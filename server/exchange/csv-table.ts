/** Writes a table as CSV (RFC 4180) that Excel reads as UTF-8, and reads it again. Cells that a spreadsheet would run as formulas are escaped. */
export type Cell = string | number | undefined;

/** Without it Excel reads a CSV file in the character set of the machine. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A text that a spreadsheet may run: it begins with = + - @, plain, small or full-width, after whatever shows nothing (white space, line breaks, control and
 * format characters, fillers, combining marks), or with a tab or carriage return.
 */
const FORMULA = /^(?:[\s\p{Cc}\p{Cf}\p{M}\u115F\u1160\u3164\uFFA0\u2800]*[=+\-@\uFE62\uFE63\uFE66\uFE6B\uFF0B\uFF0D\uFF1D\uFF20\u2212]|[\t\r])/u;

/**
 * The table in parts. It begins with a byte-order mark; lines end in CRLF.
 * @param rows each has as many cells as the head; some of one record at a time
 */
export function* csvTable(head: readonly string[], rows: Iterable<readonly (readonly Cell[])[]>): Generator<string, void> {
  const line = (row: readonly Cell[]) => `${head.map((_, i) => cell(row[i])).join(',')}\r\n`;
  yield BYTE_ORDER_MARK + line(head);
  for (const some of rows) yield some.map(line).join('');
}

/** A text that a spreadsheet may run gets an apostrophe in front, and is quoted; numbers stay numbers. */
function cell(value: Cell): string {
  if (value === undefined) return '';
  const text = String(value);
  const isFormula = typeof value === 'string' && FORMULA.test(text);
  if (!isFormula && !/[",;\t\r\n]/.test(text)) return text;
  return `"${(isFormula ? `'${text}` : text).replaceAll('"', '""')}"`;
}

export interface CsvRow {
  cells: string[];
  /** Line at which it begins. */
  line: number;
}

/**
 * The rows of a table; with the line of a quote that is not closed, or closed amid a cell, where there is one.
 * @param separator of the cells: one character
 */
export function readCsv(text: string, separator = ','): { rows: CsvRow[]; faultAt?: number } {
  const rows: CsvRow[] = [];
  let line = 1;
  let at = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  while (at < text.length) {
    const row: CsvRow = { cells: [], line };
    for (;;) {
      const isQuoted = text[at] === '"';
      const end = isQuoted ? endOfQuoted(text, at) : endOfPlain(text, at, separator);
      const next = text[end] ?? '\n';
      if (end < 0 || (next !== separator && next !== '\r' && next !== '\n')) return { rows, faultAt: line };
      const raw = isQuoted ? text.slice(at + 1, end - 1).replaceAll('""', '"') : text.slice(at, end);
      if (isQuoted) line += raw.split('\n').length - 1;
      row.cells.push(raw.startsWith("'") && FORMULA.test(raw.slice(1)) ? raw.slice(1) : raw);
      at = end + 1;
      if (next === separator) continue;
      if (next === '\r' && text[at] === '\n') at += 1;
      break;
    }
    line += 1;
    // An empty line is no row.
    if (row.cells.length > 1 || row.cells[0] !== '') rows.push(row);
  }
  return { rows };
}

/** Behind the quote that closes a cell; -1 where none does. */
function endOfQuoted(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 2)) if (text[end + 1] !== '"') return end + 1;
  return -1;
}

function endOfPlain(text: string, start: number, separator: string): number {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\r' && text[end] !== '\n') end += 1;
  return end;
}
