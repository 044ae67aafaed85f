/** Text as Markdown: nothing that stands in a record becomes markup, and a section and a list are written the same way everywhere. */

/**
 * Escapes what Markdown or HTML would read as markup, links from bare addresses, mentions and short names of emoji included, and replaces line breaks by spaces.
 * What begins a list, a quotation or code is escaped at the beginning only, since every text stands on one line.
 */
export function escaped(text: string): string {
  return text
    .replace(/\s*[\r\n\u0085\u2028\u2029]+\s*/g, ' ')
    .trimStart()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_{}[\]#|~$@^]/g, String.raw`\$&`)
    .replace(/^[-+=>]/, String.raw`\$&`)
    .replace(/^(\d+)([.)])/, String.raw`$1\$2`)
    .replace(/:(?=\/\/|[\w+-]+:)|(?<=\b(?:mailto|xmpp|tel)):/gi, String.raw`\:`)
    .replace(/(?<=\bwww)\./gi, String.raw`\.`);
}

/** An address of a source as a link; one that is no plain web address stays text. */
export function addressLink(url: string): string {
  return /^https?:\/\/[^\s<>\\]+$/i.test(url) ? `<${url}>` : escaped(url);
}

/** @param body Markdown already */
export function section(title: string, body: string, level = 2): string {
  return `${'#'.repeat(level)} ${escaped(title)}\n\n${body}`;
}

export function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${escaped(line)}`).join('\n');
}
