/** The text of a web page: the article that Readability finds in it, or else all that it shows. Nothing of it is run, and nothing is fetched. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { AppError } from '../domain/model/errors.ts';
import type { ConvertedFile } from './convert-file.ts';

/** What is never read as text. */
const NEVER = 'script, style, noscript, template, iframe, object, embed, svg, math, nav, form, button, select, textarea, [hidden]';
/** Elements that begin a line of their own. */
const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CAPTION CENTER DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER ' +
    'H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION SUMMARY TABLE TD TH TR UL'
  ).split(' '),
);
/** Elements at which Readability looks; a page of more is read whole. */
const MOST_ELEMENTS = 50_000;
/** Levels to which elements may stand in each other: readers of pages go down level by level. */
const DEEPEST = 1_000;
/** Characters from which what Readability finds is taken for the article, however long the page is. */
const SURELY_ARTICLE = 1_500;

/** @throws AppError `refused` where elements stand too deep in each other */
export function textOfHtml(html: string): ConvertedFile {
  refuseDeep(html);
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`);
  const language = document.documentElement?.getAttribute('lang')?.trim() ?? '';
  const title = document.querySelector('title')?.textContent?.trim() ?? '';
  for (const element of document.querySelectorAll(NEVER)) element.remove();
  const whole = linesOf(document.body).join('\n');
  const article = articleOf(document as unknown as Document);
  const text = article?.text ?? '';
  return {
    // An article of a few words within a long page is a wrong guess.
    text: text.length > SURELY_ARTICLE || text.length * 3 > whole.length ? text : whole,
    ...(article?.title || title ? { title: article?.title || title } : {}),
    ...(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(language) ? { language } : {}),
  };
}

function articleOf(document: Document): { text: string; title: string } | undefined {
  try {
    const found = new Readability<Node>(document, { maxElemsToParse: MOST_ELEMENTS, serializer: (node) => node }).parse();
    if (!found?.content) return undefined;
    return { text: linesOf(found.content).join('\n'), title: found.title?.trim() ?? '' };
  } catch {
    // It gives up on a page of too many elements; the page is then read whole.
    return undefined;
  }
}

/** The lines that a page shows, in its order. */
function linesOf(root: Node | null): string[] {
  const lines: string[] = [];
  let open = '';
  const close = () => {
    const line = open.replace(/\s+/gu, ' ').trim();
    if (line !== '') lines.push(line);
    open = '';
  };
  const read = (node: Node): void => {
    if (node.nodeType === 3) {
      open += node.textContent ?? '';
      return;
    }
    const isBlock = BLOCKS.has(node.nodeName.toUpperCase());
    if (isBlock) close();
    for (const child of node.childNodes) read(child);
    if (isBlock) close();
  };
  if (root) read(root);
  close();
  return lines;
}

/** Counts how deep tags stand in each other before anything goes down there. Tags without an end are few levels, and counted none the less. */
function refuseDeep(html: string): void {
  let depth = 0;
  for (const [, ending, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)\b[^>]*>/gi)) {
    if (/^(?:area|base|br|col|embed|hr|img|input|link|meta|p|li|td|tr|th|dd|dt|option|source|track|wbr)$/i.test(name)) continue;
    depth = Math.max(0, depth + (ending ? -1 : 1));
    if (depth > DEEPEST) throw new AppError('refused', `The elements of this page stand deeper in each other than ${DEEPEST} levels. Paste its text instead.`);
  }
}
