/** Writes a table as CSV (RFC 4180). Cells that a spreadsheet would run as formulas are escaped. */

export type Cell = string | number | undefined;

/** Lines end in CRLF. Every row must have as many cells as the head. */
export function csvTable(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [head, ...rows].map((row) => `${head.map((_, i) => cell(row[i])).join(',')}\r\n`).join('');
}

/** A text that begins with = + - @, tab or carriage return gets an apostrophe in front, and is quoted. */
function cell(value: Cell): string {
  if (value === undefined) return '';
  const text = String(value);
  const isFormula = typeof value === 'string' && /^[=+\-@\t\r]/.test(text);
  if (!isFormula && !/[",\r\n]/.test(text)) return text;
  return `"${(isFormula ? `'${text}` : text).replaceAll('"', '""')}"`;
}
