/** Writes a table as CSV (RFC 4180) that Excel reads as UTF-8. Cells that a spreadsheet would run as formulas are escaped. */
import { eachInSlices, type InSlices } from '../domain/figures/in-slices.ts';

export type Cell = string | number | undefined;

/** Without it Excel reads a CSV file in the character set of the machine. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A text that a spreadsheet may run: it begins with = + - @, plain, small or full-width, after whatever shows nothing (white space, line breaks, control and
 * format characters, fillers, combining marks), or with a tab or carriage return.
 */
const FORMULA = /^(?:[\s\p{Cc}\p{Cf}\p{M}\u115F\u1160\u3164\uFFA0\u2800]*[=+\-@\uFE62\uFE63\uFE66\uFE6B\uFF0B\uFF0D\uFF1D\uFF20\u2212]|[\t\r])/u;

/** Begins with a byte-order mark; lines end in CRLF. Every row must have as many cells as the head. */
export function* csvTable(head: readonly string[], rows: readonly (readonly Cell[])[]): InSlices<string> {
  const lines = yield* eachInSlices([head, ...rows], (row) => `${head.map((_, i) => cell(row[i])).join(',')}\r\n`);
  return BYTE_ORDER_MARK + lines.join('');
}

/** A text that a spreadsheet may run gets an apostrophe in front, and is quoted; numbers stay numbers. */
function cell(value: Cell): string {
  if (value === undefined) return '';
  const text = String(value);
  const isFormula = typeof value === 'string' && FORMULA.test(text);
  if (!isFormula && !/[",;\t\r\n]/.test(text)) return text;
  return `"${(isFormula ? `'${text}` : text).replaceAll('"', '""')}"`;
}
