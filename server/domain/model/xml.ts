/** Writes XML 1.0: every text is escaped, and a character that XML does not allow (section 2.2) becomes U+FFFD: its reader would call the document damaged. */

/** Control characters other than tab and line breaks, surrogates without a partner, and the two that are never characters. */
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** What most texts are made of alone: nothing in it is escaped or replaced. */
const PLAIN = /^[ !#-%(-;=?-\uD7FF\uE000-\uFFFD]*$/;

/** Each becomes U+FFFD. */
export function xmlCharacters(text: string): string {
  return text.replace(NOT_IN_XML, '\uFFFD');
}

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** For text and for a value of an attribute; tabs and line breaks stay as they are in both. */
export function xmlText(text: string): string {
  if (PLAIN.test(text)) return text;
  return xmlCharacters(text).replace(/[&<>"'\t\n\r]/g, (character) => ESCAPED[character] ?? character);
}

/**
 * An element on one line; attributes that are undefined are left out.
 * @param content markup, written as it is; absent: an empty element
 */
export function xmlElement(name: string, attributes: Readonly<Record<string, string | number | boolean | undefined>>, content?: string): string {
  let written = '';
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) written += ` ${key}="${xmlText(String(value))}"`;
  return content === undefined ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}
