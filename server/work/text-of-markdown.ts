/** The text of Markdown: its marks are taken away, and the lines of one paragraph are joined. */
import type { ConvertedFile } from './convert-file.ts';

const FENCE = /^\s*(?:```|~~~)/;
/** Lines that stand alone: headings, items of lists, rows of tables. */
const ALONE = /^\s*(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|\|)/;
const RULE = /^\s*(?:[-*_]\s*){3,}$|^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/;

export function textOfMarkdown(markdown: string): ConvertedFile {
  const paragraphs: string[] = [];
  let open = '';
  let title: string | undefined;
  let inCode = false;
  const close = () => {
    if (open !== '') paragraphs.push(open);
    open = '';
  };
  for (const line of markdown.replace(/^---\n[\s\S]*?\n---\n/, '').split(/\r?\n/)) {
    if (FENCE.test(line)) {
      close();
      inCode = !inCode;
    } else if (inCode) {
      paragraphs.push(line);
    } else if (line.trim() === '' || RULE.test(line)) {
      close();
    } else {
      const words = withoutMarks(line);
      if (/^\s*#\s/.test(line)) title ??= words;
      if (ALONE.test(line)) close();
      open = open === '' ? words : `${open} ${words}`;
      if (/^\s*(?:#|\|)/.test(line)) close();
    }
  }
  close();
  return { text: paragraphs.join('\n'), ...(title === undefined ? {} : { title }) };
}

function withoutMarks(line: string): string {
  return line
    .replace(/^\s*(?:>\s?)*/, '')
    .replace(/^(?:#{1,6}\s+|[-*+]\s+(?:\[[ xX]\]\s+)?|\d{1,9}[.)]\s+)/, '')
    .replace(/\s+#+\s*$/, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/<[a-z/!][^>]*>/gi, '')
    .replace(/(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}_*])([*_])(?=\S)([^*_]+?)(?<=\S)\1(?![\p{L}\p{N}_*])/gu, '$2')
    .replace(/`([^`]*)`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!|>])/g, '$1')
    .replace(/^\|\s*|\s*\|$/g, '')
    .replace(/\s*\|\s*/g, ' · ')
    .trim();
}
