/** Tells by what a text begins with what it is, where JSON is expected: a table of cells, a page, a text. */

export interface OtherFormat {
  /** With its article, as in "a page (HTML)". */
  name: string;
  remedy: string;
}

/** Characters looked at. */
const LOOKED_AT = 4_096;
const CURATED = 'give the records as a curated file, which is JSON (its schema is attest-1.schema.json)';
const AS_TEXT = 'add it as the text of a source instead; an import takes curated files, which are JSON';
const SEPARATORS = [',', ';', '\t'] as const;
const NAMES: Readonly<Record<(typeof SEPARATORS)[number], string>> = { ',': 'a table (CSV)', ';': 'a table (CSV)', '\t': 'a table (TSV)' };

/** Cells of a line, of which those in quotation marks may hold the separator. */
const cellsOf = (line: string, separator: string): number => line.replace(/"(?:[^"]|"")*"/g, '').split(separator).length;

/** Undefined for what may have been meant as JSON. */
export function otherFormat(text: string): OtherFormat | undefined {
  const begins = text.slice(0, LOOKED_AT).trimStart();
  if (begins === '' || /^(?:[[{]|\/[/*]|-?\d+$|true$|false$|null$)/.test(begins)) return undefined;
  if (/^<(?:!doctype html|html|head|body)\b/i.test(begins)) return { name: 'a page (HTML)', remedy: AS_TEXT };
  if (/^<[?!a-z]/i.test(begins)) return { name: 'XML', remedy: CURATED };
  const lines = begins.split(/\r?\n/).filter((line) => line.trim() !== '');
  // The last one may be cut.
  const [first = '', second] = text.length > LOOKED_AT ? lines.slice(0, -1) : lines;
  const separator = SEPARATORS.find((one) => cellsOf(first, one) > 1 && (second === undefined || cellsOf(second, one) === cellsOf(first, one)));
  if (separator !== undefined && second !== undefined) return { name: NAMES[separator], remedy: CURATED };
  if (/^---\r?\n/.test(begins) || (second !== undefined && /^[\w-]+:(?: |$)/.test(first))) return { name: 'YAML', remedy: CURATED };
  return /^\p{L}[^":{}]* \p{L}/u.test(first) ? { name: 'a text', remedy: AS_TEXT } : undefined;
}
