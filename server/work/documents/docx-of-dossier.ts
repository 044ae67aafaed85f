/** A dossier as a Word document, as editors work in it: headings, lists, links, and footnotes of Word's own. */
import {
  Bookmark,
  BookmarkEnd,
  BookmarkStart,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  SimpleField,
  TextRun,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';
import { unzipSync } from 'fflate';
import { xmlCharacters } from '../../domain/model/xml.ts';
import { pictureFile } from '../../domain/picturing/svg/described-picture.ts';
import { dossierReader, withoutPicture } from './read-markdown.ts';
import type { DocumentPart, DossierToRender } from './render-dossier.ts';

type Token = ReturnType<ReturnType<typeof dossierReader>['parse']>[number];
const HEADINGS = [HeadingLevel.TITLE, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;
/** The document has a date of its own in its text; the one of the file would make each export another one. */
const NO_DATE = '2000-01-01T00:00:00Z';
/** A character of a script that is written from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
/** By which own words are set in, in twentieths of a point. */
const QUOTED = 400;
const LETTER = /\p{L}/u;

export async function docxOfDossier({ title, markdown, figure }: DossierToRender): Promise<DocumentPart[]> {
  const { blocks, notes } = readBlocks(markdown, figure);
  const document = new Document({
    title,
    creator: 'Attest',
    lastModifiedBy: 'Attest',
    styles: {
      default: {
        document: { run: { font: 'Georgia', size: 22 }, paragraph: { spacing: { after: 140, line: 300, lineRule: 'auto' } } },
        title: { run: { font: 'Georgia', size: 36, bold: true }, paragraph: { spacing: { after: 200, line: 276, lineRule: 'auto' } } },
        heading1: { run: { font: 'Georgia', size: 28, bold: true, color: '1B1D22' }, paragraph: { spacing: { before: 360, after: 120 }, keepNext: true } },
        heading2: { run: { font: 'Georgia', size: 24, bold: true, color: '1B1D22' }, paragraph: { spacing: { before: 240, after: 100 }, keepNext: true } },
        heading3: { run: { font: 'Georgia', size: 22, bold: true, color: '1B1D22' }, paragraph: { spacing: { before: 160, after: 60 }, keepNext: true } },
      },
    },
    footnotes: Object.fromEntries([...notes].map(([number, children]) => [number, { children: [new Paragraph({ children })] }])),
    sections: [{ children: blocks }],
  });
  const packed = unzipSync(await Packer.toBuffer(document));
  const text = (name: string) => new TextDecoder().decode(packed[name]);
  // The library gives links ids by chance.
  const links = [...new Set([...text('word/document.xml').matchAll(/<w:hyperlink [^>]*r:id="([^"]+)"/g)].map(([, id = '']) => id))];
  const numbered = (xml: string) => links.reduce((one, id, at) => one.replaceAll(`"${id}"`, `"rIdLink${at + 1}"`), xml);
  const repeated: Readonly<Record<string, string>> = {
    'docProps/core.xml': text('docProps/core.xml').replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${NO_DATE}`),
    'word/document.xml': numbered(text('word/document.xml')),
    'word/_rels/document.xml.rels': numbered(text('word/_rels/document.xml.rels')),
  };
  return Object.entries(packed)
    .map(([name, bytes]) => ({ name, bytes: repeated[name] === undefined ? bytes : new TextEncoder().encode(repeated[name]) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

interface Blocks {
  blocks: Paragraph[];
  /** By number, from 1. */
  notes: Map<number, ParagraphChild[]>;
}

function readBlocks(markdown: string, figure: DossierToRender['figure']): Blocks {
  const blocks: Paragraph[] = [];
  const notes = new Map<number, ParagraphChild[]>();
  let heading: number | undefined;
  let depth = 0;
  let note: number | undefined;
  let headed: { level: number; at: number } | undefined;
  let quoted = 0;
  const used = new Set<number>();
  for (const token of dossierReader().parse(withoutPicture(markdown), {})) {
    if (token.type === 'heading_open') heading = Number(token.tag.slice(1));
    else if (token.type === 'heading_close') heading = undefined;
    else if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') depth += 1;
    else if (token.type === 'bullet_list_close' || token.type === 'ordered_list_close') depth -= 1;
    else if (token.type === 'blockquote_open') quoted += 1;
    else if (token.type === 'blockquote_close') quoted -= 1;
    else if (token.type === 'footnote_open') note = numberOf(token);
    else if (token.type === 'footnote_close') note = undefined;
    else if (token.type === 'inline') {
      const children = runsOf(token.children ?? [], { figure, used }, quoted > 0 ? { italics: true } : {});
      const bidirectional = isRightToLeft(token.content);
      if (note !== undefined) notes.set(note, [...(notes.get(note) ?? []), ...children]);
      else if (heading !== undefined) {
        // A heading over nothing: Word has the footnotes on their pages.
        if (headed?.level === heading && headed.at === blocks.length - 1) blocks.pop();
        headed = { level: heading, at: blocks.length };
        blocks.push(new Paragraph({ children, bidirectional, heading: HEADINGS[heading - 1] ?? HeadingLevel.HEADING_3 }));
      } else
        blocks.push(
          new Paragraph({
            children,
            bidirectional,
            ...(depth > 0 ? { bullet: { level: depth - 1 } } : {}),
            ...(quoted > 0 ? { indent: { start: QUOTED } } : {}),
          }),
        );
    }
  }
  if (headed?.at === blocks.length - 1) blocks.pop();
  return { blocks, notes };
}

/** The number of a footnote as it is printed. */
const numberOf = ({ meta }: Token): number => Number((meta as { id: number }).id) + 1;

/** The first letter decides, as a page does it. */
function isRightToLeft(text: string): boolean {
  const first = LETTER.exec(text)?.[0];
  return first !== undefined && RIGHT_TO_LEFT.test(first);
}

/** Word numbers its references to footnotes anew, each for itself: of a note that is used again only the first is one, and the others show its number. */
class NoteAgain extends SimpleField {
  constructor(note: number) {
    super(` NOTEREF ${bookmarkOf(note)} \\f \\h `);
    this.root.push(new TextRun({ text: String(note), style: 'FootnoteReference', superScript: true }));
  }
}

/** The library numbers bookmarks through all documents it writes, and the same dossier would be another file. */
class MarkedNote extends Bookmark {
  override readonly start: BookmarkStart;
  override readonly end: BookmarkEnd;
  constructor(note: number) {
    super({ id: bookmarkOf(note), children: [new FootnoteReferenceRun(note)] });
    this.start = new BookmarkStart(bookmarkOf(note), note);
    this.end = new BookmarkEnd(note);
  }
}

const bookmarkOf = (note: number) => `_RefNote${note}`;

function referenceTo(note: number, used: Set<number>): ParagraphChild {
  if (used.has(note)) return new NoteAgain(note);
  used.add(note);
  return new MarkedNote(note);
}

/** @param used notes that have been referred to, added to */
function runsOf(
  tokens: readonly Token[],
  { figure, used }: Pick<DossierToRender, 'figure'> & { used: Set<number> },
  of: { italics?: true } = {},
): ParagraphChild[] {
  const runs: ParagraphChild[] = [];
  const style: { bold?: true; italics?: true } = {};
  let link: { to: string; runs: TextRun[] } | undefined;
  const add = (options: IRunOptions) => {
    const run = new TextRun({ ...of, ...style, ...options, ...(link ? { style: 'Hyperlink' } : {}) });
    if (link) link.runs.push(run);
    else runs.push(run);
  };
  for (const [at, token] of tokens.entries()) {
    if (token.type === 'strong_open') style.bold = true;
    else if (token.type === 'strong_close') delete style.bold;
    else if (token.type === 'em_open') style.italics = true;
    else if (token.type === 'em_close') delete style.italics;
    else if (token.type === 'link_open') link = { to: String(token.attrGet('href') ?? ''), runs: [] };
    else if (token.type === 'link_close' && link) {
      runs.push(new ExternalHyperlink({ link: link.to, children: link.runs }));
      link = undefined;
    } else if (token.type === 'image') {
      if (figure && token.attrGet('src') === pictureFile()) runs.push(imageRun(figure));
    } else if (token.type === 'footnote_ref') {
      // Two numbers side by side would read as one.
      if (tokens[at - 1]?.type === 'footnote_ref') runs.push(new TextRun({ text: ', ', superScript: true }));
      runs.push(referenceTo(numberOf(token), used));
    } else if (token.type === 'softbreak' || token.type === 'hardbreak') add({ text: ' ' });
    else if (token.type !== 'footnote_anchor' && token.content !== '') add({ text: xmlCharacters(token.content) });
  }
  return runs;
}

/** Width of the text of a page, in pixels. */
const TEXT_WIDTH = 602;

function imageRun({ png, width, height, alt }: NonNullable<DossierToRender['figure']>): ImageRun {
  const share = TEXT_WIDTH / width;
  return new ImageRun({
    type: 'png',
    data: png,
    transformation: { width: TEXT_WIDTH, height: Math.round(height * share) },
    altText: { name: 'Picture', title: 'Picture', description: xmlCharacters(alt) },
  });
}
