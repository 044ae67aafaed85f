/**
 * Whether a citation still points at the paragraph it was made for. A text may be replaced by another version, and the number of a paragraph may then be that of
 * another one: such a citation is an orphan until somebody says where its passage stands now. Nothing is ever moved by itself.
 */
import type { TextPart, TextQuote } from './text-mark.ts';
import { quoteAt } from './text-mark.ts';

/** A citation of a source by paragraph. */
export interface PlacedCitation {
  id: string;
  paragraph: number;
  /** Where its exact words are marked: the part, and the digest of the paragraph in which they were marked. */
  mark?: TextPart & { sha256: string };
}
/** What a citation was made for, kept beside a text that has it no more in that place. */
export interface Anchor {
  citation: string;
  paragraph: number;
  /** Of the paragraph it was made for; absent where the text it stood in was redacted: no other text has that paragraph. */
  sha256?: string;
  /** The words it stood on; absent where the text they stood in was deleted, or was never here. */
  words?: TextQuote;
}
/** The paragraphs of a text with the digest of each. */
export interface TextParagraph {
  text: string;
  sha256: string;
}

/** Whether the paragraph a citation was made for was taken out with its text, so that no digest of it is kept. */
export function isRedacted({ paragraph, mark }: PlacedCitation, anchor: Anchor | undefined): boolean {
  return mark === undefined && anchor?.paragraph === paragraph && anchor.sha256 === undefined;
}

/** The digest of the paragraph a citation was made for, where that is known. */
function madeFor({ paragraph, mark }: PlacedCitation, anchor: Anchor | undefined): string | undefined {
  return mark?.sha256 ?? (anchor?.paragraph === paragraph ? anchor.sha256 : undefined);
}

/** Whether the passage of a citation is no longer where it says: its paragraph is not there, is another one, or ends before the mark does. */
export function isOrphan(citation: PlacedCitation, anchor: Anchor | undefined, paragraphs: readonly TextParagraph[]): boolean {
  const there = paragraphs[citation.paragraph - 1];
  if (!there || isRedacted(citation, anchor)) return true;
  const expected = madeFor(citation, anchor);
  if (expected !== undefined && expected !== there.sha256) return true;
  return citation.mark !== undefined && quoteAt(there.text, citation.mark) === undefined;
}

/**
 * The anchors that are needed when one version of a text takes the place of another: of each citation whose paragraph is not as it was.
 * @param before the paragraphs of the version that goes; none where there was no text
 * @param after those of the version that comes; none where the text is deleted
 */
export function anchorsAfter(
  citations: readonly PlacedCitation[],
  anchors: ReadonlyMap<string, Anchor>,
  before: readonly TextParagraph[],
  after: readonly TextParagraph[],
): Anchor[] {
  return citations.flatMap((citation) => {
    const anchor = anchors.get(citation.id);
    if (anchor && isRedacted(citation, anchor)) return [anchor];
    const was = before[citation.paragraph - 1];
    const sha256 = madeFor(citation, anchor) ?? was?.sha256;
    if (sha256 === undefined || after[citation.paragraph - 1]?.sha256 === sha256) return [];
    const words = was?.sha256 === sha256 ? wordsOf(was.text, citation.mark) : anchor?.words;
    return [{ citation: citation.id, paragraph: citation.paragraph, sha256, ...(words ? { words } : {}) }];
  });
}

const wordsOf = (paragraph: string, mark: TextPart | undefined): TextQuote | undefined =>
  mark ? quoteAt(paragraph, mark) : { exact: paragraph, prefix: '', suffix: '' };
