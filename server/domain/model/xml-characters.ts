/** Characters that XML 1.0 does not allow (section 2.2): a document with one of them is called damaged by its reader. */

/** Control characters other than tab and line breaks, surrogates without a partner, and the two that are never characters. */
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Each becomes U+FFFD. */
export function xmlCharacters(text: string): string {
  return text.replace(NOT_IN_XML, '\uFFFD');
}
