/** The Markdown of a dossier as tokens. No HTML in it is let through, and nothing becomes a link that is not written as one. */
import MarkdownIt from 'markdown-it';
import footnote from 'markdown-it-footnote';

export function dossierReader() {
  return new MarkdownIt('commonmark', { html: false, linkify: false, typographer: false, xhtmlOut: false }).use(footnote);
}

/** The section that holds the place of a picture, where there is none. */
const NO_PICTURE = /\n## Picture\n\n\*Place for the picture[^\n]*\*\n/;

/** With as many lines as before, so that parts stand where they stood. */
export function withoutPicture(markdown: string): string {
  return markdown.replace(NO_PICTURE, '\n\n\n\n');
}
