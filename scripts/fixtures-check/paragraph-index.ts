/** The paragraphs of the articles as numbers and hashes, because their texts may not be shipped. */
import { createHash } from 'node:crypto';

/** One article: its file name, and the SHA-256 of each paragraph, the first at index 0. */
interface IndexedArticle {
  article: string;
  hashes: string[];
}
/** Id of the source → its article. */
export type ParagraphIndex = Map<string, IndexedArticle>;

const HEAD = 'source,article,paragraph,sha256';

export function hashParagraph(paragraph: string): string {
  return createHash('sha256').update(paragraph, 'utf8').digest('hex');
}

/**
 * Parses the index file.
 * @throws for an invalid line, because with a damaged index any paragraph number would pass
 */
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

/** The text of the index file, which `parseParagraphIndex` reads. */
export function formatParagraphIndex(index: ParagraphIndex): string {
  const lines = [...index].flatMap(([source, { article, hashes }]) => hashes.map((hash, i) => `${source},${article},${i + 1},${hash}`));
  return `${[HEAD, ...lines].join('\n')}\n`;
}
