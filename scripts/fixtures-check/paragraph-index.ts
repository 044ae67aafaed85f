/** Which paragraphs the articles have, kept as numbers and hashes because the texts are not ours to ship. */
import { createHash } from 'node:crypto';

/** One article: its file name where the texts are kept, and the SHA-256 of each paragraph, the first at index 0. */
interface IndexedArticle {
  article: string;
  hashes: string[];
}
/** By id of the source that the article is. */
export type ParagraphIndex = Map<string, IndexedArticle>;

const HEAD = 'source,article,paragraph,sha256';

/** Paragraph N of an article is the Nth non-empty line of its file, from 1, without the white space around it. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export function hashParagraph(paragraph: string): string {
  return createHash('sha256').update(paragraph, 'utf8').digest('hex');
}

/** Reads the index file. Throws on a line that does not fit: a damaged index would let every paragraph number pass. */
export function parseParagraphIndex(text: string): ParagraphIndex {
  const [head, ...lines] = text.trimEnd().split('\n');
  if (head !== HEAD) throw new Error(`the paragraph index does not start with "${HEAD}"`);
  const index: ParagraphIndex = new Map();
  for (const line of lines) {
    const [source, article, paragraph, hash, ...rest] = line.split(',');
    if (!source || !article || !hash || rest.length > 0 || !/^[0-9a-f]{64}$/.test(hash)) throw new Error(`paragraph index: cannot read "${line}"`);
    const entry = index.get(source) ?? { article, hashes: [] };
    if (entry.article !== article || Number(paragraph) !== entry.hashes.length + 1) throw new Error(`paragraph index: "${line}" is out of its order`);
    entry.hashes.push(hash);
    index.set(source, entry);
  }
  return index;
}

/** The text of the index file; the inverse of `parseParagraphIndex`. */
export function formatParagraphIndex(index: ParagraphIndex): string {
  const lines = [...index].flatMap(([source, { article, hashes }]) => hashes.map((hash, i) => `${source},${article},${i + 1},${hash}`));
  return `${[HEAD, ...lines].join('\n')}\n`;
}
