/** A text as it is kept, with its citations and what they were made for: what every use case of texts reads. */
import { createHash } from 'node:crypto';
import type { Orphan, TextHead } from '../../contract/routes/texts.ts';
import { AppError } from '../../domain/model/errors.ts';
import type { Citation } from '../../domain/model/records.ts';
import { isOrphan, isRedacted, type Anchor, type PlacedCitation, type TextParagraph } from '../../domain/texts/anchors.ts';
import { paragraphsOf } from '../../domain/texts/paragraphs.ts';
import type { Tx } from '../../store/connect.ts';
import { parseAll } from '../../store/load-records.ts';
import { currentRevision } from '../../store/statements/recording/change-sets.ts';
import { anchorsOfSources, citedInSources, readTextRow, type AnchorRow, type TextHeadRow } from '../../store/statements/texts.ts';

export interface KeptText {
  head: TextHead;
  paragraphs: TextParagraph[];
}

export const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The paragraphs of a text with the digest of each. */
export function digested(text: string): TextParagraph[] {
  return paragraphsOf(text).map((paragraph) => ({ text: paragraph, sha256: sha256Of(paragraph) }));
}

export function textHead({ source, language, sha256, revision, at, paragraphs, characters }: TextHeadRow): TextHead {
  return { source, language, sha256, revision, at, paragraphs, characters };
}

/** Undefined where none is kept. */
export async function loadText(tx: Tx, source: string): Promise<KeptText | undefined> {
  const [row] = await readTextRow.run(tx, { source });
  return row && { head: textHead(row), paragraphs: digested(row.text) };
}

/** @throws AppError `not-found` where none is kept */
export async function requireText(tx: Tx, source: string): Promise<KeptText> {
  const kept = await loadText(tx, source);
  if (kept) return kept;
  throw new AppError('not-found', `No text is kept of the source "${source}".`, { remedy: `add it: PUT /api/sources/${source}/text` });
}

/** A citation by paragraph, with the claim it is of. */
export interface CitedHere extends PlacedCitation {
  source: string;
  claim: string;
}
export interface CitedIn {
  citations: CitedHere[];
  /** By citation. */
  anchors: Map<string, Anchor>;
}

/** The citations by paragraph that read some sources, as the case is recorded now. */
export async function citedIn(tx: Tx, sources: readonly string[], rev?: number): Promise<CitedIn> {
  if (sources.length === 0) return { citations: [], anchors: new Map() };
  const revision = rev ?? (await currentRevision(tx));
  const recorded = parseAll<Citation>(await citedInSources.run(tx, { rev: revision, sources: [...sources] }));
  const citations = recorded.flatMap(({ id, claim, source, locator, mark }): CitedHere[] =>
    locator && 'paragraph' in locator ? [{ id, claim, source, paragraph: locator.paragraph, ...(mark ? { mark } : {}) }] : [],
  );
  const rows = await anchorsOfSources.run(tx, { sources: [...sources] });
  return { citations, anchors: new Map(rows.map((row) => [row.citation, anchorOf(row)])) };
}

function anchorOf({ citation, paragraph, sha256, words }: AnchorRow): Anchor {
  return { citation, paragraph, ...(sha256 === null ? {} : { sha256 }), ...(words === null ? {} : { words: JSON.parse(words) as Anchor['words'] }) };
}
export function anchorRow({ citation, paragraph, sha256, words }: Anchor): AnchorRow {
  return { citation, paragraph, sha256: sha256 ?? null, words: words ? JSON.stringify(words) : null };
}

/** The citations whose passage is no longer where they say, in the order of the text. */
export function orphansIn({ citations, anchors }: CitedIn, paragraphs: readonly TextParagraph[]): Orphan[] {
  return citations
    .filter((citation) => isOrphan(citation, anchors.get(citation.id), paragraphs))
    .map((citation) => {
      const { id, claim, paragraph, mark } = citation;
      const anchor = anchors.get(id);
      const words = anchor?.words;
      return { citation: id, claim, paragraph, marked: mark !== undefined, redacted: isRedacted(citation, anchor), ...(words ? { words } : {}) };
    })
    .sort((a, b) => a.paragraph - b.paragraph || (a.citation < b.citation ? -1 : 1));
}

/** @throws AppError `conflict` where the text is not at the revision at which it was read */
export function refuseChanged(source: string, kept: KeptText | undefined, revision: number): void {
  const now = kept?.head.revision ?? 0;
  if (now === revision) return;
  const since = kept ? `was changed since it was read (its revision is ${now}, not ${revision})` : 'is there no longer';
  throw new AppError('conflict', `The text of "${source}" ${since}; read it again.`, { remedy: 'read the text again, look at what differs, then try again' });
}
