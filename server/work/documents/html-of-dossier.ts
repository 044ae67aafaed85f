/** A dossier as one web page that needs nothing else: it opens without a network, is read by keyboard, and prints on paper. */
import { pictureFile } from '../../domain/picturing/svg/described-picture.ts';
import { dossierReader, withoutPicture } from './read-markdown.ts';
import type { DocumentPart, DossierToRender } from './render-dossier.ts';

const STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 46rem; font: 1.0625rem/1.6 Georgia, "Times New Roman", serif; color: #1b1d22; background: #fff; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 2.25rem 0 .5rem; border-bottom: 1px solid #c9ccd3; padding-bottom: .2rem; }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .4rem; }
p, ul, ol { margin: 0 0 .8rem; }
li { margin-bottom: .3rem; }
blockquote { margin: 0 0 .8rem; padding-inline-start: 1rem; border-inline-start: 3px solid #c9ccd3; font-style: italic; }
blockquote em { font-size: .85rem; }
a { color: #17489a; }
a:focus-visible, [tabindex]:focus-visible { outline: 2px solid #17489a; outline-offset: 2px; }
sup { font: .7rem/1 system-ui, sans-serif; }
svg { display: block; max-width: 100%; height: auto; }
.footnotes-sep { border: 0; border-top: 1px solid #c9ccd3; margin-top: 2.5rem; }
.footnotes { font-size: .9rem; line-height: 1.5; }
.footnotes p { margin: 0; }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  h2, h3 { break-after: avoid; }
  li, p { orphans: 3; widows: 3; }
  a { color: inherit; text-decoration: none; }
  .footnote-backref { display: none; }
}
@page { margin: 22mm 20mm; }
`.trim();

/**
 * The body of the page: what is printed, and what is shown before that.
 * @param placed parts of a composed dossier, each of which becomes a section with its place
 */
export function bodyOfDossier({ markdown, placed = [], figure }: Pick<DossierToRender, 'markdown' | 'placed' | 'figure'>): string {
  const reader = dossierReader();
  reader.renderer.rules['image'] = (tokens, at) => (figure && tokens[at]?.attrGet('src') === pictureFile() ? figure.svg.trim() : '');
  const text = reader.renderer.render(inSections(reader.parse(withoutPicture(markdown), {}), placed), reader.options, {});
  return text.replace('<section class="footnotes">', '<section class="footnotes" aria-label="Notes">').trim();
}

type Tokens = ReturnType<ReturnType<typeof dossierReader>['parse']>;

/** Blocks of the text begin and end at lines; the footnotes at its end stand at none. */
function inSections(tokens: Tokens, placed: NonNullable<DossierToRender['placed']>): Tokens {
  const [first] = tokens;
  if (!first || placed.length === 0) return tokens;
  const markup = (content: string) =>
    Object.assign(Object.create(Object.getPrototypeOf(first) as object), {
      ...first,
      type: 'html_block',
      tag: '',
      attrs: null,
      children: null,
      nesting: 0,
      content,
      hidden: false,
    }) as Tokens[number];
  const marked: Tokens = [];
  let next = 0;
  let open: (typeof placed)[number] | undefined;
  for (const token of tokens) {
    if (token.level === 0 && token.nesting >= 0) {
      const line = token.map?.[0] ?? Number.POSITIVE_INFINITY;
      if (open && line >= open.to) {
        marked.push(markup('</section>\n'));
        open = undefined;
      }
      for (let part = placed[next]; !open && part && line >= part.from; part = placed[next]) {
        next += 1;
        if (line < part.to) {
          marked.push(markup(`<section data-part="${part.part}">\n`));
          open = part;
        }
      }
    }
    marked.push(token);
  }
  return open ? [...marked, markup('</section>\n')] : marked;
}

export function htmlOfDossier({ title, markdown, figure }: DossierToRender): DocumentPart[] {
  const reader = dossierReader();
  const body = bodyOfDossier({ markdown, figure });
  const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Attest">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:">
<title>${reader.utils.escapeHtml(title)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<main dir="auto">
${body}
</main>
</body>
</html>
`;
  return [{ name: 'dossier.html', bytes: new TextEncoder().encode(page) }];
}
